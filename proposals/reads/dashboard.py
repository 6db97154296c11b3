"""The home page: every proposal as it stands, and what changed lately."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import OuterRef, Q, QuerySet, Subquery

from actors.reads import Ties
from ceasefire.ledger.moments import Moment
from ceasefire.timeline.models import Entry
from proposals.models import Process, Proposal
from proposals.reads.history import Line, Register, lines, register
from proposals.reads.state import State, states_of

RECENT = 20
TOLD = (
    *("status_changed", "status_corrected", "status_retracted"),
    *("position_stated", "position_corrected", "position_retracted"),
    "event_linked",
)


@dataclass(frozen=True)
class OnTheTable:
    """A proposal's state with the last entry about what was said or done on it."""

    state: State
    last: Line | None

    @property
    def ended(self) -> bool:
        return self.state.standing is not None and self.state.standing.tone == "ended"


@dataclass(frozen=True)
class InProcess:
    """One process with its proposals: what is on the table, what has ended, and how much moved lately."""

    process: Process
    open: list[OnTheTable]
    ended: list[OnTheTable]
    changes_this_week: int


@dataclass(frozen=True)
class Dashboard:
    moment: Moment
    ties: Ties
    processes: list[InProcess]
    changes: list[Line]
    register: Register  # what the slugs in all the lines stand for


def dashboard(moment: Moment) -> Dashboard:
    """Every process and proposal known at the moment, and the newest of what was said and done by its day."""
    ties = Ties(seq=moment.seq)
    proposals = list(_voiced(moment).select_related("process").order_by("process_id", "voiced_lower", "id"))
    last = _last_entries(proposals, moment)
    rows = [OnTheTable(state, last.get(state.proposal.slug)) for state in states_of(proposals, moment, ties)]
    changes = lines(_told(moment).order_by("-world_lower", "-seq")[:RECENT])
    return Dashboard(
        moment=moment,
        ties=ties,
        processes=_in_processes(rows, moment),
        changes=changes,
        register=register([*changes, *last.values()], moment),
    )


def _voiced(moment: Moment) -> QuerySet[Proposal]:
    begun = Q(voiced_lower=None) | Q(voiced_lower__lte=moment.as_of)
    return Proposal.objects.known_at(moment.seq).filter(begun)


def _told(moment: Moment) -> QuerySet[Entry]:
    """Entries about what was said and done on a day that is known, by the moment's day."""
    return Entry.objects.filter(seq__lte=moment.seq, kind__in=TOLD, world_lower__lte=moment.as_of)


def _last_entries(proposals: Sequence[Proposal], moment: Moment) -> dict[str, Line]:
    newest = _told(moment).filter(proposals__contains=[OuterRef("slug")]).order_by("-world_lower", "-seq")
    found = (
        Proposal.objects.filter(pk__in=[one.pk for one in proposals])
        .annotate(last=Subquery(newest.values("seq")[:1]))
        .values_list("slug", "last")
    )
    by_seq = {slug: seq for slug, seq in found if seq}
    entries = {one.entry.seq: one for one in lines(Entry.objects.filter(seq__in=by_seq.values()))}
    return {slug: entries[seq] for slug, seq in by_seq.items()}


def _in_processes(rows: Sequence[OnTheTable], moment: Moment) -> list[InProcess]:
    lately = _told(moment).filter(world_lower__gt=moment.as_of - timedelta(days=7)).values_list("proposals", flat=True)
    moved = [set(slugs) for slugs in lately]
    found = []
    for process in Process.objects.known_at(moment.seq).order_by("id"):
        mine = sorted(
            (row for row in rows if row.state.proposal.process_id == process.pk), key=_freshness, reverse=True
        )
        slugs = {row.state.proposal.slug for row in mine}
        found.append(
            InProcess(
                process=process,
                open=[row for row in mine if not row.ended],
                ended=[row for row in mine if row.ended],
                changes_this_week=sum(1 for touched in moved if touched & slugs),
            )
        )
    return found


def _freshness(row: OnTheTable) -> tuple[date, int]:
    """What moved last stands first."""
    if row.last is None:
        return date.min, 0
    return row.last.entry.world_lower or date.min, row.last.entry.seq
