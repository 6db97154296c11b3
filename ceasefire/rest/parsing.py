"""Request bodies: one strict JSON object in UTF-8, read the same way by everybody, or a clear refusal."""

import json
import math
from collections.abc import Iterator, Mapping
from typing import IO, Any, NoReturn

from django.conf import settings
from django.utils.http import parse_header_parameters
from rest_framework.exceptions import APIException, UnsupportedMediaType
from rest_framework.parsers import BaseParser
from rest_framework.request import Request

from ceasefire.core.canonical import LARGEST_INTEGER
from ceasefire.core.errors import BadInput
from ceasefire.core.text import shorten
from ceasefire.rest import kinds

DEEPEST = 32
_LONGEST_INTEGER = len(str(-LARGEST_INTEGER))


class BadJson(BadInput):
    """The body is not the strict JSON that is asked for: UTF-8, no key twice, no NaN, 32 levels at most."""

    code = "bad_json"


class TooLarge(APIException):
    """The body is larger than this server reads."""

    status_code = 413
    default_code = kinds.TOO_LARGE.code

    def __init__(self, limit: int) -> None:
        super().__init__(f"At most {limit:,} bytes.")


class StrictJSONParser(BaseParser):
    """Parses `application/json`; a view that takes a list of objects says `json_lists = True`."""

    media_type = "application/json"

    def parse(
        self, stream: IO[Any], media_type: str | None = None, parser_context: Mapping[str, Any] | None = None
    ) -> Any:
        context = parser_context or {}
        _refuse_encodings(media_type or self.media_type, context["request"])
        value = read_json(_read(stream, context["request"]))
        if getattr(context.get("view"), "json_lists", False):
            if not isinstance(value, dict | list):
                raise BadJson("The body must be a JSON object or a list of them.")
        elif not isinstance(value, dict):
            raise BadJson("The body must be a JSON object.")
        return value


def read_json(body: bytes) -> Any:
    """The value of strict JSON text, or BadJson with the place of what is wrong."""
    try:
        text = body.decode()
    except UnicodeDecodeError as error:
        raise BadJson(f"The body is not UTF-8: byte {error.start + 1} cannot be read.") from None
    if text.startswith("\ufeff"):
        raise BadJson("The body starts with a byte order mark; send it without.")
    try:
        value = json.loads(
            text,
            object_pairs_hook=_object_without_repeats,
            parse_float=_finite,
            parse_int=_exact,
            parse_constant=_no_constant,
        )
    except json.JSONDecodeError as error:
        raise BadJson(f"This is not JSON: {error.msg} at line {error.lineno}, column {error.colno}.") from None
    except RecursionError:
        raise BadJson(f"The body is nested deeper than {DEEPEST} levels.") from None
    _refuse_odd_values(value)
    return value


def _refuse_encodings(media_type: str, request: Request) -> None:
    _, parameters = parse_header_parameters(media_type)
    if parameters.get("charset", "utf-8").lower() not in ("utf-8", "utf8"):
        raise UnsupportedMediaType(media_type, "The body must be in UTF-8; this says another charset.")
    if request.META.get("HTTP_CONTENT_ENCODING", "identity").lower() != "identity":
        raise UnsupportedMediaType(media_type, "The body must come without a Content-Encoding.")


def _read(stream: IO[Any], request: Request) -> bytes:
    limit = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    if int(request.META.get("CONTENT_LENGTH") or 0) > limit:
        raise TooLarge(limit)
    body: bytes = stream.read(limit + 1)  # the header may lie
    if len(body) > limit:
        raise TooLarge(limit)
    return body


def _object_without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise BadJson(f"The key {shorten(key)!r} comes twice in one object.")
        found[key] = value
    return found


def _finite(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise BadJson(f"The number {text[:20]} is too large to be kept.")
    return value


def _exact(text: str) -> int:
    if len(text) > _LONGEST_INTEGER or abs(value := int(text)) > LARGEST_INTEGER:
        raise BadJson(f"The number {text[:20]} is beyond 2^53-1, where readers of JSON no longer agree.")
    return value


def _no_constant(name: str) -> NoReturn:
    raise BadJson(f"{name} is no JSON number.")


def _refuse_odd_values(value: Any) -> None:
    """Look at every text and every level, without recursion."""
    waiting = [("", value, 1)]
    while waiting:
        path, item, depth = waiting.pop()
        if isinstance(item, str):
            _refuse_odd_text(item, path)
        elif isinstance(item, dict | list):
            if depth > DEEPEST:
                raise BadJson(f"The body is nested deeper than {DEEPEST} levels.")
            waiting += [(inner_path, inner, depth + 1) for inner_path, inner in _inside(item, path)]


def _inside(item: dict[str, Any] | list[Any], path: str) -> Iterator[tuple[str, Any]]:
    prefix = f"{path}." if path else ""
    if isinstance(item, list):
        yield from ((f"{prefix}{index}", inner) for index, inner in enumerate(item))
        return
    for key, inner in item.items():
        _refuse_odd_text(key, f"{prefix}{shorten(key)!r}")
        yield f"{prefix}{shorten(key)}", inner


def _refuse_odd_text(text: str, path: str) -> None:
    if "\0" in text:
        raise BadJson("This contains the character U+0000, which cannot be stored.", field=path)
    try:
        text.encode()
    except UnicodeEncodeError as error:
        half = f"U+{ord(text[error.start]):04X}"
        raise BadJson(f"This contains half of a surrogate pair ({half}).", field=path) from None
