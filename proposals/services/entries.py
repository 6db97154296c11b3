"""What a timeline entry says about a fact: its kind, whom it concerns, when in the world, on what evidence."""

from dataclasses import dataclass, field
from functools import singledispatch

from actors.models import Actor, Affiliation, Name
from ceasefire.ledger.models import Fact
from ceasefire.sources.models import Source
from proposals.models import (
    Account,
    Effect,
    Event,
    Link,
    Party,
    Position,
    Process,
    Proposal,
    Proposer,
    Provision,
    Rendering,
    Review,
    Speaker,
    Statement,
    StatusChange,
    Text,
    Undertaking,
)


@dataclass(frozen=True)
class Telling:
    """`proposals` and `actors` are slugs, the subject first; `world_on` is EDTF."""

    noun: str
    proposals: list[str] = field(default_factory=list)
    actors: list[str] = field(default_factory=list)
    world_on: str | None = None


FIRST = {  # what the first reading of a fact is told as; a later event is "<noun>_corrected" or "<noun>_retracted"
    "account": "account_given",
    "actor": "actor_recorded",
    "affiliation": "affiliation_recorded",
    "event": "event_recorded",
    "effect": "event_linked",
    "link": "link_recorded",
    "name": "name_recorded",
    "party": "party_recorded",
    "position": "position_stated",
    "process": "process_recorded",
    "proposal": "proposal_recorded",
    "proposer": "proposer_recorded",
    "provision": "provision_recorded",
    "rendering": "rendering_recorded",
    "review": "review_recorded",
    "source": "source_recorded",
    "statement": "statement_recorded",
    "status": "status_changed",
    "text": "text_issued",
    "undertaking": "undertaking_recorded",
}
KINDS = sorted({*FIRST.values(), *(f"{noun}_{done}" for noun in FIRST for done in ("corrected", "retracted"))})


def _slugs(*facts: Fact | None) -> list[str]:
    """Slugs without repeats, in order."""
    return list(dict.fromkeys(fact.slug for fact in facts if fact))


@singledispatch
def tell(fact: Fact) -> Telling:
    """How the timeline tells of a fact. Raises TypeError for a fact table that nobody described."""
    raise TypeError(f"{type(fact).__name__} has no entry kind")


@tell.register
def _(fact: Process) -> Telling:
    return Telling("process")


@tell.register
def _(fact: Party) -> Telling:
    return Telling("party", actors=[fact.actor.slug])


@tell.register
def _(fact: Actor) -> Telling:
    return Telling("actor", actors=[fact.slug])


@tell.register
def _(fact: Name) -> Telling:
    return Telling("name", actors=[fact.actor.slug])


@tell.register
def _(fact: Affiliation) -> Telling:
    return Telling("affiliation", actors=_slugs(fact.actor, fact.organisation), world_on=fact.held_on)


@tell.register
def _(fact: Source) -> Telling:
    return Telling("source", world_on=fact.published_on)


@tell.register
def _(fact: Proposal) -> Telling:
    return Telling("proposal", proposals=[fact.slug], world_on=fact.voiced_on)


@tell.register
def _(fact: Proposer) -> Telling:
    said_on = fact.statement.said_on if fact.statement else None
    return Telling("proposer", proposals=[fact.proposal.slug], actors=[fact.actor.slug], world_on=said_on)


@tell.register
def _(fact: Link) -> Telling:
    said_on = fact.statement.said_on if fact.statement else None
    return Telling("link", proposals=_slugs(fact.proposal, fact.target), world_on=said_on)


@tell.register
def _(fact: Account) -> Telling:
    said_on = fact.statement.said_on if fact.statement else None
    return Telling("account", [fact.proposal.slug], _slugs(fact.described_by), said_on)


@tell.register
def _(fact: Text) -> Telling:
    return Telling("text", [fact.proposal.slug], world_on=fact.issued_on)


@tell.register
def _(fact: Provision) -> Telling:
    said_on = fact.statement.said_on if fact.statement else None
    return Telling("provision", proposals=[fact.proposal.slug], world_on=said_on)


@tell.register
def _(fact: Undertaking) -> Telling:
    said_on = fact.statement.said_on if fact.statement else None
    asked = [fact.actor, *(asker.actor for asker in fact.askers.select_related("actor").order_by("id"))]
    return Telling("undertaking", [fact.provision.proposal.slug], _slugs(*asked), said_on)


@tell.register
def _(fact: Event) -> Telling:
    took_part = fact.participants.select_related("actor").order_by("id")
    return Telling("event", actors=_slugs(*(one.actor for one in took_part)), world_on=fact.happened_on)


@tell.register
def _(fact: Effect) -> Telling:
    return Telling("effect", [fact.proposal.slug], world_on=fact.event.happened_on)


@tell.register
def _(fact: Statement) -> Telling:
    return Telling("statement", actors=people(fact), world_on=fact.said_on)


@tell.register
def _(fact: Rendering) -> Telling:
    return Telling("rendering", actors=people(fact.statement), world_on=fact.statement.said_on)


@tell.register
def _(fact: Position) -> Telling:
    holder_first = list(dict.fromkeys([fact.actor.slug, *people(fact.statement)]))
    return Telling("position", [fact.proposal.slug], holder_first, fact.statement.said_on)


@tell.register
def _(fact: StatusChange) -> Telling:
    concerned = _slugs(fact.applies_to, fact.according_to)
    return Telling("status", [fact.proposal.slug], concerned, fact.effective_on)


@tell.register
def _(fact: Review) -> Telling:
    if fact.status_change:
        return Telling("review", proposals=[fact.status_change.proposal.slug])
    return Telling("review", actors=people(fact.statement) if fact.statement else [])


def people(statement: Statement) -> list[str]:
    """Slugs of who spoke and for whom, speakers first."""
    rows = list(statement.speakers.select_related("actor").order_by("id"))
    return _slugs(*(one.actor for one in sorted(rows, key=lambda one: one.part != Speaker.Part.SPEAKER)))
