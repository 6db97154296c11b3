"""The two questions that machines ask about this one."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from ceasefire.ops import health


@require_safe
@never_cache
def healthz(request: HttpRequest) -> HttpResponse:
    """This process answers."""
    return JsonResponse({"alive": True})


@require_safe
@never_cache
def readyz(request: HttpRequest) -> HttpResponse:
    """Everything works, or what does not."""
    found = health.check()
    answer = JsonResponse(found.as_dict(), status=200 if found.ready else 503)
    answer.expected = True  # type: ignore[attr-defined]  # no fault of this process: see ProblemMiddleware
    answer._has_been_logged = True  # type: ignore[attr-defined]  # Django logs each 503, and who asks comes every second
    return answer
