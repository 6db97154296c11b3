"""The home page: every proposal as it stands, and what changed lately."""

from dataclasses import dataclass
from datetime import timedelta

from ceasefire.ledger.moments import Moment
from ceasefire.timeline.models import Entry
from proposals.models import Process, Proposal
from proposals.reads.history import Line, lines
from proposals.reads.state import State, states_of

RECENT = 12
TOLD = ("status_changed", "position_stated", "event_linked", "status_corrected", "position_corrected")


@dataclass(frozen=True)
class OnTheTable:
    """One process with the state of each of its proposals."""

    process: Process
    states: list[State]
    changes_this_week: int

    @property
    def open(self) -> int:
        return sum(1 for state in self.states if state.standing and state.standing.tone != "ended")


@dataclass(frozen=True)
class Dashboard:
    moment: Moment
    processes: list[OnTheTable]
    changes: list[Line]


def dashboard(moment: Moment) -> Dashboard:
    """Every process and proposal known at the moment, and the newest entries about what was said and done."""
    proposals = list(
        Proposal.objects.known_at(moment.seq).select_related("process").order_by("process_id", "voiced_lower", "id")
    )
    proposals = [one for one in proposals if one.voiced_lower is None or one.voiced_lower <= moment.as_of]
    states = states_of(proposals, moment)
    return Dashboard(
        moment=moment,
        processes=[
            _on_the_table(process, [state for state in states if state.proposal.process_id == process.pk], moment)
            for process in Process.objects.known_at(moment.seq).order_by("id")
        ],
        changes=lines(_told(moment)[:RECENT]),
    )


def _told(moment: Moment):  # type: ignore[no-untyped-def]  # a queryset of entries
    return Entry.objects.filter(seq__lte=moment.seq, kind__in=TOLD).order_by("-seq")


def _on_the_table(process: Process, states: list[State], moment: Moment) -> OnTheTable:
    slugs = [state.proposal.slug for state in states]
    week = moment.as_of - timedelta(days=7)
    recent = Entry.objects.filter(
        seq__lte=moment.seq,
        kind__in=TOLD,
        proposals__overlap=slugs,
        world_lower__gt=week,
        world_lower__lte=moment.as_of,
    )
    return OnTheTable(process=process, states=states, changes_this_week=recent.count())
