"""What editors logged, as the desk shows it: words, source, stances, who logged it and whether it was confirmed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.urls import reverse

from actors.reads import Ties
from ceasefire.ledger.clocks import Clocks
from proposals.models import Position, Statement, StatusChange
from proposals.reads.review_queue import Item
from proposals.reads.reviews import confirmed
from proposals.web.cards.people import joined
from proposals.web.cards.quotes import Asking, Quote, asking, href_of, quote_of
from proposals.web.cards.sources import Evidence, Provenance, evidence, provenance


@dataclass(frozen=True)
class Reading:
    """One stance that a statement was read as, for all who hold it."""

    code: str
    about: str
    about_href: str
    holders: str
    conditions: list[Asking]
    note: str


@dataclass(frozen=True)
class Move:
    """A status change: from where to where, since when, why, and on what."""

    proposal: str
    proposal_href: str
    before: str
    after: str
    effective_on: str
    whose: str
    reason: str
    evidence: Evidence | None


@dataclass(frozen=True)
class Card:
    """One thing that was logged; `quote` and `source` are of the statement, also where that is evidence for a move."""

    kind: str
    slug: str
    seq: int
    href: str
    confirm_href: str
    recorded_at: datetime
    by: str
    own: bool
    reviewed: bool
    quote: Quote | None
    source: Provenance | None
    readings: list[Reading]
    move: Move | None

    @property
    def kind_words(self) -> str:
        return self.kind.replace("-", " ")


def cards(items: Iterable[Item], *, person: User, clocks: Clocks) -> list[Card]:
    """Items as one person sees them."""
    ties = Ties(seq=clocks.moment.seq)
    return [_card(item, person, clocks, ties) for item in items]


def _card(item: Item, person: User, clocks: Clocks, ties: Ties) -> Card:
    fact = item.fact
    statement = fact if isinstance(fact, Statement) else fact.statement
    return Card(
        kind=item.kind,
        slug=fact.slug,
        seq=item.seq,
        href=reverse("statement", args=[fact.slug]) if item.kind == "statement" else reverse("entry", args=[item.seq]),
        confirm_href=reverse("desk-confirm", args=[item.kind, fact.slug]),
        recorded_at=item.recorded_at,
        by=fact.entered_by.get_username(),
        own=fact.entered_by_id == person.pk,
        reviewed=confirmed(fact, clocks.moment),
        quote=quote_of(statement, clocks, ties) if statement else None,
        source=_source(fact, statement, clocks),
        readings=_readings(fact, clocks) if isinstance(fact, Statement) else [],
        move=_move(fact, clocks) if isinstance(fact, StatusChange) else None,
    )


def _source(fact: Statement | StatusChange, statement: Statement | None, clocks: Clocks) -> Provenance | None:
    if statement:
        return provenance(statement.source, clocks, credibility=statement.credibility)
    assert isinstance(fact, StatusChange)
    source = fact.event.source if fact.event else fact.source
    return provenance(source, clocks) if source else None


def _readings(statement: Statement, clocks: Clocks) -> list[Reading]:
    """The stances of a statement; those who hold the same one on the same thing stand together."""
    held: dict[tuple[int, int | None, str], list[Position]] = {}
    for position in statement.positions.all():
        held.setdefault((position.proposal_id, position.provision_id, position.stance), []).append(position)
    return [_reading(same, clocks) for same in held.values()]


def _reading(same: list[Position], clocks: Clocks) -> Reading:
    first = same[0]
    provision = f" · {first.provision.heading}" if first.provision else ""
    href = href_of(clocks, first.proposal, None)
    return Reading(
        code=first.stance,
        about=f"{first.proposal.title}{provision}",
        about_href=f"{href}#{first.provision.slug}" if first.provision else href,
        holders=joined([one.actor.name for one in same]),
        conditions=asking(first.conditions.all(), clocks),
        note=first.note or "",
    )


def _move(change: StatusChange, clocks: Clocks) -> Move:
    parts = [f"for {change.applies_to.name}"] if change.applies_to else []
    parts += [f"according to {change.according_to.name}"] if change.according_to else []
    return Move(
        proposal=change.proposal.title,
        proposal_href=href_of(clocks, change.proposal, None),
        before=change.from_status or "",
        after=change.to_status,
        effective_on=change.effective_on,
        whose=", ".join(parts),
        reason=change.reason,
        evidence=evidence(clocks, statement=change.statement, source=change.source, event=change.event),
    )
