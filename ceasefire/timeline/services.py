"""Appending to the timeline. One caller: the snapshot job."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.db import connection

from ceasefire.core import edtf
from ceasefire.core.canonical import canonical_bytes, canonical_digest
from ceasefire.ledger.models import Outbox
from ceasefire.timeline.models import Entry

ENTRY_LOCK = 0x70656E  # "pen": the advisory lock of the timeline's one writer


@dataclass(frozen=True)
class Happening:
    """What one ledger number was about, ready to be written down."""

    seq: int
    kind: str
    recorded_at: datetime
    world_on: str | None  # EDTF
    proposals: Sequence[str]  # slugs
    actors: Sequence[str]
    cause: dict[str, Any]  # which fact, what happened to it, on what evidence, entered by whom
    payload: dict[str, Any]

    def body(self) -> str:
        """The canonical JSON that is stored and hashed."""
        return canonical_bytes(
            {
                "seq": self.seq,
                "kind": self.kind,
                "recorded_at": self.recorded_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
                "world_on": self.world_on,
                "proposals": list(self.proposals),
                "actors": list(self.actors),
                "cause": self.cause,
                "payload": self.payload,
            }
        ).decode()


def take_the_pen() -> None:
    """Wait to be the timeline's only writer until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [ENTRY_LOCK])


def waiting(limit: int) -> list[Outbox]:
    """The oldest numbers that have no entry yet, at most `limit`, in order."""
    last = Entry.objects.order_by("-seq").values_list("seq", flat=True).first() or 0
    return list(Outbox.objects.after(last)[:limit])


def append(happenings: Sequence[Happening]) -> None:
    """Chain the happenings, in order of their numbers, to the end of the timeline.

    The database refuses a gap, a fork and a hash that is not of its bytes.
    """
    last = Entry.objects.order_by("-seq").values_list("hash", flat=True).first()
    entries = []
    for happening in happenings:
        entry = _entry(happening, previous=last)
        entries.append(entry)
        last = entry.hash
    Entry.objects.bulk_create(entries)


def _entry(happening: Happening, *, previous: str | None) -> Entry:
    body = happening.body()
    world = edtf.parse(happening.world_on) if happening.world_on else None
    return Entry(
        seq=happening.seq,
        kind=happening.kind,
        proposals=list(happening.proposals),
        actors=list(happening.actors),
        world_on=happening.world_on,
        world_lower=world.lower if world else None,
        world_upper=world.upper if world else None,
        recorded_at=happening.recorded_at,
        body=body,
        hash=canonical_digest(bytes.fromhex(previous or ""), body.encode()).hex(),
        previous_id=previous,
    )
