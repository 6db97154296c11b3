"""Whether the system works, asked in about a second whatever state its parts are in."""

import threading
import time
from collections.abc import Callable, Collection
from dataclasses import asdict, dataclass
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.db import DatabaseError, InterfaceError, ProgrammingError, connections
from redis.exceptions import RedisError

from ceasefire.ops import pulses
from ceasefire.timeline import reads
from ceasefire.timeline.reads import Lag

PATIENCE = 1.2  # seconds for all questions together


@dataclass(frozen=True)
class Health:
    """What does not answer, what cannot be told therefore, how far the timeline is behind (None: unknown)."""

    missing: tuple[str, ...]
    unknown: tuple[str, ...]
    timeline: Lag | None

    @property
    def ready(self) -> bool:
        return not self.missing and not self.unknown

    def as_dict(self) -> dict[str, Any]:
        return {
            "ready": self.ready,
            "missing": list(self.missing),
            "unknown": list(self.unknown),
            "timeline": asdict(self.timeline) if self.timeline else None,
        }


class Question:
    """A question asked in a thread of its own, so that one that hangs can be left."""

    def __init__(self, ask: Callable[[], Any]) -> None:
        self.answer: Any = TimeoutError()
        self._ask = ask
        self.thread = threading.Thread(target=self._find_out, daemon=True)
        self.thread.start()

    def _find_out(self) -> None:
        try:
            self.answer = self._ask()
        except (DatabaseError, InterfaceError, ObjectDoesNotExist, RedisError) as fault:
            self.answer = fault


_being_asked: dict[str, Question] = {}
_asking = threading.Lock()


def check() -> Health:
    """Ask the broker and the database at the same time, and judge."""
    deadline = time.monotonic() + PATIENCE
    signs, lag = _ask("signs", pulses.seen), _ask("lag", _lag)
    for question in (signs, lag):
        question.thread.join(max(0.0, deadline - time.monotonic()))
    return judge(signs.answer, lag.answer)


def judge(signs: Collection[str] | Exception, lag: Lag | Exception) -> Health:
    """Health from the two answers, each of which may be what went wrong."""
    missing, unknown = [], []
    if isinstance(lag, ProgrammingError | ObjectDoesNotExist):
        missing.append("tables")
    elif isinstance(lag, Exception):
        missing.append("database")
    if isinstance(signs, Exception):
        missing.append("broker")
        unknown += [pulses.WORKER, pulses.BEAT]
    else:
        missing += [who for who in (pulses.WORKER, pulses.BEAT) if who not in signs]
    return Health(tuple(missing), tuple(unknown), None if isinstance(lag, Exception) else lag)


def _ask(name: str, ask: Callable[[], Any]) -> Question:
    """Ask, or join those who are asking: a server that hangs costs one thread, however often we come."""
    with _asking:
        question = _being_asked.get(name)
        if question is None or not question.thread.is_alive():
            question = _being_asked[name] = Question(ask)
        return question


def _lag() -> Lag:
    try:
        return reads.lag()
    finally:
        connections.close_all()  # this thread's own
