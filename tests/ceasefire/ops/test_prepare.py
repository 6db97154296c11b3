import io
import os
import stat
from pathlib import Path

import psycopg2
import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.db import connection

from ceasefire.ledger.models import Head
from ceasefire.ops import static
from ceasefire.ops.management.commands import prepare
from ceasefire.ops.unusable import Unusable
from tests import servers

pytestmark = [
    pytest.mark.slow,  # it loads the first data set
    pytest.mark.django_db(transaction=True),  # it takes and gives back a session of its own
]


@pytest.fixture
def keep(tmp_path: Path, monkeypatch) -> Path:
    """Where this run keeps its passwords; the static files have a test of their own."""
    monkeypatch.setenv("CEASEFIRE_HOME", str(tmp_path))
    monkeypatch.setattr(static, "collect", lambda: False)
    return tmp_path


def run() -> str:
    said = io.StringIO()
    call_command("prepare", stdout=said)
    return said.getvalue()


def test_an_empty_database_gets_first_data_and_accounts(keep: Path):
    said = run()
    assert Head.objects.get().seq > 0
    pairs = [line.split() for line in (keep / "accounts.txt").read_text().splitlines()]
    assert {name for name, _ in pairs} == {"editor", "reviewer", "administrator"}
    for name, password in pairs:
        assert User.objects.get(username=name).check_password(password)
        assert password not in said
    assert stat.S_IMODE((keep / "accounts.txt").stat().st_mode) == 0o600


def test_a_second_time_changes_nothing(keep: Path):
    run()
    before = Head.objects.get().seq, (keep / "accounts.txt").read_text()
    said = run()
    assert (Head.objects.get().seq, (keep / "accounts.txt").read_text()) == before
    assert "first data: not needed" in said and "accounts: there are some" in said


def test_accounts_whose_passwords_cannot_be_kept_are_not_made(keep: Path, monkeypatch):
    monkeypatch.setenv("CEASEFIRE_HOME", os.devnull)
    with pytest.raises(Unusable):
        run()
    assert not User.objects.filter(username="editor").exists()


def test_only_one_prepares_a_database_at_a_time(keep: Path, monkeypatch):
    monkeypatch.setattr(prepare, "PATIENCE", 0)
    other = psycopg2.connect(servers.url_of(connection.settings_dict["NAME"]))
    try:
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [prepare.ONE_AT_A_TIME])
            with pytest.raises(CommandError, match="Another process has been preparing this database"):
                run()
    finally:
        other.close()
    assert Head.objects.get().seq == 0
