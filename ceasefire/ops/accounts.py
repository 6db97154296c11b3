"""The unprivileged account as which root runs PostgreSQL, which refuses to run as root."""

import os
import pwd
import signal
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from ceasefire.ops.kinship import die_with_parent
from ceasefire.ops.unusable import Unusable

CANDIDATES = ("postgres", "nobody")


@dataclass(frozen=True)
class Account:
    """An existing account of this machine."""

    name: str
    uid: int
    gid: int

    def can(self, *command: str) -> bool:
        """Whether the command succeeds for this account; trying it also covers ACLs and mounts."""
        return self.run(command).returncode == 0

    def can_enter(self, directory: Path) -> bool:
        return self.can("/bin/sh", "-c", 'cd -- "$1"', "sh", str(directory))

    def run(self, command: Sequence[str], words: str = "") -> subprocess.CompletedProcess[str]:
        """Run a command as this account; Unusable when this process may not switch to it."""
        try:
            return run(command, words, user=self.uid, group=self.gid, extra_groups=[])
        except OSError as fault:
            if fault.filename is None:  # not the command was refused but the switch
                raise Unusable(may_not_switch(self)) from fault
            return subprocess.CompletedProcess(command, 126, "", str(fault))


def run(command: Sequence[str], words: str = "", **more: Any) -> subprocess.CompletedProcess[str]:
    """Run a command away from our directory and our secrets."""
    return subprocess.run(
        command, input=words, cwd="/", env={"LC_ALL": "C", "TZ": "UTC"}, capture_output=True, text=True,
        errors="replace", preexec_fn=partial(die_with_parent, signal.SIGKILL), **more,
    )  # fmt: skip


def may_not_switch(account: Account) -> str:
    return (
        f"PostgreSQL refuses to run as root, and we may not switch to the account “{account.name}”: "
        "run as an ordinary user, or set DATABASE_URL."
    )


def servant(owner: int | None = None) -> Account | None:
    """The account to run PostgreSQL as: None is oneself; for root the data's owner, else a candidate.

    Raises Unusable when root finds no such account, or an ordinary user somebody else's data.
    """
    if os.geteuid() != 0:
        if owner not in (None, os.geteuid()):
            raise Unusable(f"it belongs to {_name(owner)}, and PostgreSQL serves only its owner's data.")
        return None
    if owner == 0:
        raise Unusable("it belongs to root, as whom PostgreSQL refuses to run: give it to another (chown -R).")
    for candidate in CANDIDATES if owner is None else (owner,):
        try:
            entry = pwd.getpwnam(candidate) if isinstance(candidate, str) else pwd.getpwuid(candidate)
        except KeyError:
            continue
        return Account(entry.pw_name, entry.pw_uid, entry.pw_gid)
    raise Unusable("PostgreSQL refuses to run as root, and there is no account “postgres” or “nobody” to run it as.")


def _name(uid: int | None) -> str:
    try:
        return pwd.getpwuid(uid or 0).pw_name
    except KeyError:
        return f"user {uid}"
