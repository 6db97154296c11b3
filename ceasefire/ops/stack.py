"""The programs that `manage.py up` runs besides the servers, and how each shows that it is ready."""

import http.client
import os
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from redis.exceptions import RedisError

from ceasefire.ops import broker, pulses
from ceasefire.ops.addresses import REPOSITORY, home
from ceasefire.ops.programs import Program

WEB_PROCESSES = 2
WEB_THREADS = 4
WORKER_PROCESSES = 2


@dataclass(frozen=True)
class Web:
    """Where the web server listens, and the name it is asked by."""

    host: str
    port: int
    name: str = "localhost"  # one of ALLOWED_HOSTS

    @property
    def url(self) -> str:
        host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(self.host, self.host)
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}/"

    def answers(self) -> bool:
        connection = http.client.HTTPConnection(urlsplit(self.url).netloc, timeout=3)
        try:
            connection.request("GET", "/healthz", headers={"Host": self.name, "Connection": "close"})
            return connection.getresponse().status == 200
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()


def prepare(environment: Mapping[str, str]) -> Program:
    """Tables, first data, accounts, static files: done once, before the rest starts."""
    return Program(
        name="prepare",
        argv=(sys.executable, "manage.py", "prepare"),
        directory=REPOSITORY,
        environment=environment,
        ready=lambda: False,
        once=True,
    )


def web(environment: Mapping[str, str], where: Web) -> Program:
    options = {
        "--interface": "wsgi",
        "--host": where.host,
        "--port": where.port,
        "--workers": WEB_PROCESSES,
        "--blocking-threads": WEB_THREADS,
        "--backlog": 512,
        "--workers-kill-timeout": 5,
        "--log-level": "warning",
    }
    words = [str(word) for option in options.items() for word in option]
    return _module(
        "web",
        ["granian", *words, "--respawn-failed-workers", "--no-ws", "ceasefire.ops.serving:application"],
        environment,
        ready=where.answers,
    )


def worker(environment: Mapping[str, str]) -> Program:
    """Celery in processes of their own: a task that is killed or runs too long takes only its process along.

    Two of them, because the snapshot job runs one at a time and must not wait behind anything else.
    """
    calm = ["--without-gossip", "--without-mingle", "--without-heartbeat"]
    return _module(
        "worker",
        ["celery", "--app", "ceasefire", "--quiet", "worker", "--pool", "prefork",
         "--concurrency", str(WORKER_PROCESSES), "--loglevel", "INFO", *calm],
        environment,
        ready=_sign_of(pulses.WORKER, environment),
    )  # fmt: skip


def beat(environment: Mapping[str, str]) -> Program:
    schedule = home() / "run" / "beat-schedule"
    return _module(
        "beat",
        ["celery", "--app", "ceasefire", "--quiet", "beat", "--loglevel", "INFO",
         "--schedule", str(schedule), "--pidfile", ""],
        environment,
        ready=_sign_of(pulses.BEAT, environment),
    )  # fmt: skip


def environment_for_children(database_url: str, redis_url: str) -> dict[str, str]:
    return {
        **os.environ,
        "CEASEFIRE_HOME": str(home()),
        "DATABASE_URL": database_url,
        "REDIS_URL": redis_url,
        "PYTHONUNBUFFERED": "1",
    }


def _sign_of(who: str, environment: Mapping[str, str]) -> Callable[[], bool]:
    """Whether it has left a sign of life since now; one from an earlier run says nothing."""
    now, redis = time.time(), broker.client(environment["REDIS_URL"])

    def ready() -> bool:
        try:
            return pulses.seen_in(redis).get(who, 0) > now
        except RedisError:
            return False

    return ready


def _module(name: str, words: list[str], environment: Mapping[str, str], **more: Any) -> Program:
    argv = (sys.executable, "-m", *words)
    return Program(name=name, argv=argv, directory=REPOSITORY, environment=environment, **more)
