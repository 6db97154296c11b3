"""What the desk's forms offer to choose from, read once for a page."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from django.db.models import Prefetch

from actors.models import Actor
from ceasefire.core import edtf
from ceasefire.sources.models import Source
from proposals.models import Event, Proposal, Provision, Rendering, Speaker, Statement

MOST_OFFERED = 300  # of what grows without end; the rest is found by its id, exact title or address
LONGEST_OFFERED = 90  # characters of a quote in a list
LANGUAGES = ("en", "uk", "ru", "fr", "de", "ar", "he", "tr", "es", "pl", "zh", "fa")


@dataclass(frozen=True)
class Option:
    """A suggestion: whose, what to write into the box, and what that is."""

    slug: str
    value: str
    label: str


class Choices:
    """Lists for forms; each is read when it is first asked for."""

    @cached_property
    def proposals(self) -> list[Proposal]:
        return list(
            Proposal.objects.open().select_related("process").order_by("process__name", "process_id", "title", "id")
        )

    @cached_property
    def proposals_by_process(self) -> list[tuple[str, list[Proposal]]]:
        by_process = [(str(process), list(own)) for process, own in groupby(self.proposals, lambda one: one.process)]
        return by_process if len(by_process) > 1 else [("", own) for _, own in by_process]

    @cached_property
    def provisions_by_proposal(self) -> list[tuple[str, list[Provision]]]:
        rows = Provision.objects.open().select_related("proposal").order_by("proposal__title", "proposal_id", "id")
        return [(str(proposal), list(own)) for proposal, own in groupby(rows, lambda one: one.proposal)]

    @cached_property
    def actors(self) -> list[Option]:
        rows = Actor.objects.open().order_by("name", "id").only("slug", "name", "kind")
        return _named((one.slug, one.name, one.get_kind_display()) for one in rows)

    @cached_property
    def sources(self) -> list[Option]:
        rows = Source.objects.open().order_by("-id")[:MOST_OFFERED]
        return _named((one.slug, one.title, _dotted(one.outlet, _day(one.published_on))) for one in rows)

    @cached_property
    def events(self) -> list[Option]:
        rows = Event.objects.open().order_by("-happened_lower", "-id")[:MOST_OFFERED]
        return _named((one.slug, one.title, _day(one.happened_on)) for one in rows)

    @cached_property
    def statements(self) -> list[Option]:
        rows = (
            Statement.objects.open()
            .prefetch_related(
                Prefetch("speakers", Speaker.objects.select_related("actor").order_by("id")),
                Prefetch("renderings", Rendering.objects.open().order_by("id")),
            )
            .order_by("-said_lower", "-id")[:MOST_OFFERED]
        )
        return [Option(one.slug, one.slug, _told(one)) for one in rows]

    @property
    def languages(self) -> tuple[str, ...]:
        return LANGUAGES

    def actor(self, slug: str) -> str:
        """How a box names this actor."""
        return self._spelt_actors.get(slug, slug)

    def source(self, slug: str) -> str:
        """How a box names this source."""
        return self._spelt_sources.get(slug, slug)

    @cached_property
    def _spelt_actors(self) -> dict[str, str]:
        return {one.slug: one.value for one in self.actors}

    @cached_property
    def _spelt_sources(self) -> dict[str, str]:
        return {one.slug: one.value for one in self.sources}


def _named(rows: Iterable[tuple[str, str, str]]) -> list[Option]:
    """Each by its name, or by its slug where another has the same name."""
    rows = list(rows)
    names = Counter(name.casefold() for _, name, _ in rows)
    return [
        Option(slug, name, label) if names[name.casefold()] == 1 else Option(slug, slug, _dotted(name, label))
        for slug, name, label in rows
    ]


def _told(statement: Statement) -> str:
    speakers = [one.actor.name for one in statement.speakers.all() if one.part == Speaker.Part.SPEAKER]
    wordings = statement.renderings.all()
    words = f"“{wordings[0].quote}”" if wordings else statement.gist or ""
    words = " ".join(words.split())
    short = words if len(words) <= LONGEST_OFFERED else f"{words[:LONGEST_OFFERED]}…"
    return _dotted(", ".join(speakers), _day(statement.said_on), short)


def _day(text: str) -> str:
    return edtf.in_words(edtf.parse(text))


def _dotted(*parts: str | None) -> str:
    return " · ".join(part for part in parts if part)
