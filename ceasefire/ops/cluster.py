"""One PostgreSQL for every `manage.py` command: the one that runs, or one that runs while somebody uses it.

`run/server.lock` is held by whoever runs the server: `manage.py up`, or a keeper, a small process in the
background that the first command starts. Commands hold `run/users.lock` together; a keeper stops its server
when it can have that lock alone. The kernel lets go of the locks of the dead, so nothing has to be counted.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from ceasefire.ops import addresses, postgres, programs
from ceasefire.ops.addresses import REPOSITORY, home, make_home
from ceasefire.ops.locks import Held, lock
from ceasefire.ops.programs import Program
from ceasefire.ops.unusable import Unusable, last_words

WITHOUT_DATABASE = {
    "check",
    "collectstatic",
    "diffsettings",
    "findstatic",
    "help",
    "spectacular",
    "up",
    "version",
}
PATIENCE = 30.0
READY = "ready"


@contextmanager
def attached(argv: Sequence[str]) -> Iterator[None]:
    """The database for the time of one `manage.py` command, where it needs one and no other is named."""
    command = argv[1] if len(argv) > 1 else "help"
    aloof = command.startswith("-") or command in WITHOUT_DATABASE or {"-h", "--help"} & set(argv)
    if aloof or os.environ.get("DATABASE_URL"):
        yield
        return
    with lock(users_lock(), shared=True):
        _find_or_start()
        yield


def server_lock(holder: str, *, patience: float) -> AbstractContextManager[None]:
    """The right to run the servers of this home; Held carries the present holder's name."""
    return lock(make_home() / "run" / "server.lock", patience=patience, note=holder)


def users_lock() -> Path:
    return make_home() / "run" / "users.lock"


def _find_or_start() -> None:
    deadline = time.monotonic() + PATIENCE
    while not postgres.answers(addresses.own_postgres()):
        if time.monotonic() > deadline:
            raise Unusable(f"The database in {home()} did not answer within {PATIENCE:.0f} s.")
        _start_keeper()
        time.sleep(0.1)


def _start_keeper() -> None:
    """Let a keeper start the server; one that finds the server run by somebody else ends at once."""
    with open(home() / "run" / "keeper.log", "wb") as log:  # not our stderr: it may be a pipe that must end with us
        keeper = subprocess.Popen(
            [sys.executable, "-m", "ceasefire.ops.cluster"],
            cwd=REPOSITORY,
            env={**os.environ, "CEASEFIRE_HOME": str(home())},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=log,
            start_new_session=True,
            text=True,
        )
    assert keeper.stdout is not None
    with keeper.stdout:
        said = keeper.stdout.read().strip()  # it closes its end when it knows
    if said == READY:
        keeper.returncode = 0  # it stays when we go, so there is nothing to wait for
    elif keeper.wait() or said:
        raise Unusable(said or "The database could not be started.")


def _keep() -> None:
    """Serve as long as somebody uses the database."""
    try:
        with (
            server_lock("Another manage.py command", patience=0),
            open(home() / "run" / "postgres.log", "wb") as log,
        ):
            program = postgres.own()
            process = programs.start(program, log)
            try:
                if not programs.wait_ready(program, process, PATIENCE):
                    lines = Path(log.name).read_text(errors="replace").splitlines()
                    raise Unusable(f"PostgreSQL did not start: {last_words(lines)}")
                _answer(READY)
                _serve(program, process)
            finally:
                programs.stop(program, process)
    except Held:
        _answer("")
    except Unusable as fault:
        _answer(str(fault))


def _serve(program: Program, process: subprocess.Popen[bytes]) -> None:
    while process.poll() is None:
        try:
            with lock(users_lock(), patience=0):
                programs.stop(program, process)  # with the lock held, so that nobody comes in between
        except Held:
            time.sleep(0.2)


def _answer(text: str) -> None:
    """Say one thing to the command that started us, and let it go on."""
    print(text, flush=True)
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    _keep()
