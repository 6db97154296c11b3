"""The timeline checked from outside: with hashlib alone, not with the code that wrote it."""

import hashlib
from dataclasses import dataclass

from ceasefire.timeline.models import Entry


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
