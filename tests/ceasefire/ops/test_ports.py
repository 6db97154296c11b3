import socket

import pytest

from ceasefire.ops import ports


@pytest.fixture
def taken():
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def test_a_port_with_a_listener_is_taken(taken: int):
    assert ports.obstacle(taken) == "is taken"
    assert not ports.is_free(taken)


def test_a_free_port_is_free_and_below_those_of_outgoing_connections():
    port = ports.free_port()
    assert ports.is_free(port)
    assert ports.LOWEST <= port < ports.HIGHEST


def test_an_address_of_another_machine_cannot_be_used():
    assert "Cannot assign" in (ports.obstacle(8000, "192.0.2.1") or "")


def test_a_name_becomes_an_address():
    assert ports.numeric("127.0.0.1") == "127.0.0.1"
