"""Where the database and the broker are: as the environment says, else our own, as recorded under the home.

Nothing here needs Django or a running server: an address of our own is known before its server is started.
"""

import json
import os
import secrets
import tempfile
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import parse_qs, quote, unquote, urlsplit

from ceasefire.ops.locks import lock
from ceasefire.ops.ports import free_port
from ceasefire.ops.unusable import Unusable

REPOSITORY = Path(__file__).resolve().parent.parent.parent
OWNER = "ceasefire_owner"  # migrates and, until the application has a role of its own beside it, runs it
DATABASE = "ceasefire"


@dataclass(frozen=True)
class Address:
    """Where one of our own servers listens on 127.0.0.1, and the password it wants."""

    port: int
    password: str


def home() -> Path:
    """The directory of everything this installation keeps. It is made when something is first kept in it."""
    return Path(os.environ.get("CEASEFIRE_HOME") or REPOSITORY / "var").absolute()


def secret_key() -> str:
    """The key that signs sessions: random, made once."""
    return _keep("secret_key", lambda: secrets.token_urlsafe(64))


def database_url() -> str:
    return os.environ.get("DATABASE_URL") or own_database_url(own_postgres())


def own_database_url(address: Address, name: str = DATABASE) -> str:
    login = f"{OWNER}:{quote(address.password, safe='')}"
    return f"postgres://{login}@127.0.0.1:{address.port}/{name}?sslmode=disable&gssencmode=disable"


def redis_url() -> str:
    """The broker's address as redis-py reads it."""
    return os.environ.get("REDIS_URL") or own_redis_url(own_broker())


def own_redis_url(address: Address) -> str:
    return f"redis://:{quote(address.password, safe='')}@127.0.0.1:{address.port}/0"


def broker_url() -> str:
    """The broker's address as Celery reads it, which has its own words for sockets and certificates."""
    url = redis_url()
    parts = urlsplit(url)
    query = parse_qs(parts.query)
    if parts.scheme == "unix":
        login = f"{parts.netloc.rpartition('@')[0]}@" if "@" in parts.netloc else ""
        return f"redis+socket://{login}{parts.path}?virtual_host={query.get('db', ['0'])[0]}"
    if parts.scheme == "rediss" and "ssl_cert_reqs" not in query:  # else Celery takes any certificate
        return f"{url}{'&' if parts.query else '?'}ssl_cert_reqs=required"
    return url


def own_postgres() -> Address:
    return _recorded("postgres")


def own_broker() -> Address:
    return _recorded("broker")


def move(server: str, port: int) -> Address:
    """Record another port for "postgres" or "broker"; only whoever is about to start it may do so."""
    address = Address(port=port, password=_recorded(server).password)
    write_private(home() / f"{server}.json", json.dumps(asdict(address)))
    return address


def without_password(url: str) -> str:
    """The address for people: host, port and name."""
    parts = urlsplit(url)
    return f"{parts.hostname or unquote(parts.path)}{f':{parts.port}' if parts.port else ''}"


def make_home() -> Path:
    """The home, made when missing: others may pass through (the database's account must), not look."""
    path = home()
    try:
        path.mkdir(mode=0o711, parents=True, exist_ok=True)
    except OSError as fault:
        raise Unusable(f"{path} cannot be made ({fault.strerror}); CEASEFIRE_HOME can name another place.") from fault
    return path


def write_private(path: Path, text: str) -> None:
    """Write a file that only its owner can read, whole or not at all."""
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        with os.fdopen(handle, "w") as file:
            file.write(text)
        os.replace(name, path)
    except OSError as fault:
        raise Unusable(f"{path} cannot be written ({fault.strerror}).") from fault


def _recorded(server: str) -> Address:
    text = _keep(f"{server}.json", lambda: json.dumps(asdict(_fresh_address())))
    try:
        return Address(**json.loads(text))
    except (ValueError, TypeError) as fault:
        raise Unusable(f"{home() / f'{server}.json'} is damaged: expected a port and a password.") from fault


def _fresh_address() -> Address:
    return Address(port=free_port(), password=secrets.token_urlsafe(24))


def _keep(name: str, make: Callable[[], str]) -> str:
    """What the home directory has under this name; something newly made when it has nothing yet."""
    path = make_home() / name
    try:
        return path.read_text()
    except FileNotFoundError:
        pass
    except OSError as fault:
        raise Unusable(f"{path} cannot be read ({fault.strerror}); it belongs to the user who made it.") from fault
    with lock(home() / "run" / "records.lock"):  # of two at once, one makes it, both read it
        if not path.exists():
            write_private(path, make())
        return path.read_text()
