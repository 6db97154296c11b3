"""Which office somebody had when they spoke."""

from collections.abc import Collection
from datetime import date, timedelta

from actors.models import Affiliation
from actors.reads import Tie, Ties
from ceasefire.ledger.moments import Moment
from proposals.models import Statement


def said_day(statement: Statement, moment: Moment) -> date:
    """A day on which a statement may have been made: the first that its date allows, else the last."""
    if statement.said_lower:
        return statement.said_lower
    return statement.said_upper - timedelta(days=1) if statement.said_upper else moment.as_of


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
