"""The snapshot job: turns ledger numbers into timeline entries, in order, once, under one lock."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from django.apps import apps
from django.db import models, transaction

from ceasefire.ledger.models import Fact, Outbox
from ceasefire.ledger.moments import Moment
from ceasefire.timeline import services as timeline
from proposals.models import StatusChange
from proposals.reads.state import state_of
from proposals.rows import row
from proposals.services.entries import FIRST, tell

BATCH = 200


def catch_up() -> int:
    """Write the entries that are missing, oldest first. Returns how many; safe to run twice, or at once elsewhere."""
    written = 0
    while batch := _write_batch():
        written += batch
    return written


@transaction.atomic
def _write_batch() -> int:
    timeline.take_the_pen()
    rows = timeline.waiting(BATCH)
    facts = _facts(rows)
    timeline.append([_happening(one, facts[one.fact_table][one.fact_id]) for one in rows])
    return len(rows)


def fact_models() -> dict[str, type[Fact]]:
    """Every fact table by its name in the database."""
    return {model._meta.db_table: model for model in apps.get_models() if issubclass(model, Fact)}


def _facts(rows: Sequence[Outbox]) -> dict[str, dict[int, Fact]]:
    wanted: dict[str, list[int]] = defaultdict(list)
    for one in rows:
        wanted[one.fact_table].append(one.fact_id)
    known = fact_models()
    return {table: _with_references(known[table]).in_bulk(ids) for table, ids in wanted.items()}


def _with_references(model: type[Fact]) -> models.QuerySet[Fact]:
    references = [field.name for field in model._meta.fields if field.many_to_one or field.one_to_one]
    return model._default_manager.select_related(*references)


def _happening(number: Outbox, fact: Fact) -> timeline.Happening:
    assert number.seq is not None and number.recorded_at is not None  # waiting() gives numbered rows only
    telling = tell(fact)
    recorded = number.action == Outbox.Action.RECORDED
    return timeline.Happening(
        seq=number.seq,
        kind=FIRST[telling.noun] if recorded else f"{telling.noun}_{number.action}",
        recorded_at=number.recorded_at,
        world_on=telling.world_on,
        proposals=telling.proposals,
        actors=telling.actors,
        cause=_cause(number, fact),
        payload=_payload(number.seq, number.recorded_at, fact),
    )


def _cause(number: Outbox, fact: Fact) -> dict[str, Any]:
    """The fact, what happened to it, and who entered that."""
    retracted = number.action == Outbox.Action.RETRACTED
    person = fact.closed_by if retracted else fact.entered_by
    why = fact.closed_reason if retracted else fact.supersedes.closed_reason if fact.supersedes else None
    said = {
        "fact": fact._meta.model_name,
        "id": fact.slug,
        "action": number.action,
        "by": person.get_username() if person else None,
        "reason": why,
    }
    return {key: value for key, value in said.items() if value is not None}


def _payload(seq: int, recorded_at: datetime, fact: Fact) -> dict[str, Any]:
    """The fact as a row; a status change brings a snapshot of the proposal's whole state at its number."""
    if not isinstance(fact, StatusChange):
        return {"fact": row(fact)}
    day = recorded_at.astimezone(UTC).date()
    return {"fact": row(fact), "state": state_of(fact.proposal, Moment(day, seq)).as_payload()}
