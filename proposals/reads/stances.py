"""Where every actor stands on proposals at a moment: the current-position rule applied to the ledger."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from actors.models import Actor
from actors.reads import Tie, Ties
from ceasefire.ledger.moments import Moment
from proposals import rules
from proposals.models import (
    Condition,
    Party,
    Position,
    Proposal,
    Provision,
    Rendering,
    Speaker,
    Stance,
    Statement,
)
from proposals.reads.offices import office_at, said_day, speakers_for

ORDER = {stance: place for place, stance in enumerate(Stance.values)}
NO_STATEMENT = "no_statement"


@dataclass(frozen=True)
class Held:
    """One position behind a verdict: who gave the holder a voice, in which office, and with whom the holder spoke."""

    position: Position
    speakers: list[tuple[Actor, Tie | None]]  # nobody where the holder spoke itself
    jointly: list[Actor]  # others who made the same statement for themselves
    quote: Rendering | None

    @property
    def statement(self) -> Statement:
        return self.position.statement

    @property
    def conditions(self) -> list[Condition]:
        return list(self.position.conditions.all())

    def conditions_payload(self) -> list[dict[str, Any]]:
        return [
            {
                "position": self.position.slug,
                "text": condition.text,
                "of": condition.of.slug if condition.of else None,
                "provision": condition.provision.slug if condition.provision else None,
                "proposal": condition.proposal.slug if condition.proposal else None,
            }
            for condition in self.conditions
        ]


@dataclass(frozen=True)
class Verdict:
    """Where an actor stands on a proposal: one position, several that contest each other, or no statement."""

    actor: Actor
    office: Tie | None
    held: list[Held]
    counts_for: list[Actor]
    days_silent: int | None

    @property
    def contested(self) -> bool:
        return len(self.held) > 1

    @property
    def stance(self) -> str:
        return self.held[0].position.stance if self.held else NO_STATEMENT

    def as_payload(self) -> dict[str, Any]:
        return {
            "actor": self.actor.slug,
            "stance": None if self.contested else self.stance,
            "contested": self.contested,
            "counts_for": [principal.slug for principal in self.counts_for],
            "evidence": [
                {
                    "position": held.position.slug,
                    "stance": held.position.stance,
                    "statement": held.statement.slug,
                    "said_on": held.statement.said_on,
                }
                for held in self.held
            ],
            "rule": rules.VERSION,
        }


@dataclass(frozen=True)
class Taken:
    """One actor's verdict on a proposal, or on one provision of it."""

    proposal: Proposal
    provision: Provision | None
    verdict: Verdict


def verdicts(proposals: Sequence[Proposal], moment: Moment, ties: Ties | None = None) -> dict[int, list[Verdict]]:
    """For each proposal (by id) everybody who has spoken on it, from for to against, then the parties who have not."""
    ties = ties or Ties(seq=moment.seq)
    held = _grouped(
        positions_at(moment).filter(proposal_id__in=[proposal.pk for proposal in proposals], provision=None),
        "proposal_id",
    )
    parties = _parties(proposals, moment)
    found = {}
    for proposal in proposals:
        sides = parties[proposal.process_id]
        spoken = _spoken(held.get(proposal.pk, {}), sides, ties, moment)
        found[proposal.pk] = spoken + _silent(proposal, spoken, sides, ties, moment)
    return found


def provision_verdicts(proposal: Proposal, moment: Moment, ties: Ties) -> dict[int, list[Verdict]]:
    """For each provision of a proposal (by id) those who have spoken on it, from for to against."""
    held = _grouped(positions_at(moment).filter(proposal_id=proposal.pk, provision__isnull=False), "provision_id")
    return {provision: _spoken(by_actor, [], ties, moment) for provision, by_actor in held.items()}


def stances_of(actor: Actor, moment: Moment, ties: Ties) -> list[Taken]:
    """Where an actor stands on each proposal and provision: its own last word, and the last of those around it.

    These are the positions that it gave a voice for another, and those of others whose word counts for it. A party of a
    process is also shown as silent on proposals that neither it nor anybody for it has spoken on.
    """
    groups: dict[tuple[int, int, int], list[Position]] = defaultdict(list)
    for row in _own_or_around(actor, moment):
        if _concerns(row, actor, ties, moment):
            groups[row.proposal_id, row.provision_id or 0, row.actor_id].append(row)
    taken = [
        Taken(rows[0].proposal, rows[0].provision, verdict)
        for rows in groups.values()
        for verdict in _spoken({rows[0].actor_id: rows}, [], ties, moment)
    ]
    return taken + _silences(actor, {one.proposal.pk for one in taken if one.provision is None}, moment)


def positions_at(moment: Moment) -> QuerySet[Position]:
    """The positions that the moment knows, with everything a page says about them."""
    speakers = Speaker.objects.select_related("actor").order_by("id")
    renderings = Rendering.objects.known_at(moment.seq).order_by("id")
    return (
        Position.objects.known_at(moment.seq)
        .select_related(
            *("actor", "proposal", "provision", "statement", "statement__source"),
            *("statement__outlet", "statement__relayed_by", "statement__review"),
        )
        .prefetch_related(
            with_conditions(),
            Prefetch("statement__speakers", speakers),
            Prefetch("statement__renderings", renderings),
        )
        .order_by("id")
    )


def with_conditions() -> "Prefetch[str]":
    """Read the conditions of positions along, with what they point to."""
    return Prefetch(
        "conditions", Condition.objects.select_related("of", "provision__proposal", "proposal").order_by("id")
    )


