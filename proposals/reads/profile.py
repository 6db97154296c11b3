"""One actor: names, offices, where it stands, what it said, what it is asked for."""

from dataclasses import dataclass

from django.db.models import F, Prefetch, Q, QuerySet, Value
from django.db.models.functions import Coalesce

from actors.models import Actor, Affiliation, Name
from actors.reads import Ties
from ceasefire.ledger.models import FactQuerySet
from ceasefire.ledger.moments import Moment
from proposals.models import Condition, Event, Participant, Position, Rendering, Speaker, Statement, Undertaking
from proposals.reads.catalogue import UNDATED
from proposals.reads.dossier import undertakings_at
from proposals.reads.stances import Taken, stances_of, with_conditions


@dataclass(frozen=True)
class Profile:
    """Everything about one actor at one moment, but for the list of its statements."""

    actor: Actor
    ties: Ties
    names: list[Name]
    affiliations: list[Affiliation]
    members: list[Affiliation]  # others' ties to this actor
    taken: list[Taken]
    asked: list[Undertaking]
    conditions: list[Condition]  # what others make their support depend on, asked of this actor
    events: list[Event]


def profile_of(actor: Actor, moment: Moment) -> Profile:
    """Read one actor whole, with a fixed number of queries."""
    ties = Ties(seq=moment.seq)
    held = Affiliation.objects.known_at(moment.seq).select_related("actor", "organisation", "source")
    begun = held.filter(Q(held_lower=None) | Q(held_lower__lte=moment.as_of)).order_by(
        F("held_lower").desc(nulls_last=True), "id"
    )
    return Profile(
        actor=actor,
        ties=ties,
        names=list(Name.objects.known_at(moment.seq).filter(actor__slug=actor.slug).order_by("id")),
        affiliations=list(begun.filter(actor__slug=actor.slug)),
        members=list(begun.filter(organisation__slug=actor.slug)),
        taken=stances_of(actor, moment, ties),
        asked=undertakings_at(Q(actor__slug=actor.slug), moment),
        conditions=_conditions(actor, moment),
        events=_events(actor, moment),
    )


def statements_of(actor: Actor, moment: Moment) -> QuerySet[Statement]:
    """What an actor said, or had said for it, by the moment's day; `sort_day` and `id` order it."""
    mine = Speaker.objects.filter(actor__slug=actor.slug).values("statement")
    return statements_at(moment).filter(pk__in=mine)


def statements_at(moment: Moment) -> QuerySet[Statement]:
    """The statements made by the moment's day, as it knows them."""
    known = statements_with(moment).known_at(moment.seq)
    return known.filter(Q(said_lower=None) | Q(said_lower__lte=moment.as_of))


def statements_with(moment: Moment) -> "FactQuerySet[Statement]":
    """Statements in all their readings, with everything a page says about them, the latest said first."""
    speakers = Speaker.objects.select_related("actor").order_by("id")
    renderings = Rendering.objects.known_at(moment.seq).select_related("source").order_by("id")
    positions = (
        Position.objects.known_at(moment.seq)
        .select_related("actor", "proposal", "provision__proposal")
        .prefetch_related(with_conditions())
        .order_by("id")
    )
    return (
        Statement.objects.select_related("source", "outlet", "relayed_by", "review")
        .prefetch_related(
            Prefetch("speakers", speakers), Prefetch("renderings", renderings), Prefetch("positions", positions)
        )
        .annotate(sort_day=Coalesce("said_lower", Value(UNDATED)))
        .order_by("-sort_day", "-id")
    )


def _conditions(actor: Actor, moment: Moment) -> list[Condition]:
    rows = (
        Condition.objects.filter(of__slug=actor.slug, position__in=Position.objects.known_at(moment.seq).values("pk"))
        .filter(Q(position__statement__said_lower=None) | Q(position__statement__said_lower__lte=moment.as_of))
        .select_related("of", "provision__proposal", "proposal")
        .select_related("position__actor", "position__proposal", "position__provision__proposal", "position__statement")
        .order_by(F("position__statement__said_lower").desc(nulls_last=True), "-id")
    )
    return list(rows)


def _events(actor: Actor, moment: Moment) -> list[Event]:
    took_part = Participant.objects.filter(actor__slug=actor.slug).values("event")
    rows = Event.objects.known_at(moment.seq).filter(pk__in=took_part)
    return list(
        rows.filter(Q(happened_lower=None) | Q(happened_lower__lte=moment.as_of)).order_by(
            F("happened_lower").desc(nulls_last=True), "id"
        )
    )
