"""Which office somebody had when they spoke."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date, timedelta

from django.db.models import QuerySet

from actors.models import Actor, Affiliation
from actors.reads import SPEAKING, Tie, Ties
from ceasefire.ledger.moments import Moment
from proposals.models import Statement


def said_day(statement: Statement, moment: Moment) -> date:
    """A day on which a statement may have been made: the first that its date allows, else the last."""
    lower: date | None = statement.said_lower
    upper: date | None = statement.said_upper
    return lower or (upper - timedelta(days=1) if upper else moment.as_of)


def office_at(ties: Ties, actor_id: int, day: date, *, speaking_for: Collection[int] = ()) -> Tie | None:
    """The office that tells most about who spoke: with those spoken for if there is one, else the one taken up last."""
    held = [tie for tie in ties.of(actor_id) if tie.held(day)]
    offices = [tie for tie in held if tie.relation == Affiliation.Relation.HOLDS_OFFICE]
    for choice in (
        [tie for tie in offices if tie.organisation_id in speaking_for],
        [tie for tie in held if tie.organisation_id in speaking_for],
        offices,
        [tie for tie in held if tie.speaks],
        held,
    ):
        if choice:
            return max(choice, key=lambda tie: tie.lower or date.min)  # of equals the one recorded first
    return None


def speakers_for(actor: Actor, moment: Moment) -> "QuerySet[Affiliation, int]":
    """Ids of those who at some time could speak for an actor, or for a body that is part of it."""
    known = Affiliation.objects.known_at(moment.seq)
    above: dict[int, set[int]] = defaultdict(set)
    for part, whole in known.filter(relation=Affiliation.Relation.PART_OF).values_list("actor_id", "organisation_id"):
        above[whole].add(part)
    bodies, found = {actor.pk}, {actor.pk}
    while found:
        found = {part for whole in found for part in above[whole]} - bodies
        bodies |= found
    return known.filter(relation__in=SPEAKING, organisation_id__in=bodies).values_list("actor_id", flat=True)
