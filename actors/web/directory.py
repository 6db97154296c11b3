"""The directory of actors."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.db.models import Case, Exists, IntegerField, OuterRef, Prefetch, Q, QuerySet, Value, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from actors.models import Actor, Affiliation, Name
from ceasefire.core.errors import BadInput
from ceasefire.ledger.clocks import Clocks, choice, dated_view
from ceasefire.ledger.moments import Moment
from ceasefire.web.pages import page_of

LONGEST_SEARCH = 100
KINDS = dict(Actor.Kind.choices)
PLURALS = {
    Actor.Kind.PERSON: "Persons",
    Actor.Kind.STATE: "States",
    Actor.Kind.GOVERNMENT_BODY: "Government bodies",
    Actor.Kind.INTERNATIONAL_ORGANISATION: "International organisations",
    Actor.Kind.ARMED_GROUP: "Armed groups",
    Actor.Kind.COALITION: "Coalitions",
    Actor.Kind.MEDIA_OUTLET: "Media outlets",
    Actor.Kind.UNNAMED_PERSON: "Unnamed persons",
}
ORDER = (
    *(Actor.Kind.STATE, Actor.Kind.PERSON, Actor.Kind.GOVERNMENT_BODY, Actor.Kind.INTERNATIONAL_ORGANISATION),
    *(Actor.Kind.COALITION, Actor.Kind.ARMED_GROUP, Actor.Kind.UNNAMED_PERSON, Actor.Kind.MEDIA_OUTLET),
)


@dataclass(frozen=True)
class Listed:
    """One actor of the directory with other names and what it holds on the day."""

    name: str
    href: str
    other_names: list[str]
    offices: list[str]


@dataclass(frozen=True)
class Group:
    """The actors of one kind, in the order of their names."""

    kind: str
    heading: str
    actors: list[Listed]


@dated_view
def actors(request: HttpRequest, clocks: Clocks) -> HttpResponse:
    """Everybody in the record, by kind, searched by name."""
    kind, words = choice(request, "kind", KINDS), _search(request)
    page = page_of(directory(clocks.moment, kind=kind, words=words), request, "rank", "name", "id")
    context = {
        "clocks": clocks,
        "groups": _groups(page.rows, clocks),
        "page": page,
        "kind": kind,
        "kinds": [(code, PLURALS[code]) for code in ORDER],
        "q": " ".join(words),
        "all_href": clocks.link("actors"),
    }
    return render(request, "actors/actors.html", context)


def directory(moment: Moment, *, kind: str = "", words: Sequence[str] = ()) -> QuerySet[Actor]:
    """Actors of a kind that have every word in one of their names; `rank`, `name`, `id` order them."""
    ranks = [When(kind=code, then=Value(place)) for place, code in enumerate(ORDER)]
    known: Any = Actor.objects
    rows = known.known_at(moment.seq).annotate(
        rank=Case(*ranks, default=Value(len(ORDER)), output_field=IntegerField())
    )
    if kind:
        rows = rows.filter(kind=kind)
    for word in words:
        named = Name.objects.known_at(moment.seq).filter(actor=OuterRef("pk"), text__unaccent__icontains=word)
        rows = rows.filter(Q(name__unaccent__icontains=word) | Exists(named))
    held = Affiliation.objects.known_at(moment.seq).filter(
        Q(held_lower=None) | Q(held_lower__lte=moment.as_of), Q(held_upper=None) | Q(held_upper__gt=moment.as_of)
    )
    return rows.prefetch_related(  # type: ignore[no-any-return]  # a FactQuerySet
        Prefetch("names", Name.objects.known_at(moment.seq).order_by("id")),
        Prefetch("affiliations", held.select_related("organisation").order_by("id")),
    )


def _search(request: HttpRequest) -> list[str]:
    """The words looked for; raises BadInput for what no name can contain."""
    asked = request.GET.get("q", "")
    if "\0" in asked or len(asked) > LONGEST_SEARCH:
        raise BadInput(f"Search with at most {LONGEST_SEARCH} characters of a name.", field="q")
    return asked.split()


def _groups(found: Sequence[Actor], clocks: Clocks) -> list[Group]:
    return [
        Group(kind, PLURALS[Actor.Kind(kind)], [_listed(one, clocks) for one in same])
        for kind, same in groupby(found, key=lambda one: one.kind)
    ]


def _listed(actor: Actor, clocks: Clocks) -> Listed:
    return Listed(
        name=actor.name,
        href=clocks.link("actor", actor.slug),
        other_names=[one.text for one in actor.names.all() if one.text.casefold() != actor.name.casefold()],
        offices=[_held(one) for one in actor.affiliations.all()],
    )


def _held(tie: Affiliation) -> str:
    """An office without saying its country twice."""
    place = tie.organisation.name
    if not tie.title:
        return f"{tie.get_relation_display()} {place}"
    return tie.title if place in tie.title else f"{tie.title}, {place}"
