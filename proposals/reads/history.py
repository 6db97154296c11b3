"""Timeline entries as lines that people read."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ceasefire.ledger.moments import Moment
from ceasefire.timeline.models import Entry

KINDS = {
    "process_recorded": "Process recorded",
    "party_recorded": "Party recorded",
    "actor_recorded": "Actor recorded",
    "name_recorded": "Name recorded",
    "affiliation_recorded": "Affiliation recorded",
    "source_recorded": "Source recorded",
    "proposal_recorded": "Proposal recorded",
    "proposer_recorded": "Proposer recorded",
    "account_given": "Account given",
    "text_issued": "Text issued",
    "provision_recorded": "Provision recorded",
    "undertaking_recorded": "Undertaking recorded",
    "link_recorded": "Link recorded",
    "event_recorded": "Event recorded",
    "event_linked": "Event linked",
    "statement_recorded": "Statement recorded",
    "rendering_recorded": "Wording recorded",
    "position_stated": "Position stated",
    "status_changed": "Status changed",
    "review_recorded": "Confirmed by a reviewer",
}


@dataclass(frozen=True)
class Line:
    """One entry: its number and hash, when in the world and when recorded, and its words."""

    entry: Entry
    body: dict[str, Any]

    @property
    def kind(self) -> str:
        return self.entry.kind

    @property
    def kind_words(self) -> str:
        base, _, action = self.entry.kind.rpartition("_")
        return KINDS.get(self.entry.kind) or f"{base.replace('_', ' ').capitalize()} {action}"

    @property
    def payload(self) -> dict[str, Any]:
        return self.body["payload"]  # type: ignore[no-any-return]

    @property
    def cause(self) -> dict[str, Any]:
        return self.body["cause"]  # type: ignore[no-any-return]

    @property
    def fact(self) -> dict[str, Any]:
        return self.payload.get("fact", {})  # type: ignore[no-any-return]


def lines(entries: Iterable[Entry]) -> list[Line]:
    return [Line(entry=entry, body=json.loads(entry.body)) for entry in entries]


def proposal_entries(slug: str, moment: Moment):  # type: ignore[no-untyped-def]  # a queryset of entries
    """The entries about a proposal that the moment knows, newest number first."""
    return Entry.objects.about_proposal(slug).filter(seq__lte=moment.seq).order_by("-seq")
