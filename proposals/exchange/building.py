"""From rows to facts that are not written yet: the other direction of `proposals.rows`."""

from collections.abc import Iterable
from typing import Any, TypeVar

from actors.models import Actor, Affiliation, Name
from ceasefire.core import edtf
from ceasefire.core.errors import BadInput
from ceasefire.ledger.models import Fact
from ceasefire.sources.models import Source
from proposals.models import (
    Account,
    Effect,
    Event,
    Link,
    Party,
    Process,
    Proposal,
    Proposer,
    Provision,
    Statement,
    Text,
    Undertaking,
)
from proposals.rows import Row
from proposals.services.statements import NewCondition, NewPosition, NewQuote, NewStatement

FactType = TypeVar("FactType", bound=Fact)


class Ledger:
    """The facts an import refers to, found once each."""

    def __init__(self) -> None:
        self._found: dict[tuple[type[Fact], str], Fact] = {}

    def find(self, model: type[FactType], slug: str) -> FactType | None:
        if (model, slug) not in self._found:
            fact = model._default_manager.filter(slug=slug, closed=False).first()
            if fact is None:
                return None
            self._found[model, slug] = fact
        return self._found[model, slug]  # type: ignore[return-value]  # keyed by its own model

    def get(self, model: type[FactType], slug: str) -> FactType:
        """Raises BadInput for a slug that is neither in the ledger nor in what was imported so far."""
        fact = self.find(model, slug)
        if fact is None:
            raise BadInput(f"There is no {model._meta.verbose_name} “{slug}”.")
        return fact

    def optional(self, model: type[FactType], slug: str | None) -> FactType | None:
        return self.get(model, slug) if slug else None

    def keep(self, fact: FactType) -> FactType:
        self._found[type(fact), fact.slug] = fact
        return fact


def flat(fields: Row, *, without: Iterable[str] = ()) -> Row:
    """A row without its nested items and without what is empty."""
    return {key: value for key, value in fields.items() if key not in set(without) and value not in (None, "", [])}


def _evidence(fields: Row, ledger: Ledger) -> dict[str, Any]:
    return {
        "statement": ledger.optional(Statement, fields.get("statement")),
        "source": ledger.optional(Source, fields.get("source")),
        "note": fields.get("note"),
    }


def actor(fields: Row, ledger: Ledger) -> Actor:
    return Actor(slug=fields["id"], kind=fields["kind"], name=fields["name"], description=fields.get("description"))


def name(fields: Row, ledger: Ledger) -> Name:
    who = ledger.get(Actor, fields["actor"])
    return Name(slug=fields["id"], actor=who, text=fields["text"], language=fields["language"])


def source(fields: Row, ledger: Ledger) -> Source:
    named = {key: fields.get(key) for key in ("kind", "title", "outlet", "author", "url", "published_on", "note")}
    return Source(slug=fields["id"], language=fields["language"], reliability=fields["reliability"], **named)


def affiliation(fields: Row, ledger: Ledger) -> Affiliation:
    return Affiliation(
        slug=fields["id"],
        actor=ledger.get(Actor, fields["actor"]),
        organisation=ledger.get(Actor, fields["with"]),
        relation=fields["relation"],
        title=fields.get("title"),
        held_on=fields["held"],
        source=ledger.get(Source, fields["source"]),
        note=fields.get("note"),
    )


def process(fields: Row, ledger: Ledger) -> Process:
    return Process(slug=fields["id"], name=fields["name"], summary=fields.get("summary"))


def party(fields: Row, ledger: Ledger) -> Party:
    return Party(
        slug=fields["id"],
        process=ledger.get(Process, fields["process"]),
        actor=ledger.get(Actor, fields["actor"]),
        role=fields["role"],
    )


def proposal(fields: Row, ledger: Ledger) -> Proposal:
    return Proposal(
        slug=fields["id"],
        process=ledger.get(Process, fields["process"]),
        title=fields["title"],
        kind=fields["kind"],
        summary=fields.get("summary"),
        voiced_on=fields["voiced_on"],
    )


def proposer(fields: Row, ledger: Ledger) -> Proposer:
    return Proposer(
        slug=fields["id"],
        proposal=ledger.get(Proposal, fields["proposal"]),
        actor=ledger.get(Actor, fields["actor"]),
        attribution=fields["attribution"],
        **_evidence(fields, ledger),
    )


