"""An event's own page."""

from dataclasses import dataclass

from ceasefire.ledger.clocks import Clocks
from proposals.reads.evidence import OfEvent
from proposals.web.cards.people import Person, people
from proposals.web.cards.resting import Rested, moved
from proposals.web.cards.sources import Provenance, provenance


@dataclass(frozen=True)
class Worked:
    """What an event did to one proposal."""

    effect: str
    proposal: str
    href: str
    note: str


@dataclass(frozen=True)
class EventCard:
    """An event with what it did and what rests on it."""

    title: str
    kind: str
    summary: str
    happened_on: str
    place: str
    took_part: list[Person]
    source: Provenance
    effects: list[Worked]
    status_changes: list[Rested]
    seq: int | None


def event_card(found: OfEvent, clocks: Clocks) -> EventCard:
    event = found.event
    return EventCard(
        title=event.title,
        kind=event.get_kind_display().lower(),
        summary=event.summary,
        happened_on=event.happened_on,
        place=event.place or "",
        took_part=people((one.actor for one in event.participants.all()), clocks),
        source=provenance(event.source, clocks),
        effects=[
            Worked(
                effect=one.get_kind_display().lower(),
                proposal=one.proposal.title,
                href=clocks.link("proposal", one.proposal.slug),
                note=one.note or "",
            )
            for one in found.effects
        ],
        status_changes=[moved(one, clocks) for one in found.status_changes],
        seq=event.known_from,
    )
