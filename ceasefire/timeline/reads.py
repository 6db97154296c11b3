"""Questions to the timeline."""

import hashlib
from dataclasses import dataclass

from django.db.models import Min
from django.db.models.functions import Now

from ceasefire.ledger.models import Head, Outbox
from ceasefire.timeline.models import Entry


@dataclass(frozen=True)
class Lag:
    """How far the timeline is behind the ledger: numbers without an entry, and seconds the oldest has waited."""

    behind: int
    oldest_waiting_seconds: float


def lag() -> Lag:
    written = Entry.objects.order_by("-seq").values_list("seq", flat=True).first() or 0
    behind = Head.objects.values_list("seq", flat=True).get(pk=1) - written
    if behind <= 0:
        return Lag(0, 0.0)
    oldest = Outbox.objects.after(written).order_by().aggregate(wait=Now() - Min("recorded_at"))["wait"]
    return Lag(behind, round(oldest.total_seconds(), 3) if oldest else 0.0)


@dataclass(frozen=True)
class Fault:
    """The first place at which the timeline does not verify."""

    seq: int
    what: str


def first_fault() -> Fault | None:
    """Walk the chain from the first entry to the last; memory stays flat."""
    expected, previous = 1, ""
    for entry in Entry.objects.order_by("seq").values_list("seq", "body", "hash", "previous_id").iterator(2000):
        seq, body, digest, parent = entry
        if seq != expected:
            return Fault(expected, f"entry {expected} is missing")
        if (parent or "") != previous:
            return Fault(seq, "it does not link to the hash of the entry before it")
        if hashlib.sha256(bytes.fromhex(previous) + body.encode()).hexdigest() != digest:
            return Fault(seq, "its bytes do not have its hash")
        expected, previous = seq + 1, digest
    return None
