"""The public record: one entry per ledger number, each bound to the one before by its hash."""

from typing import Self

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Q

from ceasefire.ledger import triggers


class EntryQuerySet(models.QuerySet):
    def about_proposal(self, slug: str) -> Self:
        return self.filter(proposals__contains=[slug])

    def about_actor(self, slug: str) -> Self:
        return self.filter(actors__contains=[slug])


class Entry(models.Model):
    """What the ledger learned with one number. `hash` = SHA-256(previous hash, canonical JSON body); written once."""

    seq = models.BigIntegerField(primary_key=True)
    kind = models.CharField(max_length=60)
    proposals = ArrayField(models.CharField(max_length=80))  # slugs; a lower room knows no proposal
    actors = ArrayField(models.CharField(max_length=80))
    world_on = models.CharField(max_length=64, null=True)  # EDTF, when it held or was said
    world_lower = models.DateField(null=True)
    world_upper = models.DateField(null=True)
    recorded_at = models.DateTimeField()
    body = models.TextField()  # RFC 8785 canonical JSON, the very bytes that were hashed
    hash = models.CharField(max_length=64, unique=True)
    previous = models.OneToOneField(  # one-to-one: a fork is refused
        "self", to_field="hash", null=True, on_delete=models.PROTECT, related_name="next"
    )

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "entries"
        indexes = [
            GinIndex(name="entry_by_proposal", fields=["proposals"]),
            GinIndex(name="entry_by_actor", fields=["actors"]),
            models.Index(name="entry_by_world_date", fields=["world_lower"]),
        ]
        constraints = [
            models.CheckConstraint(
                name="entry_first_alone_has_no_previous",
                condition=Q(seq=1, previous=None) | Q(seq__gt=1, previous__isnull=False),
            ),
        ]
        triggers = [triggers.LinksToItsPredecessor(), triggers.AppendOnly(), triggers.NeverTruncated()]

    def __str__(self) -> str:
        return f"#{self.seq} {self.kind}"
