"""What the proposal's page shows beside its state: proposers, provisions, links, events, history."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from django.db.models import F, Prefetch, Q, QuerySet, prefetch_related_objects

from actors.reads import Ties
from ceasefire.ledger.moments import Moment
from proposals.models import (
    Asker,
    Cited,
    Effect,
    Link,
    Participant,
    Proposal,
    Proposer,
    Provision,
    Speaker,
    StatusChange,
    Undertaking,
)
from proposals.reads.stances import Verdict, provision_verdicts
from proposals.reads.state import Standing, State, standings_of, state_of, status_changes
from proposals.reads.track import Segment, track

CitedType = TypeVar("CitedType", bound=Cited)


@dataclass(frozen=True)
class Asked:
    """A provision with what it asks of whom, and where everybody who spoke on it stands."""

    provision: Provision
    undertakings: list[Undertaking]
    verdicts: list[Verdict]
    children: list["Asked"]


@dataclass(frozen=True)
class Linked:
    """A link seen from one of its ends, with the proposal at the other and that one's status."""

    link: Link
    inverse: bool
    other: Proposal
    standing: Standing | None


@dataclass(frozen=True)
class Dossier:
    """Everything about one proposal at one moment."""

    state: State
    ties: Ties
    proposers: list[Proposer]
    provisions: list[Asked]
    links: list[Linked]
    effects: list[Effect]
    history: list[StatusChange]
    track: list[Segment]


def dossier_of(proposal: Proposal, moment: Moment) -> Dossier:
    """Read one proposal whole, with a fixed number of queries."""
    ties = Ties(seq=moment.seq)
    state = state_of(proposal, moment, ties)
    history = status_changes([proposal.pk], moment)
    proposers = said_by(_cited(Proposer, moment).filter(proposal=proposal).select_related("actor"), moment)
    links = _links(proposal, moment)
    provisions = said_by(_cited(Provision, moment).filter(proposal=proposal), moment)
    undertakings = said_by(_undertakings(moment).filter(provision__proposal=proposal), moment)
    with_speakers([*history, *proposers, *state.accounts, *provisions, *undertakings, *(one.link for one in links)])
    return Dossier(
        state=state,
        ties=ties,
        proposers=proposers,
        provisions=_tree(provisions, undertakings, provision_verdicts(proposal, moment, ties)),
        links=links,
        effects=_effects(proposal, moment),
        history=history,
        track=track([one for one in history if not one.applies_to_id and not one.according_to_id], until=moment.as_of),
    )


def said_by(rows: QuerySet[CitedType], moment: Moment) -> list[CitedType]:
    """The rows that do not rest on something said only after the moment's day."""
    return list(rows.filter(Q(statement__said_lower=None) | Q(statement__said_lower__lte=moment.as_of)))


def with_speakers(rows: Iterable[Any]) -> None:
    """Read who spoke in every statement that some rows rest on, at once."""
    statements = [row.statement for row in rows if row.statement]
    prefetch_related_objects(statements, Prefetch("speakers", Speaker.objects.select_related("actor").order_by("id")))


def undertakings_at(which: Q, moment: Moment) -> list[Undertaking]:
    """Some undertakings with who asks, who speaks in their evidence, and their provision's proposal."""
    found = said_by(_undertakings(moment).filter(which), moment)
    with_speakers(found)
    return found


def _cited(model: type[CitedType], moment: Moment) -> QuerySet[CitedType]:
    facts: Any = model._default_manager  # a FactQuerySet, which the generic type does not say
    rows: QuerySet[CitedType] = facts.known_at(moment.seq).select_related("statement", "source").order_by("id")
    return rows


def _undertakings(moment: Moment) -> QuerySet[Undertaking]:
    askers = Prefetch("askers", Asker.objects.select_related("actor").order_by("id"))
    return _cited(Undertaking, moment).select_related("actor", "provision__proposal").prefetch_related(askers)


def _links(proposal: Proposal, moment: Moment) -> list[Linked]:
    rows = _cited(Link, moment).filter(Q(proposal=proposal) | Q(target=proposal)).select_related("proposal", "target")
    links = [(one, one.target if one.proposal_id == proposal.pk else one.proposal) for one in said_by(rows, moment)]
    links = [(one, other) for one, other in links if _begun(other.voiced_lower, moment.as_of)]
    standings = standings_of([other.pk for _, other in links], moment)
    return [
        Linked(
            link=one,
            inverse=one.proposal_id != proposal.pk,
            other=other,
            standing=standings.get(other.pk),
        )
        for one, other in links
    ]


def _effects(proposal: Proposal, moment: Moment) -> list[Effect]:
    people = Prefetch("event__participants", Participant.objects.select_related("actor").order_by("id"))
    rows = (
        Effect.objects.known_at(moment.seq)
        .filter(proposal=proposal)
        .select_related("event", "event__source")
        .prefetch_related(people)
        .order_by(
            F("event__happened_lower").asc(nulls_first=True), F("event__happened_upper").asc(nulls_last=True), "id"
        )
    )
    return [row for row in rows if _begun(row.event.happened_lower, moment.as_of)]


def _begun(lower: date | None, day: date) -> bool:
    return lower is None or lower <= day


def _tree(
    provisions: Sequence[Provision], undertakings: Sequence[Undertaking], found: dict[int, list[Verdict]]
) -> list[Asked]:
    asked: dict[int, list[Undertaking]] = defaultdict(list)
    for one in undertakings:
        asked[one.provision_id].append(one)
    children: dict[int | None, list[Provision]] = defaultdict(list)
    there = {one.pk for one in provisions}
    for provision in provisions:
        children[provision.parent_id if provision.parent_id in there else None].append(provision)

    def under(parent: int | None) -> list[Asked]:
        return [Asked(one, asked[one.pk], found.get(one.pk, []), under(one.pk)) for one in children[parent]]

    return under(None)
