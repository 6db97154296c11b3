"""Declared filters only: what is not declared is refused by name; dates of the world compare by bounds."""

from collections.abc import Iterable
from typing import Any, Literal

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Model, Q, QuerySet
from django_filters import filters  # type: ignore[import-untyped]  # it ships no types, here and below
from django_filters.rest_framework import DjangoFilterBackend  # type: ignore[import-untyped]
from drf_spectacular.utils import extend_schema_field
from rest_framework.request import Request
from rest_framework.views import APIView

from ceasefire.core import edtf
from ceasefire.core.edtf import Edtf
from ceasefire.core.text import shorten
from ceasefire.rest import parameters


class StrictFilterBackend(DjangoFilterBackend):  # type: ignore[misc]
    """Filters a list by its filterset, after refusing parameters that the view does not declare.

    A view declares filters with `filterset_class`, orders with `orderings`, and with `query_parameters` what
    it reads itself. A detail view takes only the last.
    """

    def filter_queryset(self, request: Request, queryset: QuerySet[Model], view: APIView) -> QuerySet[Model]:
        own = set(getattr(view, "query_parameters", ()))
        if _is_detail(view):
            parameters.check(request.query_params, own)
            return queryset
        declared = self._filters(view, queryset)
        known = own | declared.keys() | _paging_names(view)
        repeatable = {name for name, one in declared.items() if isinstance(one, filters.MultipleChoiceFilter)}
        parameters.check(request.query_params, known, repeatable=repeatable)
        filtered: QuerySet[Model] = super().filter_queryset(request, queryset, view)
        return filtered

    def _filters(self, view: APIView, queryset: QuerySet[Model]) -> dict[str, filters.Filter]:
        filterset = self.get_filterset_class(view, queryset)
        return dict(filterset.base_filters) if filterset else {}


def _is_detail(view: APIView) -> bool:
    lookup = getattr(view, "lookup_url_kwarg", None) or getattr(view, "lookup_field", "pk")
    return lookup in view.kwargs


def _paging_names(view: APIView) -> set[str]:
    paginator = getattr(view, "paginator", None)
    names = {"cursor", "page_size"} if paginator else set()
    return names | ({"ordering"} if getattr(view, "orderings", None) else set())


def _invalid(message: str, code: str) -> ValidationError:
    """The message goes in as a parameter, or a percent sign in it would be read as a placeholder."""
    return ValidationError("%(message)s", code=code, params={"message": message})


class EdtfFormField(forms.CharField):
    """Form input read as one day, month or year of the world."""

    def clean(self, value: Any) -> Edtf | None:
        if value in self.empty_values:
            return None
        try:
            when = edtf.parse(value)
        except edtf.BadDate as refusal:
            raise _invalid(refusal.message, refusal.code) from None
        if when.precision == "interval":
            raise _invalid("Give one day, month or year, not an interval.", edtf.BadDate.code)
        return when


@extend_schema_field({"type": "string", "format": "edtf", "maxLength": edtf.LONGEST})
class WorldDateRange(filters.Filter):  # type: ignore[misc]
    """One end of a range over a date of the world, kept in the columns `<field_name>_lower` and `_upper`.

    A row passes when its date may lie in the range: no uncertain or open date is lost at the edge.
    """

    field_class = EdtfFormField

    def __init__(self, field_name: str, *, edge: Literal["from", "to"], **kwargs: Any) -> None:
        super().__init__(field_name, **kwargs)
        self.edge = edge

    def filter(self, qs: QuerySet[Model], value: Edtf | None) -> QuerySet[Model]:
        if value is None:
            return qs
        column, limit = (
            (f"{self.field_name}_upper__gt", value.lower)
            if self.edge == "from"
            else (f"{self.field_name}_lower__lt", value.upper)
        )
        open_end = f"{column.rsplit('__', 1)[0]}__isnull"
        return qs.filter(Q(**{column: limit}) | Q(**{open_end: True}))


class KnownSlugField(forms.CharField):
    """Form input that must be the slug of a row that exists."""

    def __init__(self, *, queryset: QuerySet[Model], slug_field: str, **kwargs: Any) -> None:
        self.queryset = queryset
        self.slug_field = slug_field
        super().__init__(**kwargs)

    def validate(self, value: str) -> None:
        super().validate(value)
        if value and not self.queryset.filter(**{self.slug_field: value}).exists():
            noun = self.queryset.model._meta.verbose_name
            raise _invalid(f"Unknown {noun} '{shorten(value)}'.", "unknown")


@extend_schema_field({"type": "string"})
class SlugFilter(filters.Filter):  # type: ignore[misc]
    """Compares the text column `field_name` with a slug that must exist in `queryset`."""

    field_class = KnownSlugField

    def __init__(self, field_name: str, *, queryset: QuerySet[Any], slug_field: str = "slug", **kwargs: Any) -> None:
        super().__init__(field_name, queryset=queryset, slug_field=slug_field, strip=False, **kwargs)


class CodeFilter(filters.ChoiceFilter):  # type: ignore[misc]
    """One of a fixed list of codes, spelt exactly; the message names them all."""

    def __init__(self, *args: Any, choices: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        pairs = list(choices)
        codes = ", ".join(code for code, _ in pairs)
        message = f"This is no code of this list: {codes}."
        kwargs.setdefault("error_messages", {"invalid_choice": message})
        super().__init__(*args, choices=pairs, null_label=None, **kwargs)
