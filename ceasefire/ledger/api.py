"""The two clocks on every REST resource of facts."""

from functools import cached_property
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import viewsets

from ceasefire.ledger.moments import Moment, moment

CLOCKS = [
    OpenApiParameter("as_of", str, description="The world on the last day of this EDTF date. Default: today."),
    OpenApiParameter(
        "known_at",
        str,
        description="What the ledger knew: an instant, a date, or seq:N. Default: everything.",
    ),
]


@extend_schema(parameters=CLOCKS)
class FactViewSet(viewsets.ReadOnlyModelViewSet[Any]):
    """Lists and details of a fact table, as known at the moment asked for.

    `dated` is the prefix of the columns that say when a row begins in the world; undated tables have None.
    """

    lookup_field = "slug"
    lookup_url_kwarg = "slug"
    query_parameters: tuple[str, ...] = ("as_of", "known_at")
    dated: str | None = None
    ordering: tuple[str, ...] = ("known_from", "id")
    never_null = ("known_from",)

    @cached_property
    def moment(self) -> Moment:
        asked = self.request.query_params
        return moment(now=timezone.now(), as_of=asked.get("as_of"), known_at=asked.get("known_at"))

    def get_queryset(self) -> QuerySet[Any]:
        rows = super().get_queryset()
        if getattr(self, "swagger_fake_view", False):
            return rows.none()
        rows = rows.known_at(self.moment.seq)  # type: ignore[attr-defined]  # a FactQuerySet
        if self.dated:
            column = f"{self.dated}_lower"
            rows = rows.filter(Q(**{f"{column}__lte": self.moment.as_of}) | Q(**{f"{column}__isnull": True}))
        return rows  # type: ignore[no-any-return]
