"""TCP ports on this machine."""

import errno
import random
import socket

LOOPBACK = "127.0.0.1"
LOWEST, HIGHEST = 20_000, 32_000  # below the range from which systems take ports for outgoing connections


def obstacle(port: int, host: str = LOOPBACK) -> str | None:
    """Why a server could not listen there now, in words; None when it could."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
            probe.listen(1)  # where others listen with SO_REUSEADDR, only this tells
    except OSError as fault:
        if fault.errno == errno.EADDRINUSE:
            return "is taken"
        if fault.errno == errno.EACCES:
            return "is not allowed to this user"
        return f"cannot be used ({fault.strerror})"
    return None


def is_free(port: int) -> bool:
    return obstacle(port) is None


def free_port(host: str = LOOPBACK) -> int:
    """A port nobody listens on."""
    for port in random.sample(range(LOWEST, HIGHEST), 200):
        if obstacle(port, host) is None:
            return port
    raise OSError(errno.EADDRINUSE, f"no free port between {LOWEST} and {HIGHEST} on {host}")


def numeric(host: str) -> str:
    """The address that a host name stands for. OSError when it stands for none."""
    return str(socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)[0][4][0])
