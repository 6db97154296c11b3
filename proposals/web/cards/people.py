"""Names of actors with their offices and pages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from actors.models import Actor
from actors.reads import Tie, Ties
from ceasefire.ledger.clocks import Clocks
from proposals.models import Speaker, Statement
from proposals.reads.offices import office_at, said_day


@dataclass(frozen=True)
class Person:
    """An actor as a page names it; the office may be empty."""

    name: str
    href: str
    office: str


def person(actor: Actor, clocks: Clocks, tie: Tie | None = None) -> Person:
    return Person(actor.name, clocks.link("actor", actor.slug), office_words(tie))


def people(actors: Iterable[Actor], clocks: Clocks) -> list[Person]:
    return [person(actor, clocks) for actor in actors]


def speakers_of(statement: Statement, clocks: Clocks, ties: Ties) -> list[Person]:
    """Who spoke, each with the office of that day. Expects speakers read along."""
    day = said_day(statement, clocks.moment)
    principals = {one.actor_id for one in statement.speakers.all() if one.part == Speaker.Part.PRINCIPAL}
    return [
        person(actor, clocks, office_at(ties, actor.pk, day, speaking_for=principals)) for actor in voices(statement)
    ]


def voices(statement: Statement) -> list[Actor]:
    return [one.actor for one in statement.speakers.all() if one.part == Speaker.Part.SPEAKER]


def principals_of(statement: Statement) -> list[Actor]:
    return [one.actor for one in statement.speakers.all() if one.part == Speaker.Part.PRINCIPAL]


def office_words(tie: Tie | None) -> str:
    """An office without saying its country twice."""
    if tie is None:
        return ""
    return tie.title if tie.title and tie.organisation_name in tie.title else tie.words


def joined(names: Sequence[str]) -> str:
    """Names in a row: A, B and C."""
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)
