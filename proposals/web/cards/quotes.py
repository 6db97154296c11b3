"""Somebody's words, and what a position asks for."""

from collections.abc import Iterable
from dataclasses import dataclass

from actors.reads import Ties
from ceasefire.ledger.clocks import Clocks
from proposals.models import Condition, Proposal, Provision, Rendering, Statement
from proposals.reads.reviews import confirmed
from proposals.reads.stances import wording
from proposals.web.cards.people import joined, principals_of, speakers_of

MOST_SHOWN = 1_000  # characters of one quote in a list; its own page has all


@dataclass(frozen=True)
class Quote:
    """A statement as components/_quote.html takes it; `words` are empty where only its gist is known."""

    words: str
    gist: str
    language: str
    form: str
    speaker: str
    speaker_href: str
    office: str
    speaking_for: str
    said_on: str
    venue: str
    outlet: str
    relayed_by: str
    href: str
    grade: str
    reviewed: bool


@dataclass(frozen=True)
class Asking:
    """A condition as components/_condition.html takes it."""

    text: str
    of: str
    about: str
    about_href: str
    state: str = ""
    since: str = ""


def quote_of(statement: Statement, clocks: Clocks, ties: Ties, rendering: Rendering | None = None) -> Quote:
    """A statement in one of its wordings, the first unless another is given, clipped. Expects everything read along."""
    rendering = rendering or wording(statement)
    speakers = speakers_of(statement, clocks, ties)
    alone = speakers[0] if len(speakers) == 1 else None
    return Quote(
        words=clipped(rendering.quote) if rendering else "",
        gist=statement.gist or "",
        language=rendering.language if rendering else "",
        form=rendering.form if rendering else "",
        speaker=joined([one.name for one in speakers]),
        speaker_href=alone.href if alone else "",
        office=alone.office if alone else "",
        speaking_for=joined([one.name for one in principals_of(statement)]),
        said_on=statement.said_on,
        venue=where(statement),
        outlet=statement.outlet.name if statement.outlet else statement.source.outlet or "",
        relayed_by=statement.relayed_by.name if statement.relayed_by else "",
        href=clocks.link("statement", statement.slug),
        grade=f"{statement.source.reliability}{statement.credibility}",
        reviewed=confirmed(statement, clocks.moment),
    )


def clipped(words: str) -> str:
    """Words with room for a list: cut between two of them where they are very many, and marked so."""
    if len(words) <= MOST_SHOWN:
        return words
    return f"{words[:MOST_SHOWN].rsplit(maxsplit=1)[0]} […]"


def where(statement: Statement) -> str:
    return ", ".join(part for part in (statement.venue, statement.place) if part)


def asking(conditions: Iterable[Condition], clocks: Clocks) -> list[Asking]:
    """Conditions with what they point to."""
    return [
        Asking(
            text=one.text,
            of=one.of.name if one.of else "",
            about=one.provision.heading if one.provision else one.proposal.title if one.proposal else "",
            about_href=href_of(clocks, one.proposal, one.provision),
        )
        for one in conditions
    ]


def href_of(clocks: Clocks, proposal: Proposal | None, provision: Provision | None) -> str:
    """The address of a proposal, or of the place of one provision on its page."""
    if provision:
        return f"{clocks.link('proposal', provision.proposal.slug)}#{provision.slug}"
    return clocks.link("proposal", proposal.slug) if proposal else ""
