"""One running system for all the tests of this folder; they run one after the other, in one process."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import servers
from tests.end_to_end.running import Client, System


@pytest.fixture(scope="session")
def place() -> Iterator[Path]:
    """A directory for homes that PostgreSQL's account can enter too; pytest's own are their owner's alone."""
    with servers.open_directory() as place:
        yield place


@pytest.fixture(scope="session")
def system(place: Path) -> Iterator[System]:
    running = System(place / "home")
    running.start()
    yield running
    assert running.stop() == 0, running.log.read_text()[-4000:]


@pytest.fixture(scope="session")
def token(system: System) -> str:
    printed = system.manage("create_token", "editor", "--scopes", "write")
    assert len(printed.splitlines()) == 1
    return printed.strip()


@pytest.fixture
def program(system: System, token: str) -> Client:
    return Client(system, token)


@pytest.fixture
def reader(system: System) -> Client:
    return Client(system)


@pytest.fixture
def editor(system: System) -> Client:
    client = Client(system)
    client.log_in("editor", system.password("editor"))
    return client
