"""Dates in the world: the part of EDTF that this record understands, kept as written, with half-open bounds.

Day, month, year (`2025-03-02`, `2025-03`, `2025`); unspecified parts (`2025-03-XX`); wall-clock time with its
offset or zone (`2025-03-02T15:00+02:00`, `2025-03-02T15:00[Europe/Kyiv]`); `~` around, `?` uncertain, `%`
both; intervals (`2025-03-02/2025-04`, `2025-03-02/..`, `../2025-04`, `../..`).
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from ceasefire.core import clock
from ceasefire.core.errors import BadInput

FIRST_YEAR, LAST_YEAR = 1800, 2199
LONGEST = 64
OPEN = ".."

Precision = Literal["time", "day", "month", "year", "interval"]

_EXAMPLES = "Write a date such as 2025-03-02, 2025-03, 2025, 2025-03-02~ (around) or 2025-03-02/.. (end unknown)."
_SLASH = re.compile(r"/(?![^\[]*\])")  # not the one inside [Europe/Kyiv]
_POINT = re.compile(
    r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2}|XX)(?:-(?P<day>[0-9]{2}|XX))?)?"
    r"(?:T(?P<clock>[^~?%]*))?(?P<mark>[~?%])?"
)
_ODD_YEAR = re.compile(r"[+-]?Y|[+-][0-9]|[0-9]{5}|[0-9]{1,3}(?![0-9:])")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


class BadDate(BadInput):
    """A date was written in a way this record cannot read, or does not exist."""

    code = "bad_date"


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date in the world as written, and its days `[lower, upper)`, None where open."""

    text: str
    lower: date | None
    upper: date | None
    precision: Precision
    approximate: bool = False
    uncertain: bool = False
    open_start: bool = False
    open_end: bool = False
    instant: datetime | None = None  # in UTC, of a single time; the bounds stay on the day as written
    zone: str | None = None  # the IANA zone, or else the offset, as written

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class _Point:
    """One end of an interval, or a date by itself."""

    lower: date
    upper: date
    precision: Precision
    blurred: str  # what XX leaves open: "", "day" or "month"
    mark: str
    time: clock.Time | None

    @property
    def approximate(self) -> bool:
        return self.mark in ("~", "%")

    @property
    def uncertain(self) -> bool:
        return self.mark in ("?", "%")


def parse(text: object, *, field: str | None = None) -> Edtf:
    """Read a date; BadDate names what is wrong with it."""
    try:
        return _parse(text)
    except BadDate as refusal:
        refusal.field = field
        raise


def in_words(when: Edtf) -> str:
    """The date as an English reader would say it, with its uncertainty spelt out."""
    ends = [None if end == OPEN else _point(end) for end in _SLASH.split(when.text)]
    match ends:
        case [_Point() as only]:
            return _say(only)
        case [None, None]:
            return "date unknown"
        case [None, _Point() as end]:
            return f"until {_say(end)}, start unknown"
        case [_Point() as start, None]:
            return f"from {_say(start)}, end unknown"
        case [_Point() as start, _Point() as end]:
            return f"{_say(start)} to {_say(end)}"
    raise BadDate(f"{when.text!r} is no date. {_EXAMPLES}")


def _parse(text: object) -> Edtf:
    if not isinstance(text, str):
        raise BadDate(f"A date must be text. {_EXAMPLES}")
    text = text.strip()
    if not text:
        raise BadDate(f"The date is empty. {_EXAMPLES}")
    if len(text) > LONGEST:
        raise BadDate(f"A date takes at most {LONGEST} characters; this has {len(text):,}.")
    ends = _SLASH.split(text)
    if len(ends) == 1:
        return _single(text)
    if len(ends) > 2:
        raise BadDate("An interval has one start and one end, as in 2025-03-02/2025-03-05.")
    return _interval(text, *ends)


def _single(text: str) -> Edtf:
    point = _point(text)
    return Edtf(
        text,
        lower=point.lower,
        upper=point.upper,
        precision=point.precision,
        approximate=point.approximate,
        uncertain=point.uncertain,
        instant=point.time.instant if point.time else None,
        zone=point.time.zone if point.time else None,
    )


