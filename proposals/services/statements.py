"""Logging what somebody said."""

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from actors.models import Actor
from ceasefire.core import edtf
from ceasefire.core.edtf import Edtf
from ceasefire.core.errors import BadInput, Conflict, FieldError
from ceasefire.core.text import clean_line, clean_text
from ceasefire.sources.models import Source
from proposals.models import (
    Condition,
    Position,
    Proposal,
    Provision,
    Rendering,
    Speaker,
    Stance,
    Statement,
    Text,
)
from proposals.services.records import record

LONGEST_QUOTE = Rendering._meta.get_field("quote").max_length or 0
LONGEST_CONDITION = 1_000
MOST_QUOTES = MOST_POSITIONS = MOST_CONDITIONS = 50


class DuplicateStatement(Conflict):
    """The same words of the same people from the same source are there already."""

    code = "duplicate_statement"

    def __init__(self, existing: Statement) -> None:
        super().__init__(
            f"These words of these speakers from this source are logged already as statement {existing.slug}.",
            field="quote",
        )
        self.existing = existing


@dataclass(frozen=True)
class NewCondition:
    text: str
    of: Actor | None = None
    provision: Provision | None = None
    proposal: Proposal | None = None


@dataclass(frozen=True)
class NewPosition:
    proposal: Proposal
    stance: str
    provision: Provision | None = None
    text: Text | None = None
    conditions: Sequence[NewCondition] = ()
    note: str | None = None
    slug: str | None = None


@dataclass(frozen=True)
class NewQuote:
    quote: str
    language: str
    form: str = Rendering.Form.ORIGINAL
    source: Source | None = None  # None: where the statement is from
    slug: str | None = None


@dataclass(frozen=True)
class NewStatement:
    """A statement as it comes in. `source` may be a new one, not saved yet."""

    speakers: Sequence[Actor]
    said_on: Edtf
    source: Source
    principals: Sequence[Actor] = ()
    quotes: Sequence[NewQuote] = ()
    positions: Sequence[NewPosition] = ()
    gist: str | None = None
    place: str | None = None
    venue: str | None = None
    channel: str = Statement.Channel.PRESS
    outlet: Actor | None = None
    relayed_by: Actor | None = None
    credibility: int = Statement.Credibility.UNKNOWN
    slug: str | None = None
    allow_duplicate: bool = field(default=False)


@transaction.atomic
def log(new: NewStatement, *, by: User, at: datetime) -> Statement:
    """Publish a statement with its wordings and positions, or nothing at all.

    Raises BadInput naming every field at fault (`quote`, `positions.0.conditions`), or DuplicateStatement.
    """
    quotes = _checked(new, at)
    if new.source.pk is None:
        try:
            record(new.source, by=by)
        except BadInput as fault:
            raise fault.inside("source") from fault
    if quotes and not new.allow_duplicate:
        _refuse_duplicate(new, quotes)
    statement = record(_statement(new), by=by)
    _write_people(statement, new)
    for one, words in zip(new.quotes, quotes, strict=True):
        record(
            Rendering(
                **_named(one.slug),
                statement=statement,
                source=one.source or new.source,
                language=one.language,
                form=one.form,
                quote=words,
                fingerprint=fingerprint(words),
            ),
            by=by,
        )
    take_positions(statement, new.positions, holders=holders(new), by=by)
    return statement


def holders(new: NewStatement) -> Sequence[Actor]:
    """Who holds the positions of a statement: those spoken for, else the speakers."""
    return new.principals or new.speakers


@transaction.atomic
def take_positions(
    statement: Statement, positions: Sequence[NewPosition], *, holders: Sequence[Actor], by: User
) -> list[Position]:
    """Write what a statement holds on proposals: for each stance one position of each holder. Raises BadInput."""
    faults = [
        fault.inside(f"positions.{place}") for place, one in enumerate(positions) for fault in _position_faults(one)
    ]
    faults += _repeated_positions(positions)
    if faults:
        raise BadInput(faults[0].message, field=faults[0].field, errors=faults)
    return [_write_position(statement, one, holder, by) for one in positions for holder in holders]


def _write_position(statement: Statement, new: NewPosition, holder: Actor, by: User) -> Position:
    position = record(
        Position(
            **_named(new.slug),
            statement=statement,
            actor=holder,
            proposal=new.proposal,
            provision=new.provision,
            text=new.text,
            stance=new.stance,
            note=new.note,
        ),
        by=by,
    )
    Condition.objects.bulk_create(
        Condition(
            position=position,
            text=clean_line(one.text, field="text", limit=LONGEST_CONDITION),
            of=one.of,
            provision=one.provision,
            proposal=one.proposal,
        )
        for one in new.conditions
    )
    return position


def fingerprint(words: str) -> str:
    """The same for two quotes that differ only in quotation marks, white space, case or Unicode form."""
    plain = unicodedata.normalize("NFKC", words).casefold()
    plain = re.sub(r"[\"'‘’‚‛“”„‟«»‹›「」『』]", "", plain)
    return hashlib.sha256(" ".join(plain.split()).encode()).hexdigest()


