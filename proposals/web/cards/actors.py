"""Parts of an actor's page."""

from dataclasses import dataclass

from actors.models import Affiliation, Name
from ceasefire.ledger.clocks import Clocks
from proposals.models import Condition
from proposals.reads.offices import office_at
from proposals.reads.profile import Profile
from proposals.web.cards.people import Person, office_words, person
from proposals.web.cards.provisions import Task, task
from proposals.web.cards.quotes import Asking, asking, href_of
from proposals.web.cards.sources import Evidence, evidence
from proposals.web.cards.stands import Stand, stand_on


@dataclass(frozen=True)
class Bond:
    """An affiliation seen from one of its ends: what it is, with whom, over which time, on what evidence."""

    relation: str
    title: str
    other: Person
    held_on: str
    rests_on: Evidence | None
    note: str


@dataclass(frozen=True)
class Demand:
    """A condition that somebody asks of an actor."""

    asking: Asking
    holder: Person
    stance: str
    about: str
    about_href: str
    said_on: str
    statement_href: str


def bond(affiliation: Affiliation, clocks: Clocks, *, inverse: bool = False) -> Bond:
    other = affiliation.actor if inverse else affiliation.organisation
    return Bond(
        relation=affiliation.get_relation_display().lower(),
        title=affiliation.title or "",
        other=person(other, clocks),
        held_on=affiliation.held_on,
        rests_on=evidence(clocks, source=affiliation.source),
        note=affiliation.note or "",
    )


def demand(condition: Condition, clocks: Clocks) -> Demand:
    position = condition.position
    about = position.provision or position.proposal
    return Demand(
        asking=asking([condition], clocks)[0],
        holder=person(position.actor, clocks),
        stance=position.stance,
        about=str(about),
        about_href=href_of(clocks, position.proposal, position.provision),
        said_on=position.statement.said_on,
        statement_href=clocks.link("statement", position.statement.slug),
    )


@dataclass(frozen=True)
class Happened:
    """An event that the actor took part in."""

    title: str
    href: str
    happened_on: str


@dataclass(frozen=True)
class ProfileCard:
    """Everything about one actor but the list of its statements."""

    slug: str
    name: str
    kind: str
    description: str
    names: list[Name]
    office: str
    bonds: list[Bond]
    members: list[Bond]
    stands: list[Stand]
    clauses: list[Stand]  # on single provisions
    tasks: list[Task]
    demands: list[Demand]
    events: list[Happened]
    seq: int | None


def profile_card(found: Profile, clocks: Clocks) -> ProfileCard:
    actor = found.actor
    return ProfileCard(
        slug=actor.slug,
        name=actor.name,
        kind=actor.get_kind_display().lower(),
        description=actor.description or "",
        names=[one for one in found.names if one.text != actor.name],
        office=office_words(office_at(found.ties, actor.pk, clocks.moment.as_of)),
        bonds=[bond(one, clocks) for one in found.affiliations],
        members=[bond(one, clocks, inverse=True) for one in found.members],
        stands=[stand_on(one, clocks, seen_by=actor) for one in found.taken if one.provision is None],
        clauses=[stand_on(one, clocks, seen_by=actor) for one in found.taken if one.provision],
        tasks=[task(one, clocks) for one in found.asked],
        demands=[demand(one, clocks) for one in found.conditions],
        events=[Happened(one.title, clocks.link("event", one.slug), one.happened_on) for one in found.events],
        seq=actor.known_from,
    )
