"""Tokens in the admin, and one log-in for everything."""

from django.conf import settings
from django.contrib import admin
from django.contrib.auth import REDIRECT_FIELD_NAME
from django.contrib.auth.views import redirect_to_login
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from ceasefire.access.models import Token


@admin.register(Token)
class TokenAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # it takes none when it runs
    """Tokens are seen and revoked here; `manage.py create_token` makes them, and shows each once."""

    list_display = ("token_key", "user", "scopes", "created", "expiry")
    list_filter = ("user",)
    search_fields = ("user__username", "token_key")
    list_select_related = ("user",)
    fields = ("token_key", "user", "scopes", "created", "expiry")
    ordering = ("-created",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return False


def log_in(request: HttpRequest, extra_context: object = None) -> HttpResponse:
    """The site's own log-in page, with its limit on wrong passwords, is the admin's too."""
    onward = request.GET.get(REDIRECT_FIELD_NAME, "")
    if not url_has_allowed_host_and_scheme(onward, {request.get_host()}, require_https=request.is_secure()):
        onward = reverse("admin:index")
    if admin.site.has_permission(request):
        return redirect(onward)
    return redirect_to_login(onward, settings.LOGIN_URL)


admin.site.login = log_in
