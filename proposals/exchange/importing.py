"""A chronicle into the ledger: all of it or nothing, and nothing twice."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from django.contrib.auth.models import User
from django.db import transaction

from actors.models import Actor, Affiliation, Name
from ceasefire.core import edtf
from ceasefire.core.errors import BadInput, Conflict, DomainError
from ceasefire.ledger.models import Fact
from ceasefire.sources.models import Source
from proposals.exchange import building
from proposals.exchange.building import Ledger
from proposals.exchange.reading import Chronicle, read_chronicle
from proposals.models import (
    Account,
    Asker,
    Effect,
    Event,
    Link,
    Participant,
    Party,
    Position,
    Process,
    Proposal,
    Proposer,
    Provision,
    Rendering,
    Statement,
    StatusChange,
    Text,
    Undertaking,
)
from proposals.rows import Row, row
from proposals.services import statements, statuses
from proposals.services.records import record
from proposals.states import Status

FactType = TypeVar("FactType", bound=Fact)


class SaysSomethingElse(Conflict):
    """An id is in the ledger already, for a fact that says something else."""

    code = "says_something_else"


@dataclass
class Tally:
    """How many facts an import wrote, and how many were there already."""

    written: int = 0
    unchanged: int = 0


@transaction.atomic
def import_chronicle(path: Path | str, *, by: User, at: datetime) -> Tally:
    """Load a chronicle. What is there already with the same content is left alone.

    Raises ChronicleErrors naming file, line and field; then nothing was written.
    """
    chronicle = read_chronicle(path)
    importer = _Importer(chronicle, by, at)
    importer.run()
    return importer.tally


class _Importer:
    """One import under way: what it reads, in whose name, and how far it is."""

    def __init__(self, chronicle: Chronicle, by: User, at: datetime) -> None:
        self.chronicle, self.by, self.at = chronicle, by, at
        self.ledger = Ledger()
        self.tally = Tally()

    def run(self) -> None:
        """Everything in an order in which whatever is referred to is there before what refers to it."""
        self._each("actors", self._actor)
        self._each("sources", self._plain(Source, building.source))
        self._each("affiliations", self._plain(Affiliation, building.affiliation))
        self._each("processes", self._process)
        self._each("proposals", self._plain(Proposal, building.proposal, nested={"proposers"}))
        self._each("texts", self._plain(Text, building.text))
        self._each("statements", self._statement)
        self._each("events", self._event)
        self._each("provisions", self._plain(Provision, building.provision))
        self._each("undertakings", self._undertaking)
        self._each("statements", self._positions)
        self._each("proposals", self._proposers)
        self._each("accounts", self._plain(Account, building.account))
        self._each("links", self._plain(Link, building.link))
        self._each("status_changes", self._status_change)

    def _each(self, section: str, write: Callable[[Row], None]) -> None:
        for item in self.chronicle.items(section):
            try:
                write(item.fields)
            except DomainError as refusal:
                raise self.chronicle.refused(refusal, section, item.index) from refusal

    def _there(self, model: type[FactType], wanted: Row) -> FactType | None:
        """The fact of this id if the ledger holds it; raises SaysSomethingElse when it differs."""
        existing = self.ledger.find(model, wanted["id"])
        if existing is None:
            self.tally.written += 1
            return None
        held = row(existing)
        for name in (held | wanted).keys() - {"from"} if model is StatusChange else held | wanted:
            if held.get(name) != wanted.get(name):
                raise SaysSomethingElse(
                    f"“{existing.slug}” is in the ledger already and says {held.get(name)!r} here.",
                    field=name,
                )
        self.tally.unchanged += 1
        return existing

    def _plain(
        self, model: type[FactType], build: Callable[[Row, Ledger], FactType], nested: Iterable[str] = ()
    ) -> Callable[[Row], None]:
        """A section whose items are one fact each."""

        def write(fields: Row) -> None:
            self._write(model, building.flat(fields, without=nested), build)

        return write

    def _write(self, model: type[FactType], wanted: Row, build: Callable[[Row, Ledger], FactType]) -> FactType:
        existing = self._there(model, wanted)
        if existing:
            return existing
        return self.ledger.keep(record(build(wanted, self.ledger), by=self.by))

    def _actor(self, fields: Row) -> None:
        self._write(Actor, building.flat(fields, without={"names"}), building.actor)
        for name in fields["names"]:
            self._write(Name, building.flat(name | {"actor": fields["id"]}), building.name)

    def _process(self, fields: Row) -> None:
        self._write(Process, building.flat(fields, without={"parties"}), building.process)
        for party in fields["parties"]:
            self._write(Party, building.flat(party | {"process": fields["id"]}), building.party)

    def _proposers(self, fields: Row) -> None:
        for proposer in fields["proposers"]:
            self._write(Proposer, building.flat(proposer | {"proposal": fields["id"]}), building.proposer)

    def _undertaking(self, fields: Row) -> None:
        wanted = building.flat(fields) | ({"asked_by": sorted(fields["asked_by"])} if fields["asked_by"] else {})
        if self._there(Undertaking, wanted):
            return
        undertaking = record(building.undertaking(wanted, self.ledger), by=self.by)
        Asker.objects.bulk_create(
            Asker(undertaking=undertaking, actor=self.ledger.get(Actor, slug)) for slug in fields["asked_by"]
        )

    def _event(self, fields: Row) -> None:
        wanted = building.flat(fields, without={"effects"})
        if fields["participants"]:
            wanted["participants"] = sorted(fields["participants"])
        if not self._there(Event, wanted):
            event = self.ledger.keep(record(building.event(wanted, self.ledger), by=self.by))
            Participant.objects.bulk_create(
                Participant(event=event, actor=self.ledger.get(Actor, slug)) for slug in fields["participants"]
            )
        for effect in fields["effects"]:
            self._write(Effect, building.flat(effect | {"event": fields["id"]}), building.effect)

    def _statement(self, fields: Row) -> None:
        """The statement with its wordings; its positions follow once the provisions are there."""
        quotes = [
            building.flat({"source": fields["source"]} | building.flat(quote) | {"statement": fields["id"]})
            for quote in fields["quotes"]
        ]
        if self._there(Statement, building.flat(fields, without={"quotes", "positions"})):
            for quote in quotes:
                if not self._there(Rendering, quote):
                    raise SaysSomethingElse(
                        f"“{fields['id']}” is in the ledger already, without this wording.", field="quotes"
                    )
            return
        self.tally.written += len(quotes)
        new = building.new_statement(fields, quotes, self.ledger)
        self.ledger.keep(statements.log(new, by=self.by, at=self.at))

    def _positions(self, fields: Row) -> None:
        statement = self.ledger.get(Statement, fields["id"])
        held_by = [self.ledger.get(Actor, slug) for slug in fields["for"] or fields["speakers"]]
        for place, position in enumerate(fields["positions"]):
            for holder in held_by:
                slug = building.position_slug(position["id"], holder, several=len(held_by) > 1)
                wanted = building.flat(position | {"id": slug, "statement": fields["id"], "actor": holder.slug})
                if self._there(Position, wanted):
                    continue
                new = building.new_position(wanted, self.ledger)
                try:
                    statements.take_positions(statement, [new], holders=[holder], by=self.by)
                except BadInput as fault:
                    raise _at_place(fault, place) from fault

    def _status_change(self, fields: Row) -> None:
        wanted = building.flat(fields)
        if self._there(StatusChange, wanted):
            return
        find = self.ledger.optional
        statuses.change_status(
            self.ledger.get(Proposal, fields["proposal"]),
            to=Status(fields["to"]),
            effective_on=edtf.parse(fields["effective_on"]),
            reason=fields["reason"],
            evidence=statuses.Evidence(
                statement=find(Statement, wanted.get("statement")),
                source=find(Source, wanted.get("source")),
                event=find(Event, wanted.get("event")),
            ),
            applies_to=find(Actor, wanted.get("applies_to")),
            according_to=find(Actor, wanted.get("according_to")),
            by=self.by,
            at=self.at,
            slug=fields["id"],
        )


def _at_place(fault: BadInput, place: int) -> BadInput:
    """A fault of the only position of a call, as one of the chronicle's `place`-th."""
    errors = [
        type(one)(one.field.replace("positions.0", f"positions.{place}", 1), one.message, one.code)
        for one in fault.errors
    ]
    return BadInput(fault.message, errors=errors)
