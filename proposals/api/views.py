"""The resources of the API. A view finds, calls one read or one service, answers."""

from typing import Any

from django.contrib.auth.models import User
from django.db.models import Prefetch, QuerySet
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import status, viewsets
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from actors.api.serializers import ActorSerializer
from actors.models import Actor, Affiliation, Name
from ceasefire.access.models import Scope
from ceasefire.ledger.api import FactViewSet
from ceasefire.rest import parameters
from ceasefire.timeline.models import Entry
from proposals.api import filters, serializers
from proposals.api.writing import ReviewInput, StatementInput, StatusChangeInput
from proposals.models import (
    Effect,
    Event,
    Participant,
    Party,
    Position,
    Process,
    Proposal,
    Proposer,
    Rendering,
    Speaker,
    Statement,
    StatusChange,
)
from proposals.reads.stances import with_conditions
from proposals.reads.state import Standing, state_of, states_of
from proposals.services import drafts, reviews, statements, statuses
from proposals.states import Status


class ProcessViewSet(FactViewSet):
    """Wars and peace processes, with who takes part."""

    queryset = Process.objects.all()
    serializer_class = serializers.ProcessSerializer
    filterset_class = filters.ProcessFilter

    def get_queryset(self) -> QuerySet[Process]:
        parties = Party.objects.known_at(self.moment.seq).select_related("actor").order_by("id")
        return super().get_queryset().prefetch_related(Prefetch("parties", parties))


class ActorViewSet(FactViewSet):
    """Persons, states, bodies, groups, coalitions, outlets and unnamed officials, with their affiliations."""

    queryset = Actor.objects.all()
    serializer_class = ActorSerializer
    filterset_class = filters.ActorFilter

    def get_queryset(self) -> QuerySet[Actor]:
        names = Name.objects.known_at(self.moment.seq).order_by("id")
        ties = Affiliation.objects.known_at(self.moment.seq).select_related("organisation").order_by("id")
        return super().get_queryset().prefetch_related(Prefetch("names", names), Prefetch("affiliations", ties))


class ProposalViewSet(FactViewSet):
    """Proposals with their status; `/state/` has everything about one at a moment."""

    queryset = Proposal.objects.select_related("process")
    serializer_class = serializers.ProposalSerializer
    filterset_class = filters.ProposalFilter
    dated = "voiced"

    def get_queryset(self) -> QuerySet[Proposal]:
        proposers = Proposer.objects.known_at(self.moment.seq).select_related("actor").order_by("id")
        return super().get_queryset().prefetch_related(Prefetch("proposers", proposers))

    def paginate_queryset(self, queryset: Any) -> Any:
        page = super().paginate_queryset(queryset)
        self._standings = {state.proposal.pk: state.statuses for state in states_of(list(page or ()), self.moment)}
        return page

    def standings(self, proposal: Proposal) -> list[Standing]:
        """A proposal's statuses; those of a whole page are read together."""
        found = getattr(self, "_standings", {}).get(proposal.pk)
        return state_of(proposal, self.moment).statuses if found is None else found

    @extend_schema(responses=OpenApiTypes.OBJECT)
    @action(detail=True)
    def state(self, request: Request, slug: str) -> Response:
        """The whole state of a proposal: statuses, accounts, latest text, where everybody stands, open conditions."""
        return Response(state_of(self.get_object(), self.moment).as_payload())


class PositionViewSet(FactViewSet):
    """Stances, each with its holder, its conditions, and the statement it was read from."""

    queryset = Position.objects.select_related("actor", "proposal", "provision", "statement").prefetch_related(
        with_conditions()
    )
    serializer_class = serializers.PositionSerializer
    filterset_class = filters.PositionFilter
    dated = "statement__said"


class Confirmable(FactViewSet):
    """What is logged by one person and confirmed by another."""

    write_scope: str = Scope.WRITE

    @extend_schema(parameters=[], request=ReviewInput, responses={201: serializers.ReviewSerializer})
    @action(detail=True, methods=["post"], write_scope=Scope.REVIEW)
    def confirm(self, request: Request, slug: str) -> Response:
        """Confirm what somebody else logged. Needs a token with the scope `review`."""
        asked = ReviewInput(data=request.data)
        asked.is_valid(raise_exception=True)
        review = reviews.confirm(self.get_object(), by=_person(request), **asked.validated_data)
        return Response(serializers.ReviewSerializer(review).data, status=status.HTTP_201_CREATED)


