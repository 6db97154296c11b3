"""Keyset pages: each starts beside the last row seen, so that new rows never shift what was read."""

from collections.abc import Sequence
from functools import reduce
from operator import or_
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.db.models import Field, Model, Q, QuerySet
from rest_framework.pagination import BasePagination
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.settings import api_settings
from rest_framework.utils.urls import remove_query_param, replace_query_param
from rest_framework.views import APIView

from ceasefire.rest import cursors
from ceasefire.rest.cursors import Cursor, Direction
from ceasefire.rest.parameters import BadParameter

LARGEST_PAGE = 200


class KeysetPagination(BasePagination):
    """Pages of a queryset in an order that ends in a unique column.

    A view says `ordering = ("-said_lower", "id")`, or `orderings = {"name": (…), …}` to let the reader
    choose, the first being the default. A column that may be null cannot order a list; one that is null only
    until commit is named in `never_null`, and rows where it is null are then not listed.
    """

    def paginate_queryset(
        self, queryset: QuerySet[Any] | Sequence[Any], request: Request, view: APIView | None = None
    ) -> list[Any]:
        assert isinstance(queryset, QuerySet), "pages are cut out of a query, not of a list"
        self.base_url = request.build_absolute_uri()
        self.page_size = _page_size(request)
        self.ordering = _ordering(request, view)
        never_null = getattr(view, "never_null", ())
        fields = [_field(queryset, column, never_null) for column in map(_bare, self.ordering)]
        _check_ends_unique(fields[-1], self.ordering)
        queryset = queryset.filter(**{f"{column}__isnull": False for column in never_null})
        text = request.query_params.get("cursor")
        self.cursor = None if text is None else cursors.decode(text, self.ordering, fields)
        self.page = self._rows(queryset)
        return self.page

    def get_paginated_response(self, data: Any) -> Response:
        return Response({"next": self.next_link(), "previous": self.previous_link(), "results": data})

    def next_link(self) -> str | None:
        """The address of the page after this one, or None."""
        if not self.has_next:
            return None
        if not self.page:
            return remove_query_param(self.base_url, "cursor")  # before everything: go on with the first page
        return self._link("after", self.page[-1])

    def previous_link(self) -> str | None:
        """The address of the page before this one, or None."""
        return self._link("before", self.page[0]) if self.has_previous and self.page else None

    def _rows(self, queryset: QuerySet[Any]) -> list[Any]:
        backwards = self.cursor is not None and self.cursor.direction == "before"
        order = tuple(map(_turned, self.ordering)) if backwards else self.ordering
        queryset = queryset.order_by(*order)
        if self.cursor is not None:
            queryset = queryset.filter(_beyond(order, self.cursor.values))
        rows = list(queryset[: self.page_size + 1])
        more = len(rows) > self.page_size
        rows = rows[: self.page_size]
        self.has_next = backwards or more
        self.has_previous = more if backwards else self.cursor is not None
        return rows[::-1] if backwards else rows

    def _link(self, direction: Direction, row: Any) -> str:
        values = tuple(_value_of(row, column) for column in map(_bare, self.ordering))
        return replace_query_param(self.base_url, "cursor", cursors.encode(Cursor(direction, self.ordering, values)))

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        """The page as OpenAPI describes it."""
        link = {"type": ["string", "null"], "format": "uri"}
        return {
            "type": "object",
            "required": ["next", "previous", "results"],
            "properties": {
                "next": {**link, "description": "The page after this one."},
                "previous": {**link, "description": "The page before this one."},
                "results": schema,
            },
        }

    def get_schema_operation_parameters(self, view: APIView) -> list[dict[str, Any]]:
        """The parameters that this class reads, as OpenAPI describes them."""
        size = {"type": "integer", "minimum": 1, "maximum": LARGEST_PAGE, "default": api_settings.PAGE_SIZE}
        found = [
            _parameter("cursor", "Taken from `next` or `previous`.", {"type": "string"}),
            _parameter("page_size", "How many results a page has.", size),
        ]
        if orderings := getattr(view, "orderings", None):
            order = {"type": "string", "enum": list(orderings), "default": next(iter(orderings))}
            found.append(_parameter("ordering", "The order of the list; `-` is descending.", order))
        return found


def _page_size(request: Request) -> int:
    text = request.query_params.get("page_size")
    if text is None:
        return int(api_settings.PAGE_SIZE or LARGEST_PAGE)
    if text.isascii() and text.isdecimal() and len(text) <= 3 and 1 <= int(text) <= LARGEST_PAGE:
        return int(text)
    raise BadParameter(f"page_size must be a whole number from 1 to {LARGEST_PAGE}.", field="page_size")


def _ordering(request: Request, view: APIView | None) -> tuple[str, ...]:
    orderings: dict[str, Sequence[str]] = getattr(view, "orderings", None) or {}
    if not orderings:
        return tuple(getattr(view, "ordering", ("pk",)))
    wanted = request.query_params.get("ordering", next(iter(orderings)))
    if wanted not in orderings:
        raise BadParameter(f"ordering must be one of {', '.join(orderings)}.", field="ordering")
    return tuple(orderings[wanted])


def _bare(column: str) -> str:
    return column.removeprefix("-")


def _turned(column: str) -> str:
    return _bare(column) if column.startswith("-") else f"-{column}"


def _beyond(order: Sequence[str], values: Sequence[Any]) -> Q:
    """Rows after these values in this order: the first column decides, then the second among its equals, …"""
    steps = []
    equal = Q()
    for column, value in zip(order, values, strict=True):
        way = "lt" if column.startswith("-") else "gt"
        steps.append(equal & Q(**{f"{_bare(column)}__{way}": value}))
        equal &= Q(**{_bare(column): value})
    first = "lte" if order[0].startswith("-") else "gte"  # said once more by itself, so that an index can start there
    return Q(**{f"{_bare(order[0])}__{first}": values[0]}) & reduce(or_, steps)


def _field(queryset: QuerySet[Model], column: str, never_null: Sequence[str]) -> "Field[Any, Any]":
    annotation = queryset.query.annotations.get(column)
    if annotation is not None:
        found: Field[Any, Any] = annotation.output_field
        return found
    model: Any = queryset.model
    last: Field[Any, Any]
    for name in column.split("__"):
        field = model._meta.pk if name == "pk" else model._meta.get_field(name)
        if field.null and column not in never_null:
            raise ImproperlyConfigured(
                f"A list of {queryset.model.__name__} is ordered by {column}, which may be null."
            )
        model, last = field.related_model, field
    return last


def _check_ends_unique(field: "Field[Any, Any]", ordering: Sequence[str]) -> None:
    if not getattr(field, "unique", False):
        raise ImproperlyConfigured(f"The order {', '.join(ordering)} does not end in a unique column.")


def _value_of(row: Any, column: str) -> Any:
    for name in column.split("__"):
        row = getattr(row, name)
    return row


def _parameter(name: str, description: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"name": name, "in": "query", "required": False, "description": description, "schema": schema}
