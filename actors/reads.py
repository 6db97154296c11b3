"""Questions to the directory of actors."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from actors.models import Affiliation

SPEAKING = (Affiliation.Relation.HOLDS_OFFICE, Affiliation.Relation.SPEAKS_FOR)


@dataclass(frozen=True)
class Tie:
    """An affiliation as it stood: of whom, with whom, as what, over which half-open days."""

    slug: str
    actor_id: int
    organisation_id: int
    organisation_slug: str
    organisation_name: str
    relation: str
    title: str
    held_on: str
    lower: date | None
    upper: date | None

    def held(self, day: date) -> bool:
        """Whether the tie may have held on a day; an unknown bound does not exclude it."""
        return (self.lower is None or self.lower <= day) and (self.upper is None or day < self.upper)

    @property
    def speaks(self) -> bool:
        """Whether whoever has this tie speaks for the other side of it."""
        return self.relation in SPEAKING

    @property
    def words(self) -> str:
        if self.relation == Affiliation.Relation.HOLDS_OFFICE:
            return f"{self.title}, {self.organisation_name}" if self.title else f"office in {self.organisation_name}"
        return self.title or f"{Affiliation.Relation(self.relation).label} {self.organisation_name}"


class Ties:
    """Who belonged to whom, as known at one ledger number; asked once for a page."""

    def __init__(self, *, seq: int) -> None:
        rows = Affiliation.objects.known_at(seq).select_related("organisation").order_by("held_lower", "id")
        self._of: dict[int, list[Tie]] = defaultdict(list)
        for row in rows:
            self._of[row.actor_id].append(_tie(row))

    def of(self, actor_id: int) -> list[Tie]:
        return self._of[actor_id]

    def principals(self, actor_id: int, day: date) -> set[int]:
        """Whom an actor's own statement counts for on a day: through its offices, and the bodies they are part of."""
        reached: set[int] = set()
        frontier = [tie.organisation_id for tie in self._of[actor_id] if tie.held(day) and tie.speaks]
        while frontier:
            organisation = frontier.pop()
            if organisation in reached:
                continue
            reached.add(organisation)
            frontier += [
                tie.organisation_id
                for tie in self._of[organisation]
                if tie.held(day) and tie.relation == Affiliation.Relation.PART_OF
            ]
        return reached


def _tie(row: Affiliation) -> Tie:
    return Tie(
        slug=row.slug,
        actor_id=row.actor_id,
        organisation_id=row.organisation_id,
        organisation_slug=row.organisation.slug,
        organisation_name=row.organisation.name,
        relation=row.relation,
        title=row.title or "",
        held_on=row.held_on,
        lower=row.held_lower,
        upper=row.held_upper,
    )
