"""One row format for facts, in plain JSON values: timeline entries hold it, chronicles are compared with it.

References are slugs; what is not known is left out, so that a row says only what the ledger holds.
"""

from functools import singledispatch
from typing import Any

from actors.models import Actor, Affiliation, Name
from ceasefire.ledger.models import Fact
from ceasefire.sources.models import Source
from proposals.models import (
    Account,
    Condition,
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

Row = dict[str, Any]


def row(fact: Fact) -> Row:
    """A fact as a row: its id first, then what it says, without empty values."""
    return {"id": fact.slug} | {key: value for key, value in _said(fact).items() if value not in (None, "", [])}


def _slug(fact: Fact | None) -> str | None:
    return fact.slug if fact else None


def _evidence(fact: Any) -> Row:
    found = {"statement": _slug(fact.statement), "source": _slug(fact.source)}
    return found | ({"event": _slug(fact.event)} if hasattr(fact, "event") else {})


@singledispatch
def _said(fact: Fact) -> Row:
    raise TypeError(f"{type(fact).__name__} has no row format")


@_said.register
def _(fact: Process) -> Row:
    return {"name": fact.name, "summary": fact.summary}


@_said.register
def _(fact: Party) -> Row:
    return {"process": fact.process.slug, "actor": fact.actor.slug, "role": fact.role}


@_said.register
def _(fact: Actor) -> Row:
    return {"kind": fact.kind, "name": fact.name, "description": fact.description}


@_said.register
def _(fact: Name) -> Row:
    return {"actor": fact.actor.slug, "text": fact.text, "language": fact.language}


@_said.register
def _(fact: Affiliation) -> Row:
    return {
        "actor": fact.actor.slug,
        "with": fact.organisation.slug,
        "relation": fact.relation,
        "title": fact.title,
        "held": fact.held_on,
        "source": fact.source.slug,
        "note": fact.note,
    }


@_said.register
def _(fact: Source) -> Row:
    return {
        "kind": fact.kind,
        "title": fact.title,
        "outlet": fact.outlet,
        "author": fact.author,
        "url": fact.url,
        "published_on": fact.published_on,
        "language": fact.language,
        "reliability": fact.reliability,
        "note": fact.note,
    }


@_said.register
def _(fact: Proposal) -> Row:
    return {
        "process": fact.process.slug,
        "title": fact.title,
        "kind": fact.kind,
        "summary": fact.summary,
        "voiced_on": fact.voiced_on,
    }


@_said.register
def _(fact: Proposer) -> Row:
    return {
        "proposal": fact.proposal.slug,
        "actor": fact.actor.slug,
        "attribution": fact.attribution,
        **_evidence(fact),
        "note": fact.note,
    }


@_said.register
def _(fact: Link) -> Row:
    return {
        "from": fact.proposal.slug,
        "to": fact.target.slug,
        "kind": fact.kind,
        **_evidence(fact),
        "note": fact.note,
    }


@_said.register
def _(fact: Account) -> Row:
    return {
        "proposal": fact.proposal.slug,
        "described_by": _slug(fact.described_by),
        **_evidence(fact),
        "covers": fact.covers,
        "excludes": fact.excludes,
        "area": fact.area,
        "place": fact.place,
        "class": fact.ceasefire_class,
        "starts": fact.starts_on,
        "ends": fact.ends_on,
        "duration": fact.duration,
        "length": fact.length,
        "length_max": fact.length_max,
        "until": fact.until,
        "renewal": fact.renewal,
        "release_clause": fact.release_clause,
        "note": fact.note,
    }


@_said.register
def _(fact: Text) -> Row:
    return {
        "proposal": fact.proposal.slug,
        "number": fact.number,
        "title": fact.title,
        "issued_on": fact.issued_on,
        "source": fact.source.slug,
        "language": fact.language,
        "note": fact.note,
    }


@_said.register
def _(fact: Provision) -> Row:
    return {
        "proposal": fact.proposal.slug,
        "text": _slug(fact.text),
        "parent": _slug(fact.parent),
        "alternative": fact.alternative,
        "heading": fact.heading,
        "summary": fact.summary,
        "category": fact.category,
        "due": fact.due_on,
        **_evidence(fact),
        "note": fact.note,
    }


@_said.register
def _(fact: Undertaking) -> Row:
    return {
        "provision": fact.provision.slug,
        "actor": fact.actor.slug,
        "role": fact.role,
        "state": fact.state,
        "asked_by": sorted(asker.actor.slug for asker in fact.askers.select_related("actor")),
        "what": fact.what,
        **_evidence(fact),
        "note": fact.note,
    }


@_said.register
def _(fact: Event) -> Row:
    return {
        "kind": fact.kind,
        "title": fact.title,
        "summary": fact.summary,
        "happened_on": fact.happened_on,
        "place": fact.place,
        "participants": sorted(one.actor.slug for one in fact.participants.select_related("actor")),
        "source": fact.source.slug,
    }


@_said.register
def _(fact: Effect) -> Row:
    return {"event": fact.event.slug, "proposal": fact.proposal.slug, "effect": fact.kind, "note": fact.note}


@_said.register
def _(fact: Statement) -> Row:
    people = list(fact.speakers.select_related("actor").order_by("id"))
    return {
        "speakers": [one.actor.slug for one in people if one.part == Speaker.Part.SPEAKER],
        "for": [one.actor.slug for one in people if one.part == Speaker.Part.PRINCIPAL],
        "said_on": fact.said_on,
        "place": fact.place,
        "venue": fact.venue,
        "channel": fact.channel,
        "outlet": _slug(fact.outlet),
        "relayed_by": _slug(fact.relayed_by),
        "credibility": fact.credibility,
        "source": fact.source.slug,
        "gist": fact.gist,
    }


@_said.register
def _(fact: Rendering) -> Row:
    return {
        "statement": fact.statement.slug,
        "source": fact.source.slug,
        "language": fact.language,
        "form": fact.form,
        "quote": fact.quote,
    }


@_said.register
def _(fact: Position) -> Row:
    return {
        "statement": fact.statement.slug,
        "actor": fact.actor.slug,
        "proposal": fact.proposal.slug,
        "text": _slug(fact.text),
        "provision": _slug(fact.provision),
        "stance": fact.stance,
        "note": fact.note,
        "conditions": [
            condition_row(one) for one in fact.conditions.select_related("of", "provision", "proposal").order_by("id")
        ],
    }


def condition_row(condition: Condition) -> Row:
    said = {
        "text": condition.text,
        "of": _slug(condition.of),
        "provision": _slug(condition.provision),
        "proposal": _slug(condition.proposal),
    }
    return {key: value for key, value in said.items() if value is not None}


@_said.register
def _(fact: StatusChange) -> Row:
    return {
        "proposal": fact.proposal.slug,
        "from": fact.from_status,
        "to": fact.to_status,
        "effective_on": fact.effective_on,
        "reason": fact.reason,
        **_evidence(fact),
        "applies_to": _slug(fact.applies_to),
        "according_to": _slug(fact.according_to),
    }


@_said.register
def _(fact: Review) -> Row:
    return {"statement": _slug(fact.statement), "status_change": _slug(fact.status_change), "note": fact.note}
