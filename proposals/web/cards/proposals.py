"""Proposals as rows of a list, and the parts of a proposal's own page."""

from collections.abc import Sequence
from dataclasses import dataclass

from ceasefire.core import edtf
from ceasefire.ledger.clocks import Clocks
from ceasefire.web.templatetags.track import Segment as Drawn
from proposals.models import Effect, Proposer, StatusChange
from proposals.reads.dossier import Linked
from proposals.reads.reviews import confirmed
from proposals.reads.state import Standing, State
from proposals.reads.track import WIDTH, Segment
from proposals.web.cards.accounts import Scope, scopes
from proposals.web.cards.entries import EntryCard
from proposals.web.cards.people import Person, people, person
from proposals.web.cards.sources import Evidence, evidence
from proposals.web.cards.stands import Stand, stand

ATTRIBUTIONS = {
    Proposer.Attribution.STATED_BY_SELF: "own statement",
    Proposer.Attribution.STATED_BY_ANOTHER: "according to another",
    Proposer.Attribution.DISPUTED: "disputed",
    Proposer.Attribution.DENIED: "denied",
}


@dataclass(frozen=True)
class StatusCard:
    """A status as components/_status.html takes it; `code` is empty where none is recorded."""

    code: str = ""
    since: str = ""
    whose: str = ""
    reviewed: bool | None = None


@dataclass(frozen=True)
class Row:
    """A proposal in a list, with its last change where that was asked for."""

    title: str
    href: str
    kind: str
    status: StatusCard
    tracks: list[StatusCard]  # for one party, or according to one actor
    day: int | None
    voiced_on: str
    scopes: list[Scope]
    stands: list[Stand]
    last: EntryCard | None


@dataclass(frozen=True)
class LinkCard:
    """A link as components/_links.html takes it."""

    kind: str
    inverse: bool
    title: str
    href: str
    status: str
    since: str
    evidence_href: str
    note: str


@dataclass(frozen=True)
class By:
    """Who a proposal is said to come from, and who says so."""

    actor: Person
    attribution: str
    rests_on: Evidence | None
    note: str


@dataclass(frozen=True)
class Move:
    """One status change in the history."""

    seq: int
    href: str
    before: str
    after: str
    effective_on: str
    whose: str
    reason: str
    rests_on: Evidence | None
    by: str
    reviewed: bool


@dataclass(frozen=True)
class EffectCard:
    """An event and what it did to the proposal."""

    title: str
    href: str
    kind: str
    effect: str
    happened_on: str
    place: str
    summary: str
    note: str
    took_part: list[Person]


def row(state: State, clocks: Clocks, last: EntryCard | None = None) -> Row:
    whole = state.standing
    return Row(
        title=state.proposal.title,
        href=clocks.link("proposal", state.proposal.slug),
        kind=state.proposal.get_kind_display().lower(),
        status=status_card(whole, clocks),
        tracks=tracks(state, clocks),
        day=state.day,
        voiced_on=state.proposal.voiced_on,
        scopes=scopes(state.accounts),
        stands=[stand(verdict, clocks) for verdict in state.verdicts],
        last=last,
    )


def status_card(standing: Standing | None, clocks: Clocks) -> StatusCard:
    if standing is None:
        return StatusCard()
    return StatusCard(
        code=standing.code,
        since=standing.since,
        whose=_whose(standing.change),
        reviewed=confirmed(standing.change, clocks.moment),
    )


def tracks(state: State, clocks: Clocks) -> list[StatusCard]:
    """The statuses that hold only for one party, or only according to one actor."""
    return [status_card(one, clocks) for one in state.statuses if one.applies_to or one.according_to]


def by(proposer: Proposer, clocks: Clocks) -> By:
    return By(
        actor=person(proposer.actor, clocks),
        attribution=ATTRIBUTIONS[Proposer.Attribution(proposer.attribution)],
        rests_on=evidence(clocks, statement=proposer.statement, source=proposer.source),
        note=proposer.note or "",
    )


def link_card(linked: Linked, clocks: Clocks) -> LinkCard:
    rests_on = evidence(clocks, statement=linked.link.statement, source=linked.link.source)
    return LinkCard(
        kind=linked.link.kind,
        inverse=linked.inverse,
        title=linked.other.title,
        href=clocks.link("proposal", linked.other.slug),
        status=linked.standing.code if linked.standing else "",
        since=linked.standing.since if linked.standing else "",
        evidence_href=rests_on.href if rests_on else "",
        note=linked.link.note or "",
    )


def move(change: StatusChange, clocks: Clocks) -> Move:
    return Move(
        seq=change.known_from or 0,
        href=clocks.link("entry", change.known_from),
        before=change.from_status or "",
        after=change.to_status,
        effective_on=change.effective_on,
        whose=_whose(change),
        reason=change.reason,
        rests_on=evidence(clocks, statement=change.statement, source=change.source, event=change.event),
        by=change.entered_by.get_username(),
        reviewed=confirmed(change, clocks.moment),
    )


def effect_card(effect: Effect, clocks: Clocks) -> EffectCard:
    event = effect.event
    return EffectCard(
        title=event.title,
        href=clocks.link("event", event.slug),
        kind=event.get_kind_display().lower(),
        effect=effect.get_kind_display().lower(),
        happened_on=event.happened_on,
        place=event.place or "",
        summary=event.summary,
        note=effect.note or "",
        took_part=people((one.actor for one in event.participants.all()), clocks),
    )


def drawn(segments: Sequence[Segment], clocks: Clocks) -> list[Drawn]:
    """The status track as its drawing takes it; each segment leads to the evidence of its beginning."""
    found = []
    for one in segments:
        rests_on = evidence(clocks, statement=one.change.statement, source=one.change.source, event=one.change.event)
        found.append(
            Drawn(
                from_x=one.from_x,
                to_x=one.to_x,
                tone=one.tone,
                label=one.label,
                uncertain_start=one.uncertain_start,
                uncertain_end=one.uncertain_end,
                begins=one.since,
                ends=one.until,
                href=rests_on.href if rests_on else None,
            )
        )
    return found


def ticks(segments: Sequence[Segment], clocks: Clocks) -> list[tuple[float, str]]:
    """The two ends of the track: where the record of it begins, and the day asked about."""
    if not segments:
        return []
    first = edtf.in_words(edtf.parse(segments[0].since))
    return [(0, first), (WIDTH, edtf.in_words(edtf.parse(clocks.as_of_day)))]


def _whose(change: StatusChange) -> str:
    parts = [f"for {change.applies_to.name}"] if change.applies_to else []
    return ", ".join(parts + ([f"according to {change.according_to.name}"] if change.according_to else []))
