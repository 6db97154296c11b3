"""A PostgreSQL and a broker for one run of the tests, and a migrated database for each of its processes.

A pytest plugin (`-p tests.servers`): it must have its say before the settings are read. With `DATABASE_URL` or
`REDIS_URL` those servers are used instead; in PostgreSQL the run makes databases of its own and drops them.
"""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg2
import pytest
from django.core.management import call_command
from django.db import connection

from ceasefire.ops import accounts, addresses, broker, ports, postgres, programs
from ceasefire.ops.addresses import Address
from ceasefire.ops.programs import Program

RUN = "CEASEFIRE_TEST_RUN"  # the controller's process number: tells the processes of one run from those of another
PLACES = (None, "/tmp", "/var/tmp", "/dev/shm")


@pytest.hookimpl(wrapper=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> Iterator[Any]:
    os.environ["DJANGO_SETTINGS_MODULE"] = early_config.getini("DJANGO_SETTINGS_MODULE")  # importing us has set another
    asked = early_config.known_args_namespace
    if not (asked.help or asked.version or os.environ.get(RUN)):
        os.environ[RUN] = str(os.getpid())
        _start(early_config.add_cleanup)
    return (yield)


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment: None, django_db_blocker: Any, worker_id: str) -> Iterator[None]:
    """A database for this process: one process migrates, and copying takes a tenth of a second.

    tests/conftest.py imports it: only there it comes before pytest-django's fixture of this name.
    """
    with django_db_blocker.unblock(), database(worker_id) as name:
        connection.settings_dict["NAME"] = name
        with django_db_blocker.block():
            yield
        connection.close()


@contextmanager
def database(part: str) -> Iterator[str]:
    """A migrated database of this run, by name, for as long as it is needed."""
    name = _name(part)
    with _administration() as execute:
        execute(f"SELECT pg_advisory_lock({os.environ[RUN]})")
        if not execute("SELECT 1 FROM pg_database WHERE datname = %s", [_name("template")]):
            _make_template(execute)
        execute(f'CREATE DATABASE "{name}" TEMPLATE "{_name("template")}"')
    try:
        yield name
    finally:
        with _administration() as execute:
            execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def url_of(name: str) -> str:
    """The address of a database on the server of this run."""
    return urlunsplit(urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}"))


@contextmanager
def open_directory() -> Iterator[Path]:
    """A new directory that PostgreSQL's account can enter, which pytest's own are not when root runs the tests."""
    path = _place(accounts.servant())
    try:
        yield path
    finally:
        shutil.rmtree(path)


def _start(at_the_end: Callable[[Callable[[], None]], None]) -> None:
    account = accounts.servant()
    base = _place(account)
    at_the_end(partial(shutil.rmtree, base, ignore_errors=True))
    os.environ.setdefault("CEASEFIRE_HOME", str(base / "home"))
    if not os.environ.get("DATABASE_URL"):
        address = _address()
        program = postgres.temporary(_directory(base / "postgres"), address, account=account)
        _run(program, base, at_the_end)
        os.environ["DATABASE_URL"] = addresses.own_database_url(address)
    else:
        at_the_end(_drop_template)
    if not os.environ.get("REDIS_URL"):
        address = _address()
        _run(broker.temporary(_directory(base / "broker"), address), base, at_the_end)
        os.environ["REDIS_URL"] = addresses.own_redis_url(address)


def _run(program: Program, base: Path, at_the_end: Callable[[Callable[[], None]], None]) -> None:
    log = base / f"{program.name}.log"
    with open(log, "wb") as output:
        process = programs.start(program, output)
    at_the_end(partial(programs.stop, program, process))
    if not programs.wait_ready(program, process, 30):
        raise pytest.UsageError(f"{program.name} did not start:\n{log.read_text(errors='replace')}")


def _address() -> Address:
    return Address(port=ports.free_port(), password='only for "tests": /?#@%&+ \u00fc')


def _place(account: accounts.Account | None) -> Path:
    """A new directory that the account can enter, also where TMPDIR is root's alone."""
    for place in PLACES:
        base = Path(tempfile.mkdtemp(prefix="ceasefire-tests-", dir=place))
        base.chmod(0o711)
        if account is None or account.can_enter(base):
            return base
        base.rmdir()
    raise pytest.UsageError(f"PostgreSQL's account can enter none of {PLACES}.")


def _directory(path: Path) -> Path:
    path.mkdir()
    path.chmod(0o711)
    return path


# The databases of a run ---------------------------------------------------------------------------------------


def _name(part: str) -> str:
    return f"test_ceasefire_{os.environ[RUN]}_{part}"


def _make_template(execute: Callable[..., list[Any]]) -> None:
    unfinished = _name("unfinished")
    execute(f'CREATE DATABASE "{unfinished}"')
    connection.settings_dict["NAME"] = unfinished
    call_command("migrate", verbosity=0, interactive=False)
    connection.close()
    execute(f'ALTER DATABASE "{unfinished}" RENAME TO "{_name("template")}"')


def _drop_template() -> None:
    with _administration() as execute:
        for part in ("template", "unfinished"):
            execute(f'DROP DATABASE IF EXISTS "{_name(part)}" WITH (FORCE)')


@contextmanager
def _administration() -> Iterator[Callable[..., list[Any]]]:
    """Statements to the server beside Django's own connection, each its own transaction."""
    administration = psycopg2.connect(url_of("postgres"))
    administration.autocommit = True
    try:
        with administration.cursor() as cursor:

            def execute(statement: str, values: list[Any] | None = None) -> list[Any]:
                cursor.execute(statement, values)
                return cursor.fetchall() if cursor.description else []

            yield execute
    finally:
        administration.close()
