"""Sources as provenance lines, and what a fact rests on as a link."""

from dataclasses import dataclass

from ceasefire.core import edtf
from ceasefire.ledger.clocks import Clocks
from ceasefire.sources.models import Source
from proposals.models import Event, Statement
from proposals.web.cards.people import joined, voices


@dataclass(frozen=True)
class Provenance:
    """A source as components/_provenance.html takes it, with its own page."""

    title: str
    href: str
    url: str
    outlet: str
    author: str
    kind: str
    published_on: str
    language: str
    grade: str


@dataclass(frozen=True)
class Evidence:
    """What a fact rests on: a name and where to read it."""

    label: str
    href: str


def provenance(source: Source, clocks: Clocks, *, credibility: int | None = None) -> Provenance:
    """A source; with the credibility of one report in it, the grade is of both, such as B2."""
    return Provenance(
        title=source.title,
        href=clocks.link("source", source.slug),
        url=source.url or "",
        outlet=source.outlet or "",
        author=source.author or "",
        kind=source.kind,
        published_on=source.published_on,
        language=source.language,
        grade=f"{source.reliability}{credibility or ''}",
    )


def evidence(
    clocks: Clocks, *, statement: Statement | None = None, source: Source | None = None, event: Event | None = None
) -> Evidence | None:
    """The one of the three that is there. A statement's speakers have to be read along."""
    if statement:
        said = edtf.in_words(edtf.parse(statement.said_on))
        return Evidence(
            f"{joined([one.name for one in voices(statement)])}, {said}", clocks.link("statement", statement.slug)
        )
    if event:
        return Evidence(event.title, clocks.link("event", event.slug))
    if source:
        return Evidence(source.title, clocks.link("source", source.slug))
    return None
