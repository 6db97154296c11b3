"""The life of a proposal, as a table. The check, the database trigger and the README's diagram come from it."""

from enum import StrEnum

from ceasefire.core.errors import BadInput


class Status(StrEnum):
    FLOATED = "floated"
    PROPOSED = "proposed"
    NEGOTIATING = "negotiating"
    AGREED = "agreed"
    IN_FORCE = "in_force"
    SUSPENDED = "suspended"
    COLLAPSED = "collapsed"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    COMPLETED = "completed"
    SUPERSEDED = "superseded"
    NEVER_TOOK_EFFECT = "never_took_effect"

    @property
    def words(self) -> str:
        return self.value.replace("_", " ")


MEANINGS = {
    Status.FLOATED: "Somebody has voiced the idea.",
    Status.PROPOSED: "It has been put to the other side or to mediators.",
    Status.NEGOTIATING: "The sides, or mediators with them, are working on it.",
    Status.AGREED: "The sides have reached an understanding or signed; it does not hold yet.",
    Status.IN_FORCE: "It holds.",
    Status.SUSPENDED: "It was agreed and is set aside for now.",
    Status.COLLAPSED: "Talks or observance broke down.",
    Status.REJECTED: "A side it needs has refused it.",
    Status.WITHDRAWN: "Its proposers have taken it back.",
    Status.EXPIRED: "Its time ran out.",
    Status.COMPLETED: "It did what it was for.",
    Status.SUPERSEDED: "Another proposal has taken its place.",
    Status.NEVER_TOOK_EFFECT: "It was agreed and never began to hold.",
}

OPEN = frozenset({Status.FLOATED, Status.PROPOSED, Status.NEGOTIATING})
ENDED = frozenset(
    {
        Status.COLLAPSED,
        Status.REJECTED,
        Status.WITHDRAWN,
        Status.EXPIRED,
        Status.COMPLETED,
        Status.SUPERSEDED,
        Status.NEVER_TOOK_EFFECT,
    }
)
REVIVALS = frozenset({Status.FLOATED, Status.PROPOSED, Status.NEGOTIATING, Status.AGREED, Status.IN_FORCE})
GIVEN_UP = frozenset({Status.COLLAPSED, Status.REJECTED, Status.WITHDRAWN, Status.SUPERSEDED})

MOVES: dict[Status | None, frozenset[Status]] = {
    # a record may begin late: whatever holds when the ledger first hears of a proposal
    None: REVIVALS,
    Status.FLOATED: GIVEN_UP | {Status.PROPOSED, Status.NEGOTIATING, Status.AGREED, Status.IN_FORCE},
    Status.PROPOSED: GIVEN_UP | {Status.NEGOTIATING, Status.AGREED, Status.IN_FORCE, Status.EXPIRED},
    Status.NEGOTIATING: GIVEN_UP | {Status.PROPOSED, Status.AGREED, Status.IN_FORCE, Status.SUSPENDED, Status.EXPIRED},
    Status.AGREED: GIVEN_UP
    | {Status.NEGOTIATING, Status.IN_FORCE, Status.SUSPENDED, Status.EXPIRED, Status.NEVER_TOOK_EFFECT},
    Status.IN_FORCE: GIVEN_UP | {Status.SUSPENDED, Status.EXPIRED, Status.COMPLETED},
    Status.SUSPENDED: GIVEN_UP
    | {
        Status.NEGOTIATING,
        Status.AGREED,
        Status.IN_FORCE,
        Status.EXPIRED,
        Status.COMPLETED,
        Status.NEVER_TOOK_EFFECT,
    },
    **dict.fromkeys(ENDED, REVIVALS),
}
EDGES = sorted((before or "", after.value) for before, afters in MOVES.items() for after in afters)  # "": the start


class IllegalMove(BadInput):
    code = "illegal_move"


def tone(status: Status) -> str:
    """The group a status is drawn as: open, agreed, in_force, suspended or ended."""
    if status in OPEN:
        return "open"
    return "ended" if status in ENDED else status.value


def check_move(before: Status | None, after: Status) -> None:
    """Raise IllegalMove, naming the moves there are, when the table has no such edge."""
    if after in MOVES[before]:
        return
    allowed = ", ".join(sorted(status.words for status in MOVES[before]))
    if before is None:
        raise IllegalMove(f"A proposal cannot begin as {after.words}; it can begin as {allowed}.", field="to")
    raise IllegalMove(
        f"A proposal that is {before.words} cannot become {after.words}; it can become {allowed}.", field="to"
    )
