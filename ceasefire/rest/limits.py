"""What the server reads at most: addresses, parameters, and bodies whose length nobody announced."""

from collections.abc import Callable
from io import BytesIO

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from ceasefire.rest import kinds
from ceasefire.rest.pages import problem_page
from ceasefire.rest.problems import Problem, is_api, problem_response

LONGEST_ADDRESS = 8 * 1024
MOST_PARAMETERS = 200


class RequestLimits:
    """Refuses a request that is too long before anything reads it; stands inside the header middleware."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        problem = _address_problem(request) or _body_problem(request)
        return _answer(problem, request) if problem else self.get_response(request)


def _answer(problem: Problem, request: HttpRequest) -> HttpResponse:
    response = problem_response(problem, request) if is_api(request) else problem_page(problem.kind, problem.detail)
    response.headers["Content-Length"] = str(len(response.content))  # the middleware that counts stands further in
    return response


def _address_problem(request: HttpRequest) -> Problem | None:
    length = len(request.get_full_path())
    if length > LONGEST_ADDRESS:
        return Problem(kinds.TOO_LONG, f"At most {LONGEST_ADDRESS:,} characters; this address has {length:,}.")
    parameters = request.META.get("QUERY_STRING", "").count("&") + 1
    if parameters > MOST_PARAMETERS:
        detail = f"At most {MOST_PARAMETERS} query parameters; this address has {parameters:,}."
        return Problem(kinds.BAD_REQUEST, detail)
    return None


def _body_problem(request: HttpRequest) -> Problem | None:
    """Read a body sent in chunks whole, since Django takes one without a length for empty."""
    if "HTTP_TRANSFER_ENCODING" not in request.META:
        return None
    if not request.META.get("wsgi.input_terminated"):
        return Problem(kinds.LENGTH_REQUIRED, kinds.LENGTH_REQUIRED.explanation)
    limit = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    body = request.META["wsgi.input"].read(limit + 1)
    if len(body) > limit:
        return Problem(kinds.TOO_LARGE, f"At most {limit:,} bytes; this body has more.")
    request.META["CONTENT_LENGTH"] = str(len(body))
    request._stream = BytesIO(body)
    return None
