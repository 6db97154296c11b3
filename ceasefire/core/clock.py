"""Wall-clock times as people print them, and the instant in UTC that they mean."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_CLOCK = re.compile(
    r"(?P<hour>[0-9]{2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?"
    r"(?P<offset>Z|[+-][0-9]{2}(?::[0-9]{2})?)?(?:\[(?P<zone>[^\[\]]*)\])?"
)
_ZONE = re.compile(r"[A-Z][A-Za-z_]+(?:/[A-Za-z0-9_+-]+){1,2}")  # never "localtime" or a path
_FIRST_OFFSET, _LAST_OFFSET = timedelta(hours=-12), timedelta(hours=14)


class BadTime(ValueError):
    """A time of day that does not exist, or that could mean two instants."""


@dataclass(frozen=True, slots=True)
class Time:
    """A time of day as written, the zone or offset it was said in, and its instant in UTC."""

    wall: str
    zone: str
    instant: datetime

    def in_words(self) -> str:
        """Such as `15:00 UTC`, `15:00 UTC+02:00` or `15:00 Europe/Kyiv`."""
        place = {"Z": "UTC"}.get(self.zone, self.zone)
        return f"{self.wall} UTC{place}" if place[0] in "+-" else f"{self.wall} {place}"


def read(day: date, text: str) -> Time:
    """Read `15:00Z`, `15:00+02:00`, `15:00[Europe/Kyiv]` or both of these on a day; else BadTime."""
    found = _CLOCK.fullmatch(text)
    if found is None:
        raise BadTime(f"{text!r} is no time; write 15:00Z, 15:00+02:00 or 15:00[Europe/Kyiv].")
    wall = _wall(day, found)
    said = wall_text(found)
    offset = _offset(found["offset"])
    if found["zone"] is not None:
        instant = _in_zone(wall, offset, found["zone"], said)
    elif offset is not None:
        instant = wall.replace(tzinfo=timezone(offset)).astimezone(UTC)
    else:
        raise BadTime(f"{said} where? Add Z for UTC, an offset such as +02:00, or a zone such as [Europe/Kyiv].")
    return Time(said, found["zone"] or found["offset"], instant)


def wall_text(found: re.Match[str]) -> str:
    """The digits of the time without offset and zone."""
    return found[0][: found.end("second") if found["second"] else found.end("minute")]


def _wall(day: date, found: re.Match[str]) -> datetime:
    hour, minute, second = int(found["hour"]), int(found["minute"]), int(found["second"] or 0)
    if second == 60:
        raise BadTime("Leap seconds cannot be kept; write 23:59:59.")
    if hour == 24 and minute == second == 0:
        return datetime.combine(day, time()) + timedelta(days=1)  # the end of the day as written
    if hour > 23 or minute > 59 or second > 59:
        raise BadTime(f"There is no time {wall_text(found)}; the day runs from 00:00 to 24:00.")
    return datetime.combine(day, time(hour, minute, second))


def _offset(text: str | None) -> timedelta | None:
    if text is None:
        return None
    if text == "Z":
        return timedelta()
    hours, minutes = int(text[1:3]), int(text[4:] or 0)
    offset = timedelta(hours=hours, minutes=minutes) * (-1 if text[0] == "-" else 1)
    if minutes > 59 or not _FIRST_OFFSET <= offset <= _LAST_OFFSET:
        raise BadTime(f"There is no offset {text}; offsets run from -12:00 to +14:00.")
    if text[0] == "-" and not offset:
        raise BadTime("-00:00 says that the offset is unknown; write Z or +00:00 for UTC.")
    return offset


def _in_zone(wall: datetime, offset: timedelta | None, name: str, said: str) -> datetime:
    zone = _zone(name)
    before, after = (wall.replace(tzinfo=zone, fold=fold).utcoffset() or timedelta() for fold in (0, 1))
    if offset is None and before != after:
        what = "was skipped when the clocks went forward" if before < after else "came twice when the clocks went back"
        choice = " or ".join(map(_spell, sorted((before, after))))
        raise BadTime(f"{said} in {name} {what}, on {wall.date()}: say which, {choice}.")
    if offset is not None and offset not in (before, after):
        raise BadTime(f"{name} was at {_spell(before)} then, not at {_spell(offset)}.")
    return wall.replace(tzinfo=timezone(before if offset is None else offset)).astimezone(UTC)


def _zone(name: str) -> ZoneInfo:
    if _ZONE.fullmatch(name):
        try:
            return ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            pass  # said below; OSError is a folder such as America/Argentina
    raise BadTime(f"There is no time zone {name!r}; write one such as Europe/Kyiv.")


def _spell(offset: timedelta) -> str:
    sign, size = ("-", -offset) if offset < timedelta() else ("+", offset)
    return f"{sign}{str(datetime.min + size)[11:].removesuffix(':00')}"
