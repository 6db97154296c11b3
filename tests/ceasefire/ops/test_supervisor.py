"""A real supervisor in a process of its own, with small shell programs as its children."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ceasefire.ops import kinship
from ceasefire.ops.addresses import REPOSITORY

pytestmark = pytest.mark.slow  # a process has to start, and pauses have to pass

SLEEP = {"shell": "exec sleep 60"}


class Show:
    """A supervisor and what can be seen of it."""

    def __init__(self, directory: Path, stages: list[list[dict]]) -> None:
        self.directory = directory
        self.log = directory / "log"
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "tests.ceasefire.ops.puppets", directory, json.dumps(stages)],
                cwd=REPOSITORY,
                stdout=log,
                stderr=subprocess.STDOUT,
            )

    def said(self) -> str:
        return self.log.read_text()

    def pids(self) -> dict[str, int]:
        try:
            return json.loads((self.directory / "pids").read_text())
        except (OSError, ValueError):
            return {}

    def ready(self) -> None:
        eventually(lambda: "all ready" in self.said(), self.said)

    def stop(self, number: int = signal.SIGTERM) -> int:
        self.process.send_signal(number)
        return self.process.wait(10)


@pytest.fixture
def show(tmp_path: Path) -> Iterator[Callable[..., Show]]:
    shows: list[Show] = []

    def open_show(*stages: list[dict]) -> Show:
        shows.append(Show(tmp_path, list(stages)))
        return shows[-1]

    yield open_show
    for one in shows:
        if one.process.poll() is None:
            one.stop()


def eventually(condition: Callable[[], bool], explain: Callable[[], object] = lambda: "", limit: float = 5) -> None:
    deadline = time.monotonic() + limit
    while not condition():
        assert time.monotonic() < deadline, explain()
        time.sleep(0.02)


def gone(pid: int) -> bool:
    return kinship.born(pid) is None


def test_programs_start_one_after_the_other_each_when_the_one_before_is_ready(show):
    first = {"name": "first", "shell": "sleep 0.3; echo working; touch warm; exec sleep 60", "ready": "warm"}
    second = {"name": "second", "shell": "ls warm; exec sleep 60"}
    running = show([first], [second])
    running.ready()
    eventually(lambda: "second | warm" in running.said(), running.said)
    wanted = ["first  | working", "first is ready", "second is ready", "all ready"]
    assert [line for line in running.said().splitlines() if line in wanted] == wanted


def test_a_program_for_once_is_done_before_the_next_starts(show):
    running = show(
        [{"name": "once", "shell": "sleep 0.2; touch done", "once": True}],
        [{"name": "next", "shell": "ls done; sleep 60"}],
    )
    running.ready()
    eventually(lambda: "next | done" in running.said(), running.said)
    assert "once" not in running.pids()


def test_a_program_for_once_that_fails_stops_everything_with_its_reason(show):
    once = {"name": "once", "shell": "echo 'error: no such table' >&2; echo bye; exit 3", "once": True}
    running = show([{"name": "base"} | SLEEP], [once], [{"name": "never"} | SLEEP])
    assert running.process.wait(5) == 1
    assert "gave up: once ended with exit code 3; it last said: error: no such table" in running.said()
    assert "never" not in running.said()


def test_F02_a_killed_program_is_started_again(show):
    running = show([{"name": "base"} | SLEEP, {"name": "other"} | SLEEP])
    running.ready()
    before = running.pids()
    os.kill(before["base"], signal.SIGKILL)
    eventually(lambda: running.pids().get("base") not in (None, before["base"]), running.said)
    assert "base  | ended by SIGKILL; is started again in 0.0 s" in running.said()
    assert running.pids()["other"] == before["other"]


def test_pauses_grow_and_after_some_deaths_in_a_row_everything_stops_with_the_reason(show):
    failing = {"name": "failing", "shell": "test -e warm && exit 7; touch warm; exec sleep 60", "ready": "warm"}
    running = show([{"name": "base"} | SLEEP, failing])
    running.ready()
    pids = running.pids()
    os.kill(pids["failing"], signal.SIGKILL)
    assert running.process.wait(5) == 1
    pauses = [line.rsplit(" ", 2)[1] for line in running.said().splitlines() if "started again" in line]
    assert pauses == ["0.0", "0.0", "0.1"]
    assert "gave up: failing ended 4 times in a row, at last with exit code 7; it last said: nothing" in running.said()
    assert gone(pids["base"])


def test_a_healthy_time_forgives_earlier_deaths(show):
    running = show([{"name": "base"} | SLEEP])
    running.ready()
    for _ in range(5):  # one more than is borne in a row
        pid = running.pids()["base"]
        time.sleep(0.65)
        os.kill(pid, signal.SIGKILL)
        eventually(lambda before=pid: running.pids().get("base") not in (None, before), running.said)
    assert running.process.poll() is None


def test_a_program_that_never_becomes_ready_stops_everything(show):
    running = show([{"name": "slow", "shell": "echo still thinking; exec sleep 60", "ready": "never"}])
    assert running.process.wait(5) == 1
    assert "gave up: slow is not ready after 2 s; it last said: still thinking" in running.said()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_F26_stages_stop_in_the_opposite_order_and_nothing_is_left(show, number: signal.Signals):
    polite = "trap 'sleep 0.1; echo {0} stops; exit 0' TERM; touch {0}; while :; do sleep 0.05; done"
    stages = [[{"name": name, "shell": polite.format(name), "ready": name}] for name in ("one", "two", "three")]
    running = show(*stages)
    running.ready()
    pids = running.pids()
    assert running.stop(number) == 0
    assert [line.split()[0] for line in running.said().splitlines() if line.endswith("stops")] == [
        "three",
        "two",
        "one",
    ]
    assert all(map(gone, pids.values()))
    assert running.pids() == {}


def test_F26_a_stubborn_program_is_ended_by_force_in_time(show):
    running = show(
        [{"name": "stubborn", "shell": "trap '' TERM; touch warm; while :; do sleep 1; done", "ready": "warm"}]
    )
    running.ready()
    pid, began = running.pids()["stubborn"], time.monotonic()
    assert running.stop() == 0
    assert 1.4 < time.monotonic() - began < 3
    assert gone(pid)
    assert "did not stop in time and is ended by force" in running.said()


def test_asked_twice_it_stops_at_once(show):
    running = show(
        [{"name": "stubborn", "shell": "trap '' TERM; touch warm; while :; do sleep 1; done", "ready": "warm"}]
    )
    running.ready()
    began = time.monotonic()
    running.process.send_signal(signal.SIGINT)
    time.sleep(0.1)
    assert running.stop(signal.SIGINT) == 0
    assert time.monotonic() - began < 1.2


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not hand orphans to a supervisor")
def test_what_a_killed_program_leaves_behind_is_ended_and_reaped(show, tmp_path):
    parent = "setsid sh -c 'echo $$ > strayed; exec sleep 61' & echo $! > stayed; sleep 62 & wait"
    running = show([{"name": "parent", "shell": parent, "ready": "strayed"}])
    running.ready()
    strayed = int((tmp_path / "strayed").read_text())
    os.kill(running.pids()["parent"], signal.SIGKILL)
    eventually(lambda: gone(strayed))
    states = [
        Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] for pid in children_of(running.process.pid)
    ]
    assert "Z" not in states


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not end the children of the dead")
def test_F23_children_end_with_a_killed_supervisor(show):
    running = show(
        [{"name": "base"} | SLEEP], [{"name": "top", "shell": "trap '' TERM HUP INT; while :; do sleep 1; done"}]
    )
    running.ready()
    pids = running.pids()
    running.process.kill()
    eventually(lambda: all(map(gone, pids.values())), running.said)


def test_with_nobody_listening_everything_stops(show, tmp_path):
    stages = json.dumps([[{"name": "talker", "shell": "while :; do echo $$; sleep 0.05; done"}]])
    with subprocess.Popen(
        [sys.executable, "-m", "tests.ceasefire.ops.puppets", tmp_path, stages], cwd=REPOSITORY, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout
        while b"talker |" not in (line := process.stdout.readline()):
            pass
        process.stdout.close()
        assert process.wait(5) == 0
    assert gone(int(line.split()[-1]))


def children_of(parent: int) -> list[int]:
    found = subprocess.run(["ps", "-o", "pid=", "--ppid", str(parent)], capture_output=True, text=True).stdout
    return [int(pid) for pid in found.split()]
