"""What actors said, and the wordings of it in print."""

from django.db import models
from django.db.models import Q

from actors.models import Actor
from ceasefire.ledger.dates import EdtfField, bound, precision, runs_forward
from ceasefire.ledger.models import Fact
from ceasefire.ledger.triggers import DetailNeverRewritten, NeverTruncated
from ceasefire.sources.models import Source


class Statement(Fact):
    """Something said by one or several speakers, for themselves or for others, on a day, somewhere."""

    class Channel(models.TextChoices):
        PRESS = "press"
        INTERVIEW = "interview"
        BROADCAST = "broadcast"
        SPEECH = "speech"
        OFFICIAL_READOUT = "official_readout"
        SOCIAL_POST = "social_post"
        DOCUMENT = "document"
        REPORTED = "reported"

    class Credibility(models.IntegerChoices):
        """The Admiralty scale for items."""

        CONFIRMED = 1, "confirmed by others"
        PROBABLY_TRUE = 2, "probably true"
        POSSIBLY_TRUE = 3, "possibly true"
        DOUBTFUL = 4, "doubtful"
        IMPROBABLE = 5, "improbable"
        UNKNOWN = 6, "cannot be judged"

    said_on = EdtfField(bounds="said")
    said_lower = bound()
    said_upper = bound()
    said_precision = precision()
    place = models.CharField(max_length=300, null=True, blank=True)
    venue = models.CharField(max_length=300, null=True, blank=True)
    channel = models.CharField(max_length=20, choices=Channel, default=Channel.PRESS)
    outlet = models.ForeignKey(  # who it was said to, where that is a newsroom
        Actor, null=True, blank=True, on_delete=models.PROTECT, related_name="statements_carried"
    )
    relayed_by = models.ForeignKey(  # second hand: who says that it was said
        Actor, null=True, blank=True, on_delete=models.PROTECT, related_name="statements_relayed"
    )
    credibility = models.PositiveSmallIntegerField(choices=Credibility, default=Credibility.UNKNOWN)
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="statements")
    gist = models.TextField(null=True, blank=True)

    class Meta(Fact.Meta):
        indexes = [models.Index(name="statement_by_day", fields=["said_lower", "id"])]
        constraints = [
            *Fact.Meta.constraints,
            runs_forward("said"),
            models.CheckConstraint(
                name="statement_credibility_is_on_the_scale",
                condition=Q(credibility__range=(1, 6)),
                violation_error_message="Credibility runs from 1 to 6.",
            ),
        ]

    def __str__(self) -> str:
        return self.gist or f"statement {self.slug}"


class Speaker(models.Model):
    """Who spoke, and for whom."""

    class Part(models.TextChoices):
        SPEAKER = "speaker"
        PRINCIPAL = "principal"  # spoken for

    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="speakers")
    actor = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="spoke")
    part = models.CharField(max_length=10, choices=Part)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="speaker_has_one_part", fields=["statement", "actor", "part"]),
        ]
        triggers = [DetailNeverRewritten(of="proposals_statement", column="statement_id"), NeverTruncated()]

    def __str__(self) -> str:
        return str(self.actor)


class Rendering(Fact):
    """One wording of a statement in print."""

    class Form(models.TextChoices):
        ORIGINAL = "original"
        TRANSLATION = "translation"
        TRIMMED = "trimmed"
        PARAPHRASE = "paraphrase"
        DAMAGED = "damaged"

    statement = models.ForeignKey(Statement, on_delete=models.PROTECT, related_name="renderings")
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="renderings")
    language = models.CharField(max_length=35)
    form = models.CharField(max_length=20, choices=Form, default=Form.ORIGINAL)
    quote = models.TextField(max_length=20_000)
    fingerprint = models.CharField(max_length=64, editable=False, default="")  # finds the same words logged twice

    class Meta(Fact.Meta):
        indexes = [models.Index(name="rendering_by_fingerprint", fields=["fingerprint"])]
        constraints = [
            *Fact.Meta.constraints,
            models.CheckConstraint(name="rendering_has_words", condition=Q(quote__gt="")),
        ]

    def __str__(self) -> str:
        return self.quote[:80]
