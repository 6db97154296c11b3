import os
import shutil
import signal
import socket
import subprocess
import time

import pytest
import redis

from ceasefire.ops import addresses, broker, programs
from ceasefire.ops.addresses import Address
from ceasefire.ops.unusable import Unusable

pytestmark = pytest.mark.slow  # real servers


@pytest.fixture
def start(home):
    started = []

    def start() -> subprocess.Popen:
        program = broker.own()
        process = programs.start(program, subprocess.DEVNULL)
        started.append((program, process))
        assert programs.wait_ready(program, process, 10)
        return process

    yield start
    for program, process in started:
        programs.stop(program, process)


def client() -> redis.Redis:
    return broker.client(addresses.redis_url())


def test_it_runs_as_decided(start):
    process = start()
    with client() as broker_client:
        wanted = {"bind": "127.0.0.1", "appendonly": "yes", "save": "", "maxmemory-policy": "noeviction"}
        assert {name: broker_client.config_get(name)[name] for name in wanted} == wanted
    assert addresses.own_broker().password not in " ".join(process.args)


def test_nobody_gets_in_without_the_password(start):
    start()
    assert not broker.answers(Address(addresses.own_broker().port, "guess"))


def test_F07_what_was_sent_outlives_a_killed_server(start):
    process = start()
    with client() as broker_client:
        broker_client.set("kept", "1")
    time.sleep(1.1)  # it writes to disk every second
    process.kill()
    process.wait()
    start()
    with client() as broker_client:
        assert broker_client.get("kept") == b"1"


def test_F24_a_server_left_over_is_ended_first(start):
    port = addresses.own_broker().port
    left_over = start()
    start()
    assert left_over.wait(5) == 0
    assert addresses.own_broker().port == port


def test_F25_a_taken_port_is_exchanged_for_a_free_one(start, home):
    before = addresses.own_broker()
    with socket.create_server(("127.0.0.1", before.port)):
        start()
    assert addresses.own_broker().port != before.port


def test_a_server_that_hangs_is_given_up_soon(start):
    process = start()
    os.kill(process.pid, signal.SIGSTOP)
    try:
        assert not broker.answers(addresses.own_broker())
    finally:
        os.kill(process.pid, signal.SIGCONT)


def test_a_recent_server_on_the_path_is_taken_first(tmp_path, monkeypatch):
    (tmp_path / "redis-server").write_text("#!/bin/sh\necho 'Redis server v=7.0.15 sha=0 bits=64'\n")
    (tmp_path / "redis-server").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert broker.find_server() == (tmp_path / "redis-server", "redis-7")


def test_an_old_server_on_the_path_is_passed_over(tmp_path, monkeypatch):
    (tmp_path / "redis-server").write_text("#!/bin/sh\necho 'Redis server v=5.0.14 sha=0 bits=64'\n")
    (tmp_path / "redis-server").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert broker.find_server()[1].startswith("valkey-")


def test_no_server_at_all_is_one_line(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setattr(broker.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(Unusable, match="install one, or set REDIS_URL"):
        broker.find_server()
