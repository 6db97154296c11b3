"""Timeline entries as lines that people read, and what the names in them stand for."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from django.db.models import Count, F, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from actors.models import Actor
from actors.reads import Ties
from ceasefire.ledger.models import Fact
from ceasefire.ledger.moments import Moment
from ceasefire.sources.models import Source
from ceasefire.timeline.models import Entry
from proposals.models import (
    Event,
    Position,
    Process,
    Proposal,
    Provision,
    Rendering,
    Speaker,
    Statement,
    StatusChange,
)

KINDS = {
    "process_recorded": "Process recorded",
    "party_recorded": "Party recorded",
    "actor_recorded": "Actor recorded",
    "name_recorded": "Name recorded",
    "affiliation_recorded": "Affiliation recorded",
    "source_recorded": "Source recorded",
    "proposal_recorded": "Proposal recorded",
    "proposer_recorded": "Proposer recorded",
    "account_given": "Account given",
    "text_issued": "Text issued",
    "provision_recorded": "Provision recorded",
    "undertaking_recorded": "Undertaking recorded",
    "link_recorded": "Link recorded",
    "event_recorded": "Event recorded",
    "event_linked": "Event linked",
    "statement_recorded": "Statement recorded",
    "rendering_recorded": "Wording recorded",
    "position_stated": "Position stated",
    "status_changed": "Status changed",
    "review_recorded": "Confirmed by a reviewer",
}
CHANGES = {"corrected": "Anything corrected", "retracted": "Anything retracted"}

FactType = TypeVar("FactType", bound=Fact)


@dataclass(frozen=True)
class Line:
    """One entry: its number and hash, when in the world and when recorded, and its words."""

    entry: Entry
    body: dict[str, Any]

    @property
    def kind(self) -> str:
        return self.entry.kind

    @property
    def kind_words(self) -> str:
        return kind_words(self.entry.kind)

    @property
    def noun(self) -> str:
        """What sort of fact the entry is about, such as `position`."""
        return self.entry.kind.rpartition("_")[0]

    @property
    def payload(self) -> dict[str, Any]:
        return self.body["payload"]  # type: ignore[no-any-return]

    @property
    def cause(self) -> dict[str, Any]:
        return self.body["cause"]  # type: ignore[no-any-return]

    @property
    def fact(self) -> dict[str, Any]:
        return self.payload.get("fact", {})  # type: ignore[no-any-return]

    @property
    def conditions(self) -> list[dict[str, str]]:
        return self.fact.get("conditions", [])  # type: ignore[no-any-return]


@dataclass(frozen=True)
class Register:
    """What the slugs in some lines stand for, by slug, in the last reading that the moment knows of."""

    moment: Moment
    ties: Ties
    processes: dict[str, Process]
    proposals: dict[str, Proposal]
    actors: dict[str, Actor]
    statements: dict[str, Statement]
    events: dict[str, Event]
    sources: dict[str, Source]
    provisions: dict[str, Provision]
    status_changes: dict[str, StatusChange]
    before: dict[str, str]  # by position: the stance its holder had taken before


def kind_words(kind: str) -> str:
    """The kind of an entry as people say it."""
    noun, _, verb = kind.rpartition("_")
    return KINDS.get(kind) or f"{noun.replace('_', ' ').capitalize()} {verb}"


def lines(entries: Iterable[Entry]) -> list[Line]:
    return [Line(entry=entry, body=json.loads(entry.body)) for entry in entries]


def proposal_entries(slug: str, moment: Moment) -> QuerySet[Entry]:
    """The entries about a proposal that the moment knows, what came last in the world first and undated ones last."""
    return (
        Entry.objects.about_proposal(slug)
        .filter(Q(world_lower=None) | Q(world_lower__lte=moment.as_of), seq__lte=moment.seq)
        .order_by(F("world_lower").desc(nulls_last=True), F("world_upper").desc(nulls_last=True), "-seq")
    )


def kinds_of(entries: QuerySet[Entry]) -> dict[str, int]:
    """The kinds there are among some entries with the number of each, in the order of their names."""
    return dict(entries.order_by("kind").values_list("kind").annotate(count=Count("seq")))


def entries_known(
    moment: Moment, *, until: date | None = None, proposal: str = "", actor: str = "", kind: str = ""
) -> QuerySet[Entry]:
    """The entries that the moment knows, also about days to come unless `until` is given; `kind` may be a change."""
    found = Entry.objects.filter(seq__lte=moment.seq)
    if until:
        found = found.filter(Q(world_lower=None) | Q(world_lower__lte=until))
    if proposal:
        found = found.about_proposal(proposal)
    if actor:
        found = found.about_actor(actor)
    if kind in CHANGES:
        return found.filter(kind__endswith=f"_{kind}")
    return found.filter(kind=kind) if kind else found


def register(told: Sequence[Line], moment: Moment, ties: Ties | None = None) -> Register:
    """Look up everything that some lines name, with a fixed number of queries."""
    slugs = {field: set(_named(told, field)) for field in ("statement", "event", "source", "provision", "process")}
    for noun in ("statement", "event", "source"):
        slugs[noun] |= _subjects(told, noun)
    conditions = [condition for line in told for condition in line.conditions]
    slugs["provision"] |= {one["provision"] for one in conditions if "provision" in one}
    proposals = {slug for line in told for slug in line.entry.proposals}
    proposals |= {one["proposal"] for one in conditions if "proposal" in one}
    actors = {slug for line in told for slug in line.entry.actors} | {one["of"] for one in conditions if "of" in one}
    changes = _subjects(told, "status") | set(_named(told, "status_change"))
    return Register(
        moment=moment,
        ties=ties or Ties(seq=moment.seq),
        processes=_by_slug(Process.objects.all(), slugs["process"], moment),
        proposals=_by_slug(Proposal.objects.all(), proposals, moment),
        actors=_by_slug(Actor.objects.all(), actors, moment),
        statements=_by_slug(_statements(moment), slugs["statement"], moment),
        events=_by_slug(Event.objects.all(), slugs["event"], moment),
        sources=_by_slug(Source.objects.all(), slugs["source"], moment),
        provisions=_by_slug(Provision.objects.select_related("proposal"), slugs["provision"], moment),
        status_changes=_by_slug(StatusChange.objects.select_related("review"), changes, moment),
        before=_stances_before(_subjects(told, "position"), moment),
    )


def _subjects(told: Sequence[Line], noun: str) -> set[str]:
    return {line.fact["id"] for line in told if line.noun == noun and line.cause["fact"] != "effect"}


def _named(told: Sequence[Line], field: str) -> Iterator[str]:
    for line in told:
        if isinstance(slug := line.fact.get(field), str):
            yield slug


def _by_slug(rows: QuerySet[FactType], slugs: set[str], moment: Moment) -> dict[str, FactType]:
    """Also what has been retracted since: an old entry keeps the names it was written with."""
    found = rows.filter(slug__in=slugs, known_from__lte=moment.seq).order_by("known_from")
    return {row.slug: row for row in found}


def _statements(moment: Moment) -> QuerySet[Statement]:
    speakers = Speaker.objects.select_related("actor").order_by("id")
    return Statement.objects.select_related("source", "outlet", "relayed_by", "review").prefetch_related(
        Prefetch("speakers", speakers),
        Prefetch("renderings", Rendering.objects.known_at(moment.seq).order_by("id")),
    )


def _stances_before(slugs: set[str], moment: Moment) -> dict[str, str]:
    """For each position the stance that its holder took last before it on the same proposal or provision."""
    earlier = (
        Position.objects.known_at(moment.seq)
        .annotate(clause=Coalesce("provision_id", 0))
        .filter(
            actor=OuterRef("actor"),
            proposal=OuterRef("proposal"),
            clause=OuterRef("clause"),
            statement__said_lower__lt=OuterRef("statement__said_lower"),
        )
        .order_by("-statement__said_lower", "-id")
        .values("stance")[:1]
    )
    rows = (
        Position.objects.filter(slug__in=slugs, known_from__lte=moment.seq)
        .annotate(clause=Coalesce("provision_id", 0))
        .annotate(before=Subquery(earlier))
        .order_by("known_from")
    )
    return {slug: stance for slug, stance in rows.values_list("slug", "before") if stance}
