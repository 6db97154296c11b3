"""The life of a proposal as it went, with evidence for every move."""

from django.db import models
from django.db.models import Q
from pgtrigger import Before, Insert, Row

from actors.models import Actor
from ceasefire.ledger.dates import EdtfField, bound, precision, runs_forward
from ceasefire.ledger.models import Fact
from ceasefire.ledger.triggers import LedgerTrigger
from ceasefire.sources.models import Source
from proposals.models.event import Event
from proposals.models.proposal import Proposal
from proposals.models.statement import Statement
from proposals.states import EDGES, Status

STATUSES = [(status.value, status.words) for status in Status]


class FollowsTheTable(LedgerTrigger):
    """A status change starts from where its track stands, on or after the day that began, by a move of the table."""

    name = "follows_the_table"
    level = Row
    when = Before
    operation = Insert

    def render_execute(self, model: models.Model) -> str:
        edges = " ".join(f"{before}>{after}" for before, after in EDGES)
        return f"status_change_follows_the_table('{edges}')"


class StatusChange(Fact):
    """A move from one status to another; of the whole proposal, or for one party, or according to one actor."""

    proposal = models.ForeignKey(Proposal, on_delete=models.PROTECT, related_name="status_changes")
    from_status = models.CharField(max_length=20, choices=STATUSES, null=True, editable=False)
    to_status = models.CharField(max_length=20, choices=STATUSES)
    effective_on = EdtfField(bounds="effective")
    effective_lower = bound()
    effective_upper = bound()
    effective_precision = precision()
    reason = models.TextField()
    statement = models.ForeignKey(Statement, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    source = models.ForeignKey(Source, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    event = models.ForeignKey(Event, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    applies_to = models.ForeignKey(Actor, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    according_to = models.ForeignKey(Actor, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta(Fact.Meta):
        indexes = [models.Index(name="status_change_by_track", fields=["proposal", "effective_lower", "id"])]
        constraints = [
            *Fact.Meta.constraints,
            runs_forward("effective"),
            models.CheckConstraint(
                name="statuschange_rests_on_one_evidence",
                condition=Q(statement__isnull=False, source=None, event=None)
                | Q(statement=None, source__isnull=False, event=None)
                | Q(statement=None, source=None, event__isnull=False),
                violation_error_message="Name one piece of evidence: a statement, a source or an event.",
            ),
            models.CheckConstraint(name="statuschange_has_a_reason", condition=Q(reason__gt="")),
        ]
        triggers = [*Fact.Meta.triggers, FollowsTheTable()]

    def __str__(self) -> str:
        return f"{self.from_status or 'start'} → {self.to_status}"
