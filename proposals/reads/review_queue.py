"""What was logged and waits for a second pair of eyes, and what one person logged."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeAlias

from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from ceasefire.ledger.models import Outbox
from proposals.models import Position, Rendering, Review, Speaker, Statement, StatusChange
from proposals.reads.stances import with_conditions

Logged: TypeAlias = Statement | StatusChange
KINDS: dict[str, type[Statement] | type[StatusChange]] = {"statement": Statement, "status-change": StatusChange}


@dataclass(frozen=True)
class Item:
    """Something that was logged, with all that a page shows of it read along."""

    kind: str
    fact: Logged
    recorded_at: datetime

    @property
    def seq(self) -> int:
        return self.fact.known_from or 0


@dataclass(frozen=True)
class Waiting:
    """How much waits for review, how much of it is one person's own, and since when the oldest waits."""

    count: int
    own: int
    oldest: datetime | None


def waiting(*, person_id: int) -> Waiting:
    """Figures about the queue, with a person's own share."""
    rows = [_unreviewed(kind) for kind in KINDS]
    firsts = [row.order_by("known_from").values_list("known_from", flat=True).first() for row in rows]
    oldest = min((seq for seq in firsts if seq), default=0)
    return Waiting(
        count=sum(row.count() for row in rows),
        own=sum(row.filter(entered_by=person_id).count() for row in rows),
        oldest=Outbox.objects.filter(seq=oldest).values_list("recorded_at", flat=True).first(),
    )


def queue(*, after: int, size: int) -> list[Item]:
    """What waits, oldest number first, from behind number `after`."""
    found = [
        fact
        for kind in KINDS
        for fact in _whole(_unreviewed(kind), kind).filter(known_from__gt=after).order_by("known_from")[:size]
    ]
    return _items(sorted(found, key=_seq)[:size])


def logged_by(person_id: int, *, size: int) -> list[Item]:
    """What one person logged last, newest first, reviewed or not."""
    found = [
        fact
        for kind, model in KINDS.items()
        for fact in _whole(_numbered(model), kind).filter(entered_by=person_id).order_by("-known_from")[:size]
    ]
    return _items(sorted(found, key=_seq, reverse=True)[:size])


def item(kind: str, slug: str) -> Item | None:
    """One thing that was logged, reviewed or not; None where there is no such thing."""
    if kind not in KINDS:
        return None
    fact = _whole(_numbered(KINDS[kind]), kind).filter(slug=slug).first()
    return _items([fact])[0] if fact else None


def _seq(fact: Logged) -> int:
    return fact.known_from or 0


def _numbered(model: type[Statement] | type[StatusChange]) -> QuerySet[Any]:
    return model.objects.open().filter(known_from__isnull=False)


def _unreviewed(kind: str) -> QuerySet[Any]:
    reviews = Review.objects.open().filter(**{kind.replace("-", "_"): OuterRef("pk")})
    return _numbered(KINDS[kind]).filter(~Exists(reviews))


def _items(facts: Sequence[Logged]) -> list[Item]:
    numbered = Outbox.objects.filter(seq__in=map(_seq, facts), recorded_at__isnull=False)
    recorded: dict[Any, Any] = dict(numbered.values_list("seq", "recorded_at"))
    kinds = {model: kind for kind, model in KINDS.items()}
    return [Item(kinds[type(fact)], fact, recorded[_seq(fact)]) for fact in facts]


def _whole(rows: QuerySet[Any], kind: str) -> QuerySet[Any]:
    """Rows with all that a page shows of them, in a fixed number of queries."""
    if kind == "statement":
        positions = Position.objects.open().select_related("actor", "proposal", "provision").order_by("id")
        return rows.select_related("source", "outlet", "relayed_by", "entered_by", "review").prefetch_related(
            *_people_and_words(""),
            Prefetch("positions", positions.prefetch_related(with_conditions())),
        )
    near = ("proposal", "source", "event", "event__source", "applies_to", "according_to", "entered_by", "review")
    far = ("statement__source", "statement__outlet", "statement__relayed_by", "statement__review")
    return rows.select_related(*near, *far).prefetch_related(*_people_and_words("statement__"))


def _people_and_words(path: str) -> Iterable[Prefetch]:
    yield Prefetch(f"{path}speakers", Speaker.objects.select_related("actor").order_by("id"))
    yield Prefetch(f"{path}renderings", Rendering.objects.open().select_related("source").order_by("id"))
