"""A program we run: what it is, how it is started so that it cannot outlive us, how it is stopped."""

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from ceasefire.ops.accounts import Account, may_not_switch
from ceasefire.ops.kinship import die_with_parent
from ceasefire.ops.unusable import Unusable


@dataclass(frozen=True)
class Program:
    """A program of ours and how to know that it is ready."""

    name: str
    argv: tuple[str, ...]
    directory: Path
    ready: Callable[[], bool]
    environment: Mapping[str, str] = field(default_factory=lambda: dict(os.environ))
    account: Account | None = None
    stop_signal: int = signal.SIGTERM
    orphan_signal: int = signal.SIGKILL  # what the kernel sends it when we die without a word
    once: bool = False  # it does one thing and ends: ready is then exit code 0


def start(program: Program, output: int | IO[bytes] | None = None) -> subprocess.Popen[bytes]:
    """Start it in its own session, so that Ctrl-C reaches only us, and tied to our life where that can be."""
    us, who = os.getpid(), program.account

    def tie() -> None:
        die_with_parent(program.orphan_signal)
        if os.getppid() != us:  # we were gone before the tie was made
            os._exit(1)

    try:
        return subprocess.Popen(
            program.argv,
            cwd=program.directory,
            env=dict(program.environment),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT if output is not None else None,
            start_new_session=True,
            preexec_fn=tie,
            user=who.uid if who else None,
            group=who.gid if who else None,
            extra_groups=[] if who else None,
        )
    except OSError as fault:
        if who is not None and fault.filename is None:  # not the program was refused but the switch
            raise Unusable(may_not_switch(who)) from fault
        raise Unusable(f"{program.argv[0]} could not be started ({fault.strerror}).") from fault


def wait_ready(program: Program, process: subprocess.Popen[bytes], patience: float = 60) -> bool:
    """Whether the program became ready before it ended or patience ran out."""
    deadline = time.monotonic() + patience
    while process.poll() is None and time.monotonic() < deadline:
        if program.ready():
            return True
        time.sleep(0.03)
    return False


def stop(program: Program, process: subprocess.Popen[bytes], patience: float = 10) -> None:
    """Stop it by its own signal; by force when it takes too long."""
    if process.poll() is None:
        process.send_signal(program.stop_signal)
        try:
            process.wait(patience)
        except subprocess.TimeoutExpired:
            kill_group(process.pid)
            process.wait()


def send(pid: int, number: int) -> None:
    """Signal a process that may be gone."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, number)


def kill_group(leader: int) -> None:
    """Kill what is left of the process group that a program of ours led."""
    with contextlib.suppress(ProcessLookupError, PermissionError):  # gone; so macOS answers for a group of zombies
        os.killpg(leader, signal.SIGKILL)
