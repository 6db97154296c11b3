"""Who belongs to whom, and when."""

from django.db import models
from django.db.models import F, Q

from actors.models.actor import Actor
from ceasefire.ledger.dates import EdtfField, bound, precision, runs_forward
from ceasefire.ledger.models import Fact
from ceasefire.sources.models import Source


class Affiliation(Fact):
    """One actor's tie to another over time: an office held, a membership, the right to speak for it."""

    class Relation(models.TextChoices):
        HOLDS_OFFICE = "holds_office", "holds office in"
        MEMBER_OF = "member_of", "member of"
        SPEAKS_FOR = "speaks_for", "speaks for"
        PART_OF = "part_of", "part of"

    actor = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="affiliations")
    organisation = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="people")
    relation = models.CharField(max_length=20, choices=Relation)
    title = models.CharField(max_length=300, null=True, blank=True)  # the office, in words
    held_on = EdtfField(bounds="held")
    held_lower = bound()
    held_upper = bound()
    held_precision = precision()
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="affiliations")
    note = models.TextField(null=True, blank=True)

    class Meta(Fact.Meta):
        constraints = [
            *Fact.Meta.constraints,
            runs_forward("held"),
            models.CheckConstraint(
                name="affiliation_is_with_another",
                condition=~Q(actor=F("organisation")),
                violation_error_message="Nobody is affiliated with themselves.",
            ),
        ]

    def __str__(self) -> str:
        return self.title or f"{self.get_relation_display()} {self.organisation}"
