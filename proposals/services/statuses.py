"""Moving a proposal along its life."""

from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import F, Q

from actors.models import Actor
from ceasefire.core import edtf
from ceasefire.core.edtf import Edtf
from ceasefire.core.errors import BadInput
from ceasefire.sources.models import Source
from proposals.models import Event, Proposal, Statement, StatusChange
from proposals.services.records import record
from proposals.services.statements import not_yet
from proposals.states import Status, check_move


class NotInOrder(BadInput):
    """A status change is dated before the one it follows."""

    code = "not_in_order"


@dataclass(frozen=True)
class Evidence:
    """What a status change rests on: exactly one of the three."""

    statement: Statement | None = None
    source: Source | None = None
    event: Event | None = None


@transaction.atomic
def change_status(
    proposal: Proposal,
    *,
    to: Status,
    effective_on: Edtf,
    reason: str,
    evidence: Evidence,
    by: User,
    at: datetime,
    applies_to: Actor | None = None,
    according_to: Actor | None = None,
    slug: str | None = None,
) -> StatusChange:
    """Move a proposal along its life and tell the timeline, or change nothing at all.

    Raises IllegalMove, NotInOrder or BadInput, naming the field.
    """
    if sum(one is not None for one in (evidence.statement, evidence.source, evidence.event)) != 1:
        raise BadInput("Name exactly one piece of evidence: a statement, a source or an event.", field="evidence")
    if not_yet(effective_on, at):
        raise BadInput(f"{edtf.in_words(effective_on)} has not come yet.", field="effective_on")
    Proposal.objects.select_for_update(of=("self",), no_key=True).get(pk=proposal.pk)
    last = standing(proposal, applies_to=applies_to, according_to=according_to)
    check_move(Status(last.to_status) if last else None, to)
    if last:
        _check_order(last, effective_on)
    change = StatusChange(
        **({"slug": slug} if slug else {}),
        proposal=proposal,
        from_status=last.to_status if last else None,
        to_status=to.value,
        effective_on=effective_on.text,
        reason=reason,
        statement=evidence.statement,
        source=evidence.source,
        event=evidence.event,
        applies_to=applies_to,
        according_to=according_to,
    )
    return record(change, by=by)


def standing(proposal: Proposal, *, applies_to: Actor | None, according_to: Actor | None) -> StatusChange | None:
    """The change that a next one follows: of its own track or of the proposal as a whole, whichever came last."""
    changes = StatusChange.objects.open().filter(proposal=proposal)
    own = Q(applies_to=applies_to, according_to=according_to)
    whole = Q(applies_to=None, according_to=None)
    return changes.filter(own | whole).order_by(F("effective_lower").desc(nulls_last=True), "-id").first()


def _check_order(last: StatusChange, effective_on: Edtf) -> None:
    earliest = date.min
    if (effective_on.lower or earliest) >= (last.effective_lower or earliest):
        return
    before = edtf.in_words(edtf.parse(last.effective_on))
    raise NotInOrder(
        f"{edtf.in_words(effective_on)} begins before {before}, when the status “{Status(last.to_status).words}” "
        "that this follows took effect. Give a later or a more exact date.",
        field="effective_on",
    )
