"""The current-position rule: which of the things an actor has said is its stance on a day.

A pure function over what was said; `VERSION` and `TEXT` go with every verdict, so that a reader can check it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

VERSION = "1"
TEXT = (
    "Of what an actor has said about a proposal, as far as the ledger knew it, the statement made last, on or before "
    "the day asked about, counts. On the same date what was heard at first hand goes before what was relayed. "
    "Statements whose dates do not tell which came last are shown side by side as contested when they differ. Who has "
    "said nothing is shown with the days since the proposal was voiced."
)

T = TypeVar("T")


@dataclass(frozen=True)
class Said(Generic[T]):
    """One stance with the half-open bounds of its date; `first_hand` is false for relays and reports."""

    stance: str
    lower: date | None
    upper: date | None
    first_hand: bool
    seq: int
    what: T


def current(said: Sequence[Said[T]], *, as_of: date) -> list[Said[T]]:
    """What counts on a day: nothing, one, or several that contest each other."""
    by_then = [one for one in said if one.lower is None or one.lower <= as_of]
    last = [one for one in by_then if not any(_certainly_before(one, other) for other in by_then)]
    last = [one for one in last if not any(_outranked(one, other) for other in last)]
    newest_first = sorted(last, key=lambda one: one.seq, reverse=True)
    distinct: dict[str, Said[T]] = {}
    for one in newest_first:
        distinct.setdefault(one.stance, one)
    return list(distinct.values())


def _certainly_before(one: Said[T], other: Said[T]) -> bool:
    return one.upper is not None and other.lower is not None and one.upper <= other.lower


def _outranked(one: Said[T], other: Said[T]) -> bool:
    same_date = (one.lower, one.upper) == (other.lower, other.upper)
    return same_date and other.first_hand and not one.first_hand
