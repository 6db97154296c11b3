"""The list of proposals, with the status each one has at a moment."""

from datetime import date

from django.db.models import CharField, F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from ceasefire.ledger.moments import Moment
from proposals.models import Proposal, StatusChange

UNDATED = date(1800, 1, 1)  # sorts what has no beginning behind everything dated


def catalogue(moment: Moment, *, process: str = "", kind: str = "", status: str = "") -> QuerySet[Proposal]:
    """Proposals voiced by the moment's day, of a process (slug), kind and status; `sort_day`, `id` order them."""
    rows = (
        Proposal.objects.known_at(moment.seq)
        .filter(Q(voiced_lower=None) | Q(voiced_lower__lte=moment.as_of))
        .select_related("process")
        .annotate(sort_day=Coalesce("voiced_lower", Value(UNDATED)))
    )
    if process:
        rows = rows.filter(process__slug=process)
    if kind:
        rows = rows.filter(kind=kind)
    return rows.annotate(status=_status(moment)).filter(status=status) if status else rows


def _status(moment: Moment) -> Subquery:
    """The last change of the proposal as a whole: the same rule as its state, put to the database."""
    changes = (
        StatusChange.objects.known_at(moment.seq)
        .filter(Q(effective_lower=None) | Q(effective_lower__lte=moment.as_of))
        .filter(proposal=OuterRef("pk"), applies_to=None, according_to=None)
        .order_by(F("effective_lower").desc(nulls_last=True), "-id")
    )
    return Subquery(changes.values("to_status")[:1], output_field=CharField())
