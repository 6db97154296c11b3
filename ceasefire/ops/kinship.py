"""Parents and children among processes: who dies with whom, who looks after orphans, who is who."""

import ctypes
import os
import subprocess
import sys
from pathlib import Path

PR_SET_PDEATHSIG = 1
PR_SET_CHILD_SUBREAPER = 36
_libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


def die_with_parent(signal_number: int) -> None:
    """Ask Linux to signal this process when the thread that started it ends; elsewhere nothing."""
    if _libc is not None:
        _libc.prctl(PR_SET_PDEATHSIG, signal_number, 0, 0, 0)


def adopt_orphans(really: bool) -> None:
    """Ask Linux to hand the children of our dead children to us, so that we can end and reap them."""
    if _libc is not None:
        _libc.prctl(PR_SET_CHILD_SUBREAPER, int(really), 0, 0, 0)


def children() -> set[int]:
    """The processes whose parent we are, on Linux; elsewhere none are known."""
    us, found = os.getpid(), set()
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(stat.read_text().rpartition(")")[2].split()[1])
        except (OSError, IndexError, ValueError):
            continue
        if parent == us:
            found.add(int(stat.parent.name))
    return found


def born(pid: int) -> str | None:
    """When the process with this number was started, in the system's own words; None when none lives.

    Together with the number it tells a process from a later one that got the same number.
    """
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        return None if fields[0] in "ZX" else fields[19]
    except (OSError, IndexError):
        if Path("/proc/self/stat").exists():
            return None
    try:
        asked = subprocess.run(["ps", "-o", "lstart=", "-p", str(pid)], capture_output=True, text=True)
    except OSError:
        return None
    return asked.stdout.strip() or None
