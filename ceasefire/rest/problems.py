"""Every error under /api/ as RFC 9457 problem+json, whoever raised it, and never with a stack trace."""

import json
import logging
import uuid
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import BadRequest, PermissionDenied, RequestDataTooBig, SuspiciousOperation
from django.db import IntegrityError, InterfaceError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.http.response import HttpResponseBase
from django.template import loader
from rest_framework.exceptions import APIException, ValidationError
from rest_framework.settings import api_settings

from ceasefire.core.errors import DomainError, FieldError
from ceasefire.rest import kinds
from ceasefire.rest.kinds import Kind
from ceasefire.rest.pages import problem_page

MEDIA_TYPE = "application/problem+json"
RETRY_AFTER = 5  # seconds; a restarted database is back within ten
DATABASE_AWAY = (OperationalError, InterfaceError)
_UNREADABLE = (SuspiciousOperation, BadRequest, MultiPartParserError, UnreadablePostError)

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Problem:
    """What went wrong, before it is written down for one request."""

    kind: Kind
    detail: str
    errors: list[FieldError] = field(default_factory=list)
    headers: Mapping[str, str] = field(default_factory=dict)


def exception_handler(exc: Exception, context: Mapping[str, Any]) -> HttpResponse | None:
    """The one place where an exception in an API view becomes an answer; None leaves a 500 to Django."""
    problem = describe(exc)
    return problem_response(problem, context["request"]) if problem else None


def describe(exc: Exception) -> Problem | None:
    """The problem that an exception stands for, or None for a fault of this server."""
    match exc:
        case DomainError():
            return Problem(kinds.of_error(type(exc)), exc.message, exc.errors)
        case ValidationError():
            return _invalid(exc)
        case APIException():
            return _refused(exc)
        case Http404():
            return Problem(kinds.MISSING, kinds.MISSING.explanation)
        case PermissionDenied():
            return Problem(kinds.FORBIDDEN, kinds.FORBIDDEN.explanation)
        case RequestDataTooBig():
            return Problem(kinds.TOO_LARGE, kinds.TOO_LARGE.explanation)
        case IntegrityError():
            return Problem(kinds.CONFLICT, _constraint_in_words(exc))
    if isinstance(exc, _UNREADABLE):
        return Problem(kinds.BAD_REQUEST, kinds.BAD_REQUEST.explanation)
    if isinstance(exc, DATABASE_AWAY):
        return unavailable(exc)
    return None


def unavailable(exc: Exception) -> Problem:
    """The problem of a database that does not answer; the reason goes to the log alone."""
    log.warning("database unavailable: %r", str(exc))
    return Problem(kinds.UNAVAILABLE, kinds.UNAVAILABLE.explanation, headers={"Retry-After": str(RETRY_AFTER)})


def problem_response(problem: Problem, request: HttpRequest) -> HttpResponse:
    """The problem written down for this request."""
    return HttpResponse(
        _body(problem, request),
        status=problem.kind.status,
        content_type=MEDIA_TYPE,
        headers=dict(problem.headers),
    )


def unavailable_page() -> HttpResponse:
    """The page for people while the database does not answer; it asks the database nothing."""
    page = loader.get_template("errors/503.html").render({})  # no request: who is logged in is in the database
    return HttpResponse(page, status=503, headers={"Retry-After": str(RETRY_AFTER)})


def is_api(request: HttpRequest) -> bool:
    """Whether the address belongs to the API."""
    return request.path_info == "/api" or request.path_info.startswith("/api/")


def request_id(request: HttpRequest) -> uuid.UUID:
    """The number under which the log knows this request."""
    number: uuid.UUID = request.META.setdefault("ceasefire.request_id", uuid.uuid4())
    return number


