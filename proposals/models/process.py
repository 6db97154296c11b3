"""The war or peace process that proposals belong to, and who takes part in it."""

from django.db import models

from actors.models import Actor
from ceasefire.ledger.models import Fact


class Process(Fact):
    """A war or peace process."""

    name = models.CharField(max_length=300)
    summary = models.TextField(null=True, blank=True)

    class Meta(Fact.Meta):
        verbose_name_plural = "processes"

    def __str__(self) -> str:
        return self.name


class Party(Fact):
    """An actor's place in a process: one of those who fight, or a third party."""

    class Role(models.TextChoices):
        PARTY = "party"
        THIRD_PARTY = "third_party"

    process = models.ForeignKey(Process, on_delete=models.PROTECT, related_name="parties")
    actor = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="processes")
    role = models.CharField(max_length=20, choices=Role)

    class Meta(Fact.Meta):
        verbose_name_plural = "parties"
        constraints = [
            *Fact.Meta.constraints,
            models.UniqueConstraint(
                name="party_has_one_role_in_a_process",
                fields=["process", "actor"],
                condition=models.Q(closed=False),
                violation_error_message="This actor has a role in this process already.",
            ),
        ]
