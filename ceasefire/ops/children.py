"""A program under supervision: its present process, how often it died of late, and what it said."""

import os
import signal
import subprocess
import time
from collections import deque
from collections.abc import Iterator
from typing import IO

from ceasefire.ops import kinship, programs
from ceasefire.ops.programs import Program
from ceasefire.ops.unusable import last_words

LONGEST_LINE = 16_384


class Child:
    """One program; `pid` is None while it has no process."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.name = program.name
        self.deaths = 0  # in a row, with no healthy time between
        self.was_ready = False
        self.again_at: float | None = None  # when it is to be started again
        self._process: subprocess.Popen[bytes] | None = None
        self._born = 0.0
        self._unread = b""
        self._lately: deque[str] = deque(maxlen=20)

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process else None

    @property
    def lived(self) -> float:
        return time.monotonic() - self._born

    @property
    def output(self) -> IO[bytes]:
        assert self._process is not None and self._process.stdout is not None
        return self._process.stdout

    def start(self) -> None:
        self._process = programs.start(self.program, subprocess.PIPE)
        self._born, self.again_at = time.monotonic(), None
        os.set_blocking(self.output.fileno(), False)

    def send(self, number: int) -> None:
        """Signal its process. The number is safe: only `bury` gives it back to the system's stock."""
        if self._process:
            os.kill(self._process.pid, number)

    def kill(self) -> None:
        if self._process:
            programs.kill_group(self._process.pid)

    def bury(self, code: int) -> None:
        """Note that its process ended and was reaped, and end what that process left behind."""
        assert self._process is not None
        programs.kill_group(self._process.pid)
        self.output.close()
        self._process.returncode = code  # Popen must not look for it again
        self._process = None

    def lines(self, *, last: bool = False) -> Iterator[str]:
        """The whole lines it wrote since; at the end also an unfinished one."""
        while chunk := self._chunk():
            *whole, self._unread = (self._unread + chunk).split(b"\n")
            if len(self._unread) > LONGEST_LINE:
                whole, self._unread = [*whole, self._unread], b""
            yield from map(self._note, whole)
        if last and self._unread:
            yield self._note(self._unread)
            self._unread = b""

    def last_words(self) -> str:
        return last_words(self._lately)

    def _chunk(self) -> bytes:
        try:
            return os.read(self.output.fileno(), 65_536)
        except BlockingIOError:
            return b""

    def _note(self, line: bytes) -> str:
        text = line.decode(errors="replace").rstrip()
        self._lately.append(text)
        return text


def reap() -> Iterator[tuple[int, int]]:
    """The processes of ours that ended, with their exit codes; adopted ones among them."""
    while True:
        try:
            pid, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if pid == 0:
            return
        yield pid, os.waitstatus_to_exitcode(status)


def kill_orphans(known: set[int]) -> None:
    """End the processes that we adopted from dead children of ours."""
    for orphan in kinship.children() - known:
        os.kill(orphan, signal.SIGKILL)  # not reaped yet, so the number is still its own


def in_words(code: int) -> str:
    """How a process ended."""
    return f"with exit code {code}" if code >= 0 else f"by {signal.Signals(-code).name}"
