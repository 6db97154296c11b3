"""The snapshot job: every number one entry, in order, once."""

import json
import threading

import pytest
from django.apps import apps
from django.db import connections

from ceasefire.ledger.models import Fact, Head, Outbox
from ceasefire.ledger.moments import Moment
from ceasefire.timeline.models import Entry
from proposals.models import Proposal, StatusChange
from proposals.reads import history
from proposals.reads.state import state_of
from proposals.rows import _said
from proposals.services import snapshots
from proposals.services.entries import FIRST, tell
from tests.chain import first_fault
from tests.factories.ledger import ActorFactory, SourceFactory, UserFactory


def test_every_fact_table_has_an_entry_kind_and_a_row_format():
    for model in apps.get_models():
        if issubclass(model, Fact):
            assert tell.dispatch(model) is not tell.dispatch(Fact), model
            assert _said.dispatch(model) is not _said.dispatch(Fact), model


def test_every_kind_of_entry_has_its_words():
    assert set(history.KINDS) == set(FIRST.values())


def test_I1_I2_I4_every_number_of_the_first_data_set_has_exactly_one_entry(first_chronicle):
    head = Head.objects.get().seq
    assert head > 100
    assert list(Entry.objects.order_by("seq").values_list("seq", flat=True)) == list(range(1, head + 1))
    assert Outbox.objects.count() == head
    assert first_fault() is None
    assert snapshots.catch_up() == 0


def test_a_status_change_carries_the_whole_state_at_its_number(first_chronicle):
    change = StatusChange.objects.filter(proposal__slug="energy-infrastructure-pause").order_by("known_from").last()
    entry = json.loads(Entry.objects.get(seq=change.known_from).body)
    assert entry["kind"] == "status_changed"
    assert entry["proposals"] == ["energy-infrastructure-pause"]
    state = entry["payload"]["state"]
    assert state["statuses"][0]["status"] == change.to_status
    assert state["known_at"] == change.known_from
    assert {"accounts", "positions", "open_conditions", "text"} <= state.keys()


def test_a_snapshot_is_what_a_reader_at_that_number_is_told(first_chronicle):
    for change in StatusChange.objects.all():
        told = json.loads(Entry.objects.get(seq=change.known_from).body)["payload"]["state"]
        day = Entry.objects.get(seq=change.known_from).recorded_at.date()
        proposal = Proposal.objects.get(pk=change.proposal_id)
        assert state_of(proposal, Moment(day, change.known_from)).as_payload() == told


def test_an_entry_is_found_by_proposal_and_by_actor(first_chronicle):
    assert Entry.objects.about_proposal("one-month-truce").filter(kind="position_stated").exists()
    assert Entry.objects.about_actor("emmanuel-macron").filter(kind="statement_recorded").exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.slow  # three jobs and a writer with real commits
def test_F10_jobs_at_once_write_each_entry_once():
    user = UserFactory()
    done = threading.Event()

    def work() -> None:
        while not done.is_set():
            snapshots.catch_up()
        connections.close_all()

    jobs = [threading.Thread(target=work) for _ in range(3)]
    for job in jobs:
        job.start()
    for n in range(30):
        (SourceFactory if n % 2 else ActorFactory)(entered_by=user)
    done.set()
    for job in jobs:
        job.join()
    snapshots.catch_up()
    assert list(Entry.objects.order_by("seq").values_list("seq", flat=True)) == list(range(1, 31))
    assert first_fault() is None
