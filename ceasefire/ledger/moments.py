"""The two clocks of a question: the day in the world, and the number up to which the ledger is believed."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from ceasefire.core import edtf
from ceasefire.core.errors import BadInput, Missing
from ceasefire.ledger.models import Head, Outbox


@dataclass(frozen=True)
class Moment:
    """The world on `as_of`, as known at ledger number `seq`."""

    as_of: date
    seq: int


def head_seq() -> int:
    """The last number given; 0 for an empty ledger."""
    return Head.objects.values_list("seq", flat=True).get(pk=1)


def moment(*, now: datetime, as_of: str | None = None, known_at: str | None = None) -> Moment:
    """Read the two clocks of a request; what is not asked for is today, and everything known.

    Raises BadInput naming `as_of` or `known_at`, and Missing for a number that the ledger has not reached.
    """
    head = head_seq()
    day = _day(as_of, field="as_of") if as_of else now.astimezone(UTC).date()
    return Moment(as_of=day, seq=_seq(known_at, head=head) if known_at else head)


def _day(text: str, *, field: str) -> date:
    """The last day that an EDTF date reaches."""
    try:
        read = edtf.parse(text)
    except BadInput as fault:
        raise BadInput(str(fault), field=field) from fault
    if read.upper is None:
        raise BadInput("Give a date that ends; an open interval names no day.", field=field)
    return read.upper - timedelta(days=1)


def _seq(text: str, *, head: int) -> int:
    if named := re.fullmatch(r"seq:([0-9]{1,18})", text):
        seq = int(named[1])
        if seq > head:
            raise Missing(f"The ledger has reached number {head}; {seq} is not there yet.", field="known_at")
        return seq
    return _last_recorded_by(_instant(text))


def _instant(text: str) -> datetime:
    """An instant as it is, or the end of a day."""
    if "T" in text:
        try:
            instant = datetime.fromisoformat(text.replace(" ", "+"))  # "+00:00" unescaped in a query string
        except ValueError:
            instant = None
        if instant is None or instant.tzinfo is None:
            raise BadInput(
                "Write an instant with its offset, such as 2025-03-05T18:00:00Z, a date, or seq:N.",
                field="known_at",
            )
        return instant
    day = _day(text, field="known_at")
    return datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(days=1, microseconds=-1)


def _last_recorded_by(instant: datetime) -> int:
    last = Outbox.objects.filter(recorded_at__lte=instant, seq__isnull=False).order_by("-recorded_at", "-seq").first()
    return last.seq if last and last.seq else 0
