"""Sources over REST."""

from typing import Any

import django_filters
from rest_framework import serializers

from ceasefire.ledger.api import FactViewSet
from ceasefire.rest.fields import CodeField, EdtfField, LineField, StrictSerializer, TextField
from ceasefire.rest.filtering import CodeFilter, WorldDateRange
from ceasefire.sources.models import Source

LANGUAGE = r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}\Z"


class SourceSerializer(serializers.ModelSerializer[Source]):
    id = serializers.CharField(source="slug")

    class Meta:
        model = Source
        fields = [
            "id",
            "kind",
            "title",
            "outlet",
            "author",
            "url",
            "published_on",
            "language",
            "reliability",
            "note",
            "known_from",
        ]


class SourceRef(serializers.ModelSerializer[Source]):
    """A source in few words, as part of what cites it."""

    id = serializers.CharField(source="slug")

    class Meta:
        model = Source
        fields = ["id", "title", "outlet", "published_on", "reliability"]


class NewSource(StrictSerializer):
    """A source that comes in together with what it is the source of."""

    kind = CodeField(choices=Source.Kind.choices)
    title = LineField(limit=300)
    outlet = LineField(limit=200, required=False)
    author = LineField(limit=200, required=False)
    url = serializers.URLField(max_length=2000, required=False)
    published_on = EdtfField()
    language = serializers.RegexField(LANGUAGE, max_length=35)
    reliability = CodeField(choices=Source.Reliability.choices, required=False)
    note = TextField(limit=5000, required=False)

    def validate_url(self, url: str) -> str:
        if not url.lower().startswith(("http://", "https://")):
            raise serializers.ValidationError("Give an address that begins with http:// or https://.")
        return url

    def to_internal_value(self, data: Any) -> Any:
        """An unsaved Source."""
        values = super().to_internal_value(data)
        return Source(**values | {"published_on": str(values["published_on"])})


class SourceFilter(django_filters.FilterSet):
    kind = CodeFilter(choices=Source.Kind.choices)
    published_from = WorldDateRange("published", edge="from")
    published_to = WorldDateRange("published", edge="to")

    class Meta:
        model = Source
        fields: list[str] = []


class SourceViewSet(FactViewSet):
    """What can be cited: articles, transcripts, broadcasts, documents, with their reliability (Admiralty A–F)."""

    queryset = Source.objects.all()
    serializer_class = SourceSerializer
    filterset_class = SourceFilter
    dated = "published"
