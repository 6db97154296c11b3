"""Advisory file locks: the kernel lets go of them when their holder dies, however it dies."""

import fcntl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from ceasefire.ops.unusable import Unusable


class Held(Exception):
    """Somebody else holds the lock; the message is what they wrote into it."""


@contextmanager
def lock(path: Path, *, shared: bool = False, patience: float | None = None, note: str = "") -> Iterator[None]:
    """Hold the lock; wait for it as long as it takes, or for `patience` seconds and then raise Held."""
    with _open(path) as file:
        _take(file, fcntl.LOCK_SH if shared else fcntl.LOCK_EX, patience)
        if not shared:
            file.truncate(0)
            file.write(note)
            file.flush()
        yield


def _open(path: Path) -> IO[str]:
    try:
        path.parent.mkdir(mode=0o700, exist_ok=True)
        return open(path, "a+")
    except OSError as fault:
        raise Unusable(f"{path} cannot be written ({fault.strerror}).") from fault


def _take(file: IO[str], kind: int, patience: float | None) -> None:
    if patience is None:
        fcntl.flock(file, kind)
        return
    deadline = time.monotonic() + patience
    while True:
        try:
            fcntl.flock(file, kind | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            if time.monotonic() >= deadline:
                file.seek(0)
                raise Held(file.read()) from None
            time.sleep(0.05)
