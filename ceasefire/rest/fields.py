"""Serializer fields that take what they say and nothing else: no coercion, no unknown names."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, ClassVar

from django.db.models import Manager, Model, QuerySet
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.exceptions import ErrorDetail
from rest_framework.serializers import ValidationError

from ceasefire.core import edtf, text
from ceasefire.core.edtf import Edtf
from ceasefire.core.errors import BadInput
from ceasefire.core.text import shorten

MOST_REFERENCES = 100  # in one list


class StrictSerializer(serializers.Serializer[Any]):
    """A serializer that refuses names it does not know, and those it only prints, each by name."""

    def to_internal_value(self, data: Any) -> dict[str, Any]:
        if not isinstance(data, Mapping):
            raise ValidationError("This must be an object.", code="not_an_object")
        errors = self._errors_of_unknown_names(data)
        try:
            values: dict[str, Any] = super().to_internal_value(data)
        except ValidationError as wrong:
            raise ValidationError({**errors, **_as_dict(wrong.detail)}) from None
        if errors:
            raise ValidationError(errors)
        return values

    def _errors_of_unknown_names(self, data: Mapping[str, Any]) -> dict[str, list[ErrorDetail]]:
        known = [name for name, field in self.fields.items() if not field.read_only]
        message = f"There is no such field here; known are {', '.join(known)}."
        return {shorten(name): [ErrorDetail(message, code="unknown_field")] for name in data if name not in known}


class LineField(serializers.CharField):
    """One line of visible text of at most `limit` characters."""

    default_error_messages: ClassVar = {"blank": "This must contain visible text."}

    def __init__(self, *, limit: int, **kwargs: Any) -> None:
        self.limit = limit
        super().__init__(max_length=limit, trim_whitespace=False, **kwargs)

    def to_internal_value(self, data: Any) -> str:
        try:
            return self.clean(data)
        except BadInput as refusal:
            raise _as_validation_error(refusal) from None

    def clean(self, data: Any) -> str:
        """The rule of core.text that this field follows."""
        return text.clean_line(data, field=None, limit=self.limit)


class TextField(LineField):
    """Visible text of several lines and of at most `limit` characters."""

    def clean(self, data: Any) -> str:
        return text.clean_text(data, field=None, limit=self.limit)


@extend_schema_field(
    {
        "type": "string",
        "format": "edtf",
        "maxLength": edtf.LONGEST,
        "description": "A date in the world (EDTF); `~` is around, `?` uncertain, `/..` without a known end.",
        "examples": [
            "2025-03-02",
            "2025-03",
            "2025-03-02~",
            "2025-03-02/..",
            "2025-03-02T15:00[Europe/Kyiv]",
        ],
    }
)
class EdtfField(serializers.Field[Edtf, str, str, Any]):
    """A date in the world; read into an Edtf, printed as it was written."""

    def to_internal_value(self, data: str) -> Edtf:
        try:
            return edtf.parse(data)
        except edtf.BadDate as refusal:
            raise _as_validation_error(refusal) from None

    def to_representation(self, value: Edtf | str) -> str:
        return str(value)


class CodeField(serializers.ChoiceField):
    """One of a fixed list of codes, spelt exactly."""

    default_error_messages: ClassVar = {"invalid_choice": "{input} is no code of this list: {codes}."}

    def to_internal_value(self, data: Any) -> str:
        if not isinstance(data, str) or data not in self.choices:
            codes = ", ".join(map(str, self.choices))
            self.fail("invalid_choice", input=shorten(repr(data)), codes=codes)
        return data


class SlugRefField(serializers.SlugRelatedField[Any]):
    """A reference by slug to one row of a queryset; with `many=True`, to several, found in one query."""

    def __init__(self, slug_field: str = "slug", **kwargs: Any) -> None:
        super().__init__(slug_field=slug_field, **kwargs)

    @classmethod
    def many_init(cls, *args: Any, **kwargs: Any) -> "SlugRefListField":
        outer = {key: value for key, value in kwargs.items() if key not in ("queryset", "slug_field")}
        return SlugRefListField(child_relation=cls(*args, **kwargs), **outer)

    def run_validation(self, data: Any = serializers.empty) -> Any:
        """As the field it descends from, except that empty text is no way to say null."""
        if data == "":
            raise _unknown(self, data)
        return super().run_validation(data)

    def to_internal_value(self, data: Any) -> Any:
        found = self.find([data]) if isinstance(data, str) else {}
        if not found:
            raise _unknown(self, data)
        return found[data]

    def find(self, slugs: Iterable[str]) -> dict[str, Model]:
        """The rows of those slugs that exist, in one query."""
        rows = self._rows().filter(**{f"{self.slug_field}__in": list(slugs)})
        return {getattr(row, self.slug_field): row for row in rows}

    @property
    def noun(self) -> str:
        """What the reference points to, in words."""
        return str(self._rows().model._meta.verbose_name)

    def _rows(self) -> QuerySet[Model]:
        rows = self.get_queryset()
        if isinstance(rows, Manager):
            return rows.all()
        assert rows is not None, "a SlugRefField that is read needs a queryset"
        return rows


class SlugRefListField(serializers.ManyRelatedField):
    """Several references by slug, each named once."""

    child_relation: SlugRefField

    def to_internal_value(self, data: Any) -> list[Any]:
        if not isinstance(data, list):
            raise ValidationError("This must be a list.", code="not_a_list")
        if not data and not self.allow_empty:
            raise ValidationError("This list may not be empty.", code="empty")
        if len(data) > MOST_REFERENCES:
            message = f"At most {MOST_REFERENCES} entries; this list has {len(data):,}."
            raise ValidationError(message, code="too_many")
        return self._rows_of(data)

    def _rows_of(self, slugs: Sequence[Any]) -> list[Any]:
        found = self.child_relation.find(slug for slug in slugs if isinstance(slug, str))
        errors: Any = {}
        for index, slug in enumerate(slugs):
            if not isinstance(slug, str) or slug not in found:
                errors[index] = _unknown(self.child_relation, slug).detail
            elif slug in slugs[:index]:
                errors[index] = [ErrorDetail(f"'{slug}' is named twice.", code="repeated")]
        if errors:
            raise ValidationError(errors)
        return [found[slug] for slug in slugs]


def _unknown(field: SlugRefField, slug: Any) -> ValidationError:
    if not isinstance(slug, str):
        return ValidationError("This must be text.", code="not_text")
    return ValidationError(f"Unknown {field.noun} '{shorten(slug)}'.", code="unknown")


def _as_validation_error(refusal: BadInput) -> ValidationError:
    return ValidationError(refusal.message, code=refusal.code)


def _as_dict(detail: Any) -> dict[str, Any]:
    return detail if isinstance(detail, dict) else {"non_field_errors": detail}
