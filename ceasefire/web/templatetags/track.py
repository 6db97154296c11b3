"""The status track: what became of a proposal, drawn on the server from stretches of time."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django import template

from ceasefire.core.edtf import Edtf

register = template.Library()

WIDTH = 1000  # coordinates run from 0 to 1000 and are printed as per cent, so that letters keep their size
FADE = 70  # how far an uncertain end is drawn dashed
CLOSE = 45  # numbers nearer than this would overlap on a phone
CHARACTER = 12  # width of a letter on the narrowest screen that shows words


@dataclass(frozen=True, kw_only=True)
class Segment:
    """A stretch with one status; `begins` and `ends` are its dates for the table, `href` its evidence."""

    from_x: float
    to_x: float
    tone: str
    label: str
    uncertain_start: bool = False
    uncertain_end: bool = False
    begins: Edtf | str | None = None
    ends: Edtf | str | None = None
    href: str | None = None


@dataclass(frozen=True)
class Piece:
    """Part of a bar, solid or dashed."""

    x1: str
    x2: str
    sure: bool


@dataclass(frozen=True)
class Station:
    """A segment as it is drawn."""

    number: int
    segment: Segment
    x: str
    number_y: int
    pieces: tuple[Piece, ...]
    word_x: str | None


@dataclass(frozen=True)
class Tick:
    """A mark on the axis with its label."""

    x: str
    label: str
    place: str


@register.inclusion_tag("components/_track.html")
def status_track(
    segments: Iterable[Segment | Mapping[str, Any]],
    *,
    title: str = "Status over time",
    ident: str = "status-track",
    ticks: Iterable[tuple[float, str]] = (),
    today_x: float | None = None,
    source: str | None = None,
    download: str | None = None,
) -> dict[str, Any]:
    """Draw segments in order of time; `ticks` are pairs of coordinate and label, `download` an address."""
    read = [segment if isinstance(segment, Segment) else Segment(**segment) for segment in segments]
    return {
        "stations": _stations(read),
        "end": _end(read),
        "title": title,
        "ident": ident,
        "ticks": _ticks(list(ticks)),
        "today": None if today_x is None else _percent(today_x),
        "source": source,
        "download": download,
        "uncertain": any(segment.uncertain_start or segment.uncertain_end for segment in read),
    }


def _stations(segments: list[Segment]) -> list[Station]:
    stations: list[Station] = []
    level = 0
    for number, segment in enumerate(segments, start=1):
        crowded = number > 1 and segment.from_x - segments[number - 2].from_x < CLOSE
        level = (level + 1) % 3 if crowded else 0
        stations.append(
            Station(
                number=number,
                segment=segment,
                x=_percent(segment.from_x),
                number_y=34 - 14 * level,
                pieces=_pieces(segment),
                word_x=_percent(segment.from_x + 12) if _fits(segment) else None,
            )
        )
    return stations


def _pieces(segment: Segment) -> tuple[Piece, ...]:
    """The bar in up to three parts; a short uncertain bar is dashed as a whole rather than half sure."""
    length = segment.to_x - segment.from_x
    fade = min(FADE, length / 2)
    solid_from = segment.from_x + (fade if segment.uncertain_start else 0)
    solid_to = segment.to_x - (fade if segment.uncertain_end else 0)
    if solid_from >= solid_to:
        solid_from = solid_to = segment.to_x
    parts = [
        (segment.from_x, solid_from, False),
        (solid_from, solid_to, True),
        (solid_to, segment.to_x, False),
    ]
    return tuple(Piece(_percent(x1), _percent(x2), sure) for x1, x2, sure in parts if x2 > x1)


def _fits(segment: Segment) -> bool:
    return segment.to_x - segment.from_x > CHARACTER * (len(segment.label) + 2)


def _end(segments: list[Segment]) -> dict[str, Any] | None:
    if not segments:
        return None
    last = segments[-1]
    return {"x": _percent(last.to_x), "tone": last.tone, "sure": not last.uncertain_end}


def _ticks(ticks: list[tuple[float, str]]) -> list[Tick]:
    places = ["inner"] * len(ticks)
    if ticks:
        places[0], places[-1] = "first", "last"
    return [Tick(_percent(x), label, place) for (x, label), place in zip(ticks, places, strict=True)]


def _percent(x: float) -> str:
    return f"{min(max(x, 0), WIDTH) / WIDTH:.1%}"
