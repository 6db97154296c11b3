"""Everything on one machine: what `manage.py up` does between its first and its last line."""

import ipaddress
import json
import os
import signal
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from ceasefire.ops import addresses, broker, cluster, kinship, ports, postgres, programs, stack
from ceasefire.ops.addresses import home
from ceasefire.ops.locks import Held
from ceasefire.ops.programs import Program
from ceasefire.ops.stack import Web
from ceasefire.ops.supervisor import Supervisor
from ceasefire.ops.unusable import Unusable

HOLDER = "manage.py up"


def run(*, host: str, port: int, name: str) -> None:
    """Run everything until a signal asks to stop; `name` is a host name the application answers to.

    Unusable says what stood in the way.
    """
    with _only_copy():
        _end_leftovers()
        web = _place(host, port, name)
        passwords = _passwords()
        supervisor = Supervisor(
            _stages(web),
            on_ready=lambda program: _say(f"{program.name}: {'done' if program.once else 'ready'}"),
            on_all_ready=lambda: _welcome(web, new=_passwords() if _passwords() != passwords else ""),
            on_change=lambda pids: _write_state(web, pids),
        )
        try:
            supervisor.run()
        finally:
            _state_file().unlink(missing_ok=True)


@contextmanager
def _only_copy() -> Iterator[None]:
    """Hold the servers of this home; commands that use its database get some time to finish."""
    note = f"{HOLDER} (process {os.getpid()})"
    with ExitStack() as held:
        try:
            held.enter_context(cluster.server_lock(note, patience=0))
        except Held as holder:
            if str(holder).startswith(HOLDER):
                raise Unusable(f"{holder} already runs in {home()}.") from None
            _say(f"{holder} uses the database; waiting for it to finish")
            try:
                held.enter_context(cluster.server_lock(note, patience=20))
            except Held:
                raise Unusable(f"{holder} still uses the database in {home()}: end it first.") from None
        yield


def _place(host: str, port: int, name: str) -> Web:
    """Where the web server will listen. Unusable when it could not."""
    try:
        address = ports.numeric(host)
    except OSError:
        raise Unusable(f"There is no host “{host}”: name an address of this machine.") from None
    port = port or ports.free_port(address)
    if reason := ports.obstacle(port, address):
        raise Unusable(f"Port {port} on {address} {reason}: choose another with --port, or --port 0 for a free one.")
    return Web(address, port, name)


def _stages(web: Web) -> list[list[Program]]:
    """Our own servers where no others are named, then what must be done once, then the application."""
    servers = []
    if not os.environ.get("DATABASE_URL"):
        servers.append(postgres.own())
    if not os.environ.get("REDIS_URL"):
        servers.append(broker.own())
    database_url, redis_url = addresses.database_url(), addresses.redis_url()
    _say(f"database: {addresses.without_password(database_url)}")
    _say(f"broker: {addresses.without_password(redis_url)}")
    environment = stack.environment_for_children(database_url, redis_url)
    application = [stack.web(environment, web), stack.worker(environment), stack.beat(environment)]
    return [servers, [stack.prepare(environment)], application]


def _welcome(web: Web, *, new: str) -> None:
    _say(f"\nOpen {web.url}")
    if new:
        _say(f"Log in at {web.url}login/ (shown once; kept in {_passwords_file()}):")
        for line in new.splitlines():
            _say("    {:<14} {}".format(*line.split(" ", 1)))
    elif _passwords_file().exists():
        _say(f"Log in at {web.url}login/ with an account from {_passwords_file()}")
    if not ipaddress.ip_address(web.host).is_loopback and "ALLOWED_HOSTS" not in os.environ:
        _say("Other machines are answered only under the names that ALLOWED_HOSTS gives.")
    _say("Ctrl-C stops everything.\n")


def _passwords_file() -> Path:
    return home() / "accounts.txt"


def _passwords() -> str:
    try:
        return _passwords_file().read_text()
    except OSError:
        return ""


# What runs, for operators and for the next start ------------------------------------------------------------


def _state_file() -> Path:
    return home() / "run" / "state.json"


def _write_state(web: Web, pids: dict[str, int]) -> None:
    born = {name: kinship.born(pid) for name, pid in pids.items()}
    state = {"url": web.url, "supervisor": os.getpid(), "pids": pids, "born": born}
    addresses.write_private(_state_file(), json.dumps(state, indent=1))


def _end_leftovers() -> None:
    """End what a supervisor that was killed left running. Linux does so by itself, other systems do not.

    A server that holds data is not ended here but by its own launcher, in its own gentle way.
    """
    try:
        state = json.loads(_state_file().read_text())
        born = {state["pids"][name]: birth for name, birth in state["born"].items() if name != "postgres"}
    except (OSError, ValueError, KeyError, TypeError):
        return
    left = {pid for pid, birth in born.items() if birth and kinship.born(pid) == birth}
    for pid in left:
        programs.send(pid, signal.SIGTERM)
    deadline = time.monotonic() + 6
    while left and time.monotonic() < deadline:
        left = {pid for pid in left if kinship.born(pid) == born[pid]}
        time.sleep(0.05)
    for pid in left:
        programs.kill_group(pid)


def _say(text: str) -> None:
    print(text, flush=True)
