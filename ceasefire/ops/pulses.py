"""Signs of life: worker and schedule leave one in the broker every two seconds; it fades by itself.

Each leaves it from the very loop that does its work, so a process that hangs leaves none. Any number of
workers and schedules may run; one that is alive is enough.
"""

import contextlib
import time
from functools import cache
from typing import Any

from celery import bootsteps
from celery.beat import PersistentScheduler
from django.conf import settings
from redis import Redis
from redis.exceptions import RedisError

from ceasefire.ops import broker

WORKER, BEAT = "worker", "beat"
EVERY = 2.0
FADES_AFTER = 7


def leave(who: str) -> None:
    """Leave a sign of life. Where the broker is down, that is what there is to tell, and others tell it."""
    with contextlib.suppress(RedisError):
        _broker().set(_key(who), time.time(), ex=FADES_AFTER)


def seen() -> dict[str, float]:
    """Who has left a sign of life lately, and when. RedisError, soon, when the broker does not answer."""
    return seen_in(_broker())


def seen_in(redis: Redis) -> dict[str, float]:
    found = redis.mget([_key(WORKER), _key(BEAT)])
    return {who: float(sign) for who, sign in zip((WORKER, BEAT), found, strict=True) if sign}


class WorkerPulse(bootsteps.StartStopStep):
    """The worker's: given by the timer of the loop that receives messages, while that is connected."""

    requires = ("celery.worker.consumer.tasks:Tasks",)
    timer: Any = None

    def start(self, consumer: Any) -> None:
        leave(WORKER)
        self.timer = consumer.timer.call_repeatedly(EVERY, leave, (WORKER,))

    def stop(self, consumer: Any) -> None:
        if self.timer is not None:
            self.timer.cancel()
            self.timer = None


class PulsingScheduler(PersistentScheduler):
    """The usual scheduler; each tick is a sign of life, at most one every two seconds."""

    last = 0.0

    def tick(self, *args: Any, **kwargs: Any) -> float:
        pause: float = super().tick(*args, **kwargs)
        if time.monotonic() - self.last >= EVERY:
            self.last = time.monotonic()
            leave(BEAT)
        return min(pause, EVERY)


@cache
def _broker() -> Redis:
    return broker.client(settings.REDIS_URL)


def _key(who: str) -> str:
    return f"ceasefire:pulse:{who}"
