"""The stance that a statement takes, and what it asks for."""

from django.db import models
from django.db.models import Q
from pgtrigger import After, Deferred, Insert, Row

from actors.models import Actor
from ceasefire.ledger.models import Fact
from ceasefire.ledger.triggers import DetailNeverRewritten, LedgerTrigger, NeverTruncated
from proposals.models.proposal import Proposal
from proposals.models.statement import Statement
from proposals.models.text import Provision, Text


class Stance(models.TextChoices):
    """From for to against."""

    PROPOSES = "proposes"
    SUPPORTS = "supports"
    SUPPORTS_CONDITIONALLY = "supports_conditionally"
    NONCOMMITTAL = "noncommittal"
    SCEPTICAL = "sceptical"
    OPPOSES = "opposes"
    DENIES_EXISTENCE = "denies_existence", "Denies it exists"


class ConditionalHasCondition(LedgerTrigger):
    """Conditional support without a condition is refused at commit."""

    name = "conditional_has_condition"
    function = "position_conditional_has_condition"
    level = Row
    when = After
    operation = Insert
    timing = Deferred


class Position(Fact):
    """What an actor holds on a proposal, or on one provision of it."""

    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="positions")
    actor = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="positions")  # a stance keeps its holder
    proposal = models.ForeignKey(Proposal, on_delete=models.PROTECT, related_name="positions")
    text = models.ForeignKey(Text, null=True, blank=True, on_delete=models.PROTECT, related_name="positions")
    provision = models.ForeignKey(  # null: the whole proposal
        Provision, null=True, blank=True, on_delete=models.PROTECT, related_name="positions"
    )
    stance = models.CharField(max_length=24, choices=Stance)
    note = models.TextField(null=True, blank=True)

    class Meta(Fact.Meta):
        indexes = [models.Index(name="position_by_proposal_and_actor", fields=["proposal", "actor", "known_from"])]
        constraints = [
            *Fact.Meta.constraints,
            models.UniqueConstraint(
                name="position_one_stance_per_statement",
                fields=["statement", "actor", "proposal", "provision"],
                condition=Q(closed=False),
                nulls_distinct=False,
                violation_error_message="This statement has a position of this actor on this already.",
            ),
        ]
        triggers = [*Fact.Meta.triggers, ConditionalHasCondition()]


class Condition(models.Model):
    """What a position asks for: the words, of whom, and what in the ledger it points to."""

    position = models.ForeignKey(Position, on_delete=models.PROTECT, related_name="conditions")
    text = models.TextField()
    of = models.ForeignKey(Actor, null=True, blank=True, on_delete=models.PROTECT, related_name="asked_conditions")
    provision = models.ForeignKey(Provision, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    proposal = models.ForeignKey(Proposal, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.CheckConstraint(name="condition_has_words", condition=Q(text__gt=""))]
        triggers = [DetailNeverRewritten(of="proposals_position", column="position_id"), NeverTruncated()]

    def __str__(self) -> str:
        return self.text
