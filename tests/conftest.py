"""What every test may use: people with roles, the first data set, and the ledger's numbers without a commit."""

import io
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth.models import User
from django.db import connection, transaction
from django.db.backends.postgresql.operations import DatabaseOperations
from hypothesis import settings as hypothesis_settings
from rest_framework.test import APIClient

from ceasefire.access.models import Token
from ceasefire.access.roles import ensure_groups
from ceasefire.access.services import importer
from proposals.exchange.importing import import_chronicle
from proposals.services import snapshots
from tests.servers import django_db_setup  # noqa: F401  pytest-django would have every process migrate for itself

FIRST_CHRONICLE = Path(__file__).parent.parent / "proposals" / "data" / "2025-03-partial-truce.yaml"
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)

hypothesis_settings.register_profile("here", deadline=None)  # a busy machine is no fault of the code
hypothesis_settings.load_profile("here")

_sql_flush = DatabaseOperations.sql_flush


def _flush_the_ledger_too(operations: DatabaseOperations, style: Any, tables: Sequence[str], **kwargs: Any) -> Any:
    """Emptying tables between tests is what the triggers are there to refuse; the ledger keeps its head row."""
    statements = _sql_flush(operations, style, tables, **kwargs)
    if not statements:
        return statements
    return [
        "SET LOCAL session_replication_role = replica",
        *statements,
        "INSERT INTO ledger_head (id, seq, recorded_at) VALUES (1, 0, clock_timestamp())",
    ]


DatabaseOperations.sql_flush = _flush_the_ledger_too


def take_numbers() -> None:
    """Do what a commit does to the ledger: check deferred constraints and give the facts their numbers."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


@pytest.fixture
def numbered() -> Callable[[], None]:
    return take_numbers


def _person(role: str) -> User:
    user = User.objects.create_user(username=role, password=f"{role} of the test", is_staff=True)
    user.groups.add(ensure_groups()[role])
    return user


@pytest.fixture
def editor(db: None) -> User:
    return _person("editor")


@pytest.fixture
def reviewer(db: None) -> User:
    return _person("reviewer")


@pytest.fixture
def administrator(db: None) -> User:
    return _person("administrator")


def _ledger_tables() -> list[str]:
    labels = ("ledger", "sources", "actors", "proposals", "timeline")
    return [model._meta.db_table for label in labels for model in apps.get_app_config(label).get_models()]


class Kept:
    """The first data set's rows, imported once a process and then copied in: 144 facts in a tenth of the time."""

    def __init__(self) -> None:
        self._rows: dict[str, str] = {}

    def put(self) -> None:
        """The first data set, numbered and in the timeline."""
        if self._rows:
            self._copy_in()
            return
        import_chronicle(FIRST_CHRONICLE, by=importer(), at=NOW)
        take_numbers()
        snapshots.catch_up()
        people = "(SELECT * FROM auth_user WHERE username = 'importer')"
        for table in ["auth_user", *_ledger_tables()]:
            rows = io.StringIO()
            with connection.cursor() as cursor:
                cursor.copy_expert(f"COPY {people if table == 'auth_user' else table} TO STDOUT", rows)
            self._rows[table] = rows.getvalue()

    def _copy_in(self) -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL session_replication_role = replica; DELETE FROM ledger_head")
            for table, rows in self._rows.items():
                cursor.copy_expert(f"COPY {table} FROM STDIN", io.StringIO(rows))
            cursor.execute("SET LOCAL session_replication_role = origin")


_first_chronicle = Kept()


@pytest.fixture
def first_chronicle(db: None) -> None:
    """The first data set, numbered and in the timeline."""
    _first_chronicle.put()


@pytest.fixture
def api() -> APIClient:
    """A program without a token."""
    return APIClient()


@pytest.fixture
def writer(editor: User) -> Iterator[APIClient]:
    """A program with the editor's token of scope `write`."""
    _, token = Token.objects.create(user=editor, scopes=["write"])
    client = APIClient()
    client.credentials(HTTP_AUTHORIZATION=f"Token {token}")
    yield client
