"""A proposal's own page."""

from dataclasses import dataclass

from ceasefire.ledger.clocks import Clocks
from ceasefire.web.templatetags.track import Segment
from proposals.reads.dossier import Dossier
from proposals.web.cards.proposals import (
    By,
    EffectCard,
    LinkCard,
    Move,
    Row,
    by,
    drawn,
    effect_card,
    link_card,
    move,
    row,
    ticks,
)
from proposals.web.cards.provisions import Clause, clause


@dataclass(frozen=True)
class DossierCard:
    """Everything about one proposal but its accounts and its timeline."""

    slug: str
    process: str
    summary: str
    row: Row
    proposers: list[By]
    text: str
    track: list[Segment]
    ticks: list[tuple[float, str]]
    clauses: list[Clause]
    links: list[LinkCard]
    effects: list[EffectCard]
    history: list[Move]
    seq: int | None


def dossier_card(found: Dossier, clocks: Clocks) -> DossierCard:
    proposal = found.state.proposal
    return DossierCard(
        slug=proposal.slug,
        process=proposal.process.name,
        summary=proposal.summary or "",
        row=row(found.state, clocks),
        proposers=[by(one, clocks) for one in found.proposers],
        text=found.state.text.title if found.state.text else "",
        track=drawn(found.track, clocks),
        ticks=ticks(found.track, clocks),
        clauses=[clause(one, clocks) for one in found.provisions],
        links=[link_card(one, clocks) for one in found.links],
        effects=[effect_card(one, clocks) for one in found.effects],
        history=[move(one, clocks) for one in found.history],
        seq=proposal.known_from,
    )
