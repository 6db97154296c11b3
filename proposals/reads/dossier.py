"""What the proposal's page shows beside its state: proposers, provisions, links, events, history."""

from dataclasses import dataclass
from datetime import date

from django.db.models import F, Prefetch

from ceasefire.ledger.moments import Moment
from proposals.models import (
    Asker,
    Effect,
    Link,
    Participant,
    Position,
    Proposal,
    Proposer,
    Provision,
    Speaker,
    StatusChange,
    Undertaking,
)
from proposals.reads.state import State, state_of, status_changes
from proposals.reads.track import Segment, track


@dataclass(frozen=True)
class Asked:
    """A provision with what it asks of whom, and what has been said about it."""

    provision: Provision
    undertakings: list[Undertaking]
    positions: list[Position]
    children: list["Asked"]


@dataclass(frozen=True)
class Dossier:
    """Everything about one proposal at one moment."""

    state: State
    proposers: list[Proposer]
    provisions: list[Asked]
    links: list[Link]
    linked_from: list[Link]
    effects: list[Effect]
    history: list[StatusChange]
    track: list[Segment]


def dossier_of(proposal: Proposal, moment: Moment) -> Dossier:
    """Read one proposal whole."""
    history = status_changes([proposal.pk], moment)
    return Dossier(
        state=state_of(proposal, moment),
        proposers=list(
            Proposer.objects.known_at(moment.seq)
            .filter(proposal=proposal)
            .select_related("actor", "statement", "source")
            .order_by("id")
        ),
        provisions=_provisions(proposal, moment),
        links=list(_links(moment).filter(proposal=proposal)),
        linked_from=list(_links(moment).filter(target=proposal)),
        effects=_effects(proposal, moment),
        history=history,
        track=track([one for one in history if not one.applies_to_id and not one.according_to_id], until=moment.as_of),
    )


def _links(moment: Moment):  # type: ignore[no-untyped-def]  # a queryset; its generic type says no more
    rows = Link.objects.known_at(moment.seq).select_related("proposal", "target", "statement", "source")
    return rows.order_by("id")


def _effects(proposal: Proposal, moment: Moment) -> list[Effect]:
    people = Prefetch("event__participants", Participant.objects.select_related("actor").order_by("id"))
    rows = (
        Effect.objects.known_at(moment.seq)
        .filter(proposal=proposal)
        .select_related("event", "event__source")
        .prefetch_related(people)
        .order_by(
            F("event__happened_lower").asc(nulls_first=True),
            F("event__happened_upper").asc(nulls_last=True),
            "id",
        )
    )
    return [row for row in rows if _begun(row.event.happened_lower, moment.as_of)]


def _begun(lower: date | None, day: date) -> bool:
    return lower is None or lower <= day


def _provisions(proposal: Proposal, moment: Moment) -> list[Asked]:
    provisions = list(
        Provision.objects.known_at(moment.seq)
        .filter(proposal=proposal)
        .select_related("statement", "source")
        .order_by("id")
    )
    undertakings = _by_provision(
        Undertaking.objects.known_at(moment.seq)
        .filter(provision__proposal=proposal)
        .select_related("actor", "statement", "source")
        .prefetch_related(Prefetch("askers", Asker.objects.select_related("actor").order_by("id")))
        .order_by("id")
    )
    positions = _by_provision(
        Position.objects.known_at(moment.seq)
        .filter(provision__proposal=proposal)
        .select_related("actor", "statement")
        .prefetch_related(
            "conditions__of",
            Prefetch("statement__speakers", Speaker.objects.select_related("actor").order_by("id")),
        )
        .order_by("id")
    )

    def under(parent: int | None) -> list[Asked]:
        return [
            Asked(one, undertakings.get(one.pk, []), positions.get(one.pk, []), under(one.pk))
            for one in provisions
            if one.parent_id == parent
        ]

    return under(None)


def _by_provision(rows):  # type: ignore[no-untyped-def]  # two querysets with the same key
    found: dict[int, list] = {}  # type: ignore[type-arg]
    for row in rows:
        found.setdefault(row.provision_id, []).append(row)
    return found
