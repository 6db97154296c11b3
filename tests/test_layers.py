"""Imports point downwards; the layers are declared in pyproject.toml."""

import os
from pathlib import Path

from importlinter.cli import lint_imports

ROOT = Path(__file__).parent.parent


def test_imports_point_downwards(capsys):
    before = Path.cwd()
    os.chdir(ROOT)
    try:
        broken = lint_imports(config_filename="pyproject.toml", no_cache=True)
    finally:
        os.chdir(before)
    assert not broken, capsys.readouterr().out
