"""Runs programs in order, keeps them running, and stops them in the opposite order.

One thread does everything: it passes on what the programs say, buries the dead, starts them again after a
pause that grows, and gives up when that does not help.
"""

import os
import selectors
import signal
import socket
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from ceasefire.ops import children, kinship
from ceasefire.ops.children import Child
from ceasefire.ops.programs import Program
from ceasefire.ops.unusable import Unusable

STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@dataclass(frozen=True)
class Patience:
    """How long to wait for what, in seconds, and how many deaths in a row to bear."""

    first_pause: float = 0.2
    longest_pause: float = 5.0
    healthy_after: float = 30.0
    deaths: int = 8
    deaths_before_ready: int = 4
    until_ready: float = 120.0
    until_all_stopped: float = 9.0
    until_stage_stopped: float = 6.0


class Stop(Exception):
    """Somebody asked us to stop."""


class Supervisor:
    """Starts stages of programs one program after the other; stops stage by stage, the last stage first.

    `on_ready` hears of each program that became ready, `on_all_ready` is called once, `on_change` gets the
    process numbers by name whenever they change.
    """

    def __init__(
        self,
        stages: Sequence[Sequence[Program]],
        *,
        patience: Patience | None = None,
        on_ready: Callable[[Program], None] = lambda program: None,
        on_all_ready: Callable[[], None] = lambda: None,
        on_change: Callable[[dict[str, int]], None] = lambda pids: None,
    ) -> None:
        self._stages = [[Child(program) for program in stage] for stage in stages]
        self._children = [child for stage in self._stages for child in stage]
        self._patience = patience or Patience()
        self._on_ready, self._on_all_ready, self._on_change = on_ready, on_all_ready, on_change
        self._width = max((len(child.name) for child in self._children), default=0)
        self._times_asked_to_stop = 0
        self._selector = selectors.DefaultSelector()

    def run(self) -> None:
        """Run until a signal asks us to stop. Unusable when a program cannot be kept running."""
        with self._awake():
            try:
                for child in self._children:
                    self._bring_up(child)
                self._on_all_ready()
                while True:
                    self._turn(1.0)
            except Stop:
                pass
            finally:
                self._stop_everything()

    def say(self, name: str, text: str) -> None:
        """One line of the common log."""
        try:
            print(f"{name:<{self._width}} | {text}", flush=True)
        except BrokenPipeError:  # nobody reads us any more
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            self._times_asked_to_stop += 1

    # Starting, and keeping running --------------------------------------------------------------------------

    def _bring_up(self, child: Child) -> None:
        self._start(child)
        deadline = time.monotonic() + self._patience.until_ready
        pause = 0.02
        while not self._is_ready(child):
            if time.monotonic() > deadline:
                waited = f"{self._patience.until_ready:.0f} s"
                raise Unusable(f"{child.name} is not ready after {waited}; it last said: {child.last_words()}")
            self._turns_until(time.monotonic() + pause)
            pause = min(pause * 1.2, 0.5)
        child.was_ready = True
        self._on_ready(child.program)

    def _is_ready(self, child: Child) -> bool:
        return child.was_ready or bool(child.pid and not child.program.once and child.program.ready())

    def _start(self, child: Child) -> None:
        child.start()
        self._selector.register(child.output, selectors.EVENT_READ, child)
        self._tell()

    def _turns_until(self, then: float) -> None:
        while (left := then - time.monotonic()) > 0:
            self._turn(left)

    def _turn(self, longest: float) -> None:
        """Pass on what is said, bury the dead, start again what is due; wait no longer than told."""
        self._listen(longest)
        dead = self._bury()
        if self._times_asked_to_stop:
            raise Stop
        for child, code in dead:
            self._after_death(child, code)
        for child in self._children:
            if child.again_at is not None and child.again_at <= time.monotonic():
                self._start(child)

    def _bury(self) -> list[tuple[Child, int]]:
        by_pid = {child.pid: child for child in self._children if child.pid}
        dead = [(by_pid[pid], code) for pid, code in children.reap() if pid in by_pid]
        for child, code in dead:
            self._pass_on(child, last=True)
            self._selector.unregister(child.output)
            child.bury(code)
        if dead:
            children.kill_orphans({child.pid for child in self._children if child.pid})
            self._tell()
        return dead

    def _after_death(self, child: Child, code: int) -> None:
        how, patience = children.in_words(code), self._patience
        if child.program.once and code == 0:
            child.was_ready = True
            return
        child.deaths = 1 if child.lived > patience.healthy_after else child.deaths + 1
        bearable = patience.deaths if child.was_ready else patience.deaths_before_ready
        if child.program.once or child.deaths >= bearable:
            times = f"{child.deaths} times in a row, at last " if child.deaths > 1 else ""
            raise Unusable(f"{child.name} ended {times}{how}; it last said: {child.last_words()}")
        pause = min(patience.first_pause * 2 ** (child.deaths - 1), patience.longest_pause)
        child.again_at = time.monotonic() + pause
        self.say(child.name, f"ended {how}; is started again in {pause:.1f} s")

    # Stopping -----------------------------------------------------------------------------------------------

    def _stop_everything(self) -> None:
        self._times_asked_to_stop = 1
        end = time.monotonic() + self._patience.until_all_stopped
        for stage in reversed(self._stages):
            running = [child for child in reversed(stage) if child.pid]
            for child in running:
                child.send(child.program.stop_signal)
            self._await_end(running, min(end, time.monotonic() + self._patience.until_stage_stopped))
            for child in running:
                if child.pid:
                    self.say(child.name, "did not stop in time and is ended by force")
                    child.kill()
            self._await_end(running, time.monotonic() + 2, by_force=True)

    def _await_end(self, running: list[Child], deadline: float, *, by_force: bool = False) -> None:
        while any(child.pid for child in running) and time.monotonic() < deadline:
            if self._times_asked_to_stop > 1 and not by_force:
                return
            self._listen(0.05)
            self._bury()

    # Listening ----------------------------------------------------------------------------------------------

    @contextmanager
    def _awake(self) -> Iterator[None]:
        """Let signals wake us, and adopt what our children leave behind."""
        ears, mouth = socket.socketpair()
        ears.setblocking(False)
        mouth.setblocking(False)
        self._selector.register(ears, selectors.EVENT_READ)
        before = {number: signal.signal(number, self._note_stop) for number in STOPPING}
        before[signal.SIGCHLD] = signal.signal(signal.SIGCHLD, lambda *_: None)
        descriptor = signal.set_wakeup_fd(mouth.fileno(), warn_on_full_buffer=False)
        kinship.adopt_orphans(True)
        try:
            yield
        finally:
            kinship.adopt_orphans(False)
            signal.set_wakeup_fd(descriptor)
            for number, handler in before.items():
                signal.signal(number, handler)
            self._selector.close()
            ears.close()
            mouth.close()

    def _note_stop(self, *_: object) -> None:
        self._times_asked_to_stop += 1  # the second time while we are stopping: by force

    def _listen(self, longest: float) -> None:
        due = [child.again_at - time.monotonic() for child in self._children if child.again_at is not None]
        for key, _ in self._selector.select(max(0.0, min([longest, *due]))):
            if isinstance(key.fileobj, socket.socket):
                key.fileobj.recv(4096)
            else:
                self._pass_on(key.data)

    def _pass_on(self, child: Child, *, last: bool = False) -> None:
        for line in child.lines(last=last):
            self.say(child.name, line)

    def _tell(self) -> None:
        self._on_change({child.name: child.pid for child in self._children if child.pid})
