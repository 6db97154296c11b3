from pathlib import Path

import pytest

from ceasefire.ops import static
from ceasefire.ops.static import QuickCompressor


@pytest.fixture
def source(tmp_path: Path, settings) -> Path:
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "page.css").write_text("p { color: red }" * 100)
    settings.STATICFILES_DIRS = [tmp_path / "source"]
    settings.STATIC_ROOT = str(tmp_path / "collected")
    settings.STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": "ceasefire.ops.static.StaticFiles"}}
    return tmp_path / "source"


def test_files_are_collected_with_their_hash_and_packed(source: Path, tmp_path: Path):
    assert static.collect()
    names = {path.suffixes[-1] for path in (tmp_path / "collected").glob("page.*.css*")}
    assert names == {".css", ".br", ".gz"}


def test_what_has_not_changed_is_not_collected_again(source: Path):
    assert static.collect()
    assert not static.collect()
    (source / "page.css").write_text("p { color: blue }")
    assert static.collect()


def test_maps_for_debuggers_are_not_worth_packing():
    packer = QuickCompressor(quiet=True)
    assert packer.should_compress("page.css")
    assert not packer.should_compress("page.css.map")