def _named(slug: str | None) -> dict[str, Any]:
    return {"slug": slug} if slug else {}


def _checked(new: NewStatement, at: datetime) -> list[str]:
    """The cleaned quotes; raises BadInput with every fault of the statement at once."""
    faults: list[FieldError] = []
    if not new.speakers:
        faults.append(FieldError("speakers", "Name at least one speaker."))
    faults += _repeats("speakers", new.speakers) + _repeats("for", new.principals)
    if not_yet(new.said_on, at):
        faults.append(FieldError("said_on", f"{edtf.in_words(new.said_on)} has not come yet."))
    if not new.quotes and not new.gist:
        faults.append(FieldError("quote", "Give the words that were said, or say in a gist what was reported."))
    quotes = []
    for place, one in enumerate(new.quotes):
        where = "quote" if len(new.quotes) == 1 else f"quotes.{place}.quote"
        try:
            quotes.append(clean_text(one.quote, field=where, limit=LONGEST_QUOTE))
        except BadInput as fault:
            faults += fault.errors
    if len(new.positions) > MOST_POSITIONS:
        faults.append(FieldError("positions", f"At most {MOST_POSITIONS} positions fit in one statement."))
    for place, position in enumerate(new.positions):
        faults += [one.inside(f"positions.{place}") for one in _position_faults(position)]
    faults += _repeated_positions(new.positions)
    if faults:
        raise BadInput(faults[0].message, field=faults[0].field, errors=faults)
    return quotes


def not_yet(day: Edtf, at: datetime) -> bool:
    """Whether a date begins only after today, wherever on earth today is furthest ahead."""
    return day.lower is not None and day.lower > (at + timedelta(hours=14)).date()


def _repeats(where: str, actors: Sequence[Actor]) -> list[FieldError]:
    repeated = {actor.slug for actor in actors if sum(one.pk == actor.pk for one in actors) > 1}
    return [FieldError(where, f"“{slug}” is named twice.") for slug in sorted(repeated)]


def _position_faults(position: NewPosition) -> list[FieldError]:
    faults = []
    if position.stance == Stance.SUPPORTS_CONDITIONALLY and not position.conditions:
        faults.append(FieldError("conditions", "Conditional support needs at least one condition."))
    if position.provision and position.provision.proposal_id != position.proposal.pk:
        faults.append(
            FieldError("provision", f"“{position.provision.slug}” is not a provision of “{position.proposal.slug}”.")
        )
    if position.text and position.text.proposal_id != position.proposal.pk:
        faults.append(FieldError("text", f"“{position.text.slug}” is not a text of “{position.proposal.slug}”."))
    if len(position.conditions) > MOST_CONDITIONS:
        faults.append(FieldError("conditions", f"At most {MOST_CONDITIONS} conditions fit in one position."))
    for place, condition in enumerate(position.conditions):
        try:
            clean_line(condition.text, field="text", limit=LONGEST_CONDITION)
        except BadInput as fault:
            faults += [one.inside(f"conditions.{place}") for one in fault.errors]
    return faults


def _repeated_positions(positions: Sequence[NewPosition]) -> list[FieldError]:
    seen: set[tuple[int, int | None]] = set()
    faults = []
    for place, position in enumerate(positions):
        about = (position.proposal.pk, position.provision.pk if position.provision else None)
        if about in seen:
            what = "the same provision" if position.provision else "the same proposal"
            faults.append(FieldError(f"positions.{place}.proposal", f"One statement takes one stance on {what}."))
        seen.add(about)
    return faults


def _refuse_duplicate(new: NewStatement, quotes: Sequence[str]) -> None:
    if new.source.pk is None:
        return
    speakers = {actor.pk for actor in new.speakers}
    same_words = Rendering.objects.open().filter(
        fingerprint__in=[fingerprint(words) for words in quotes], source=new.source
    )
    for rendering in same_words.select_related("statement"):
        spoke = rendering.statement.speakers.filter(part=Speaker.Part.SPEAKER).values_list("actor_id", flat=True)
        if set(spoke) == speakers and not rendering.statement.closed:
            raise DuplicateStatement(rendering.statement)


def _statement(new: NewStatement) -> Statement:
    return Statement(
        **_named(new.slug),
        said_on=new.said_on.text,
        place=new.place,
        venue=new.venue,
        channel=new.channel,
        outlet=new.outlet,
        relayed_by=new.relayed_by,
        credibility=new.credibility,
        source=new.source,
        gist=new.gist,
    )


def _write_people(statement: Statement, new: NewStatement) -> None:
    parts = [(Speaker.Part.SPEAKER, one) for one in new.speakers]
    parts += [(Speaker.Part.PRINCIPAL, one) for one in new.principals]
    Speaker.objects.bulk_create(Speaker(statement=statement, actor=actor, part=part) for part, actor in parts)