def link(fields: Row, ledger: Ledger) -> Link:
    return Link(
        slug=fields["id"],
        proposal=ledger.get(Proposal, fields["from"]),
        target=ledger.get(Proposal, fields["to"]),
        kind=fields["kind"],
        **_evidence(fields, ledger),
    )


def account(fields: Row, ledger: Ledger) -> Account:
    same = ("place", "duration", "length", "length_max", "until", "renewal", "release_clause", "area")
    return Account(
        slug=fields["id"],
        proposal=ledger.get(Proposal, fields["proposal"]),
        described_by=ledger.optional(Actor, fields.get("described_by")),
        covers=fields.get("covers", []),
        excludes=fields.get("excludes", []),
        ceasefire_class=fields["class"],
        starts_on=fields.get("starts"),
        ends_on=fields.get("ends"),
        **{key: fields[key] for key in same if key in fields},
        **_evidence(fields, ledger),
    )


def text(fields: Row, ledger: Ledger) -> Text:
    return Text(
        slug=fields["id"],
        proposal=ledger.get(Proposal, fields["proposal"]),
        number=fields["number"],
        title=fields["title"],
        issued_on=fields["issued_on"],
        source=ledger.get(Source, fields["source"]),
        language=fields["language"],
        note=fields.get("note"),
    )


def provision(fields: Row, ledger: Ledger) -> Provision:
    return Provision(
        slug=fields["id"],
        proposal=ledger.get(Proposal, fields["proposal"]),
        text=ledger.optional(Text, fields.get("text")),
        parent=ledger.optional(Provision, fields.get("parent")),
        alternative=fields["alternative"],
        heading=fields["heading"],
        summary=fields["summary"],
        category=fields["category"],
        due_on=fields.get("due"),
        **_evidence(fields, ledger),
    )


def undertaking(fields: Row, ledger: Ledger) -> Undertaking:
    return Undertaking(
        slug=fields["id"],
        provision=ledger.get(Provision, fields["provision"]),
        actor=ledger.get(Actor, fields["actor"]),
        role=fields["role"],
        state=fields["state"],
        what=fields["what"],
        **_evidence(fields, ledger),
    )


def event(fields: Row, ledger: Ledger) -> Event:
    return Event(
        slug=fields["id"],
        kind=fields["kind"],
        title=fields["title"],
        summary=fields["summary"],
        happened_on=fields["happened_on"],
        place=fields.get("place"),
        source=ledger.get(Source, fields["source"]),
    )


def effect(fields: Row, ledger: Ledger) -> Effect:
    return Effect(
        slug=fields["id"],
        event=ledger.get(Event, fields["event"]),
        proposal=ledger.get(Proposal, fields["proposal"]),
        kind=fields["effect"],
        note=fields.get("note"),
    )


def new_statement(fields: Row, quotes: list[Row], ledger: Ledger) -> NewStatement:
    """A statement without its positions."""
    return NewStatement(
        slug=fields["id"],
        gist=fields.get("gist"),
        place=fields.get("place"),
        venue=fields.get("venue"),
        speakers=[ledger.get(Actor, slug) for slug in fields["speakers"]],
        principals=[ledger.get(Actor, slug) for slug in fields["for"]],
        said_on=edtf.parse(fields["said_on"]),
        source=ledger.get(Source, fields["source"]),
        channel=fields["channel"],
        outlet=ledger.optional(Actor, fields.get("outlet")),
        relayed_by=ledger.optional(Actor, fields.get("relayed_by")),
        credibility=fields["credibility"],
        quotes=[
            NewQuote(
                quote=one["quote"],
                language=one["language"],
                form=one["form"],
                source=ledger.get(Source, one["source"]),
                slug=one["id"],
            )
            for one in quotes
        ],
        allow_duplicate=True,  # ids tell what is the same
    )


def position_slug(slug: str, holder: Actor, *, several: bool) -> str:
    """A joint statement's position is one of each holder; each has a name of its own."""
    return f"{slug}-{holder.slug}" if several else slug


def new_position(fields: Row, ledger: Ledger) -> NewPosition:
    return NewPosition(
        slug=fields["id"],
        proposal=ledger.get(Proposal, fields["proposal"]),
        provision=ledger.optional(Provision, fields.get("provision")),
        stance=fields["stance"],
        note=fields.get("note"),
        conditions=[
            NewCondition(
                text=one["text"],
                of=ledger.optional(Actor, one.get("of")),
                provision=ledger.optional(Provision, one.get("provision")),
                proposal=ledger.optional(Proposal, one.get("proposal")),
            )
            for one in fields.get("conditions", [])
        ],
    )
