import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from ceasefire.ops import binaries, datadir, postgres


@pytest.fixture
def place() -> Iterator[Path]:
    """A directory that other accounts can pass through, which pytest's own are not."""
    yield from _open_directory()


@pytest.fixture
def shared() -> Iterator[Path]:
    """What is /var/lib/ceasefire elsewhere."""
    yield from _open_directory()


@pytest.fixture
def home(place: Path, shared: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of one's own with nothing in it, and no servers named elsewhere."""
    for name in ("DATABASE_URL", "REDIS_URL"):
        monkeypatch.delenv(name)
    monkeypatch.setenv("CEASEFIRE_HOME", str(place / "the home of “ops”"))
    monkeypatch.setattr(binaries, "SHARED", shared)
    monkeypatch.setattr(datadir, "INITDB", (*datadir.INITDB, "--no-sync"))  # a killed process loses nothing by it
    monkeypatch.setattr(postgres, "SETTINGS", postgres.SETTINGS | {"fsync": "off"})
    return place / "the home of “ops”"


def _open_directory() -> Iterator[Path]:
    path = Path(tempfile.mkdtemp(prefix="ceasefire-tests-"))
    path.chmod(0o711)
    yield path
    shutil.rmtree(path)