class StatementViewSet(Confirmable):
    """What actors said. `POST` logs one, with its words, source and stances; it is published at once, unreviewed."""

    queryset = Statement.objects.select_related("source", "outlet", "relayed_by", "review").prefetch_related(
        Prefetch("speakers", Speaker.objects.select_related("actor").order_by("id"))
    )
    serializer_class = serializers.StatementSerializer
    filterset_class = filters.StatementFilter
    dated = "said"

    def get_queryset(self) -> QuerySet[Statement]:
        wordings = Rendering.objects.known_at(self.moment.seq).select_related("source").order_by("id")
        held = PositionViewSet.queryset.known_at(self.moment.seq).order_by("id")
        return super().get_queryset().prefetch_related(Prefetch("renderings", wordings), Prefetch("positions", held))

    @extend_schema(parameters=[], request=StatementInput, responses={201: serializers.StatementSerializer})
    def create(self, request: Request) -> Response:
        """Log a statement, or keep it as a draft of your own."""
        asked = StatementInput(data=request.data)
        asked.is_valid(raise_exception=True)
        if asked.validated_data["draft"]:
            draft = drafts.keep(dict(request.data), by=_person(request))
            return Response({"id": str(draft.pk), "draft": True}, status=status.HTTP_201_CREATED)
        made = statements.log(asked.new_statement(), by=_person(request), at=timezone.now())
        return _created(self, made.slug, "api-statement-detail")


class EventViewSet(FactViewSet):
    """What happened, and what it did to proposals."""

    queryset = Event.objects.select_related("source").prefetch_related(
        Prefetch("participants", Participant.objects.select_related("actor").order_by("id"))
    )
    serializer_class = serializers.EventSerializer
    filterset_class = filters.EventFilter
    dated = "happened"

    def get_queryset(self) -> QuerySet[Event]:
        effects = Effect.objects.known_at(self.moment.seq).select_related("proposal").order_by("id")
        return super().get_queryset().prefetch_related(Prefetch("effects", effects))


class StatusChangeViewSet(Confirmable):
    """Moves of proposals along their lives, with evidence. `POST` makes one; it is published at once, unreviewed."""

    queryset = StatusChange.objects.select_related(
        "proposal", "statement", "source", "event", "applies_to", "according_to", "review"
    )
    serializer_class = serializers.StatusChangeSerializer
    filterset_class = filters.StatusChangeFilter
    dated = "effective"

    @extend_schema(parameters=[], request=StatusChangeInput, responses={201: serializers.StatusChangeSerializer})
    def create(self, request: Request) -> Response:
        """Change a proposal's status."""
        asked = StatusChangeInput(data=request.data)
        asked.is_valid(raise_exception=True)
        move = dict(asked.validated_data)
        made = statuses.change_status(
            move.pop("proposal"), to=Status(move.pop("to")), **move, by=_person(request), at=timezone.now()
        )
        return _created(self, made.slug, "api-status-change-detail")


def _person(request: Request) -> User:
    """Whose token it is; permissions let nobody else through to a write."""
    assert isinstance(request.user, User)
    return request.user


def _created(view: FactViewSet, slug: str, name: str) -> Response:
    """201 with the fact as the detail prints it, and its address."""
    view.kwargs["slug"] = slug
    body = view.get_serializer(view.get_object()).data
    return Response(body, status=status.HTTP_201_CREATED, headers={"Location": reverse(name, args=[slug])})


class TimelineViewSet(viewsets.ReadOnlyModelViewSet[Entry]):
    """The append-only record: one entry per ledger number, in its order, each chained to the one before."""

    queryset = Entry.objects.all()
    serializer_class = serializers.EntrySerializer
    filterset_class = filters.EntryFilter
    lookup_url_kwarg = "seq"
    lookup_value_regex = "[1-9][0-9]{0,17}"
    orderings = {"seq": ("seq",), "-seq": ("-seq",)}

    @extend_schema(responses=serializers.HeadSerializer, filters=False)
    @action(detail=False, pagination_class=None, filterset_class=None)
    def head(self, request: Request) -> Response:
        """The last entry's number, hash and time."""
        parameters.check(request.query_params, ())
        last = Entry.objects.order_by("-seq").values("seq", "hash", "recorded_at").first()
        empty = {"seq": 0, "hash": None, "recorded_at": None}
        return Response(serializers.HeadSerializer(last or empty).data)

    def get_object(self) -> Entry:
        return get_object_or_404(Entry, seq=self.kwargs["seq"])
