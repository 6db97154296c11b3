"""One running system for all the tests of this folder; they run one after the other, in one process."""

from collections.abc import Iterator

import pytest

from tests.end_to_end.running import Client, System


@pytest.fixture(scope="session")
def system(tmp_path_factory: pytest.TempPathFactory) -> Iterator[System]:
    running = System(tmp_path_factory.mktemp("end-to-end") / "home")
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
