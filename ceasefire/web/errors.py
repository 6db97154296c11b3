"""The pages people see when something goes wrong; those about this server's own faults ask no database."""

import sys

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader

from ceasefire.rest.problems import DATABASE_AWAY, is_api, unavailable, unavailable_page


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400, or 413 when the body is what was too large."""
    return _bare_page(request, "errors/400.html", 413 if isinstance(exception, RequestDataTooBig) else 400)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: the person who asks may not do this."""
    return _page(request, "errors/403.html", 403)


def forged_or_stale(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: a form came without the token of this site's own page, or with one of another session."""
    return render(request, "errors/403.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: nothing stands at this address."""
    return _page(request, "errors/404.html", 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500, or 503 when the database is what failed."""
    fault = sys.exc_info()[1]  # Django calls this while it handles the exception, and does not pass it
    if not isinstance(fault, DATABASE_AWAY):
        return _bare_page(request, "errors/500.html", 500)
    unavailable(fault)
    return HttpResponse(status=503) if is_api(request) else unavailable_page()


def _page(request: HttpRequest, template: str, status: int) -> HttpResponse:
    if is_api(request):
        return HttpResponse(status=status)  # the problem middleware writes the answer
    return render(request, template, status=status)


def _bare_page(request: HttpRequest, template: str, status: int) -> HttpResponse:
    """A page made without the request, which may be what cannot be read."""
    if is_api(request):
        return HttpResponse(status=status)
    return HttpResponse(loader.get_template(template).render({}), status=status)
