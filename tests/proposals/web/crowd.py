"""Many times the first data set: every fact again under new names, on the same actors and proposals or on new ones."""

from collections.abc import Iterable

from django.db import models

from actors.models import Actor, Affiliation, Name
from ceasefire.sources.models import Source
from proposals.models import (
    Account,
    Asker,
    Condition,
    Effect,
    Event,
    Link,
    Participant,
    Position,
    Proposal,
    Proposer,
    Provision,
    Rendering,
    Speaker,
    Statement,
    StatusChange,
    Undertaking,
)
from proposals.services import snapshots
from tests.conftest import take_numbers

WHO_AND_WHAT = [Actor, Proposal]
SAID_AND_DONE = [
    *(Source, Name, Affiliation, Statement, Speaker, Rendering, Event, Participant, Provision, Undertaking, Asker),
    *(Position, Condition, Proposer, Account, Link, Effect),
]


def crowd(times: int) -> None:
    """Everything said and done `times` over: half by the same actors on the same proposals, half in worlds apart."""
    first = {model: list(model.objects.order_by("pk")) for model in (*WHO_AND_WHAT, *SAID_AND_DONE, StatusChange)}
    for number in range(times - 1):
        again = SAID_AND_DONE if number % 2 else [*WHO_AND_WHAT, *SAID_AND_DONE, StatusChange]
        _copy(first, again, f"again-{number}")
    take_numbers()
    snapshots.catch_up()


def _copy(first: dict[type[models.Model], list], again: Iterable[type[models.Model]], suffix: str) -> None:
    made: dict[tuple[type[models.Model], int], models.Model] = {}
    for model in again:
        for row in first[model]:
            made[model, row.pk] = _again(row, made, suffix)


def _again(row: models.Model, made: dict, suffix: str) -> models.Model:
    """One row once more; what it refers to is the copy, where there is one."""
    values = {}
    for field in row._meta.concrete_fields:
        if field.primary_key or field.name in ("known_from", "known_to"):
            continue
        value = getattr(row, field.attname)
        if field.is_relation and (field.related_model, value) in made:
            value = made[field.related_model, value].pk
        values[field.attname] = value
    if "slug" in values:
        values["slug"] = f"{values['slug'][:60].rstrip('-')}-{suffix}"
    return type(row).objects.create(**values)
