"""`manage.py up` itself: the real programs on a database that is named to it and a broker of its own."""

import http.client
import json
import os
import signal
import socket
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from ceasefire.ops import kinship
from ceasefire.ops.addresses import REPOSITORY
from tests import servers

pytestmark = pytest.mark.slow  # a whole system has to start


class System:
    """A running `manage.py up`, as its operator sees it."""

    def __init__(self, home: Path, database_url: str) -> None:
        self.home, self.log = home, home.parent / "log"
        self.environment = {
            **{name: value for name, value in os.environ.items() if name != "REDIS_URL"},
            "CEASEFIRE_HOME": str(home),
            "DATABASE_URL": database_url,
            "DJANGO_SETTINGS_MODULE": "ceasefire.settings",
        }
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "manage.py", "up", "--port", "0"],
                cwd=REPOSITORY, env=self.environment, stdout=log, stderr=subprocess.STDOUT,
            )  # fmt: skip

    def state(self) -> dict[str, Any]:
        return json.loads((self.home / "run" / "state.json").read_text())

    def pid(self, name: str) -> int | None:
        return self.state()["pids"].get(name)

    def get(self, path: str) -> tuple[int, bytes]:
        connection = http.client.HTTPConnection(urlsplit(self.state()["url"]).netloc, timeout=10)
        try:
            connection.request("GET", path, headers={"Host": "localhost"})
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()

    def is_ready(self) -> bool:
        try:
            return self.get("/readyz")[0] == 200
        except OSError:
            return False

    def eventually(self, condition: Callable[[], Any], limit: float) -> None:
        deadline = time.monotonic() + limit
        while not condition():
            assert self.process.poll() is None, self.log.read_text()
            assert time.monotonic() < deadline, self.log.read_text()
            time.sleep(0.05)

    def manage(self, *words: str) -> subprocess.CompletedProcess:
        return subprocess.run(
            [sys.executable, "manage.py", *words], cwd=REPOSITORY, env=self.environment, capture_output=True, text=True
        )


@pytest.fixture(scope="module")
def system(django_db_setup: None) -> Iterator[System]:
    with servers.database("up") as name, tempfile.TemporaryDirectory(prefix="ceasefire-tests-") as place:
        system = System(Path(place) / "home", servers.url_of(name))
        try:
            system.eventually(lambda: "Ctrl-C stops everything." in system.log.read_text(), 120)
            yield system
        finally:
            system.process.terminate()
            system.process.wait(15)


def test_it_says_each_step_the_address_and_the_passwords_once(system: System):
    said = system.log.read_text()
    steps = ["broker: ready", "prepare: done", "web: ready", "worker: ready", "beat: ready"]
    assert [line for line in said.splitlines() if line in steps] == steps
    assert f"Open {system.state()['url']}" in said
    for account in (system.home / "accounts.txt").read_text().splitlines():
        assert said.count(account.split()[1]) == 1


def test_passwords_are_for_their_owner_alone(system: System):
    assert stat.S_IMODE((system.home / "accounts.txt").stat().st_mode) == 0o600


def test_a_named_database_is_used_and_no_other_started(system: System):
    assert set(system.state()["pids"]) == {"broker", "web", "worker", "beat"}
    assert not (system.home / "postgres").exists()


def test_everything_is_alive(system: System):
    status, body = system.get("/readyz")
    assert (status, json.loads(body)["missing"]) == (200, [])


def test_F25_a_second_copy_refuses_in_one_line(system: System):
    second = system.manage("up", "--port", "0")
    assert second.returncode == 1
    assert second.stdout + second.stderr == (
        f"manage.py: manage.py up (process {system.process.pid}) already runs in {system.home}.\n"
    )
    assert system.is_ready()


@pytest.mark.parametrize("name", ["worker", "beat", "web", "broker"])
def test_F02_F03_F04_F07_what_is_killed_comes_back(system: System, name: str):
    before = system.pid(name)
    os.kill(before, signal.SIGKILL)
    system.eventually(lambda: system.pid(name) not in (None, before), 5)
    system.eventually(system.is_ready, 20)


def test_a_stopped_worker_is_missed_and_nothing_hangs(system: System):
    os.kill(system.pid("worker"), signal.SIGSTOP)
    try:
        system.eventually(lambda: json.loads(system.get("/readyz")[1])["missing"] == ["worker"], 12)
        assert system.get("/healthz")[0] == 200
    finally:
        os.kill(system.pid("worker"), signal.SIGCONT)
    system.eventually(system.is_ready, 10)


def test_F26_asked_to_stop_it_ends_well_and_leaves_nothing(system: System):
    processes = descendants(system.process.pid)
    assert len(processes) >= 7
    system.process.terminate()
    assert system.process.wait(11) == 0
    assert [pid for pid in processes if kinship.born(pid)] == []
    assert not (system.home / "run" / "state.json").exists()


def test_F25_a_taken_port_is_one_line_before_anything_starts(system: System):
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = str(server.getsockname()[1])
        refused = system.manage("up", "--port", port)
    assert refused.returncode == 1
    assert refused.stdout + refused.stderr == (
        f"manage.py: Port {port} on 127.0.0.1 is taken: choose another with --port, or --port 0 for a free one.\n"
    )


def descendants(parent: int) -> list[int]:
    listed = subprocess.run(["ps", "-eo", "pid=,ppid="], capture_output=True, text=True).stdout
    by_parent: dict[int, list[int]] = {}
    for line in listed.splitlines():
        pid, ppid = map(int, line.split())
        by_parent.setdefault(ppid, []).append(pid)
    found = list(by_parent.get(parent, []))
    for pid in found:
        found += by_parent.get(pid, [])
    return found
