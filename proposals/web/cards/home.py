"""The home page: each process with its rows."""

from collections.abc import Sequence
from dataclasses import dataclass

from ceasefire.ledger.clocks import Clocks
from proposals.reads.dashboard import InProcess, OnTheTable
from proposals.reads.history import Register
from proposals.web.cards.entries import entry_card
from proposals.web.cards.proposals import Row, row


@dataclass(frozen=True)
class ProcessCard:
    """A process: what is on its table, what has ended, and how much moved lately."""

    slug: str
    href: str
    name: str
    summary: str
    open: list[Row]
    ended: list[Row]
    changes_this_week: int


def in_process(found: InProcess, register: Register, clocks: Clocks) -> ProcessCard:
    return ProcessCard(
        slug=found.process.slug,
        href=clocks.link("proposals", process=found.process.slug),
        name=found.process.name,
        summary=found.process.summary or "",
        open=_rows(found.open, register, clocks),
        ended=_rows(found.ended, register, clocks),
        changes_this_week=found.changes_this_week,
    )


def _rows(found: Sequence[OnTheTable], register: Register, clocks: Clocks) -> list[Row]:
    return [row(one.state, clocks, entry_card(one.last, register, clocks) if one.last else None) for one in found]
