"""Provisions as a tree, with who is asked for what."""

from dataclasses import dataclass

from ceasefire.ledger.clocks import Clocks
from proposals.models import Provision, Undertaking
from proposals.reads.dossier import Asked
from proposals.web.cards.people import Person, people, person
from proposals.web.cards.quotes import href_of
from proposals.web.cards.sources import Evidence, evidence
from proposals.web.cards.stands import Stand, stand


@dataclass(frozen=True)
class Task:
    """What one actor is asked for: its role, how far that is, by whom, on what evidence."""

    actor: Person
    role: str
    state: str
    what: str
    asked_by: list[Person]
    rests_on: Evidence | None
    note: str
    about: str
    about_href: str
    proposal: str


@dataclass(frozen=True)
class Clause:
    """A provision with everything under it."""

    ident: str
    heading: str
    summary: str
    category: str
    alternative: bool
    due_on: str
    note: str
    rests_on: Evidence | None
    tasks: list[Task]
    stands: list[Stand]
    children: list["Clause"]


def clause(asked: Asked, clocks: Clocks) -> Clause:
    provision: Provision = asked.provision
    return Clause(
        ident=provision.slug,
        heading=provision.heading,
        summary=provision.summary,
        category=provision.get_category_display().lower(),
        alternative=provision.alternative,
        due_on=provision.due_on or "",
        note=provision.note or "",
        rests_on=evidence(clocks, statement=provision.statement, source=provision.source),
        tasks=[task(one, clocks) for one in asked.undertakings],
        stands=[stand(one, clocks) for one in asked.verdicts],
        children=[clause(child, clocks) for child in asked.children],
    )


def task(undertaking: Undertaking, clocks: Clocks) -> Task:
    provision = undertaking.provision
    return Task(
        actor=person(undertaking.actor, clocks),
        role=undertaking.get_role_display().lower(),
        state=undertaking.get_state_display().lower(),
        what=undertaking.what,
        asked_by=people((one.actor for one in undertaking.askers.all()), clocks),
        rests_on=evidence(clocks, statement=undertaking.statement, source=undertaking.source),
        note=undertaking.note or "",
        about=provision.heading,
        about_href=href_of(clocks, None, provision),
        proposal=provision.proposal.title,
    )
