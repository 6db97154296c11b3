"""The ledger's number, the outbox, and what every fact table has in common."""

import secrets
from typing import Self

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q

from ceasefire.ledger import triggers

SLUG = r"^[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?\Z"
slug_shape = RegexValidator(SLUG, "Use lower-case letters, digits and single hyphens, at most 80 characters.")


class Head(models.Model):
    """One row: the last number given, and when. Whoever commits facts updates it last, so numbers follow commits."""

    id = models.SmallIntegerField(primary_key=True, default=1)
    seq = models.BigIntegerField(default=0)
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(name="head_is_one_row", condition=Q(id=1))]
        triggers = [triggers.WrittenByTheLedger(), triggers.NeverTruncated()]

    def __str__(self) -> str:
        return f"#{self.seq}"


class OutboxQuerySet(models.QuerySet):
    def after(self, seq: int) -> Self:
        """Numbered rows behind `seq`, in the ledger's order; there are no gaps, so a high-water mark is exact."""
        return self.filter(seq__gt=seq).order_by("seq")


class Outbox(models.Model):
    """One row for each ledger number: which fact it belongs to and what happened to it. Kept for ever."""

    class Action(models.TextChoices):
        RECORDED = "recorded"
        CORRECTED = "corrected"
        RETRACTED = "retracted"

    seq = models.BigIntegerField(null=True, unique=True)  # null only inside the writing transaction
    txid = models.BigIntegerField()
    fact_table = models.CharField(max_length=63)
    fact_id = models.BigIntegerField()
    action = models.CharField(max_length=9, choices=Action)
    supersedes = models.BigIntegerField(null=True)  # the reading of the same table that this one corrects
    recorded_at = models.DateTimeField(null=True)

    objects = OutboxQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(name="outbox_unnumbered", fields=["txid"], condition=Q(seq=None)),
            models.Index(name="outbox_by_instant", fields=["recorded_at"]),
            models.Index(name="outbox_by_fact", fields=["fact_table", "fact_id"]),
        ]
        constraints = [
            models.CheckConstraint(
                name="outbox_corrected_names_what_it_supersedes",
                condition=Q(action="corrected", supersedes__isnull=False)
                | Q(~Q(action="corrected"), supersedes__isnull=True),
            ),
        ]
        triggers = [
            triggers.NumbersItsTransaction(),
            triggers.WrittenByTheLedger(),
            triggers.NeverTruncated(),
        ]

    def __str__(self) -> str:
        return f"#{self.seq} {self.fact_table} {self.fact_id} {self.action}"


def new_slug() -> str:
    """A short public name for a fact nobody named."""
    return secrets.token_hex(6)


class FactQuerySet(models.QuerySet):
    def known_at(self, seq: int) -> Self:
        """The readings that stood in the record at ledger number `seq`."""
        return self.filter(Q(known_to=None) | Q(known_to__gt=seq), known_from__lte=seq)

    def open(self) -> Self:
        """The readings that stand, also those written in this very transaction."""
        return self.filter(closed=False)


class Fact(models.Model):
    """What every published fact has: a public name, the ledger's clock, who entered it, and the guards."""

    slug = models.CharField(max_length=80, default=new_slug, validators=[slug_shape])
    known_from = models.BigIntegerField(null=True, editable=False)  # the number from which the record says so
    known_to = models.BigIntegerField(null=True, editable=False)  # the number at which it stopped; null: it still does
    closed = models.BooleanField(default=False, editable=False)  # marked at once by a correction; numbered at commit
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )
    closed_reason = models.TextField(null=True, editable=False)
    supersedes = models.OneToOneField(  # one-to-one: a reading is corrected once, so corrections never fork
        "self", null=True, editable=False, on_delete=models.PROTECT, related_name="superseded_by"
    )
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, editable=False, on_delete=models.PROTECT, related_name="+")

    objects = FactQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(
                name="%(class)s_one_reading_at_a_time",
                fields=["slug"],
                condition=Q(closed=False),
                violation_error_message="This name is taken already.",
            ),
            models.CheckConstraint(name="%(class)s_slug_is_url_safe", condition=Q(slug__regex=SLUG[:-2] + "$")),
            models.CheckConstraint(
                name="%(class)s_known_from_then_to",
                condition=Q(known_to=None) | Q(closed=True, known_to__gt=F("known_from")),
            ),
            models.CheckConstraint(
                name="%(class)s_closing_has_author_and_reason",
                condition=Q(closed=False, closed_by=None, closed_reason=None)
                | Q(closed=True, closed_by__isnull=False, closed_reason__isnull=False, closed_reason__gt=""),
            ),
        ]
        triggers = [
            triggers.EntersTheOutbox(),
            triggers.ClosingEntersTheOutbox(),
            triggers.NeverRewritten(),
            triggers.NeverTruncated(),
        ]

    def __str__(self) -> str:
        return self.slug
