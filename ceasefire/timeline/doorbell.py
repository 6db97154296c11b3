"""Ringing for the snapshot job after a commit.

A ring carries nothing, so losing or doubling one changes nothing: the schedule collects what a lost ring leaves. It is
given by a thread of its own, so that a broker that is down or hangs never makes a request wait.
"""

import logging
import threading

from celery import current_app
from django.db import transaction

log = logging.getLogger(__name__)

SNAPSHOT = "proposals.snapshot"


class Doorbell:
    """One thread per process; rings that come while one is being given are one ring."""

    def __init__(self) -> None:
        self._rung = threading.Event()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def ring(self) -> None:
        """Ask for the snapshot job; returns at once, whatever the broker does."""
        self._rung.set()
        with self._lock:
            if self._thread is None or not self._thread.is_alive():  # a fork leaves the thread behind
                self._thread = threading.Thread(target=self._give, name="doorbell", daemon=True)
                self._thread.start()

    def _give(self) -> None:
        while True:
            self._rung.wait()
            self._rung.clear()
            try:
                current_app.send_task(SNAPSHOT, ignore_result=True, retry=False, expires=5)
            except Exception as fault:  # whatever is wrong with the broker, the schedule still comes by
                log.warning("doorbell.unheard reason=%s", type(fault).__name__)


doorbell = Doorbell()


def ring_on_commit() -> None:
    """Ring once the surrounding transaction has committed."""
    transaction.on_commit(doorbell.ring)
