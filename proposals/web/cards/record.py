"""An entry of the timeline as it was hashed."""

import hashlib
import json
from dataclasses import dataclass

from ceasefire.ledger.clocks import Clocks
from ceasefire.timeline.models import Entry


@dataclass(frozen=True)
class Record:
    """The bytes of an entry, its place in the chain, and whether the one fits the other."""

    seq: int
    body: str  # RFC 8785 canonical JSON, the very text that was hashed
    pretty: str
    hash: str
    previous_hash: str  # empty for the first
    computed: str
    previous_href: str
    next_href: str

    @property
    def size(self) -> int:
        return len(self.body.encode())

    @property
    def fits(self) -> bool:
        return self.computed == self.hash


def record(entry: Entry, clocks: Clocks, *, followed: bool) -> Record:
    previous = entry.previous_id or ""
    return Record(
        seq=entry.seq,
        body=entry.body,
        pretty=json.dumps(json.loads(entry.body), indent=2, ensure_ascii=False),
        hash=entry.hash,
        previous_hash=previous,
        computed=hashlib.sha256(bytes.fromhex(previous) + entry.body.encode()).hexdigest(),
        previous_href=clocks.link("entry", entry.seq - 1) if entry.seq > 1 else "",
        next_href=clocks.link("entry", entry.seq + 1) if followed and entry.seq < clocks.moment.seq else "",
    )
