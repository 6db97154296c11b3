"""What everything may cite."""

from django.db import models

from ceasefire.ledger.dates import EdtfField, bound, precision, runs_forward
from ceasefire.ledger.models import Fact


class Source(Fact):
    """Where something can be read or heard: an article, a transcript, a broadcast, a document."""

    class Kind(models.TextChoices):
        ARTICLE = "article"
        TRANSCRIPT = "transcript"
        OFFICIAL_READOUT = "official_readout"
        INTERVIEW = "interview"
        BROADCAST = "broadcast"
        SOCIAL_POST = "social_post"
        DOCUMENT = "document"
        LEAK = "leak"

    class Reliability(models.TextChoices):
        """The Admiralty scale for sources."""

        A = "A", "completely reliable"
        B = "B", "usually reliable"
        C = "C", "fairly reliable"
        D = "D", "not usually reliable"
        E = "E", "unreliable"
        F = "F", "cannot be judged"

    kind = models.CharField(max_length=20, choices=Kind)
    title = models.CharField(max_length=300)
    outlet = models.CharField(max_length=200, null=True, blank=True)
    author = models.CharField(max_length=200, null=True, blank=True)
    url = models.URLField(max_length=2000, null=True, blank=True)
    published_on = EdtfField(bounds="published")
    published_lower = bound()
    published_upper = bound()
    published_precision = precision()
    language = models.CharField(max_length=35, default="en")  # BCP 47
    reliability = models.CharField(max_length=1, choices=Reliability, default=Reliability.F)
    note = models.TextField(null=True, blank=True)

    class Meta(Fact.Meta):
        constraints = [
            *Fact.Meta.constraints,
            runs_forward("published"),
            models.CheckConstraint(
                name="source_url_is_http",
                condition=models.Q(url=None) | models.Q(url__regex=r"^https?://"),
                violation_error_message="The address has to begin with http:// or https://.",
            ),
        ]

    def __str__(self) -> str:
        return self.title
