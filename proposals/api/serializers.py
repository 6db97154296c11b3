"""What the API prints."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from actors.api.serializers import ActorRef
from ceasefire.sources.api import SourceRef
from ceasefire.timeline.models import Entry
from proposals.models import (
    Condition,
    Effect,
    Event,
    Party,
    Position,
    Process,
    Proposal,
    Proposer,
    Rendering,
    Review,
    Speaker,
    Statement,
    StatusChange,
)
from proposals.reads.state import Standing


class Id(serializers.CharField):
    """The stable public name of a fact, printed as its `id`."""

    def __init__(self, source: str = "slug", **kwargs: Any) -> None:
        super().__init__(source=source, read_only=True, **kwargs)


class ProposalRef(serializers.ModelSerializer[Proposal]):
    class Meta:
        model = Proposal
        fields = ["slug", "title"]


class PartySerializer(serializers.ModelSerializer[Party]):
    actor = ActorRef()

    class Meta:
        model = Party
        fields = ["actor", "role"]


class ProcessSerializer(serializers.ModelSerializer[Process]):
    parties = PartySerializer(many=True)

    class Meta:
        model = Process
        fields = ["slug", "name", "summary", "parties", "known_from"]


class StandingSerializer(serializers.Serializer[Standing]):
    """A status with the day it began; of the whole, or of one party, or according to one actor."""

    status = serializers.CharField(source="code")
    since = serializers.CharField()
    status_change = Id("change.slug")
    applies_to = serializers.CharField(allow_null=True)
    according_to = serializers.CharField(allow_null=True)


class ProposerSerializer(serializers.ModelSerializer[Proposer]):
    actor = ActorRef()

    class Meta:
        model = Proposer
        fields = ["actor", "attribution"]


class ProposalSerializer(serializers.ModelSerializer[Proposal]):
    process = serializers.SlugRelatedField("slug", read_only=True)  # type: ignore[var-annotated]
    proposers = ProposerSerializer(many=True)
    statuses = serializers.SerializerMethodField()

    class Meta:
        model = Proposal
        fields = [
            "slug",
            "process",
            "title",
            "kind",
            "summary",
            "voiced_on",
            "proposers",
            "statuses",
            "known_from",
        ]

    @extend_schema_field(StandingSerializer(many=True))
    def get_statuses(self, proposal: Proposal) -> Any:
        standings = self.context["view"].standings(proposal)
        return StandingSerializer(standings, many=True).data


class RenderingSerializer(serializers.ModelSerializer[Rendering]):
    id = Id()
    source = serializers.SlugRelatedField("slug", read_only=True)  # type: ignore[var-annotated]

    class Meta:
        model = Rendering
        fields = ["id", "quote", "language", "form", "source"]


class ConditionSerializer(serializers.ModelSerializer[Condition]):
    of = ActorRef(allow_null=True)
    provision = Id("provision.slug", allow_null=True, default=None)
    proposal = Id("proposal.slug", allow_null=True, default=None)

    class Meta:
        model = Condition
        fields = ["text", "of", "provision", "proposal"]


class StatementRef(serializers.ModelSerializer[Statement]):
    id = Id()

    class Meta:
        model = Statement
        fields = ["id", "said_on"]


class PositionSerializer(serializers.ModelSerializer[Position]):
    """A stance with its holder, its conditions, and the statement it was read from."""

    id = Id()
    actor = ActorRef()
    proposal = ProposalRef()
    provision = Id("provision.slug", allow_null=True, default=None)
    statement = StatementRef()
    conditions = ConditionSerializer(many=True)

    class Meta:
        model = Position
        fields = [
            "id",
            "actor",
            "proposal",
            "provision",
            "stance",
            "note",
            "conditions",
            "statement",
            "known_from",
        ]


class Reviewed(serializers.BooleanField):
    """Whether a second person had confirmed it at the moment asked for."""

    def __init__(self) -> None:
        super().__init__(source="*", read_only=True)

    def to_representation(self, value: Any) -> bool:
        review = getattr(value, "review", None)
        return bool(review and review.known_from and review.known_from <= self.context["view"].moment.seq)


class StatementSerializer(serializers.ModelSerializer[Statement]):
    id = Id()
    speakers = serializers.SerializerMethodField()
    source = SourceRef()
    outlet = ActorRef(allow_null=True)
    relayed_by = ActorRef(allow_null=True)
    quotes = RenderingSerializer(many=True, source="renderings")
    positions = PositionSerializer(many=True)
    reviewed = Reviewed()

    class Meta:
        model = Statement
        fields = [
            "id",
            "speakers",
            "said_on",
            "place",
            "venue",
            "channel",
            "outlet",
            "relayed_by",
            "credibility",
            "gist",
            "source",
            "quotes",
            "positions",
            "reviewed",
            "known_from",
        ]

    def get_fields(self) -> dict[str, Any]:
        """`for` is a word of Python, so it is added by name."""
        fields = super().get_fields()
        ordered = {"for": serializers.SerializerMethodField(method_name="get_principals")}
        return {"id": fields.pop("id"), "speakers": fields.pop("speakers"), **ordered, **fields}

    @extend_schema_field(ActorRef(many=True))
    def get_speakers(self, statement: Statement) -> Any:
        return self._people(statement, Speaker.Part.SPEAKER)

    @extend_schema_field(ActorRef(many=True))
    def get_principals(self, statement: Statement) -> Any:
        return self._people(statement, Speaker.Part.PRINCIPAL)

    def _people(self, statement: Statement, part: str) -> Any:
        people = [one.actor for one in statement.speakers.all() if one.part == part]
        return ActorRef(people, many=True).data


class EffectSerializer(serializers.ModelSerializer[Effect]):
    proposal = ProposalRef()
    effect = serializers.CharField(source="kind")

    class Meta:
        model = Effect
        fields = ["proposal", "effect", "note"]


class EventSerializer(serializers.ModelSerializer[Event]):
    id = Id()
    participants = serializers.SerializerMethodField()
    source = SourceRef()
    effects = EffectSerializer(many=True)

    class Meta:
        model = Event
        fields = [
            "id",
            "kind",
            "title",
            "summary",
            "happened_on",
            "place",
            "participants",
            "source",
            "effects",
            "known_from",
        ]

    @extend_schema_field(ActorRef(many=True))
    def get_participants(self, event: Event) -> Any:
        return ActorRef([one.actor for one in event.participants.all()], many=True).data


class EvidenceSerializer(serializers.Serializer[StatusChange]):
    """What a status change rests on: exactly one of the three is not null."""

    statement = Id("statement.slug", allow_null=True, default=None)
    source = Id("source.slug", allow_null=True, default=None)
    event = Id("event.slug", allow_null=True, default=None)


class StatusChangeSerializer(serializers.ModelSerializer[StatusChange]):
    id = Id()
    proposal = ProposalRef()
    to = serializers.CharField(source="to_status")
    evidence = EvidenceSerializer(source="*")
    applies_to = ActorRef(allow_null=True)
    according_to = ActorRef(allow_null=True)
    reviewed = Reviewed()

    class Meta:
        model = StatusChange
        fields = [
            "id",
            "proposal",
            "to",
            "effective_on",
            "reason",
            "evidence",
            "applies_to",
            "according_to",
            "reviewed",
            "known_from",
        ]

    def get_fields(self) -> dict[str, Any]:
        """`from` is a word of Python, so it is added by name."""
        fields = super().get_fields()
        before = serializers.CharField(source="from_status", allow_null=True, read_only=True)
        return {"id": fields.pop("id"), "proposal": fields.pop("proposal"), "from": before, **fields}


class ReviewSerializer(serializers.ModelSerializer[Review]):
    """A confirmation by a second person."""

    id = Id()
    statement = Id("statement.slug", allow_null=True, default=None)
    status_change = Id("status_change.slug", allow_null=True, default=None)
    by = serializers.CharField(source="entered_by.username")

    class Meta:
        model = Review
        fields = ["id", "statement", "status_change", "by", "note"]


class EntrySerializer(serializers.ModelSerializer[Entry]):
    """A timeline entry; `body` is the canonical text that `hash` is the hash of, together with `previous`."""

    previous = serializers.CharField(source="previous_id", allow_null=True)

    class Meta:
        model = Entry
        fields = ["seq", "kind", "proposals", "actors", "world_on", "recorded_at", "hash", "previous", "body"]


class HeadSerializer(serializers.Serializer[Any]):
    """The last entry of the timeline: what a reader pins."""

    seq = serializers.IntegerField()
    hash = serializers.CharField(allow_null=True)
    recorded_at = serializers.DateTimeField(allow_null=True)
