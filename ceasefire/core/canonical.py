"""One spelling of a value as bytes, so that its hash can be computed again by anybody (RFC 8785)."""

import hashlib

import rfc8785

LARGEST_INTEGER = 2**53 - 1  # beyond this, readers that use doubles would see another number


class NotCanonical(ValueError):
    """A value has no single spelling; the message names the place in it."""


def canonical_bytes(value: object) -> bytes:
    """The RFC 8785 form of plain JSON data without fractions; NotCanonical for anything else."""
    _check(value, "value")
    return rfc8785.dumps(value)  # type: ignore[arg-type]  # _check has narrowed it


def canonical_digest(previous: bytes, body: bytes) -> bytes:
    """The link of a hash chain: SHA-256 over the previous digest followed by the body."""
    return hashlib.sha256(previous + body).digest()


def _check(value: object, path: str) -> None:
    match value:
        case None | bool():
            pass
        case int():
            if abs(value) > LARGEST_INTEGER:
                raise NotCanonical(
                    f"{path}: {value} is beyond 2^53-1 and would be read differently elsewhere."
                )
        case str():
            _check_text(value, path)
        case dict():
            _check_object(value, path)
        case list() | tuple():
            for index, item in enumerate(value):
                _check(item, f"{path}[{index}]")
        case float():
            raise NotCanonical(
                f"{path}: {value!r} is a floating-point number; write it as text or as an integer."
            )
        case _:
            raise NotCanonical(f"{path}: {type(value).__name__} has no JSON form; convert it first.")


def _check_object(value: dict[object, object], path: str) -> None:
    for key, item in value.items():
        if not isinstance(key, str):
            raise NotCanonical(f"{path}: the key {key!r} is not text.")
        _check_text(key, path)
        _check(item, f"{path}.{key}")


def _check_text(value: str, path: str) -> None:
    try:
        value.encode()
    except UnicodeEncodeError:
        raise NotCanonical(f"{path}: half of a surrogate pair has no UTF-8 form.") from None
