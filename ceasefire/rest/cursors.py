"""Cursors of keyset pages: the values of the last row seen, bound to the order they were read in."""

import base64
import binascii
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import DateField, DateTimeField, Field, IntegerField
from django.utils.timezone import is_naive

from ceasefire.core.errors import BadInput

LONGEST = 1_000
_LARGEST = 2**63 - 1

Direction = Literal["after", "before"]


class BadCursor(BadInput):
    """A cursor is not one that this list gave out in this order; start again without it."""

    code = "bad_cursor"

    def __init__(self) -> None:
        super().__init__("This cursor is not one that this list gave out in this order.", field="cursor")


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where a page starts: next to a row with these values, in this direction of this order."""

    direction: Direction
    ordering: tuple[str, ...]
    values: tuple[Any, ...]


def encode(cursor: Cursor) -> str:
    """The cursor as it stands in an address."""
    values = [_plain(value) for value in cursor.values]
    packed = json.dumps([cursor.direction, ",".join(cursor.ordering), *values], separators=(",", ":"))
    return base64.urlsafe_b64encode(packed.encode()).decode().rstrip("=")


def decode(text: str, ordering: tuple[str, ...], fields: Sequence["Field[Any, Any]"]) -> Cursor:
    """Read a cursor of a list in this order over these fields; BadCursor for anything else."""
    direction, said_ordering, *values = _unpack(text)
    if direction not in ("after", "before") or said_ordering != ",".join(ordering):
        raise BadCursor
    if len(values) != len(fields):
        raise BadCursor
    return Cursor(direction, ordering, tuple(map(_value, fields, values)))


def _unpack(text: str) -> list[Any]:
    if len(text) > LONGEST:
        raise BadCursor
    try:
        packed = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
        unpacked = json.loads(packed.decode())
    except (binascii.Error, ValueError, RecursionError):
        raise BadCursor from None
    if not isinstance(unpacked, list) or len(unpacked) < 2:
        raise BadCursor
    return unpacked


def _plain(value: Any) -> int | str:
    match value:
        case bool():
            return int(value)
        case int() | str():
            return value
        case date() | datetime():
            return value.isoformat()
        case UUID():
            return str(value)
    raise TypeError(f"A list cannot be ordered by {type(value).__name__} values.")


def _value(field: "Field[Any, Any]", raw: Any) -> Any:
    """The value of a column as the cursor says it, in the type of the column."""
    try:
        _check_plain(field, raw)
        value = field.to_python(raw)
    except (ValidationError, ValueError, OverflowError, TypeError):
        raise BadCursor from None
    if isinstance(field, DateTimeField) and is_naive(value):
        raise BadCursor
    return value


def _check_plain(field: "Field[Any, Any]", raw: Any) -> None:
    if isinstance(field, IntegerField):
        if type(raw) is not int or abs(raw) > _LARGEST:
            raise BadCursor
    elif not isinstance(raw, str) or "\0" in raw or isinstance(field, DateField) and not raw[:4].isdecimal():
        raise BadCursor
    else:
        raw.encode()
