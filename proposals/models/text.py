"""A proposal's wording: numbered texts, their provisions, and what each provision asks of whom."""

from django.db import models

from actors.models import Actor
from ceasefire.ledger.dates import EdtfField, bound, precision, runs_forward
from ceasefire.ledger.models import Fact
from ceasefire.ledger.triggers import DetailNeverRewritten, NeverTruncated
from ceasefire.sources.models import Source
from proposals.models.proposal import Cited, Proposal


class Text(Fact):
    """A numbered version of a proposal's wording."""

    proposal = models.ForeignKey(Proposal, on_delete=models.PROTECT, related_name="texts")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=300)
    issued_on = EdtfField(bounds="issued")
    issued_lower = bound()
    issued_upper = bound()
    issued_precision = precision()
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="texts")
    language = models.CharField(max_length=35, default="en")
    note = models.TextField(null=True, blank=True)

    class Meta(Fact.Meta):
        constraints = [
            *Fact.Meta.constraints,
            runs_forward("issued"),
            models.UniqueConstraint(
                name="text_number_is_used_once",
                fields=["proposal", "number"],
                condition=models.Q(closed=False),
                violation_error_message="This proposal has a text of this number already.",
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Provision(Cited):
    """A clause. Its name stays the same across texts; alternatives are siblings marked so."""

    class Category(models.TextChoices):
        """Topics after PA-X, as far as ceasefire proposals need them."""

        CEASEFIRE = "ceasefire"
        GUARANTEES = "guarantees", "security guarantees"
        DDR = "ddr", "disarmament, demobilisation, reintegration"
        WITHDRAWAL = "withdrawal", "withdrawal of forces"
        MONITORING = "monitoring"
        FORCE_DEPLOYMENT = "force_deployment", "deployment of outside forces"
        AIR_POLICING = "air_policing"
        NAVAL_PATROL = "naval_patrol"
        INFRASTRUCTURE_PROTECTION = "infrastructure_protection"
        TRAINING = "training"
        INTELLIGENCE_AND_LOGISTICS = "intelligence_and_logistics"
        BACKSTOP = "backstop"
        PRISONER_EXCHANGE = "prisoner_exchange"
        HUMANITARIAN_ACCESS = "humanitarian_access"
        PEACE_TALKS = "peace_talks"
        TERRITORY = "territory"
        OTHER = "other"

    proposal = models.ForeignKey(Proposal, on_delete=models.PROTECT, related_name="provisions")
    text = models.ForeignKey(Text, null=True, blank=True, on_delete=models.PROTECT, related_name="provisions")
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="children")
    alternative = models.BooleanField(default=False)
    heading = models.CharField(max_length=300)
    summary = models.TextField()
    category = models.CharField(max_length=40, choices=Category)
    due_on = EdtfField(bounds="due", null=True, blank=True)
    due_lower = bound()
    due_upper = bound()
    due_precision = precision()

    class Meta(Cited.Meta):
        constraints = [
            *Cited.Meta.constraints,
            runs_forward("due"),
            models.CheckConstraint(
                name="provision_is_not_its_own_parent",
                condition=~models.Q(parent=models.F("id")),
                violation_error_message="A provision is not its own parent.",
            ),
        ]

    def __str__(self) -> str:
        return self.heading


class Undertaking(Cited):
    """What a provision asks of an actor."""

    class Role(models.TextChoices):
        PROVIDER = "provider"
        GUARANTOR = "guarantor"
        MONITOR = "monitor"
        HOST = "host"
        ENFORCER = "enforcer"
        RECIPIENT = "recipient"

    class State(models.TextChoices):
        ASKED = "asked"
        OFFERED = "offered"
        COMMITTED = "committed"
        REFUSED = "refused"
        DELIVERED = "delivered"

    provision = models.ForeignKey(Provision, on_delete=models.PROTECT, related_name="undertakings")
    actor = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="undertakings")
    role = models.CharField(max_length=20, choices=Role)
    state = models.CharField(max_length=20, choices=State)
    what = models.TextField()

    class Meta(Cited.Meta):
        pass

    def __str__(self) -> str:
        return f"{self.actor}: {self.what}"


class Asker(models.Model):
    """Who asks for an undertaking."""

    undertaking = models.ForeignKey(Undertaking, on_delete=models.PROTECT, related_name="askers")
    actor = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(name="asker_asks_once", fields=["undertaking", "actor"]),
        ]
        triggers = [
            DetailNeverRewritten(of="proposals_undertaking", column="undertaking_id"),
            NeverTruncated(),
        ]

    def __str__(self) -> str:
        return str(self.actor)
