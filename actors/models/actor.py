"""Who can take a position: persons, states, bodies, groups, coalitions, unnamed officials."""

from django.db import models

from ceasefire.ledger.models import Fact


class Actor(Fact):
    """Somebody, or some body, that can speak, sign, fight or be asked for something."""

    class Kind(models.TextChoices):
        PERSON = "person"
        STATE = "state"
        GOVERNMENT_BODY = "government_body"
        INTERNATIONAL_ORGANISATION = "international_organisation"
        ARMED_GROUP = "armed_group"
        COALITION = "coalition"
        MEDIA_OUTLET = "media_outlet"
        UNNAMED_PERSON = "unnamed_person"

    kind = models.CharField(max_length=30, choices=Kind)
    name = models.CharField(max_length=300)
    description = models.TextField(null=True, blank=True)

    class Meta(Fact.Meta):
        indexes = [models.Index(name="actor_by_name", fields=["name"])]

    def __str__(self) -> str:
        return self.name


ActorKind = Actor.Kind  # by this name the API's schema finds it


class Name(Fact):
    """Another name of an actor: another language, script or spelling."""

    actor = models.ForeignKey(Actor, on_delete=models.PROTECT, related_name="names")
    text = models.CharField(max_length=300)
    language = models.CharField(max_length=35)  # BCP 47, with script where it matters

    class Meta(Fact.Meta):
        pass

    def __str__(self) -> str:
        return self.text
