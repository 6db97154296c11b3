"""The programs that `manage.py up` runs besides the servers, and how each shows that it is ready."""

import http.client
import json
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

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
        return self._get("/healthz")[0] == 200

    def sees(self, part: str) -> bool:
        """Whether the web server can tell that this part of the system is alive."""
        body = self._get("/readyz")[1]
        return "ready" in body and part not in [*body["missing"], *body["unknown"]]

    def _get(self, path: str) -> tuple[int, dict[str, Any]]:
        connection = http.client.HTTPConnection(self.url[7:-1], timeout=3)
        try:
            connection.request("GET", path, headers={"Host": self.name, "Connection": "close"})
            answer = connection.getresponse()
            return answer.status, json.loads(answer.read())
        except (OSError, http.client.HTTPException, ValueError):
            return 0, {}
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


def worker(environment: Mapping[str, str], where: Web) -> Program:
    """Celery in processes of their own: a task that is killed or runs too long takes only its process along.

    Two of them, because the snapshot job runs one at a time and must not wait behind anything else.
    """
    calm = ["--without-gossip", "--without-mingle", "--without-heartbeat"]
    return _module(
        "worker",
        ["celery", "--app", "ceasefire", "--quiet", "worker", "--pool", "prefork",
         "--concurrency", str(WORKER_PROCESSES), "--loglevel", "INFO", *calm],
        environment,
        ready=partial(where.sees, "worker"),
    )  # fmt: skip


def beat(environment: Mapping[str, str], where: Web) -> Program:
    schedule = home() / "run" / "beat-schedule"
    return _module(
        "beat",
        ["celery", "--app", "ceasefire", "--quiet", "beat", "--loglevel", "INFO",
         "--schedule", str(schedule), "--pidfile", ""],
        environment,
        ready=partial(where.sees, "beat"),
    )  # fmt: skip


def environment_for_children(database_url: str, redis_url: str) -> dict[str, str]:
    return {
        **os.environ,
        "CEASEFIRE_HOME": str(home()),
        "DATABASE_URL": database_url,
        "REDIS_URL": redis_url,
        "PYTHONUNBUFFERED": "1",
    }


def _module(name: str, words: list[str], environment: Mapping[str, str], **more: Any) -> Program:
    argv = (sys.executable, "-m", *words)
    return Program(name=name, argv=argv, directory=REPOSITORY, environment=environment, **more)
