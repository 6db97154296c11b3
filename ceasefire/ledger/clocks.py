"""The two clocks on every page: what a request asks of them, links that ask the same, and pages that refuse."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from ceasefire.core import edtf
from ceasefire.core.errors import BadInput, Missing
from ceasefire.ledger.models import SLUG
from ceasefire.ledger.moments import Moment, moment
from ceasefire.web.readonly import readonly_view

NAMES = ("as_of", "known_at")


class NotKnownThen(Missing):
    """Something is in the record, but not at the number asked for; `see_seq` is one at which it is."""

    code = "not_known_then"

    def __init__(self, message: str, *, see_seq: int) -> None:
        super().__init__(message)
        self.see_seq = see_seq


@dataclass(frozen=True)
class Clocks:
    """The moment of a page, and how it was asked for."""

    moment: Moment
    path: str
    as_of: str  # as typed; empty: today
    known_at: str  # as typed; empty: everything known
    rest: tuple[tuple[str, str], ...] = ()  # what else the address asks for

    @property
    def query(self) -> dict[str, str]:
        """What has to stand in an address for the same moment."""
        asked = {"as_of": self.as_of, "known_at": self.known_at}
        return {name: value for name, value in asked.items() if value}

    def link(self, name: str, *args: object, **query: str) -> str:
        """The address of another page at the same moment."""
        asked = {key: value for key, value in query.items() if value}
        return _address(reverse(name, args=args), {**asked, **self.query})

    @property
    def now_href(self) -> str:
        """This page with all it was asked for but the moment."""
        return _address(self.path, dict(self.rest))

    @property
    def permanent(self) -> str:
        """This page's address with both clocks fixed: what it answers never changes."""
        return _address(self.path, {"as_of": self.moment.as_of.isoformat(), "known_at": f"seq:{self.moment.seq}"})

    @property
    def as_of_day(self) -> str:
        return self.moment.as_of.isoformat()

    @property
    def known_words(self) -> str:
        """What this record knew, in words; empty where it is everything known now."""
        if not self.known_at:
            return ""
        number = f"entry {self.moment.seq}" if self.moment.seq else "before the first entry"
        if self.known_at.startswith("seq:"):
            return f"at {number}" if self.moment.seq else number
        return f"{self._known_then} ({number})"

    @property
    def _known_then(self) -> str:
        try:
            then = edtf.parse(self.known_at)
        except BadInput:  # an instant finer than a date of the world can be
            return f"at {self.known_at}"
        at = {"time": "at", "day": "on"}.get(then.precision, "at the end of")
        return f"{at} {edtf.in_words(then)}"


def dated_view(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page at a moment: the view gets the request's clocks, and what is wrong with the request becomes a page."""

    @wraps(view)
    def read(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, clocks_of(request), *args, **kwargs)
        except (BadInput, Missing) as fault:
            return _refused(request, fault)

    return readonly_view(read)


def clocks_of(request: HttpRequest) -> Clocks:
    """Read the two clocks of a request. Raises BadInput or Missing, naming the parameter."""
    as_of, known_at = (request.GET.get(name, "").strip() for name in NAMES)
    at = moment(now=timezone.now(), as_of=as_of or None, known_at=known_at or None)
    rest = tuple((name, request.GET[name]) for name in request.GET if name not in (*NAMES, "cursor"))
    return Clocks(moment=at, path=request.path, as_of=as_of, known_at=known_at, rest=rest)


def find(rows: Any, slug: str, clocks: Clocks) -> Any:
    """The reading of a fact at the moment, out of a FactQuerySet.

    Raises Http404, or NotKnownThen when another number knows it.
    """
    seq = clocks.moment.seq
    if found := rows.known_at(seq).filter(slug=slug).first():
        return found
    readings = list(rows.filter(slug=slug, known_from__isnull=False).order_by("known_from"))
    if not readings:
        raise Http404
    earlier = [one for one in readings if one.known_from <= seq]
    if not earlier:
        came = readings[0].known_from
        raise NotKnownThen(f"At entry {seq} this record did not hold it yet; it came with entry {came}.", see_seq=came)
    ended = earlier[-1]
    raise NotKnownThen(f"It was retracted with entry {ended.known_to}: {ended.closed_reason}", see_seq=ended.known_from)


def choice(request: HttpRequest, name: str, known: Collection[str]) -> str:
    """A filter's value, or nothing; raises BadInput when it is none of those there are."""
    value = request.GET.get(name, "")
    if value and value not in known:
        raise BadInput(f"“{value[:80]}” is none of the values there are: {', '.join(known)}.", field=name)
    return value


def named(request: HttpRequest, name: str, rows: Any) -> str:
    """A filter's slug, or nothing; raises BadInput when no fact has ever had it."""
    slug = request.GET.get(name, "")
    if slug and not (re.fullmatch(SLUG, slug) and rows.filter(slug=slug).exists()):
        raise BadInput(f"There is no {rows.model._meta.verbose_name} “{slug[:80]}” in this record.", field=name)
    return slug


def _address(path: str, query: Mapping[str, str]) -> str:
    return f"{path}?{urlencode(query, safe=':')}" if query else path


def _printable(text: str) -> str:
    """What was typed, without characters that no page can hold."""
    return "".join(character for character in text if character.isprintable())


def _refused(request: HttpRequest, fault: BadInput | Missing) -> HttpResponse:
    see_seq = fault.see_seq if isinstance(fault, NotKnownThen) else None
    asked = {name: _printable(request.GET.get(name, "")) for name in NAMES}
    status = 404 if isinstance(fault, Missing) else 400
    context = {
        "field": fault.field or "",
        "message": _printable(fault.message),
        "status": status,
        "about_clocks": fault.field in NAMES,
        "as_of": asked["as_of"],
        "known_at": asked["known_at"],
        "now_href": request.path,
        "see_seq": see_seq,
        "see_href": _address(request.path, {"known_at": f"seq:{see_seq}"}),
    }
    return render(request, "actors/refused.html", context, status=status)
