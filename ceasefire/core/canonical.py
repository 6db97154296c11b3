"""One spelling of a value as bytes, so that its hash can be computed again by anybody (RFC 8785)."""

import hashlib
from typing import Self

import rfc8785

LARGEST_INTEGER = 2**53 - 1  # beyond this, readers that use doubles would see another number


class NotCanonical(ValueError):
    """A value has no single spelling; the message names the place in it."""

    def __init__(self, reason: str, path: str = "") -> None:
        super().__init__(f"value{path}: {reason}")
        self.reason = reason
        self.path = path

    def inside(self, step: str) -> Self:
        """The same fault seen from one level further out."""
        return type(self)(self.reason, step + self.path)


def canonical_bytes(value: object) -> bytes:
    """The RFC 8785 form of plain JSON data without fractions; NotCanonical for anything else."""
    _check(value)
    return rfc8785.dumps(value)  # type: ignore[arg-type]  # _check has narrowed it


def canonical_digest(previous: bytes, body: bytes) -> bytes:
    """The link of a hash chain: SHA-256 over the previous digest followed by the body."""
    return hashlib.sha256(previous + body).digest()


def _check(value: object) -> None:
    if isinstance(value, str):
        _check_text(value)
    elif value is None or isinstance(value, bool):
        return
    elif isinstance(value, int):
        if abs(value) > LARGEST_INTEGER:
            raise NotCanonical(f"{value} is beyond 2^53-1 and would be read differently elsewhere.")
    elif isinstance(value, dict):
        _check_object(value)
    elif isinstance(value, list | tuple):
        _check_array(value)
    elif isinstance(value, float):
        raise NotCanonical(f"{value!r} is a floating-point number; write it as text or as an integer.")
    else:
        raise NotCanonical(f"{type(value).__name__} has no JSON form; convert it first.")


def _check_object(value: dict[object, object]) -> None:
    for key, item in value.items():
        if not isinstance(key, str):
            raise NotCanonical(f"the key {key!r} is not text.")
        _check_text(key)
        try:
            _check(item)
        except NotCanonical as fault:
            raise fault.inside(f".{key}") from None


def _check_array(value: list[object] | tuple[object, ...]) -> None:
    for index, item in enumerate(value):
        try:
            _check(item)
        except NotCanonical as fault:
            raise fault.inside(f"[{index}]") from None


def _check_text(value: str) -> None:
    try:
        value.encode()
    except UnicodeEncodeError:
        raise NotCanonical("half of a surrogate pair has no UTF-8 form.") from None
