"""Our own PostgreSQL: a child in the foreground, on 127.0.0.1, with a password, never as root."""

import signal
from pathlib import Path

import psycopg2

from ceasefire.ops import addresses, datadir, ports
from ceasefire.ops.accounts import Account
from ceasefire.ops.addresses import Address
from ceasefire.ops.datadir import DataDirectory
from ceasefire.ops.programs import Program

SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",  # a socket's path has a limit, and a home may lie deep
    "shared_buffers": "256MB",
    "max_connections": "100",
    "password_encryption": "scram-sha-256",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "logging_collector": "off",
    "log_min_messages": "warning",
    "log_checkpoints": "off",
    "log_line_prefix": "",
}
IN_A_HURRY = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "shared_buffers": "128MB",
}


def own() -> Program:
    """The PostgreSQL of this home, ready to be started, on the recorded port or, if taken, another one.

    Only the holder of the home's lock may call it. Unusable says what stands in the way.
    """
    directory = datadir.find_or_make()
    address = addresses.own_postgres()
    datadir.make_ready(directory, address.password)
    if not ports.is_free(address.port):
        address = addresses.move("postgres", ports.free_port())
    return _program(directory, address, SETTINGS)


def temporary(base: Path, address: Address, *, account: Account | None) -> Program:
    """A PostgreSQL for tests, in a directory of theirs, that forgets everything when the machine does."""
    directory = DataDirectory(base, account)
    datadir.make_ready(directory, address.password, durable=False)
    return _program(directory, address, SETTINGS | IN_A_HURRY)


def answers(address: Address) -> bool:
    """Whether our database can be used there now."""
    try:
        psycopg2.connect(addresses.own_database_url(address), connect_timeout=2).close()
    except psycopg2.OperationalError:
        return False
    return True


def _has_started(directory: DataDirectory) -> bool:
    """What the server itself notes; asking it earlier would only fill its log."""
    try:
        return (directory.data / "postmaster.pid").read_text().rstrip().endswith("ready")
    except OSError:
        return False


def _program(directory: DataDirectory, address: Address, settings: dict[str, str]) -> Program:
    options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
    return Program(
        name="postgres",
        argv=(
            str(directory.programs / "postgres"),
            "-D",
            str(directory.data),
            "-p",
            str(address.port),
            *options,
        ),
        directory=directory.base,
        environment={"LC_ALL": "C", "TZ": "UTC"},
        account=directory.account,
        ready=lambda: _has_started(directory) and answers(address),
        stop_signal=signal.SIGINT,  # fast: SIGTERM would wait for every client to leave
        orphan_signal=signal.SIGINT,
    )
