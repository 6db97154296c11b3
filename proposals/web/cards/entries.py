"""Timeline entries as components/_entry.html takes them: a builder for each sort of fact."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from ceasefire.ledger.clocks import Clocks
from ceasefire.web.templatetags.look import link_words, words
from proposals.reads.history import Line, Register
from proposals.reads.reviews import confirmed
from proposals.web.cards.people import joined, voices
from proposals.web.cards.quotes import Asking, Quote, href_of, quote_of
from proposals.web.cards.sources import evidence

Fields = dict[str, Any]


@dataclass(frozen=True)
class EntryCard:
    """One entry with whatever its sort of fact has to say; what it does not say is empty."""

    seq: int
    href: str
    kind: str
    kind_words: str
    recorded_at: datetime
    happened_on: str = ""
    day: int | None = None
    actor: str = ""
    actor_href: str = ""
    stance: str = ""
    stance_before: str = ""
    status_from: str = ""
    status_to: str = ""
    whose: str = ""
    proposal: str = ""
    proposal_href: str = ""
    provision: str = ""
    provision_href: str = ""
    covers: list[str] = field(default_factory=list)
    excludes: list[str] = field(default_factory=list)
    reason: str = ""
    correction: str = ""
    conditions: list[Asking] = field(default_factory=list)
    evidence: str = ""
    evidence_href: str = ""
    quote: Quote | None = None
    entered_by: str = ""
    reviewed: bool | None = None


@dataclass(frozen=True)
class Day:
    """What happened on one date of the world."""

    on: str
    entries: list[EntryCard]


def entry_cards(
    told: Iterable[Line],
    register: Register,
    clocks: Clocks,
    *,
    first_day: date | None = None,
    on_proposal: bool = False,
) -> list[EntryCard]:
    """Lines as cards. On a proposal's own page it is not named again, and days are counted from its first."""
    cards = [entry_card(line, register, clocks, first_day=first_day) for line in told]
    return [replace(card, proposal="", proposal_href="") for card in cards] if on_proposal else cards


def entry_card(line: Line, register: Register, clocks: Clocks, *, first_day: date | None = None) -> EntryCard:
    """One line as a card."""
    entry = line.entry
    told = _Told(line, register, clocks)
    plain = EntryCard(
        seq=entry.seq,
        href=clocks.link("entry", entry.seq),
        kind=line.kind,
        kind_words=line.kind_words,
        recorded_at=entry.recorded_at,
        happened_on=entry.world_on or "",
        day=(entry.world_lower - first_day).days if first_day and entry.world_lower else None,
        correction=line.cause.get("reason", ""),
        entered_by=line.cause.get("by", ""),
    )
    return replace(plain, **{**told.proposal(), **told.evidence(), **BUILDERS[line.cause["fact"]](told)})


def by_day(cards: Iterable[EntryCard]) -> list[Day]:
    """Cards under the dates they happened on, in the order in which these come first."""
    days: dict[str, list[EntryCard]] = {}
    for card in cards:
        days.setdefault(card.happened_on, []).append(card)
    return [Day(on, entries) for on, entries in days.items()]


@dataclass(frozen=True)
class _Told:
    """A line being made into a card."""

    line: Line
    register: Register
    clocks: Clocks

    @property
    def fact(self) -> dict[str, Any]:
        return self.line.fact

    def name(self, slug: str) -> str:
        actor = self.register.actors.get(slug)
        return actor.name if actor else slug

    def actor(self, slug: str | None) -> Fields:
        return {"actor": self.name(slug), "actor_href": self.clocks.link("actor", slug)} if slug else {}

    def title(self, slug: str) -> str:
        proposal = self.register.proposals.get(slug)
        return proposal.title if proposal else slug

    def proposal(self) -> Fields:
        for slug in self.line.entry.proposals[:1]:
            return {"proposal": self.title(slug), "proposal_href": self.clocks.link("proposal", slug)}
        return {}

    def provision(self) -> Fields:
        provision = self.register.provisions.get(self.fact.get("provision", ""))
        return (
            {"provision": provision.heading, "provision_href": href_of(self.clocks, None, provision)}
            if provision
            else {}
        )

    def evidence(self) -> Fields:
        found = evidence(
            self.clocks,
            statement=self.register.statements.get(self.fact.get("statement", "")),
            source=self.register.sources.get(self.fact.get("source", "")),
            event=self.register.events.get(self.fact.get("event", "")),
        )
        return {"evidence": found.label, "evidence_href": found.href} if found else {}

    def quote(self, slug: str, *, wording: str = "") -> Fields:
        """The words of a statement, which carry their own provenance: no second link to the evidence."""
        statement = self.register.statements.get(slug)
        if statement is None:
            return {}
        exactly = next((one for one in statement.renderings.all() if one.slug == wording), None)
        quote = quote_of(statement, self.clocks, self.register.ties, exactly)
        return {"quote": quote, "evidence": "", "evidence_href": ""}

    def conditions(self) -> list[Asking]:
        return [
            Asking(
                text=one["text"],
                of=self.name(one["of"]) if "of" in one else "",
                about=self._about(one),
                about_href=self._about_href(one),
            )
            for one in self.line.conditions
        ]

    def _about(self, condition: dict[str, str]) -> str:
        provision = self.register.provisions.get(condition.get("provision", ""))
        return provision.heading if provision else self.title(condition["proposal"]) if "proposal" in condition else ""

    def _about_href(self, condition: dict[str, str]) -> str:
        provision = self.register.provisions.get(condition.get("provision", ""))
        return href_of(self.clocks, self.register.proposals.get(condition.get("proposal", "")), provision)


