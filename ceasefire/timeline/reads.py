"""Questions to the timeline."""

from dataclasses import dataclass

from django.db.models import Min
from django.db.models.functions import Now

from ceasefire.ledger.models import Head, Outbox
from ceasefire.timeline.models import Entry


@dataclass(frozen=True)
class Lag:
    """How far the timeline is behind the ledger: numbers without an entry, and seconds the oldest has waited."""

    behind: int
    oldest_waiting_seconds: float


def lag() -> Lag:
    written = Entry.objects.order_by("-seq").values_list("seq", flat=True).first() or 0
    behind = Head.objects.values_list("seq", flat=True).get(pk=1) - written
    if behind <= 0:
        return Lag(0, 0.0)
    oldest = Outbox.objects.after(written).order_by().aggregate(wait=Now() - Min("recorded_at"))["wait"]
    return Lag(behind, round(oldest.total_seconds(), 3) if oldest else 0.0)
