"""The status track: a proposal's life as segments on a line, in coordinates that a drawing can use as they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from proposals.models import StatusChange
from proposals.states import Status, tone

WIDTH = 1000
LEAST = 70  # every segment keeps room for its word, so the line is not to scale where little is known


@dataclass(frozen=True)
class Segment:
    """One status from where it begins to where the next one does; x runs from 0 to 1000."""

    from_x: int
    to_x: int
    tone: str
    label: str
    since: str
    uncertain_start: bool
    uncertain_end: bool


def track(changes: Sequence[StatusChange], *, until: date) -> list[Segment]:
    """Lay out a whole proposal's changes, oldest first, up to a day."""
    if not changes:
        return []
    starts = _positions(changes, until)
    ends = [*starts[1:], WIDTH]
    vague = [_vague(change) for change in changes]
    last = tone(Status(changes[-1].to_status)) == "ended"
    return [
        Segment(
            from_x=starts[place],
            to_x=ends[place],
            tone=tone(Status(change.to_status)),
            label=Status(change.to_status).words,
            since=change.effective_on,
            uncertain_start=vague[place],
            uncertain_end=vague[place + 1] if place + 1 < len(changes) else not last,
        )
        for place, change in enumerate(changes)
    ]


def _vague(change: StatusChange) -> bool:
    return change.effective_precision not in {"day", "time"} or "~" in change.effective_on or "?" in change.effective_on


def _positions(changes: Sequence[StatusChange], until: date) -> list[int]:
    """Where each segment starts: in proportion to time, but never narrower than a word."""
    days = [_day(change) for change in changes]
    known = [day for day in days if day is not None]
    first = min(known, default=until)
    span = max((until - first).days, 1)
    room = WIDTH - LEAST * len(changes)
    return [
        LEAST * place + (round(room * max((day - first).days, 0) / span) if day else 0)
        for place, day in enumerate(days)
    ]


def _day(change: StatusChange) -> date | None:
    return change.effective_lower or change.effective_upper
