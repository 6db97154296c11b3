import threading
import time

import pytest
from django.db import OperationalError, ProgrammingError
from redis.exceptions import ConnectionError as BrokerGone

from ceasefire.ledger.models import Head
from ceasefire.ops import health, pulses
from ceasefire.timeline.reads import Lag

LAG = Lag(behind=2, oldest_waiting_seconds=0.5)
BOTH = {"worker", "beat"}


@pytest.fixture
def signs(monkeypatch) -> dict[str, float]:
    left: dict[str, float] = {}
    monkeypatch.setattr(pulses, "seen", lambda: left)
    return left


def test_all_alive_is_ready():
    found = health.judge(BOTH, LAG)
    assert found.ready
    assert found.as_dict() == {
        "ready": True,
        "missing": [],
        "unknown": [],
        "timeline": {"behind": 2, "oldest_waiting_seconds": 0.5},
    }


@pytest.mark.parametrize("dead", ["worker", "beat"])
def test_a_dead_worker_and_a_dead_schedule_are_told_apart(dead: str):
    found = health.judge(BOTH - {dead}, LAG)
    assert (found.ready, found.missing, found.unknown) == (False, (dead,), ())


@pytest.mark.parametrize("fault", [BrokerGone(), TimeoutError()])
def test_without_the_broker_nothing_is_known_of_worker_and_schedule(fault: Exception):
    found = health.judge(fault, LAG)
    assert (found.ready, found.missing, found.unknown) == (False, ("broker",), ("worker", "beat"))
    assert found.timeline == LAG


@pytest.mark.parametrize(
    ("fault", "missing"),
    [
        (OperationalError(), "database"),
        (TimeoutError(), "database"),
        (ProgrammingError(), "tables"),
        (Head.DoesNotExist(), "tables"),
    ],
)
def test_without_database_or_tables_the_lag_is_unknown(fault: Exception, missing: str):
    found = health.judge(BOTH, fault)
    assert (found.ready, found.missing, found.timeline) == (False, (missing,), None)


@pytest.mark.slow  # it waits for what hangs
def test_what_hangs_costs_a_second_and_one_thread_however_often_it_is_asked(monkeypatch):
    wake = threading.Event()
    monkeypatch.setattr(pulses, "seen", wake.wait)
    monkeypatch.setattr(health, "_lag", wake.wait)
    before, began = threading.active_count(), time.monotonic()
    for _ in range(2):
        assert health.check().missing == ("database", "broker")
    assert time.monotonic() - began < 2 * health.PATIENCE + 0.5
    assert threading.active_count() == before + 2
    wake.set()


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)  # the question is asked on a connection of its own
def test_readyz_asks_the_real_database_and_broker(client):
    answer = client.get("/readyz")
    assert answer.status_code == 503  # no worker and no schedule run beside the tests
    assert answer.json()["missing"] == ["worker", "beat"]
    assert answer.json()["timeline"] == {"behind": 0, "oldest_waiting_seconds": 0.0}
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_readyz_is_200_when_worker_and_schedule_have_left_their_signs(client, signs):
    signs |= dict.fromkeys(BOTH, time.time())
    assert client.get("/readyz").status_code == 200


def test_healthz_needs_no_database(client):
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json()) == (200, {"alive": True})


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_health_is_only_read(client, path: str):
    assert client.post(path).status_code == 405


def test_a_sign_of_life_is_seen_and_fades():
    pulses.leave("worker")
    assert abs(pulses.seen()["worker"] - time.time()) < 1
    remaining = pulses._broker().ttl(pulses._key("worker"))
    assert pulses.EVERY < remaining <= pulses.FADES_AFTER
    pulses._broker().delete(pulses._key("worker"))
    assert "worker" not in pulses.seen()


def test_leaving_a_sign_without_a_broker_harms_nobody(monkeypatch):
    class Gone:
        def set(self, *_, **__):
            raise BrokerGone

    monkeypatch.setattr(pulses, "_broker", Gone)
    pulses.leave("worker")
