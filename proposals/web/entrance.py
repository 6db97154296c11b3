"""Who may come to the desk; and what somebody typed whose session had ended, kept until they are back."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth.models import User
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, QueryDict
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from ceasefire.access.roles import Ability, may
from proposals.web.form_keys import holder

View = Callable[..., HttpResponse]
_TYPED = "desk.typed"


def desk_view(ability: Ability) -> Callable[[View], View]:
    """A page for people whose role includes the ability: others get 403, and who is not logged in the log-in page."""

    def decorate(view: View) -> View:
        @wraps(view)
        @never_cache
        @require_http_methods(["GET", "HEAD", "POST"])
        def enter(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                _keep_typed(request)
                return redirect_to_login(request.get_full_path())
            if not may(request.user, ability):
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return enter

    return decorate


def person(request: HttpRequest) -> User:
    """Who is at the desk; behind `desk_view` somebody is."""
    assert isinstance(request.user, User)
    return request.user


def _keep_typed(request: HttpRequest) -> None:
    """Keep a form that came without a session, if its key shows that it was ours to give."""
    if request.method != "POST" or (person := holder(request.POST.get("key", ""))) is None:
        return
    request.session[_TYPED] = {"path": request.path, "person": person, "form": request.POST.urlencode()}
    messages.warning(
        request,
        "You were logged out before this was saved, so nothing has been saved yet. "
        "Log in again and the form comes back as you left it.",
    )


def typed_before(request: HttpRequest) -> QueryDict | None:
    """What this person had typed into this page's form when the session ended; handed out once."""
    kept = request.session.get(_TYPED)
    if not kept or kept["path"] != request.path:
        return None
    del request.session[_TYPED]
    return QueryDict(kept["form"]) if kept["person"] == request.user.pk else None
