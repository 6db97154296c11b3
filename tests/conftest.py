"""What every test may use: people with roles, the first data set, and the ledger's numbers without a commit."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.db.backends.postgresql.operations import DatabaseOperations
from rest_framework.test import APIClient

from ceasefire.access.models import Token
from ceasefire.access.roles import ensure_groups
from ceasefire.access.services import importer
from proposals.exchange.importing import import_chronicle
from proposals.services import snapshots

FIRST_CHRONICLE = Path(__file__).parent.parent / "proposals" / "data" / "2025-03-partial-truce.yaml"
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)

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


@pytest.fixture
def first_chronicle(db: None) -> None:
    """The first data set, numbered and in the timeline."""
    import_chronicle(FIRST_CHRONICLE, by=importer(), at=NOW)
    take_numbers()
    snapshots.catch_up()


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
