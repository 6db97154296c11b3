"""An idea for stopping some or all of the fighting, from the moment somebody voices it."""

from django.db import models
from django.db.models import F, Q

from actors.models import Actor
from ceasefire.ledger.dates import EdtfField, bound, precision, runs_forward
from ceasefire.ledger.models import Fact
from ceasefire.sources.models import Source
from proposals.models.process import Process
from proposals.models.statement import Statement


class Proposal(Fact):
    """An idea for stopping some or all of the fighting. It needs no text."""

    class Kind(models.TextChoices):
        PAUSE = "pause"
        TRUCE = "truce"
        CEASEFIRE = "ceasefire"
        FRAMEWORK = "framework"
        SETTLEMENT = "settlement"
        ARMISTICE = "armistice"

    process = models.ForeignKey(Process, on_delete=models.PROTECT, related_name="proposals")
    title = models.CharField(max_length=300)
    kind = models.CharField(max_length=20, choices=Kind)
    summary = models.TextField(null=True, blank=True)
    voiced_on = EdtfField(bounds="voiced")
    voiced_lower = bound()
    voiced_upper = bound()
    voiced_precision = precision()

    class Meta(Fact.Meta):
        constraints = [*Fact.Meta.constraints, runs_forward("voiced")]

    def __str__(self) -> str:
        return self.title


class Cited(Fact):
    """A fact about proposals that rests on a statement or on a source directly."""

    statement = models.ForeignKey(Statement, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    source = models.ForeignKey(Source, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    note = models.TextField(null=True, blank=True)

    class Meta(Fact.Meta):
        abstract = True
        constraints = [
            *Fact.Meta.constraints,
            models.CheckConstraint(
                name="%(class)s_rests_on_one_evidence",
                condition=Q(statement=None, source__isnull=False) | Q(statement__isnull=False, source=None),
                violation_error_message="Name one piece of evidence: a statement or a source.",
            ),
        ]


class Proposer(Cited):
    """Who the proposal is said to come from, and who says so."""

    class Attribution(models.TextChoices):
        STATED_BY_SELF = "stated_by_self"
        STATED_BY_ANOTHER = "stated_by_another"
        DISPUTED = "disputed"
        DENIED = "denied"

    proposal = models.ForeignKey(Proposal, on_delete=models.PROTECT, related_name="proposers")
    actor = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="proposed")
    attribution = models.CharField(max_length=20, choices=Attribution)

    class Meta(Cited.Meta):
        pass


class Link(Cited):
    """How one proposal stands to another."""

    class Kind(models.TextChoices):
        REVIVES = "revives"
        PRECURSOR_OF = "precursor_of"
        EXTENDS = "extends"
        RENEWS = "renews"
        AMENDS = "amends"
        COUNTERS = "counters"
        SPLITS_FROM = "splits_from"
        SUPERSEDES = "supersedes"
        PART_OF = "part_of"
        CONDITION_OF = "condition_of"

    proposal = models.ForeignKey(Proposal, on_delete=models.PROTECT, related_name="links")
    target = models.ForeignKey(Proposal, on_delete=models.PROTECT, related_name="linked_from")
    kind = models.CharField(max_length=20, choices=Kind)

    class Meta(Cited.Meta):
        constraints = [
            *Cited.Meta.constraints,
            models.CheckConstraint(
                name="link_is_to_another_proposal",
                condition=~Q(proposal=F("target")),
                violation_error_message="A proposal is not linked to itself.",
            ),
        ]
