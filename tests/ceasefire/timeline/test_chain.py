"""The timeline is append-only, gapless and chained; the database checks each of these itself."""

import hashlib
import json
from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, connection

from ceasefire.timeline import reads
from ceasefire.timeline.models import Entry
from ceasefire.timeline.services import Happening, append, take_the_pen, waiting
from tests.chain import first_fault
from tests.conftest import take_numbers
from tests.factories.ledger import SourceFactory

pytestmark = pytest.mark.django_db

AT = datetime(2031, 5, 1, 12, tzinfo=UTC)


def happening(seq: int, **changes: object) -> Happening:
    said = {
        "seq": seq,
        "kind": "source_recorded",
        "recorded_at": AT,
        "world_on": "2031-05",
        "proposals": [],
        "actors": [],
        "cause": {},
        "payload": {"words": "Frieden – мир – 和平"},
    }
    return Happening(**said | changes)


def test_entries_are_chained_by_the_hash_of_their_canonical_bytes():
    append([happening(1), happening(2)])
    append([happening(3)])
    previous = ""
    for entry in Entry.objects.order_by("seq"):
        body = json.dumps(json.loads(entry.body), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        assert entry.body == body
        assert entry.hash == hashlib.sha256(bytes.fromhex(previous) + body.encode()).hexdigest()
        assert (entry.previous_id or "") == previous
        previous = entry.hash
    assert first_fault() is None


@pytest.mark.parametrize("seqs", [[2], [1, 3], [1, 2, 2], [0]])
def test_entry_follows_its_predecessor(seqs):
    with pytest.raises(IntegrityError, match="timeline_entry_follows_its_predecessor|timeline_entry_pkey"):
        append([happening(seq) for seq in seqs])


def test_a_fork_is_refused():
    append([happening(1), happening(2)])
    first = Entry.objects.get(seq=1)
    with pytest.raises(IntegrityError, match="timeline_entry_follows_its_predecessor"):
        Entry.objects.create(
            seq=3, kind="x", proposals=[], actors=[], recorded_at=AT, body="{}", hash="0", previous=first
        )


def test_entry_has_the_hash_of_its_bytes():
    with pytest.raises(IntegrityError, match="timeline_entry_has_the_hash_of_its_bytes"):
        Entry.objects.create(seq=1, kind="x", proposals=[], actors=[], recorded_at=AT, body="{}", hash="0" * 64)


@pytest.mark.parametrize(
    "sql", ["UPDATE timeline_entry SET kind = 'x'", "DELETE FROM timeline_entry", "TRUNCATE timeline_entry"]
)
def test_append_only(sql):
    append([happening(1)])
    take_numbers()
    with pytest.raises(IntegrityError, match="timeline_entry_is_append_only"), connection.cursor() as cursor:
        cursor.execute(sql)


@pytest.mark.parametrize(
    ("damage", "seq", "what"),
    [
        ("UPDATE timeline_entry SET body = replace(body, 'Frieden', 'Krieg') WHERE seq = 2", 2, "bytes"),
        (
            "DELETE FROM timeline_entry WHERE seq = 2;"
            "UPDATE timeline_entry SET previous_id = (SELECT hash FROM timeline_entry WHERE seq = 1) WHERE seq = 3",
            2,
            "missing",
        ),
    ],
)
def test_F28_first_fault_names_what_the_owner_of_the_tables_altered(damage, seq, what):
    append([happening(seq) for seq in range(1, 5)])
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")  # an owner can, the application cannot
        cursor.execute(damage)
    fault = first_fault()
    assert fault is not None
    assert fault.seq == seq
    assert what in fault.what


def test_lag_counts_numbers_without_an_entry():
    assert reads.lag() == reads.Lag(0, 0.0)
    SourceFactory()
    SourceFactory()
    take_numbers()
    assert reads.lag().behind == 2
    take_the_pen()
    assert [row.seq for row in waiting(10)] == [1, 2]
    append([happening(1)])
    assert reads.lag().behind == 1
    assert reads.lag().oldest_waiting_seconds >= 0