def _interval(text: str, start_text: str, end_text: str) -> Edtf:
    if not start_text or not end_text:
        raise BadDate("Write .. for a start or end that is open or unknown, as in 2025-03-02/..")
    start = None if start_text == OPEN else _point(start_text)
    end = None if end_text == OPEN else _point(end_text)
    if start and end and _runs_backwards(start, end):
        raise BadDate(f"The interval runs backwards: {end_text} lies before {start_text}.")
    ends = [point for point in (start, end) if point]
    return Edtf(
        text,
        lower=start.lower if start else None,
        upper=end.upper if end else None,
        precision="interval",
        approximate=any(point.approximate for point in ends),
        uncertain=any(point.uncertain for point in ends),
        open_start=start is None,
        open_end=end is None,
    )


def _runs_backwards(start: _Point, end: _Point) -> bool:
    """Whether no reading of the two puts the start first; `2025-05-31/2025-05` has one."""
    if start.time and end.time:
        return start.time.instant > end.time.instant
    return start.lower >= end.upper


def _point(text: str) -> _Point:
    found = _POINT.fullmatch(text)
    if found is None:
        raise BadDate(_what_is_wrong_with(text))
    year, month, day = int(found["year"]), found["month"], found["day"]
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise BadDate(f"The year {found['year']} lies outside {FIRST_YEAR} to {LAST_YEAR}.")
    mark = found["mark"] or ""
    if found["clock"] is not None:
        lower = _day(year, month, day, found["clock"])
        time = _time(lower, found["clock"])
        return _Point(lower, lower + timedelta(days=1), "time", "", mark, time)
    lower, upper, precision = _bounds(year, month, day)
    blurred = "day" if day == "XX" else "month" if month == "XX" else ""
    return _Point(lower, upper, precision, blurred, mark, None)


def _bounds(year: int, month: str | None, day: str | None) -> tuple[date, date, Precision]:
    if month is None or month == "XX":
        if day not in (None, "XX"):
            raise BadDate(f"Day {day} of an unknown month cannot be kept; write {year} or {year}-XX-XX.")
        return date(year, 1, 1), date(year + 1, 1, 1), "year"
    first = _day(year, month, "01")
    if day is None or day == "XX":
        return first, first + timedelta(days=monthrange(year, first.month)[1]), "month"
    only = _day(year, month, day)
    return only, only + timedelta(days=1), "day"


def _day(year: int, month: str | None, day: str | None, time: str = "") -> date:
    if month is None or day is None or "XX" in (month, day):
        raise BadDate(f"A time needs its full day, as in 2025-03-02T{time or '15:00Z'}.")
    if not 1 <= int(month) <= 12:
        raise BadDate(f"There is no month {month}.")
    last = monthrange(year, int(month))[1]
    if not 1 <= int(day) <= last:
        raise BadDate(f"{_MONTHS[int(month) - 1]} {year} has {last} days; there is no day {day}.")
    return date(year, int(month), int(day))


def _time(day: date, text: str) -> clock.Time:
    try:
        return clock.read(day, text)
    except clock.BadTime as refusal:
        raise BadDate(str(refusal)) from None


def _what_is_wrong_with(text: str) -> str:
    if _ODD_YEAR.match(text):
        return f"Years are written with four digits, from {FIRST_YEAR} to {LAST_YEAR}; {text!r} is not."
    if text.startswith(OPEN):
        return f"{text!r} is no end of an interval; write .. alone for an open one."
    return f"{text!r} is not a date that this record can read. {_EXAMPLES}"


def _say(point: _Point) -> str:
    words = _say_day(point)
    if point.time:
        words = f"{words}, {point.time.in_words()}"
    around = "around " if point.approximate else ""
    return f"{around}{words}{' (uncertain)' if point.uncertain else ''}"


def _say_day(point: _Point) -> str:
    year, month = point.lower.year, _MONTHS[point.lower.month - 1]
    match point.precision:
        case "year":
            words = f"{year}"
        case "month":
            words = f"{month} {year}"
        case _:
            return f"{point.lower.day} {month} {year}"
    return f"a {point.blurred} in {words}" if point.blurred else words
