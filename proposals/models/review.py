"""The second pair of eyes, and what is not published yet."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from pgtrigger import Before, Insert, Row

from ceasefire.ledger.models import Fact
from ceasefire.ledger.triggers import LedgerTrigger
from proposals.models.statement import Statement
from proposals.models.status import StatusChange


class ByAnotherPerson(LedgerTrigger):
    """Nobody confirms what they entered themselves."""

    name = "by_another_person"
    function = "review_is_by_another_person"
    level = Row
    when = Before
    operation = Insert


class Review(Fact):
    """A reviewer's confirmation of what somebody else logged; until then it is marked unreviewed."""

    statement = models.OneToOneField(Statement, null=True, blank=True, on_delete=models.PROTECT, related_name="review")
    status_change = models.OneToOneField(
        StatusChange, null=True, blank=True, on_delete=models.PROTECT, related_name="review"
    )
    note = models.TextField(null=True, blank=True)

    class Meta(Fact.Meta):
        constraints = [
            *Fact.Meta.constraints,
            models.CheckConstraint(
                name="review_is_of_one_thing",
                condition=Q(statement=None, status_change__isnull=False)
                | Q(statement__isnull=False, status_change=None),
            ),
        ]
        triggers = [*Fact.Meta.triggers, ByAnotherPerson()]


class Draft(models.Model):
    """A statement that an editor has not published: the body of the later request, seen by its author alone."""

    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="drafts")  # private
    body = models.JSONField()
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["-updated_at"]

    def __str__(self) -> str:
        return f"draft {self.pk}"
