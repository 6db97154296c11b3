"""What rests on a piece of evidence, in short lines."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from actors.models import Affiliation
from ceasefire.ledger.clocks import Clocks
from ceasefire.web.templatetags.look import link_words
from proposals.models import Account, Event, Link, Proposer, Provision, Rendering, StatusChange, Text, Undertaking
from proposals.reads.evidence import OfSource, Resting
from proposals.web.cards.accounts import teller
from proposals.web.cards.proposals import ATTRIBUTIONS
from proposals.web.cards.quotes import href_of
from proposals.web.cards.statements import Said, said


@dataclass(frozen=True)
class Rested:
    """One fact: what it is about and what it says of that, with its entry in the timeline."""

    about: str
    href: str
    what: str
    seq: int
    seq_href: str
    status: str = ""
    since: str = ""


@dataclass(frozen=True)
class Sort:
    """The facts of one sort."""

    heading: str
    facts: list[Rested]


@dataclass(frozen=True)
class SourceCard:
    """What was said in a source, and everything else that was taken from it."""

    statements: list[Said]
    sorts: list[Sort]


def source_card(found: OfSource, clocks: Clocks) -> SourceCard:
    return SourceCard(
        statements=[said(one, clocks, found.ties) for one in found.statements],
        sorts=_sorts(
            clocks,
            ("Other wordings", found.renderings, _rendering),
            ("Events", found.events, _event),
            ("Texts", found.texts, _text),
            ("Offices and ties", found.affiliations, _affiliation),
        )
        + resting_card(found.resting, clocks),
    )


def resting_card(found: Resting, clocks: Clocks) -> list[Sort]:
    """Facts about proposals that name one piece of evidence, without the sorts that have none."""
    return _sorts(
        clocks,
        ("Status changes", found.status_changes, moved),
        ("Proposers", found.proposers, _proposer),
        ("Accounts", found.accounts, _account),
        ("Provisions", found.provisions, _provision),
        ("What actors are asked for", found.undertakings, _undertaking),
        ("Links between proposals", found.links, _link),
    )


def moved(change: StatusChange, clocks: Clocks) -> Rested:
    whose = f"for {change.applies_to.name}" if change.applies_to else ""
    return _rested(
        change,
        change.proposal.title,
        clocks.link("proposal", change.proposal.slug),
        ", ".join(part for part in (whose, change.reason) if part),
        clocks,
        status=change.to_status,
        since=change.effective_on,
    )


Builder = Callable[[Any, Clocks], Rested]


def _sorts(clocks: Clocks, *sorts: tuple[str, Sequence[Any], Builder]) -> list[Sort]:
    return [Sort(heading, [build(one, clocks) for one in facts]) for heading, facts, build in sorts if facts]


def _rested(fact: Any, about: str, href: str, what: str, clocks: Clocks, **more: str) -> Rested:
    seq = fact.known_from or 0
    return Rested(about, href, what, seq, clocks.link("entry", seq), **more)


def _rendering(fact: Rendering, clocks: Clocks) -> Rested:
    return _rested(fact, "a statement", clocks.link("statement", fact.statement.slug), f"“{fact.quote}”", clocks)


def _event(fact: Event, clocks: Clocks) -> Rested:
    return _rested(fact, fact.title, clocks.link("event", fact.slug), fact.summary, clocks, since=fact.happened_on)


def _text(fact: Text, clocks: Clocks) -> Rested:
    href = clocks.link("proposal", fact.proposal.slug)
    return _rested(fact, fact.proposal.title, href, fact.title, clocks, since=fact.issued_on)


def _affiliation(fact: Affiliation, clocks: Clocks) -> Rested:
    held = fact.title or fact.get_relation_display().lower()
    what = held if fact.organisation.name in held else f"{held} · {fact.organisation.name}"
    return _rested(fact, fact.actor.name, clocks.link("actor", fact.actor.slug), what, clocks, since=fact.held_on)


def _proposer(fact: Proposer, clocks: Clocks) -> Rested:
    what = f"{fact.actor.name}, {ATTRIBUTIONS[Proposer.Attribution(fact.attribution)]}"
    return _rested(fact, fact.proposal.title, clocks.link("proposal", fact.proposal.slug), what, clocks)


def _account(fact: Account, clocks: Clocks) -> Rested:
    what = f"as described by {teller(fact)}"
    return _rested(fact, fact.proposal.title, clocks.link("proposal", fact.proposal.slug), what, clocks)


def _provision(fact: Provision, clocks: Clocks) -> Rested:
    return _rested(fact, fact.heading, href_of(clocks, None, fact), fact.proposal.title, clocks)


def _undertaking(fact: Undertaking, clocks: Clocks) -> Rested:
    role = f"{fact.get_state_display()} as {fact.get_role_display()}".lower()
    what = f"{fact.actor.name}, {role}: {fact.what}"
    return _rested(fact, fact.provision.heading, href_of(clocks, None, fact.provision), what, clocks)


def _link(fact: Link, clocks: Clocks) -> Rested:
    what = f"{link_words(fact.kind)} {fact.target.title}"
    return _rested(fact, fact.proposal.title, clocks.link("proposal", fact.proposal.slug), what, clocks)
