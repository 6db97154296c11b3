"""Changing a status: one service, kind answers, and the database behind it."""

import threading

import pytest
from django.db import IntegrityError, connections

from ceasefire.core import edtf
from ceasefire.core.errors import BadInput
from proposals.models import StatusChange
from proposals.services.statuses import Evidence, NotInOrder, change_status
from proposals.states import IllegalMove, Status
from tests.conftest import NOW
from tests.factories.ledger import ActorFactory, ProposalFactory, SourceFactory, StatementFactory, StatusChangeFactory


def move(proposal, to, on="2031-05-02", **kwargs):
    given = {"reason": "It was announced.", "by": proposal.entered_by, "at": NOW.replace(year=2032)} | kwargs
    evidence = given.pop("evidence", None) or Evidence(source=SourceFactory())
    return change_status(proposal, to=Status(to), effective_on=edtf.parse(on), evidence=evidence, **given)


@pytest.fixture
def proposal(db):
    return ProposalFactory()


def test_a_first_change_starts_from_nothing_and_a_next_one_from_there(proposal):
    assert move(proposal, "floated").from_status is None
    assert move(proposal, "negotiating", "2031-05-03~").from_status == "floated"


def test_an_illegal_move_changes_nothing(proposal):
    move(proposal, "floated")
    with pytest.raises(IllegalMove) as refusal:
        move(proposal, "completed")
    assert refusal.value.field == "to"
    assert StatusChange.objects.count() == 1


def test_a_change_dated_before_the_one_it_follows_changes_nothing(proposal):
    move(proposal, "floated", "2031-05-02")
    with pytest.raises(NotInOrder, match="1 May 2031 begins before 2 May 2031"):
        move(proposal, "proposed", "2031-05-01")
    assert StatusChange.objects.count() == 1


def test_an_open_start_counts_as_earliest(proposal):
    move(proposal, "floated", "../2031-05-02")
    move(proposal, "proposed", "../2031-05-02")
    move(proposal, "agreed", "2031-05")
    with pytest.raises(NotInOrder):
        move(proposal, "in_force", "../2031-06")


def test_the_future_is_not_recorded(proposal):
    with pytest.raises(BadInput, match="has not come yet") as refusal:
        move(proposal, "floated", "2032-12-01")
    assert refusal.value.field == "effective_on"


def test_exactly_one_piece_of_evidence(proposal):
    source, statement = SourceFactory(), StatementFactory()
    for evidence in (Evidence(), Evidence(source=source, statement=statement)):
        with pytest.raises(BadInput, match="exactly one piece of evidence") as refusal:
            move(proposal, "floated", evidence=evidence)
        assert refusal.value.field == "evidence"


def test_a_reason_has_visible_words(proposal):
    with pytest.raises(BadInput) as refusal:
        move(proposal, "floated", reason="\u200b")
    assert refusal.value.field == "reason"


def test_a_party_may_stand_elsewhere_than_the_whole(proposal):
    move(proposal, "in_force")
    one_side = ActorFactory(state=True)
    change = move(proposal, "suspended", "2031-05-03", applies_to=one_side)
    assert change.from_status == "in_force"
    with pytest.raises(IllegalMove):
        move(proposal, "never_took_effect", "2031-05-04", applies_to=one_side, according_to=ActorFactory())


def test_once_the_whole_has_moved_on_a_partys_own_track_is_over(proposal):
    move(proposal, "in_force")
    one_side = ActorFactory(state=True)
    move(proposal, "suspended", "2031-05-03", applies_to=one_side)
    move(proposal, "collapsed", "2031-05-04")
    assert move(proposal, "negotiating", "2031-05-05", applies_to=one_side).from_status == "collapsed"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"from_status": "agreed", "to_status": "in_force"}, "statuschange_starts_where_the_proposal_stands"),
        ({"from_status": "floated", "to_status": "completed"}, "statuschange_follows_the_table"),
        (
            {"from_status": "floated", "to_status": "agreed", "effective_on": "2031-04-01"},
            "statuschange_is_not_before_the_one_it_follows",
        ),
        ({"from_status": "floated", "to_status": "agreed", "source": None}, "statuschange_rests_on_one_evidence"),
        ({"from_status": "floated", "to_status": "agreed", "reason": ""}, "statuschange_has_a_reason"),
    ],
)
def test_the_database_refuses_what_slips_past_the_service(proposal, fields, rule):
    StatusChangeFactory(proposal=proposal)
    with pytest.raises(IntegrityError, match=rule):
        StatusChangeFactory(proposal=proposal, **fields)


@pytest.mark.django_db(transaction=True)
def test_F29_of_two_movers_at_once_from_the_same_place_one_wins():
    proposal = ProposalFactory()
    move(proposal, "floated")
    outcomes = []

    def go() -> None:
        try:
            move(proposal, "withdrawn", "2031-05-05")
            outcomes.append("moved")
        except IllegalMove:
            outcomes.append("refused")
        finally:
            connections.close_all()

    movers = [threading.Thread(target=go) for _ in range(2)]
    for mover in movers:
        mover.start()
    for mover in movers:
        mover.join()
    assert sorted(outcomes) == ["moved", "refused"]
    assert StatusChange.objects.count() == 2
