"""What stands in the way, in one line."""

from collections.abc import Iterable

LOUD = ("FATAL", "PANIC", "ERROR:", "error:", "Error:")


class Unusable(Exception):
    """Something on this machine stands in the way; the message says what, in one line."""


def last_words(lines: Iterable[str]) -> str:
    """The line that says most about why a program ended: the last one about an error, else the last."""
    spoken = [line.strip() for line in lines if line.strip()]
    loud = [line for line in spoken if any(word in line for word in LOUD)]
    return (loud or spoken or ["nothing"])[-1]
