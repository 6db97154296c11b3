"""Views that only read."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

View = Callable[..., HttpResponse]


def readonly_view(view: View) -> View:
    """A page that answers GET and HEAD and nothing else."""

    @wraps(view)
    @require_safe
    def read(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return view(request, *args, **kwargs)

    return read
