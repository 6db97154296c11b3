"""The directory PostgreSQL keeps its data in: where it lies, how it is made, and whether it can be used.

Under the home there is `postgres/`, or, where the unprivileged account as which root runs PostgreSQL cannot
enter it, a link `postgres` to a directory it can enter. Nothing here ever deletes or overwrites data.
"""

import os
import secrets
import shutil
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from ceasefire.ops import accounts, binaries
from ceasefire.ops.accounts import Account
from ceasefire.ops.addresses import DATABASE, OWNER, home, make_home, write_private
from ceasefire.ops.unusable import Unusable, last_words

NEVER_SERVED = "data.unfinished"
OWNER_NOTE = "home"
INITDB = (
    f"--username={OWNER}",
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",  # the same order on every machine
    "--builtin-locale=C.UTF-8",
    "--no-instructions",
)


@dataclass(frozen=True)
class DataDirectory:
    """A base directory with `data/` in it, and the account that owns it (None: ourselves)."""

    base: Path
    account: Account | None

    @property
    def data(self) -> Path:
        return self.base / "data"

    @property
    def programs(self) -> Path:
        return binaries.directory(self.account)


def find_or_make() -> DataDirectory:
    """The data directory of this home. Unusable when somebody else's or unreachable."""
    base = make_home() / "postgres"
    try:
        if (base / OWNER_NOTE).exists():
            _settle_whose(base)
        if (base / "data").exists():
            return DataDirectory(base.resolve(), accounts.servant((base / "data").stat().st_uid))
        if base.is_symlink() and not base.exists():
            raise Unusable(f"it points to {base.readlink()}, which is gone: bring that back, or remove the link.")
        account = accounts.servant()
        return DataDirectory(base.resolve() if base.exists() else _make_base(base, account), account)
    except Unusable as fault:
        raise Unusable(f"{base}: {fault}") from fault
    except OSError as fault:
        raise Unusable(f"{base} cannot be used ({fault.strerror}).") from fault


def make_ready(directory: DataDirectory, password: str, *, durable: bool = True) -> None:
    """Make the data when there is none; else see that it is whole, ours, and served by nobody else."""
    data = directory.data
    try:
        if not data.exists() or not any(data.iterdir()):
            _initdb(directory, password, durable=durable)
        _refuse_what_cannot_be_served(directory)
        _clear_postmaster_pid(data)
    except OSError as fault:
        raise Unusable(f"{data} cannot be used ({fault.strerror}).") from fault


def _settle_whose(link: Path) -> None:
    """Keep the link of a home that was moved; drop that of a copy, whose original goes on using what it points to."""
    owner = Path((link / OWNER_NOTE).read_text())
    if owner == home():
        return
    if (owner / link.name).is_symlink() and (owner / link.name).resolve() == link.resolve():
        link.unlink()
    else:
        (link / OWNER_NOTE).write_text(str(home()))


def _make_base(base: Path, account: Account | None) -> Path:
    """A directory that the account passes through and cannot write: what root does in it is out of its reach."""
    inside = account is None or account.can_enter(base.parent)
    place = base if inside else binaries.make_shared() / f"{home().name}-{secrets.token_hex(4)}"
    place.mkdir(mode=0o700)
    if account is not None:
        place.chmod(0o711)
    if not inside:
        (place / OWNER_NOTE).write_text(str(home()))
        base.symlink_to(place)
    return place


def _initdb(directory: DataDirectory, password: str, *, durable: bool) -> None:
    """Make the data under another name first, so that what bears the final name is always whole."""
    unfinished = directory.base / NEVER_SERVED
    if unfinished.exists():
        shutil.rmtree(unfinished)  # never had a row in it: the name says that it was never served
    unfinished.mkdir(mode=0o700)
    secret = directory.base / "password.tmp"
    write_private(secret, password)
    try:
        if directory.account:
            for path in (unfinished, secret):
                os.chown(path, directory.account.uid, directory.account.gid)
        options = [*INITDB, f"--pwfile={secret}", f"--pgdata={unfinished}"]
        _run(directory, "initdb", *options, *([] if durable else ["--no-sync"]))
        create = f"CREATE DATABASE {DATABASE};\n"
        _run(directory, "postgres", "--single", "-D", str(unfinished), "postgres", words=create)
    finally:
        secret.unlink()
    if directory.data.exists():
        directory.data.rmdir()  # it was empty
    unfinished.rename(directory.data)


def _run(directory: DataDirectory, program: str, *options: str, words: str = "") -> None:
    command = [str(directory.programs / program), *options]
    done = (directory.account.run if directory.account else accounts.run)(command, words)
    if done.returncode or "ERROR" in done.stderr:
        raise Unusable(f"The database could not be made: {last_words((done.stdout + done.stderr).splitlines())}")


def _refuse_what_cannot_be_served(directory: DataDirectory) -> None:
    data, version = directory.data, directory.data / "PG_VERSION"
    if not version.exists() or not (data / "global" / "pg_control").exists():
        raise Unusable(
            f"{data} is no whole database (PG_VERSION or pg_control is missing): restore it or move it away."
        )
    made_by, ours = version.read_text().strip(), binaries.major(directory.programs)
    if made_by != str(ours):
        raise Unusable(
            f"{data} was made by PostgreSQL {made_by} and the installed one is {ours}: "
            "dump it with the old one and load it into an empty home. Nothing was changed."
        )
    if not os.access(data, os.W_OK):
        raise Unusable(f"{data} cannot be written by this user.")


def _clear_postmaster_pid(data: Path) -> None:
    """Remove a dead server's pid file, even when another program has its number now; end a left-over server.

    Whoever calls holds the home's lock, so a server on this data is one whose supervisor is gone.
    """
    note = data / "postmaster.pid"
    deadline = time.monotonic() + 15
    while (pid := _noted(note)) and _serves(pid, data):
        if time.monotonic() > deadline:
            raise Unusable(f"{data} is still served by process {pid}, which does not end.")
        os.kill(pid, signal.SIGINT)
        time.sleep(0.2)
    note.unlink(missing_ok=True)


def _noted(note: Path) -> int:
    try:
        return abs(int(note.read_text().split("\n", 1)[0]))
    except (FileNotFoundError, ValueError):
        return 0


def _serves(pid: int, data: Path) -> bool:
    """Whether that process is a PostgreSQL on this data, by its command line."""
    try:
        words = Path(f"/proc/{pid}/cmdline").read_bytes().decode(errors="replace")
    except OSError:
        if Path("/proc/self").exists():
            return False
        words = subprocess.run(["ps", "-o", "command=", "-p", str(pid)], capture_output=True, text=True).stdout
    return "postgres" in words and str(data) in words
