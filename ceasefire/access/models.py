"""Tokens for programs."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from knox.models import AbstractAuthToken


class Scope(models.TextChoices):
    """What a token may do. Reading needs none."""

    WRITE = "write"
    REVIEW = "review"


class Token(AbstractAuthToken):  # type: ignore[misc]  # Knox ships no types
    """An API token: stored hashed, shown once, limited to its scopes and to what its user may do."""

    scopes = ArrayField(models.CharField(max_length=10, choices=Scope), default=list)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="token_scopes_are_known", condition=models.Q(scopes__contained_by=Scope.values)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.token_key}… of {self.user}"
