"""Who stands where: verdicts as chips with the words behind them."""

from dataclasses import dataclass, replace

from actors.models import Actor
from ceasefire.ledger.clocks import Clocks
from proposals.models import Proposal, Provision
from proposals.reads.reviews import confirmed
from proposals.reads.stances import Held, Taken, Verdict
from proposals.web.cards.people import Person, joined, person
from proposals.web.cards.quotes import Asking, asking, clipped, href_of


@dataclass(frozen=True)
class Voice:
    """One position: who gave it voice, the words or their gist, and what it asks for."""

    stance: str
    speakers: list[Person]
    jointly: str
    words: str
    language: str
    gist: str
    said_on: str
    href: str
    conditions: list[Asking]
    note: str
    reviewed: bool


@dataclass(frozen=True)
class Stand:
    """Where an actor stands: a chip (`code` empty: no statement; several codes: contested) and its voices."""

    actor: Person
    code: str
    contested: list[str]
    days: int | None
    counts_for: str
    voices: list[Voice]
    about: str = ""
    about_href: str = ""
    within: str = ""  # the proposal, where that is one of its provisions
    holder: Person | None = None  # whose stance it is, on the page of somebody else

    @property
    def brief(self) -> str:
        """Who to name beside the actor where room is short: the voices, else the actor's own office."""
        return joined([one.name for one in self.voices[0].speakers]) if self.voices else ""


def stand(verdict: Verdict, clocks: Clocks) -> Stand:
    codes = [held.position.stance for held in verdict.held]
    return Stand(
        actor=person(verdict.actor, clocks, verdict.office),
        code=codes[0] if len(codes) == 1 else "",
        contested=codes if len(codes) > 1 else [],
        days=verdict.days_silent,
        counts_for=joined([one.name for one in verdict.counts_for]),
        voices=[_voice(held, clocks) for held in verdict.held],
    )


def stand_on(taken: Taken, clocks: Clocks, *, seen_by: Actor) -> Stand:
    """A verdict with the proposal or provision that it is on, and its holder where that is another."""
    about: Proposal | Provision = taken.provision or taken.proposal
    plain = stand(taken.verdict, clocks)
    return replace(
        plain,
        about=str(about),
        about_href=href_of(clocks, taken.proposal, taken.provision),
        within=taken.proposal.title if taken.provision else "",
        holder=plain.actor if taken.verdict.actor.pk != seen_by.pk else None,
    )


def _voice(held: Held, clocks: Clocks) -> Voice:
    statement, quote = held.statement, held.quote
    return Voice(
        stance=held.position.stance,
        speakers=[person(actor, clocks, tie) for actor, tie in held.speakers],
        jointly=joined([one.name for one in held.jointly]),
        words=clipped(quote.quote) if quote else "",
        language=quote.language if quote else "",
        gist=statement.gist or "",
        said_on=statement.said_on,
        href=clocks.link("statement", statement.slug),
        conditions=asking(held.conditions, clocks),
        note=held.position.note or "",
        reviewed=confirmed(statement, clocks.moment),
    )
