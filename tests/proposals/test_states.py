"""The table of moves, in Python and in the database."""

import pytest
from django.db import IntegrityError

from proposals.states import EDGES, ENDED, MOVES, IllegalMove, Status, check_move, tone
from tests.factories.ledger import ProposalFactory, SourceFactory, StatusChangeFactory, UserFactory


def test_every_status_has_moves_and_every_end_can_be_revived():
    assert set(MOVES) == {None, *Status}
    for status in ENDED:
        assert Status.FLOATED in MOVES[status]


def test_check_move_names_what_is_possible():
    with pytest.raises(IllegalMove, match="that is floated cannot become expired; it can become agreed, collapsed"):
        check_move(Status.FLOATED, Status.EXPIRED)
    with pytest.raises(IllegalMove, match="cannot begin as collapsed"):
        check_move(None, Status.COLLAPSED)


def test_tones():
    assert [tone(status) for status in (Status.PROPOSED, Status.AGREED, Status.IN_FORCE, Status.EXPIRED)] == [
        "open",
        "agreed",
        "in_force",
        "ended",
    ]


def path_to(status: Status | None) -> list[Status]:
    """The shortest way from the start to a status."""
    ways: list[list[Status]] = [[]]
    while True:
        way = ways.pop(0)
        if (way[-1] if way else None) == status:
            return way
        ways += [[*way, step] for step in sorted(MOVES[way[-1] if way else None]) if step not in way]


@pytest.mark.django_db
@pytest.mark.slow  # every pair of statuses against the real trigger
def test_the_database_allows_exactly_the_moves_of_the_table():
    from django.db import transaction

    same = {"source": SourceFactory(), "entered_by": UserFactory()}
    allowed = set()
    for before in (None, *Status):
        proposal = ProposalFactory(process=None or ProposalFactory().process)
        stands = None
        for step in path_to(before):
            StatusChangeFactory(proposal=proposal, from_status=stands, to_status=step.value, **same)
            stands = step.value
        for after in Status:
            try:
                with transaction.atomic():
                    StatusChangeFactory(proposal=proposal, from_status=stands, to_status=after.value, **same)
                    transaction.set_rollback(True)
                allowed.add((before.value if before else "", after.value))
            except IntegrityError as refusal:
                assert "statuschange_follows_the_table" in str(refusal)
    assert allowed == set(EDGES)