def _status(told: _Told) -> Fields:
    change = told.register.status_changes.get(told.fact["id"])
    parts = [f"for {told.name(told.fact['applies_to'])}"] if "applies_to" in told.fact else []
    parts += [f"according to {told.name(told.fact['according_to'])}"] if "according_to" in told.fact else []
    return {
        "status_from": told.fact.get("from", ""),
        "status_to": told.fact["to"],
        "whose": ", ".join(parts),
        "reason": told.fact["reason"],
        "reviewed": confirmed(change, told.register.moment) if change else None,
    }


def _position(told: _Told) -> Fields:
    return {
        **told.actor(told.fact["actor"]),
        **told.provision(),
        **told.quote(told.fact["statement"]),
        "stance": told.fact["stance"],
        "stance_before": told.register.before.get(told.fact["id"], ""),
        "conditions": told.conditions(),
    }


def _statement(told: _Told) -> Fields:
    statement = told.register.statements.get(told.fact["id"])
    speakers = voices(statement) if statement else []
    return {
        "actor": joined([one.name for one in speakers]),
        "actor_href": told.clocks.link("actor", speakers[0].slug) if len(speakers) == 1 else "",
        "reason": told.fact.get("gist", ""),
        "evidence": "the statement",
        "evidence_href": told.clocks.link("statement", told.fact["id"]),
        "reviewed": confirmed(statement, told.register.moment) if statement else None,
    }


def _rendering(told: _Told) -> Fields:
    return told.quote(told.fact["statement"], wording=told.fact["id"])


def _account(told: _Told) -> Fields:
    given = {"covers": told.fact.get("covers", []), "excludes": told.fact.get("excludes", [])}
    return {**told.actor(told.fact.get("described_by")), **given}


def _undertaking(told: _Told) -> Fields:
    what = f"{words(told.fact['state']).capitalize()}, as {words(told.fact['role'])}: {told.fact['what']}"
    return {**told.actor(told.fact["actor"]), **told.provision(), "reason": what}


def _link(told: _Told) -> Fields:
    return {"reason": f"{link_words(told.fact['kind'])} {told.title(told.fact['to'])}"}


def _event(told: _Told) -> Fields:
    href = told.clocks.link("event", told.fact["id"])
    return {"reason": told.fact["summary"], "evidence": told.fact["title"], "evidence_href": href}


def _effect(told: _Told) -> Fields:
    event = told.register.events.get(told.fact["event"])
    return {"reason": f"{words(told.fact['effect']).capitalize()} by: {event.title if event else told.fact['event']}"}


def _affiliation(told: _Told) -> Fields:
    held = told.fact.get("title") or words(told.fact["relation"])
    return {**told.actor(told.fact["actor"]), "reason": f"{held} · {told.name(told.fact['with'])}"}


def _proposer(told: _Told) -> Fields:
    return {**told.actor(told.fact["actor"]), "reason": f"As proposer, {words(told.fact['attribution'])}"}


def _party(told: _Told) -> Fields:
    process = told.register.processes.get(told.fact["process"])
    return {
        **told.actor(told.fact["actor"]),
        "reason": f"{words(told.fact['role']).capitalize()} in {process.name if process else told.fact['process']}",
    }


def _actor(told: _Told) -> Fields:
    return {**told.actor(told.fact["id"]), "reason": told.fact.get("description") or words(told.fact["kind"])}


def _name(told: _Told) -> Fields:
    return {**told.actor(told.fact["actor"]), "reason": f"Also named “{told.fact['text']}” ({told.fact['language']})"}


def _source(told: _Told) -> Fields:
    return {"evidence": told.fact["title"], "evidence_href": told.clocks.link("source", told.fact["id"])}


def _review(told: _Told) -> Fields:
    return {"reason": told.fact.get("note", "")}


def _saying(key: str) -> Callable[[_Told], Fields]:
    """A fact that is told by one of its own fields."""
    return lambda told: {"reason": told.fact.get(key, "")}


BUILDERS: dict[str, Callable[[_Told], Fields]] = {
    "account": _account,
    "actor": _actor,
    "affiliation": _affiliation,
    "effect": _effect,
    "event": _event,
    "link": _link,
    "name": _name,
    "party": _party,
    "position": _position,
    "process": _saying("name"),
    "proposal": _saying("summary"),
    "proposer": _proposer,
    "provision": lambda told: {"reason": f"{told.fact['heading']}: {told.fact['summary']}"},
    "rendering": _rendering,
    "review": _review,
    "source": _source,
    "statement": _statement,
    "statuschange": _status,
    "text": _saying("title"),
    "undertaking": _undertaking,
}
