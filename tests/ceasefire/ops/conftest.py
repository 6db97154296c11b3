from collections.abc import Iterator
from pathlib import Path

import pytest

from ceasefire.ops import binaries, datadir, postgres
from tests import servers


@pytest.fixture
def place() -> Iterator[Path]:
    """A directory that other accounts can pass through."""
    with servers.open_directory() as path:
        yield path


@pytest.fixture
def shared() -> Iterator[Path]:
    """What is /var/lib/ceasefire elsewhere."""
    with servers.open_directory() as path:
        yield path


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
