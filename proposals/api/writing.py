"""What the API takes: shapes only. Rules live in the services."""

from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from actors.models import Actor
from ceasefire.rest.fields import CodeField, EdtfField, LineField, SlugRefField, StrictSerializer, TextField
from ceasefire.sources.api import LANGUAGE, NewSource
from ceasefire.sources.models import Source
from proposals.models import Event, Proposal, Provision, Rendering, Stance, Statement
from proposals.services import statements
from proposals.services.statuses import Evidence
from proposals.states import Status


class EvidenceInput(StrictSerializer):
    """Exactly one of: a statement, a source, an event, by id."""

    statement = SlugRefField(queryset=Statement.objects.open(), required=False)
    source = SlugRefField(queryset=Source.objects.open(), required=False)
    event = SlugRefField(queryset=Event.objects.open(), required=False)

    def to_internal_value(self, data: Any) -> Any:
        values = super().to_internal_value(data)
        if len(values) != 1:
            raise serializers.ValidationError("Name exactly one of statement, source, event.", code="not_one")
        return Evidence(**values)


class StatusChangeInput(StrictSerializer):
    """A move of a proposal along its life."""

    proposal = SlugRefField(queryset=Proposal.objects.open())
    to = CodeField(choices=[(status.value, status.words) for status in Status])
    effective_on = EdtfField()
    reason = TextField(limit=5000)
    evidence = EvidenceInput()
    applies_to = SlugRefField(queryset=Actor.objects.open(), required=False, allow_null=True)
    according_to = SlugRefField(queryset=Actor.objects.open(), required=False, allow_null=True)


class ReviewInput(StrictSerializer):
    """A reviewer's word on what somebody else logged."""

    note = TextField(limit=5000, required=False)


class ConditionInput(StrictSerializer):
    """What a position asks for, and of whom."""

    text = LineField(limit=statements.LONGEST_CONDITION)
    of = SlugRefField(queryset=Actor.objects.open(), required=False, allow_null=True)
    provision = SlugRefField(queryset=Provision.objects.open(), required=False, allow_null=True)
    proposal = SlugRefField(queryset=Proposal.objects.open(), required=False, allow_null=True)

    def to_internal_value(self, data: Any) -> Any:
        return statements.NewCondition(**super().to_internal_value(data))


class PositionInput(StrictSerializer):
    """A stance on a proposal, or on one of its provisions."""

    proposal = SlugRefField(queryset=Proposal.objects.open())
    provision = SlugRefField(queryset=Provision.objects.open(), required=False, allow_null=True)
    stance = CodeField(choices=Stance.choices)
    note = TextField(limit=5000, required=False)
    conditions = ConditionInput(many=True, required=False, max_length=statements.MOST_CONDITIONS)  # type: ignore[call-arg]

    def to_internal_value(self, data: Any) -> Any:
        return statements.NewPosition(**super().to_internal_value(data))


@extend_schema_field(
    {
        "oneOf": [{"type": "string"}, {"$ref": "#/components/schemas/NewSourceRequest"}],
        "description": "An id, or a new one.",
    }
)
class SourceField(serializers.Field[Source, Any, Any, Any]):
    """A source by id, or a new one as an object."""

    def to_internal_value(self, data: Any) -> Source:
        if isinstance(data, dict):
            source: Source = NewSource().run_validation(data)
        else:
            source = SlugRefField(queryset=Source.objects.open()).run_validation(data)
        return source

    def to_representation(self, value: Source) -> str:
        return value.slug


class StatementInput(StrictSerializer):
    """Something said, with the words, the source and the stances it takes."""

    speakers = SlugRefField(queryset=Actor.objects.open(), many=True, allow_empty=False)
    said_on = EdtfField()
    source = SourceField()
    quote = TextField(limit=statements.LONGEST_QUOTE, required=False)
    language = serializers.RegexField(LANGUAGE, max_length=35, required=False)
    form = CodeField(choices=Rendering.Form.choices, required=False)
    gist = TextField(limit=5000, required=False)
    place = LineField(limit=300, required=False)
    venue = LineField(limit=300, required=False)
    channel = CodeField(choices=Statement.Channel.choices, required=False)
    outlet = SlugRefField(queryset=Actor.objects.open(), required=False, allow_null=True)
    relayed_by = SlugRefField(queryset=Actor.objects.open(), required=False, allow_null=True)
    credibility = serializers.IntegerField(min_value=1, max_value=6, required=False)
    positions = PositionInput(many=True, required=False, max_length=statements.MOST_POSITIONS)  # type: ignore[call-arg]
    draft = serializers.BooleanField(required=False, default=False)
    allow_duplicate = serializers.BooleanField(required=False, default=False)

    def get_fields(self) -> dict[str, Any]:
        """`for` is a word of Python, so it is added by name."""
        principals = SlugRefField(queryset=Actor.objects.open(), many=True, required=False)
        return super().get_fields() | {"for": principals}

    def validate(self, attrs: dict[str, Any]) -> dict[str, Any]:
        if "quote" in attrs and "language" not in attrs:
            raise serializers.ValidationError({"language": "Say which language the quote is in, such as en."})
        return attrs

    def new_statement(self) -> statements.NewStatement:
        """The validated input as the service takes it."""
        said = dict(self.validated_data)
        said.pop("draft")
        quote, language, form = (said.pop(name, None) for name in ("quote", "language", "form"))
        words = {"form": form} if form else {}
        quotes = [statements.NewQuote(quote, language, **words)] if quote else []
        return statements.NewStatement(principals=said.pop("for", ()), quotes=quotes, **said)
