"""A proposal as it stood on a day, as known at a ledger number: for pages, the API and the timeline's snapshots."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F

from actors.reads import Ties
from ceasefire.ledger.moments import Moment
from proposals.models import Account, Proposal, StatusChange, Text
from proposals.reads.stances import Verdict, verdicts
from proposals.states import Status, tone


@dataclass(frozen=True)
class Standing:
    """The status of one track: of the proposal as a whole, for one party, or according to one actor."""

    change: StatusChange
    applies_to: str | None
    according_to: str | None

    @property
    def status(self) -> Status:
        return Status(self.change.to_status)

    @property
    def code(self) -> str:
        return self.change.to_status

    @property
    def words(self) -> str:
        return self.status.words

    @property
    def tone(self) -> str:
        return tone(self.status)

    @property
    def since(self) -> str:
        return self.change.effective_on

    def as_payload(self) -> dict[str, Any]:
        return {
            "status": self.code,
            "since": self.since,
            "status_change": self.change.slug,
            "applies_to": self.applies_to,
            "according_to": self.according_to,
        }


@dataclass(frozen=True)
class State:
    """Statuses (the whole's first), accounts, latest text, and where everybody stands."""

    proposal: Proposal
    moment: Moment
    statuses: list[Standing]
    accounts: list[Account]
    text: Text | None
    verdicts: list[Verdict]

    @property
    def standing(self) -> Standing | None:
        """The status of the proposal as a whole."""
        return next((one for one in self.statuses if not one.applies_to and not one.according_to), None)

    @property
    def day(self) -> int | None:
        """The how-manieth day since the proposal was first voiced, where that day is known."""
        voiced = self.proposal.voiced_lower
        return (self.moment.as_of - voiced).days if voiced and voiced <= self.moment.as_of else None

    @property
    def scope(self) -> dict[str, list[str]]:
        """Everything that some account says is covered or left out; what accounts disagree on is in `contested`."""
        covers = list(dict.fromkeys(code for account in self.accounts for code in account.covers))
        excludes = list(dict.fromkeys(code for account in self.accounts for code in account.excludes))
        contested = [code for code in covers if code in excludes]
        return {
            "covers": [code for code in covers if code not in contested],
            "excludes": [code for code in excludes if code not in contested],
            "contested": contested,
        }

    def as_payload(self) -> dict[str, Any]:
        """The state in plain JSON values: what a snapshot keeps and `/state/` answers."""
        return {
            "proposal": self.proposal.slug,
            "as_of": self.moment.as_of.isoformat(),
            "known_at": self.moment.seq,
            "statuses": [one.as_payload() for one in self.statuses],
            "accounts": [account_payload(account) for account in self.accounts],
            "text": {"id": self.text.slug, "number": self.text.number} if self.text else None,
            "positions": [verdict.as_payload() for verdict in self.verdicts],
            "open_conditions": [
                {"actor": verdict.actor.slug, **condition}
                for verdict in self.verdicts
                for held in verdict.held
                for condition in held.conditions_payload()
            ],
        }


def account_payload(account: Account) -> dict[str, Any]:
    return {
        "id": account.slug,
        "described_by": account.described_by.slug if account.described_by else None,
        "statement": account.statement.slug if account.statement else None,
        "source": account.source.slug if account.source else None,
        "covers": account.covers,
        "excludes": account.excludes,
        "area": account.area,
        "place": account.place,
        "class": account.ceasefire_class,
        "starts_on": account.starts_on,
        "ends_on": account.ends_on,
        "duration": account.duration,
        "length": account.length,
        "length_max": account.length_max,
        "until": account.until,
        "renewal": account.renewal,
        "release_clause": account.release_clause,
    }


def state_of(proposal: Proposal, moment: Moment, ties: Ties | None = None) -> State:
    """One proposal's whole state."""
    return states_of([proposal], moment, ties)[0]


def states_of(proposals: list[Proposal], moment: Moment, ties: Ties | None = None) -> list[State]:
    """The states of several proposals, in the order given, with a fixed number of queries.

    `ties` saves asking for them again where the caller has them.
    """
    ids = [proposal.pk for proposal in proposals]
    standings = _standings(ids, moment)
    accounts = _accounts(ids, moment)
    texts = _latest_texts(ids, moment)
    found = verdicts(proposals, moment, ties)
    return [
        State(
            proposal=proposal,
            moment=moment,
            statuses=standings.get(proposal.pk, []),
            accounts=accounts.get(proposal.pk, []),
            text=texts.get(proposal.pk),
            verdicts=found[proposal.pk],
        )
        for proposal in proposals
    ]


def status_changes(ids: list[int], moment: Moment) -> list[StatusChange]:
    """Every status change of some proposals known at the moment and effective by its day, in the order of the world."""
    rows = (
        StatusChange.objects.known_at(moment.seq)
        .filter(proposal_id__in=ids)
        .select_related("statement", "source", "event", "applies_to", "according_to", "review", "entered_by")
        .order_by(F("effective_lower").asc(nulls_first=True), "id")
    )
    return [row for row in rows if _by(row.effective_lower, moment.as_of)]


def standings_of(ids: list[int], moment: Moment) -> dict[int, Standing]:
    """The status of each of some proposals as a whole, by id."""
    return {
        proposal: whole
        for proposal, found in _standings(ids, moment).items()
        if (whole := next((one for one in found if not one.applies_to and not one.according_to), None))
    }


def _by(lower: date | None, day: date) -> bool:
    return lower is None or lower <= day


def _standings(ids: list[int], moment: Moment) -> dict[int, list[Standing]]:
    """The last change of each track. A track is over once the whole has moved after it."""
    tracks: dict[int, dict[tuple[int | None, int | None], StatusChange]] = {}
    for change in status_changes(ids, moment):
        mine = tracks.setdefault(change.proposal_id, {})
        key = (change.applies_to_id, change.according_to_id)
        if key == (None, None):
            mine.clear()
        mine[key] = change
    return {
        proposal: [
            Standing(
                change=change,
                applies_to=change.applies_to.slug if change.applies_to else None,
                according_to=change.according_to.slug if change.according_to else None,
            )
            for key, change in sorted(mine.items(), key=lambda item: (item[0] != (None, None), item[1].pk))
        ]
        for proposal, mine in tracks.items()
    }


def _accounts(ids: list[int], moment: Moment) -> dict[int, list[Account]]:
    rows = (
        Account.objects.known_at(moment.seq)
        .filter(proposal_id__in=ids)
        .select_related("described_by", "statement", "source", "statement__source")
        .order_by("id")
    )
    found: dict[int, list[Account]] = {}
    for row in rows:
        if row.statement is None or _by(row.statement.said_lower, moment.as_of):
            found.setdefault(row.proposal_id, []).append(row)
    return found


def _latest_texts(ids: list[int], moment: Moment) -> dict[int, Text]:
    rows = Text.objects.known_at(moment.seq).filter(proposal_id__in=ids).order_by("number")
    return {row.proposal_id: row for row in rows if _by(row.issued_lower, moment.as_of)}
