"""The pages behind the `type` of each problem: what it means and what to do about it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader
from django.views.decorators.http import require_safe

from ceasefire.rest import kinds
from ceasefire.rest.kinds import Kind


@require_safe
def problem(request: HttpRequest, code: str) -> HttpResponse:
    """Explain one kind of problem, beside a list of the others."""
    every = kinds.every()
    for kind in every:
        if kind.code == code:
            return render(request, "errors/problem.html", {"kind": kind, "kinds": every})
    raise Http404


def problem_page(kind: Kind, detail: str) -> HttpResponse:
    """Refuse a request of a person, with the status of a kind of problem and what went wrong this time."""
    page = loader.get_template("errors/problem.html").render({"kind": kind, "detail": detail})
    return HttpResponse(page, status=kind.status)