def wording(statement: Statement) -> Rendering | None:
    """The wording to show first: the original if it is there. Expects renderings read along."""
    renderings = list(statement.renderings.all())
    return next((one for one in renderings if one.form == Rendering.Form.ORIGINAL), next(iter(renderings), None))


def _grouped(rows: QuerySet[Position], key: str) -> dict[int, dict[int, list[Position]]]:
    found: dict[int, dict[int, list[Position]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        found[getattr(row, key)][row.actor_id].append(row)
    return found


def _spoken(by_actor: dict[int, list[Position]], parties: list[Actor], ties: Ties, moment: Moment) -> list[Verdict]:
    known = {party.pk: party for party in parties}
    spoken = []
    for actor_id, rows in by_actor.items():
        current = [one.what for one in rules.current([_said(row) for row in rows], as_of=moment.as_of)]
        if not current:
            continue
        day = said_day(current[0].statement, moment)
        principals = ties.principals(actor_id, day)
        spoken.append(
            Verdict(
                actor=current[0].actor,
                office=office_at(ties, actor_id, day),
                held=[_with_speakers(position, ties, moment) for position in current],
                counts_for=[known[one] for one in sorted(principals) if one in known],
                days_silent=None,
            )
        )
    return sorted(spoken, key=lambda verdict: (ORDER[verdict.stance], verdict.actor.name))


def _silent(
    proposal: Proposal, spoken: list[Verdict], parties: list[Actor], ties: Ties, moment: Moment
) -> list[Verdict]:
    """The parties who have said nothing, and for whom nobody has."""
    heard = {verdict.actor.pk for verdict in spoken} | {one.pk for verdict in spoken for one in verdict.counts_for}
    days = _days_since_voiced(proposal, moment)
    return [Verdict(party, None, [], [], days) for party in parties if party.pk not in heard]


def _own_or_around(actor: Actor, moment: Moment) -> QuerySet[Position]:
    """What an actor holds, what it said as the voice of another, and what those hold who may speak for it."""
    voice = Speaker.objects.filter(statement=OuterRef("statement"), part=Speaker.Part.SPEAKER, actor__slug=actor.slug)
    principal = Speaker.objects.filter(
        statement=OuterRef("statement"), part=Speaker.Part.PRINCIPAL, actor=OuterRef("actor")
    )
    return positions_at(moment).filter(
        Q(actor__slug=actor.slug) | (Exists(voice) & Exists(principal)) | Q(actor_id__in=speakers_for(actor, moment))
    )


def _concerns(row: Position, actor: Actor, ties: Ties, moment: Moment) -> bool:
    """Whether a position found around an actor is its own, got its voice, or counted for it on the day it was said."""
    if row.actor.slug == actor.slug:
        return True
    if any(one.actor.slug == actor.slug for one in row.statement.speakers.all() if one.part == Speaker.Part.SPEAKER):
        return True
    return actor.pk in ties.principals(row.actor_id, said_day(row.statement, moment))


def _silences(actor: Actor, heard_on: set[int], moment: Moment) -> list[Taken]:
    """The proposals of an actor's processes that nothing is heard on, where it is one of the parties."""
    processes = Party.objects.known_at(moment.seq).filter(actor__slug=actor.slug, role=Party.Role.PARTY)
    proposals = (
        Proposal.objects.known_at(moment.seq)
        .filter(process_id__in=processes.values("process_id"))
        .filter(Q(voiced_lower=None) | Q(voiced_lower__lte=moment.as_of))
        .exclude(pk__in=heard_on)
        .order_by("id")
    )
    return [Taken(one, None, Verdict(actor, None, [], [], _days_since_voiced(one, moment))) for one in proposals]


def _said(row: Position) -> rules.Said[Position]:
    statement = row.statement
    return rules.Said(
        stance=row.stance,
        lower=statement.said_lower,
        upper=statement.said_upper,
        first_hand=statement.relayed_by_id is None and statement.channel != Statement.Channel.REPORTED,
        seq=row.known_from or 0,
        what=row,
    )


def _with_speakers(position: Position, ties: Ties, moment: Moment) -> Held:
    """A position with its voices; of several who spoke for several, those who have a tie with the holder."""
    day = said_day(position.statement, moment)
    people = list(position.statement.speakers.all())
    principals = {one.actor_id for one in people if one.part == Speaker.Part.PRINCIPAL}
    others = [one.actor for one in people if one.part == Speaker.Part.SPEAKER and one.actor_id != position.actor_id]
    itself = any(one.part == Speaker.Part.SPEAKER and one.actor_id == position.actor_id for one in people)
    own = [actor for actor in others if any(tie.organisation_id == position.actor_id for tie in ties.of(actor.pk))]
    voices = [] if itself else own or others
    return Held(
        position=position,
        speakers=[(actor, office_at(ties, actor.pk, day, speaking_for=principals)) for actor in voices],
        jointly=others if itself else [],
        quote=wording(position.statement),
    )


def _parties(proposals: Sequence[Proposal], moment: Moment) -> dict[int, list[Actor]]:
    rows = (
        Party.objects.known_at(moment.seq)
        .filter(process_id__in={proposal.process_id for proposal in proposals}, role=Party.Role.PARTY)
        .select_related("actor")
        .order_by("id")
    )
    found: dict[int, list[Actor]] = defaultdict(list)
    for row in rows:
        found[row.process_id].append(row.actor)
    return found


def _days_since_voiced(proposal: Proposal, moment: Moment) -> int | None:
    voiced = proposal.voiced_lower
    return (moment.as_of - voiced).days if voiced and voiced <= moment.as_of else None
