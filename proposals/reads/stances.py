"""Where every actor stands on proposals at a moment: the current-position rule applied to the ledger."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch

from actors.models import Actor
from actors.reads import Tie, Ties
from ceasefire.ledger.moments import Moment
from proposals import rules
from proposals.models import Condition, Party, Position, Proposal, Rendering, Speaker, Stance, Statement

ORDER = {stance: place for place, stance in enumerate(Stance.values)}
NO_STATEMENT = "no_statement"


@dataclass(frozen=True)
class Held:
    """One position behind a verdict, with the office its speaker had when it was said."""

    position: Position
    speakers: list[tuple[Actor, Tie | None]]
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


def verdicts(proposals: Sequence[Proposal], moment: Moment) -> dict[int, list[Verdict]]:
    """For each proposal (by id) every actor who has spoken on it, from for to against, then the parties who have not."""
    held = _held(proposals, moment)
    ties = Ties(seq=moment.seq)
    parties = _parties(proposals, moment)
    return {
        proposal.pk: _verdicts_on(proposal, held.get(proposal.pk, {}), parties[proposal.process_id], ties, moment)
        for proposal in proposals
    }


def _verdicts_on(
    proposal: Proposal,
    by_actor: dict[int, list[rules.Said[Position]]],
    parties: list[Actor],
    ties: Ties,
    moment: Moment,
) -> list[Verdict]:
    spoken = []
    spoken_for: set[int] = set()
    known = {party.pk: party for party in parties}
    for actor_id, said in by_actor.items():
        current = rules.current(said, as_of=moment.as_of)
        if not current:
            continue
        held = [_with_speakers(one.what, ties, moment) for one in current]
        day = current[0].lower or moment.as_of
        principals = ties.principals(actor_id, day)
        spoken_for |= principals
        spoken.append(
            Verdict(
                actor=current[0].what.actor,
                office=ties.office(actor_id, day),
                held=held,
                counts_for=[known[one] for one in sorted(principals) if one in known],
                days_silent=None,
            )
        )
    spoken.sort(key=lambda verdict: (ORDER[verdict.stance], verdict.actor.name))
    heard = {verdict.actor.pk for verdict in spoken} | spoken_for
    silent = [
        Verdict(actor=party, office=None, held=[], counts_for=[], days_silent=_days_since_voiced(proposal, moment))
        for party in parties
        if party.pk not in heard
    ]
    return spoken + silent


def _held(proposals: Sequence[Proposal], moment: Moment) -> dict[int, dict[int, list[rules.Said[Position]]]]:
    """Positions on the whole of each proposal, by proposal and holder."""
    rows = (
        Position.objects.known_at(moment.seq)
        .filter(proposal_id__in=[proposal.pk for proposal in proposals], provision=None)
        .select_related("actor", "statement", "statement__source", "statement__outlet", "statement__review")
        .prefetch_related(
            Prefetch("conditions", Condition.objects.select_related("of", "provision", "proposal").order_by("id")),
            Prefetch("statement__speakers", Speaker.objects.select_related("actor").order_by("id")),
            Prefetch("statement__renderings", Rendering.objects.known_at(moment.seq).order_by("id")),
        )
        .order_by("id")
    )
    found: dict[int, dict[int, list[rules.Said[Position]]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        found[row.proposal_id][row.actor_id].append(_said(row))
    return found


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


def _people(position: Position) -> list[Actor]:
    return [
        speaker.actor
        for speaker in position.statement.speakers.all()
        if speaker.part == Speaker.Part.SPEAKER and speaker.actor_id != position.actor_id
    ]


def _with_speakers(position: Position, ties: Ties, moment: Moment) -> Held:
    """A position whose holder was spoken for names who spoke."""
    day = position.statement.said_lower or moment.as_of
    renderings = list(position.statement.renderings.all())
    return Held(
        position=position,
        speakers=[(actor, ties.office(actor.pk, day)) for actor in _people(position)],
        quote=renderings[0] if renderings else None,
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
