"""What was said, and how it reads: a statement as a row of a list and as a page of its own."""

from collections.abc import Sequence
from dataclasses import dataclass

from actors.models import Actor
from actors.reads import Ties
from ceasefire.core import edtf
from ceasefire.ledger.clocks import Clocks
from ceasefire.web.templatetags.look import words
from proposals.models import Position, Rendering, Statement
from proposals.reads.reviews import confirmed
from proposals.reads.stances import wording
from proposals.web.cards.people import Person, joined, people, principals_of, speakers_of, voices
from proposals.web.cards.quotes import Asking, Quote, asking, href_of, quote_of, where
from proposals.web.cards.sources import Provenance, provenance


@dataclass(frozen=True)
class Reading:
    """How the coder reads a statement: one stance, and for everybody who holds it the same."""

    stance: str
    holders: list[Person]
    about: str
    about_href: str
    proposal: str  # named where the reading is on one of its provisions
    conditions: list[Asking]
    note: str


@dataclass(frozen=True)
class Wording:
    """One wording in print."""

    words: str
    language: str
    form: str
    source: Provenance


@dataclass(frozen=True)
class Said:
    """A statement in a list: its words and how they read."""

    quote: Quote
    readings: list[Reading]


@dataclass(frozen=True)
class Recorded:
    """An entry of the timeline that recorded part of a statement."""

    seq: int
    href: str
    what: str


@dataclass(frozen=True)
class StatementCard:
    """A statement as its page shows it."""

    quote: Quote
    words: str  # all of them; empty where only the gist is known
    wordings: list[Wording]  # all others
    speakers: list[Person]
    principals: list[Person]
    said_on: str
    venue: str
    channel: str
    outlet: Person | None
    relayed_by: Person | None
    gist: str
    source: Provenance
    readings: list[Reading]
    reviewed: bool
    entered_by: str
    recorded: list[Recorded]


def said(statement: Statement, clocks: Clocks, ties: Ties) -> Said:
    return Said(quote_of(statement, clocks, ties), readings(statement, clocks))


def statement_card(statement: Statement, clocks: Clocks, ties: Ties) -> StatementCard:
    """Everything about one statement. Expects everything read along."""
    first = wording(statement)
    return StatementCard(
        quote=quote_of(statement, clocks, ties, first),
        words=first.quote if first else "",
        wordings=[_wording(one, clocks) for one in statement.renderings.all() if one != first],
        speakers=speakers_of(statement, clocks, ties),
        principals=people(principals_of(statement), clocks),
        said_on=statement.said_on,
        venue=where(statement),
        channel=statement.channel,
        outlet=_optional(statement.outlet, clocks),
        relayed_by=_optional(statement.relayed_by, clocks),
        gist=statement.gist or "",
        source=provenance(statement.source, clocks, credibility=statement.credibility),
        readings=readings(statement, clocks),
        reviewed=confirmed(statement, clocks.moment),
        entered_by=statement.entered_by.get_username(),
        recorded=_recorded(statement, clocks),
    )


def statement_title(statement: Statement) -> str:
    """A statement in few words: who and when."""
    names = joined([one.name for one in voices(statement)])
    return f"Statement of {names}, {edtf.in_words(edtf.parse(statement.said_on))}"


def readings(statement: Statement, clocks: Clocks) -> list[Reading]:
    """The stances of a statement; those that several holders share are one."""
    shared: dict[tuple[str, int, int], list[Position]] = {}
    for one in statement.positions.all():
        shared.setdefault((one.stance, one.proposal_id, one.provision_id or 0), []).append(one)
    return [_reading(positions, clocks) for positions in shared.values()]


def _reading(positions: Sequence[Position], clocks: Clocks) -> Reading:
    first = positions[0]
    return Reading(
        stance=first.stance,
        holders=people((one.actor for one in positions), clocks),
        about=first.provision.heading if first.provision else first.proposal.title,
        about_href=href_of(clocks, first.proposal, first.provision),
        proposal=first.proposal.title if first.provision else "",
        conditions=asking(first.conditions.all(), clocks),
        note=first.note or "",
    )


def _wording(rendering: Rendering, clocks: Clocks) -> Wording:
    return Wording(rendering.quote, rendering.language, rendering.form, provenance(rendering.source, clocks))


def _optional(actor: Actor | None, clocks: Clocks) -> Person | None:
    return people([actor], clocks)[0] if actor else None


def _recorded(statement: Statement, clocks: Clocks) -> list[Recorded]:
    """The numbers at which the ledger learned of a statement and of what hangs on it."""
    parts: list[tuple[int | None, str]] = [(statement.known_from, "statement")]
    parts += [(one.known_from, f"wording, {words(one.form)}") for one in statement.renderings.all()]
    parts += [(one.known_from, f"stance of {one.actor.name}: {words(one.stance)}") for one in statement.positions.all()]
    if confirmed(statement, clocks.moment):
        parts.append((statement.review.known_from, "review"))
    return [
        Recorded(seq, clocks.link("entry", seq), what)
        for seq, what in sorted(parts, key=lambda one: one[0] or 0)
        if seq
    ]
