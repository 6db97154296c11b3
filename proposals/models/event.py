"""Something that happened, and what it did to proposals."""

from django.db import models

from actors.models import Actor
from ceasefire.ledger.dates import EdtfField, bound, precision, runs_forward
from ceasefire.ledger.models import Fact
from ceasefire.ledger.triggers import DetailNeverRewritten, NeverTruncated
from ceasefire.sources.models import Source
from proposals.models.proposal import Proposal


class Event(Fact):
    """Talks, a summit, a military action, a signing, a violation, a readout."""

    class Kind(models.TextChoices):
        TALKS = "talks"
        SUMMIT = "summit"
        MILITARY_ACTION = "military_action"
        SIGNING = "signing"
        UNDERSTANDING = "understanding"
        VIOLATION = "violation"
        READOUT = "readout"
        OTHER = "other"

    kind = models.CharField(max_length=20, choices=Kind)
    title = models.CharField(max_length=300)
    summary = models.TextField()
    happened_on = EdtfField(bounds="happened")
    happened_lower = bound()
    happened_upper = bound()
    happened_precision = precision()
    place = models.CharField(max_length=300, null=True, blank=True)
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="events")

    class Meta(Fact.Meta):
        constraints = [*Fact.Meta.constraints, runs_forward("happened")]

    def __str__(self) -> str:
        return self.title


class Participant(models.Model):
    """Who took part in an event."""

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="participants")
    actor = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="events")

    class Meta:
        constraints = [
            models.UniqueConstraint(name="participant_takes_part_once", fields=["event", "actor"]),
        ]
        triggers = [DetailNeverRewritten(of="proposals_event", column="event_id"), NeverTruncated()]

    def __str__(self) -> str:
        return str(self.actor)


class Effect(Fact):
    """What an event did to a proposal."""

    class Kind(models.TextChoices):
        ADVANCED = "advanced"
        STALLED = "stalled"
        COLLAPSED = "collapsed"
        REVIVED = "revived"

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="effects")
    proposal = models.ForeignKey(Proposal, on_delete=models.PROTECT, related_name="effects")
    kind = models.CharField(max_length=20, choices=Kind)
    note = models.TextField(null=True, blank=True)

    class Meta(Fact.Meta):
        pass
