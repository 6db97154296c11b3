"""What rests on a source, a statement or an event."""

from dataclasses import dataclass, field
from typing import Any

from django.db.models import Q, QuerySet

from actors.models import Affiliation
from actors.reads import Ties
from ceasefire.ledger.moments import Moment
from ceasefire.sources.models import Source
from proposals.models import (
    Account,
    Effect,
    Event,
    Link,
    Proposer,
    Provision,
    Rendering,
    Statement,
    StatusChange,
    Text,
    Undertaking,
)
from proposals.reads.profile import statements_at

MOVED = ("proposal", "applies_to")
DESCRIBED = ("proposal", "described_by", "source", "statement__source")
MOST = 200  # of each sort; a page is no export


@dataclass(frozen=True)
class Resting:
    """Facts by sort that name one piece of evidence."""

    status_changes: list[StatusChange] = field(default_factory=list)
    proposers: list[Proposer] = field(default_factory=list)
    accounts: list[Account] = field(default_factory=list)
    provisions: list[Provision] = field(default_factory=list)
    undertakings: list[Undertaking] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)


@dataclass(frozen=True)
class OfSource:
    """Everything that was taken from a source."""

    source: Source
    ties: Ties
    statements: list[Statement]
    renderings: list[Rendering]  # wordings it gives of statements that are recorded from elsewhere
    events: list[Event]
    affiliations: list[Affiliation]
    texts: list[Text]
    resting: Resting


@dataclass(frozen=True)
class OfEvent:
    """An event's effects, and the status changes that rest on it."""

    event: Event
    effects: list[Effect]
    status_changes: list[StatusChange]


def of_source(source: Source, moment: Moment) -> OfSource:
    """Read everything that names a source, with a fixed number of queries."""
    at = Q(source__slug=source.slug)
    return OfSource(
        source=source,
        ties=Ties(seq=moment.seq),
        statements=list(statements_at(moment).filter(at)[:MOST]),
        renderings=_known(
            Rendering.objects.filter(at).exclude(statement__source__slug=source.slug).select_related("statement"),
            moment,
        ),
        events=_known(Event.objects.filter(at), moment),
        affiliations=_known(Affiliation.objects.filter(at).select_related("actor", "organisation"), moment),
        texts=_known(Text.objects.filter(at).select_related("proposal"), moment),
        resting=resting_on(at, moment),
    )


def of_event(event: Event, moment: Moment) -> OfEvent:
    at = Q(event__slug=event.slug)
    return OfEvent(
        event=event,
        effects=_known(Effect.objects.filter(at).select_related("proposal"), moment),
        status_changes=_known(StatusChange.objects.filter(at).select_related(*MOVED), moment),
    )


def resting_on(at: Q, moment: Moment) -> Resting:
    """The facts about proposals that name one piece of evidence."""
    return Resting(
        status_changes=_known(StatusChange.objects.filter(at).select_related(*MOVED), moment),
        proposers=_known(Proposer.objects.filter(at).select_related("proposal", "actor"), moment),
        accounts=_known(Account.objects.filter(at).select_related(*DESCRIBED), moment),
        provisions=_known(Provision.objects.filter(at).select_related("proposal"), moment),
        undertakings=_known(Undertaking.objects.filter(at).select_related("actor", "provision__proposal"), moment),
        links=_known(Link.objects.filter(at).select_related("proposal", "target"), moment),
    )


def _known(rows: QuerySet[Any], moment: Moment) -> list[Any]:
    facts: Any = rows
    return list(facts.known_at(moment.seq).order_by("id")[:MOST])
