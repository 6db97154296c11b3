"""The kinds of problem that the API answers with: their codes, statuses and explanations, in one table."""

from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus

from ceasefire.core.errors import BadInput, Conflict, DomainError, Forbidden, Missing


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of problem; `code` is stable, and the page at `type` explains it to people."""

    code: str
    status: int
    title: str
    explanation: str

    @property
    def type(self) -> str:
        return f"/problems/{self.code}" if self.code else "about:blank"


BAD_REQUEST = Kind("bad_request", 400, "Unreadable request", "The request breaks the rules of HTTP or of this server.")
BAD_INPUT = Kind(
    "bad_input",
    400,
    "Wrong input",
    "Something that was sent is missing, malformed or impossible; nothing was changed.",
)
UNAUTHENTICATED = Kind(
    "unauthenticated",
    401,
    "Token needed",
    "Writing needs a valid token in the header Authorization: Token ….",
)
FORBIDDEN = Kind("forbidden", 403, "Not allowed", "The token or person that asks may not do this.")
MISSING = Kind("missing", 404, "Not found", "There is nothing at this address.")
METHOD_NOT_ALLOWED = Kind(
    "method_not_allowed",
    405,
    "Method not allowed",
    "This address answers other methods; the header Allow names them.",
)
NOT_ACCEPTABLE = Kind("not_acceptable", 406, "Format not offered", "The API answers in application/json.")
CONFLICT = Kind("conflict", 409, "Conflict with the record", "The request contradicts what the record already holds.")
LENGTH_REQUIRED = Kind("length_required", 411, "Length needed", "Send the body with the header Content-Length.")
TOO_LARGE = Kind("too_large", 413, "Body too large", "The body of the request is larger than this server reads.")
TOO_LONG = Kind("too_long", 414, "Address too long", "The address of the request is longer than this server reads.")
UNSUPPORTED_MEDIA_TYPE = Kind(
    "unsupported_media_type",
    415,
    "Body in another format",
    "Send the body as application/json in UTF-8, without any content encoding.",
)
TOO_MANY_REQUESTS = Kind("too_many_requests", 429, "Too many requests", "Wait as long as Retry-After says.")
SERVER_ERROR = Kind(
    "server_error",
    500,
    "Error in this server",
    "The server failed, and noted it under the number in instance. What was asked may be done or not.",
)
UNAVAILABLE = Kind(
    "unavailable",
    503,
    "Unavailable for a moment",
    "The database cannot be reached; try again after Retry-After seconds.",
)

TABLE = {
    kind.code: kind
    for kind in (
        *(
            BAD_REQUEST,
            BAD_INPUT,
            UNAUTHENTICATED,
            FORBIDDEN,
            MISSING,
            METHOD_NOT_ALLOWED,
            NOT_ACCEPTABLE,
            CONFLICT,
        ),
        *(
            LENGTH_REQUIRED,
            TOO_LARGE,
            TOO_LONG,
            UNSUPPORTED_MEDIA_TYPE,
            TOO_MANY_REQUESTS,
            SERVER_ERROR,
            UNAVAILABLE,
        ),
    )
}
_STATUS_OF = {BadInput: 400, Forbidden: 403, Missing: 404, Conflict: 409}


def of_error(error: type[DomainError]) -> Kind:
    """The kind of a domain error; one without a row in the table explains itself by its docstring."""
    if error.code in TABLE:
        return TABLE[error.code]
    status = next((_STATUS_OF[base] for base in error.__mro__ if base in _STATUS_OF), 400)
    title = error.code.replace("_", " ").capitalize()
    return Kind(error.code, status, title, " ".join((error.__doc__ or title).split()))


def of_status(status: int) -> Kind:
    """The kind of an answer of which only the status is known; for a status not in the table, a bare one."""
    for kind in TABLE.values():
        if kind.status == status:
            return kind
    try:
        phrase = HTTPStatus(status).phrase
    except ValueError:
        phrase = "Problem"
    return Kind("", status, phrase, f"{phrase}.")


def every() -> list[Kind]:
    """All kinds that this server can answer with, ordered by status and code."""
    kinds = TABLE | {error.code: of_error(error) for error in _below(DomainError)}
    return sorted(kinds.values(), key=lambda kind: (kind.status, kind.code))


def _below(error: type[DomainError]) -> Iterator[type[DomainError]]:
    for child in error.__subclasses__():
        yield child
        yield from _below(child)
