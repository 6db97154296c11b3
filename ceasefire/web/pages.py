"""Long lists on web pages: the API's keyset pages, with links for people."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from rest_framework.request import Request

from ceasefire.rest.pagination import KeysetPagination


@dataclass(frozen=True)
class Page:
    """Some rows of a list, and the addresses of its neighbours; empty where there is none."""

    rows: list[Any]
    previous: str
    next: str


@dataclass(frozen=True)
class _Order:
    ordering: tuple[str, ...]


def page_of(rows: QuerySet[Any], request: HttpRequest, *ordering: str) -> Page:
    """The page of a list that `cursor` and `page_size` ask for; raises BadInput naming the one at fault.

    `ordering` ends in a unique column and has no column that may be null.
    """
    pages = KeysetPagination()
    found = pages.paginate_queryset(rows, Request(request), _Order(ordering))  # type: ignore[arg-type]  # all it asks a view
    return Page(rows=found, previous=pages.previous_link() or "", next=pages.next_link() or "")
