"""Commands that find the database or start it for themselves: real processes around a real server."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ceasefire.ops import cluster
from ceasefire.ops.addresses import REPOSITORY
from ceasefire.ops.locks import Held
from ceasefire.ops.unusable import Unusable

COMMAND = """
import sys
from ceasefire.ops import addresses, cluster, postgres
with cluster.attached(["manage.py", "migrate"]):
    print(postgres.answers(addresses.own_postgres()), flush=True)
    sys.stdin.readline()
    print(postgres.answers(addresses.own_postgres()), flush=True)
"""


@pytest.fixture
def command(home: Path) -> Iterator[Callable[[], subprocess.Popen]]:
    """A command that uses the database until it reads a line."""
    started: list[subprocess.Popen] = []

    def start() -> subprocess.Popen:
        words = [sys.executable, "-c", COMMAND]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        started.append(subprocess.Popen(words, cwd=REPOSITORY, text=True, **pipes))
        return started[-1]

    yield start
    for process in started:
        with process:
            process.kill()
    eventually_stopped(home)


def eventually_stopped(home: Path) -> None:
    note = home / "postgres" / "data" / "postmaster.pid"
    deadline = time.monotonic() + 10
    while note.exists():
        assert time.monotonic() < deadline, "the database is still being served"
        time.sleep(0.05)


def finish(process: subprocess.Popen) -> str:
    return process.communicate("\n", timeout=10)[0]


@pytest.mark.slow  # a new database
def test_a_command_starts_the_database_and_it_stops_afterwards(command, home: Path):
    assert finish(command()) == "True\nTrue\n"
    eventually_stopped(home)


@pytest.mark.slow  # a new database
def test_two_commands_at_once_share_it_and_the_first_may_finish_first(command, home: Path):
    first, second = command(), command()
    assert first.stdout.readline() == second.stdout.readline() == "True\n"
    assert finish(first) == "True\n"
    time.sleep(0.5)  # more than a keeper needs to notice that it is alone
    assert finish(second) == "True\n"
    eventually_stopped(home)


@pytest.mark.slow  # a new database
def test_a_killed_command_does_not_keep_the_database(command, home: Path):
    process = command()
    assert process.stdout.readline() == "True\n"
    process.kill()
    eventually_stopped(home)


@pytest.mark.slow  # a process has to start
def test_F25_what_stands_in_the_way_is_told_by_the_command(home: Path):
    data = home / "postgres" / "data"
    data.mkdir(parents=True)
    (data / "something").touch()
    if os.geteuid() == 0:
        os.chown(data, 65534, 65534)
    with pytest.raises(Unusable, match="is no whole database"), cluster.attached(["manage.py", "migrate"]):
        pass
    assert [path.name for path in data.iterdir()] == ["something"]


def test_a_named_database_is_left_alone(home: Path, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://db.example/x")
    with cluster.attached(["manage.py", "migrate"]):
        assert not home.exists()


@pytest.mark.parametrize(
    "words", [[], ["help"], ["--version"], ["migrate", "--help"], ["up"], ["collectstatic", "--noinput"], ["check"]]
)
def test_commands_without_a_database_start_none(words: list[str], home: Path):
    with cluster.attached(["manage.py", *words]):
        assert not home.exists()


def test_the_right_to_run_the_servers_is_one_processs(home: Path):
    holder = "manage.py up (process 7)"
    with cluster.server_lock(holder, patience=0), pytest.raises(Held, match=r"^manage.py up \(process 7\)$"):
        cluster.server_lock("another", patience=0).__enter__()
