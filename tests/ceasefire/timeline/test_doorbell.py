"""Ringing never makes a writer wait or fail."""

import time

import pytest
from celery import current_app
from kombu.exceptions import OperationalError

from ceasefire.timeline.doorbell import SNAPSHOT, Doorbell


@pytest.fixture
def rings(monkeypatch):
    heard: list[str] = []
    monkeypatch.setattr(current_app, "send_task", lambda name, **options: heard.append(name))
    return heard


def wait_until(true, seconds: float = 5) -> None:
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.005)


def test_a_ring_asks_for_the_snapshot_job(rings):
    Doorbell().ring()
    wait_until(lambda: rings == [SNAPSHOT])


def test_F07_a_broker_that_hangs_or_is_away_costs_the_writer_nothing(monkeypatch):
    tried = []

    def hang(name, **options):
        tried.append(name)
        time.sleep(0.3)
        raise OperationalError("away")

    monkeypatch.setattr(current_app, "send_task", hang)
    doorbell = Doorbell()
    began = time.monotonic()
    for _ in range(100):
        doorbell.ring()
    assert time.monotonic() - began < 0.2
    wait_until(lambda: len(tried) >= 2)  # it went on after the first failure, and took the rest as one ring
    assert len(tried) <= 3