class ProblemMiddleware:
    """Outermost: gives each request its number, and any error under /api/ its form.

    A view that answers 5xx on purpose marks its response `expected`, and it is not logged as a fault.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        number = request_id(request)
        response = self.get_response(request)
        if response.status_code >= 500 and not getattr(response, "expected", False):
            log.error("%s %r answered %s, request %s", request.method, request.path, response.status_code, number)
        if response.status_code >= 400 and is_api(request) and response.get("Content-Type") != MEDIA_TYPE:
            _rewrite(response, request)
        return response

    def process_exception(self, request: HttpRequest, exc: Exception) -> HttpResponse | None:
        """Answer for plain views what the exception handler answers for API views, for people as a page."""
        if is_api(request):
            return exception_handler(exc, {"request": request})
        if isinstance(exc, DomainError):
            return problem_page(kinds.of_error(type(exc)), exc.message)
        if isinstance(exc, DATABASE_AWAY):
            unavailable(exc)
            return unavailable_page()
        return None


def _rewrite(response: HttpResponseBase, request: HttpRequest) -> None:
    """Change the answer in place, so that what other middleware put in its headers stays."""
    kind = kinds.of_status(response.status_code)
    body = _body(Problem(kind, kind.explanation), request)
    if isinstance(response, HttpResponse):
        response.content = body
    else:
        response.streaming_content = iter([body])  # type: ignore[attr-defined]  # the other kind there is
    response.headers["Content-Type"] = MEDIA_TYPE
    response.headers["Content-Length"] = str(len(body))
    if kind is kinds.UNAVAILABLE:
        response.headers.setdefault("Retry-After", str(RETRY_AFTER))


def _body(problem: Problem, request: HttpRequest) -> bytes:
    body: dict[str, object] = {
        "type": problem.kind.type,
        "title": problem.kind.title,
        "status": problem.kind.status,
        "detail": problem.detail,
        "instance": request_id(request).urn,
        "code": problem.kind.code,
    }
    if problem.errors:
        body["errors"] = [
            {"field": error.field, "message": error.message, "code": error.code} for error in problem.errors
        ]
    # a lone surrogate quoted from the request becomes its escape, which is JSON too
    return json.dumps(body, ensure_ascii=False).encode("utf-8", "backslashreplace")


def _invalid(exc: ValidationError) -> Problem:
    errors = list(_flatten(exc.detail, ""))
    named = [f"{error.field}: {error.message}" if error.field else error.message for error in errors]
    return Problem(kinds.BAD_INPUT, " ".join(named[:5]) or kinds.BAD_INPUT.explanation, errors)


def _flatten(detail: Any, path: str) -> Iterator[FieldError]:
    """The nested detail of a serializer as one list with dotted paths."""
    if isinstance(detail, dict):
        for key, inner in detail.items():
            own = key in ("non_field_errors", api_settings.NON_FIELD_ERRORS_KEY, "__all__")
            yield from _flatten(inner, path if own else _join(path, key))
    elif isinstance(detail, list):
        for index, inner in enumerate(detail):
            yield from _flatten(inner, _join(path, index) if isinstance(inner, dict | list) else path)
    else:
        yield FieldError(path, str(detail), getattr(detail, "code", "invalid"))


def _join(path: str, key: object) -> str:
    return f"{path}.{key}" if path else f"{key}"


def _refused(exc: APIException) -> Problem:
    codes = exc.get_codes()
    kind = kinds.TABLE.get(codes) if isinstance(codes, str) else None
    headers = {}
    if exc.status_code == 401:
        headers["WWW-Authenticate"] = getattr(exc, "auth_header", None) or "Token"
    if wait := getattr(exc, "wait", None):
        headers["Retry-After"] = f"{wait:.0f}"
    return Problem(kind or kinds.of_status(exc.status_code), str(exc.detail), headers=headers)


def _constraint_in_words(exc: IntegrityError) -> str:
    """Constraint names state their rule, so they are told; the values that broke it are not."""
    name = getattr(getattr(exc.__cause__, "diag", None), "constraint_name", None)
    rule = f" ({name.replace('_', ' ')})" if name else ""
    return f"The record refuses this, as it contradicts what is already stored{rule}."
