"""Filters of the lists. Slugs must exist, codes must be of their list; anything else is refused by name."""

from typing import Any

import django_filters
from django.db.models import Q, QuerySet

from actors.models import Actor
from ceasefire.ledger.models import Fact, FactQuerySet
from ceasefire.rest.filtering import CodeFilter, SlugFilter, WorldDateRange
from ceasefire.timeline.models import Entry
from proposals.models import (
    Effect,
    Event,
    Participant,
    Party,
    Position,
    Process,
    Proposal,
    Proposer,
    Provision,
    Speaker,
    Stance,
    Statement,
    StatusChange,
)
from proposals.services.entries import KINDS
from proposals.states import Status


class FactFilterSet(django_filters.FilterSet):
    """Filters that look at other facts too: at those that the moment asked for knows."""

    def known(self, facts: type[Fact]) -> "FactQuerySet[Any, Any]":
        moment = self.request.parser_context["view"].moment
        return facts._default_manager.known_at(moment.seq)


def proposal_filter(field_name: str = "proposal__slug", **kwargs: str) -> SlugFilter:
    return SlugFilter(field_name, queryset=Proposal.objects.all(), **kwargs)


def actor_filter(field_name: str = "actor__slug", **kwargs: str) -> SlugFilter:
    return SlugFilter(field_name, queryset=Actor.objects.all(), **kwargs)


class ActorFilter(FactFilterSet):
    kind = CodeFilter(choices=Actor.Kind.choices)
    proposal = proposal_filter(method="with_position_on")

    class Meta:
        model = Actor
        fields: list[str] = []

    def with_position_on(self, rows: QuerySet[Actor], name: str, slug: str) -> QuerySet[Actor]:
        return rows.filter(pk__in=self.known(Position).filter(proposal__slug=slug).values("actor"))


class ProposalFilter(FactFilterSet):
    process = SlugFilter("process__slug", queryset=Process.objects.all())
    kind = CodeFilter(choices=Proposal.Kind.choices)
    actor = actor_filter(method="concerning_actor")
    voiced_from = WorldDateRange("voiced", edge="from")
    voiced_to = WorldDateRange("voiced", edge="to")

    class Meta:
        model = Proposal
        fields: list[str] = []

    def concerning_actor(self, rows: QuerySet[Proposal], name: str, slug: str) -> QuerySet[Proposal]:
        """Proposed by an actor, or one that the actor took a position on."""
        proposed = self.known(Proposer).filter(actor__slug=slug).values("proposal")
        held = self.known(Position).filter(actor__slug=slug).values("proposal")
        return rows.filter(Q(pk__in=proposed) | Q(pk__in=held))


class StatementFilter(FactFilterSet):
    actor = actor_filter(method="by_or_for")
    proposal = proposal_filter(method="on_proposal")
    channel = CodeFilter(choices=Statement.Channel.choices)
    said_from = WorldDateRange("said", edge="from")
    said_to = WorldDateRange("said", edge="to")

    class Meta:
        model = Statement
        fields: list[str] = []

    def by_or_for(self, rows: QuerySet[Statement], name: str, slug: str) -> QuerySet[Statement]:
        return rows.filter(pk__in=Speaker.objects.filter(actor__slug=slug).values("statement"))

    def on_proposal(self, rows: QuerySet[Statement], name: str, slug: str) -> QuerySet[Statement]:
        return rows.filter(pk__in=self.known(Position).filter(proposal__slug=slug).values("statement"))


class PositionFilter(FactFilterSet):
    proposal = proposal_filter()
    actor = actor_filter(method="held_or_voiced_by")
    provision = SlugFilter("provision__slug", queryset=Provision.objects.all())
    stance = CodeFilter(choices=Stance.choices)
    said_from = WorldDateRange("statement__said", edge="from")
    said_to = WorldDateRange("statement__said", edge="to")

    class Meta:
        model = Position
        fields: list[str] = []

    def held_or_voiced_by(self, rows: QuerySet[Position], name: str, slug: str) -> QuerySet[Position]:
        """Held by the actor, or voiced by it on behalf of whoever holds it."""
        voiced = Speaker.objects.filter(actor__slug=slug, part=Speaker.Part.SPEAKER).values("statement")
        return rows.filter(Q(actor__slug=slug) | Q(statement__in=voiced))


class EventFilter(FactFilterSet):
    proposal = proposal_filter(method="linked_to")
    actor = actor_filter(method="with_participant")
    kind = CodeFilter(choices=Event.Kind.choices)
    happened_from = WorldDateRange("happened", edge="from")
    happened_to = WorldDateRange("happened", edge="to")

    class Meta:
        model = Event
        fields: list[str] = []

    def linked_to(self, rows: QuerySet[Event], name: str, slug: str) -> QuerySet[Event]:
        return rows.filter(pk__in=self.known(Effect).filter(proposal__slug=slug).values("event"))

    def with_participant(self, rows: QuerySet[Event], name: str, slug: str) -> QuerySet[Event]:
        return rows.filter(pk__in=Participant.objects.filter(actor__slug=slug).values("event"))


class StatusChangeFilter(FactFilterSet):
    proposal = proposal_filter()
    actor = actor_filter(method="concerning_actor")
    to = CodeFilter("to_status", choices=[(status.value, status.words) for status in Status])
    effective_from = WorldDateRange("effective", edge="from")
    effective_to = WorldDateRange("effective", edge="to")

    class Meta:
        model = StatusChange
        fields: list[str] = []

    def concerning_actor(self, rows: QuerySet[StatusChange], name: str, slug: str) -> QuerySet[StatusChange]:
        return rows.filter(Q(applies_to__slug=slug) | Q(according_to__slug=slug))


class ProcessFilter(FactFilterSet):
    actor = actor_filter(method="with_party")

    class Meta:
        model = Process
        fields: list[str] = []

    def with_party(self, rows: QuerySet[Process], name: str, slug: str) -> QuerySet[Process]:
        return rows.filter(pk__in=self.known(Party).filter(actor__slug=slug).values("process"))


class EntryFilter(django_filters.FilterSet):
    proposal = proposal_filter(method="about_proposal")
    actor = actor_filter(method="about_actor")
    kind = CodeFilter(choices=[(kind, kind) for kind in KINDS])
    world_from = WorldDateRange("world", edge="from")
    world_to = WorldDateRange("world", edge="to")

    class Meta:
        model = Entry
        fields: list[str] = []

    def about_proposal(self, rows: QuerySet[Entry], name: str, slug: str) -> QuerySet[Entry]:
        return rows.filter(proposals__contains=[slug])

    def about_actor(self, rows: QuerySet[Entry], name: str, slug: str) -> QuerySet[Entry]:
        return rows.filter(actors__contains=[slug])
