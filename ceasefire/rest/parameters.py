"""Query parameters: each one known, said once and not empty, or refused by its name."""

from collections.abc import Collection

from django.http import QueryDict

from ceasefire.core.errors import BadInput, FieldError, Missing
from ceasefire.core.text import shorten


class BadParameter(BadInput):
    """A query parameter is not known here, is said twice, or has a value that it cannot take."""

    code = "bad_parameter"


def check(query: QueryDict, known: Collection[str], *, repeatable: Collection[str] = ()) -> None:
    """Refuse what a view does not know; BadParameter names each wrong parameter."""
    _check_format(query)
    wrong = {
        name: message
        for name, values in query.lists()
        if (message := _what_is_wrong(name, values, known, name in repeatable))
    }
    if wrong:
        errors = [FieldError(shorten(name), message, BadParameter.code) for name, message in wrong.items()]
        raise BadParameter(" ".join(f"{error.field!r}: {error.message}" for error in errors[:5]), errors=errors)


def _check_format(query: QueryDict) -> None:
    wanted = query.get("format", "json")
    if wanted != "json":
        raise Missing(f"There is no format {shorten(wanted)!r} here; the API answers in json.", field="format")


def _what_is_wrong(name: str, values: list[str], known: Collection[str], repeatable: bool) -> str:
    if name not in known and name != "format":
        listed = f"known are {', '.join(sorted(known))}" if known else "none is known"
        return f"There is no such parameter here; {listed}."
    if len(values) > 1 and not repeatable:
        return "Say this once."
    if not all(values):
        return "Say a value, or leave this out."
    if any("\0" in value for value in values):
        return "This contains the character U+0000."
    return ""
