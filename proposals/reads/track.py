"""The status track: a proposal's life as segments on a line, in coordinates that a drawing can use as they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from proposals.models import StatusChange
from proposals.states import Status, tone

WIDTH = 1000
LEAST = 70  # every segment keeps room for its number, so the line is not to scale where little is known


@dataclass(frozen=True)
class Segment:
    """One status from where it begins to where the next one does; x runs from 0 to 1000."""

    change: StatusChange
    from_x: int
    to_x: int
    tone: str
    label: str
    since: str
    until: str | None
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
            change=change,
            from_x=starts[place],
            to_x=ends[place],
            tone=tone(Status(change.to_status)),
            label=Status(change.to_status).words,
            since=change.effective_on,
            until=changes[place + 1].effective_on if place + 1 < len(changes) else None,
            uncertain_start=vague[place],
            uncertain_end=vague[place + 1] if place + 1 < len(changes) else not last,
        )
        for place, change in enumerate(changes)
    ]


def _vague(change: StatusChange) -> bool:
    return change.effective_precision not in {"day", "time"} or any(mark in change.effective_on for mark in "~?%")


def _positions(changes: Sequence[StatusChange], until: date) -> list[int]:
    """Where each segment starts: in proportion to time, but never narrower than a word, and never running back."""
    days = _days(changes, until)
    first = days[0]
    span = max((until - first).days, 1)
    room = max(WIDTH - LEAST * len(changes), 0)
    least = min(LEAST, WIDTH // len(changes))
    return [least * place + round(room * min((day - first).days / span, 1)) for place, day in enumerate(days)]


def _days(changes: Sequence[StatusChange], until: date) -> list[date]:
    """A day for each change; one whose beginning is not known comes no later than the one after it."""
    days: list[date] = []
    limit = until
    for change in reversed(changes):
        limit = min(change.effective_lower or change.effective_upper or limit, limit)
        days.append(limit)
    return days[::-1]
