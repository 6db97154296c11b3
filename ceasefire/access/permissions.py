"""Who may do what over REST."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rest_framework.permissions import SAFE_METHODS, BasePermission

from ceasefire.access.models import Scope
from ceasefire.access.roles import may
from ceasefire.access.services import ABILITIES

if TYPE_CHECKING:  # these load the permission classes themselves
    from rest_framework.request import Request
    from rest_framework.views import APIView


class ReadAnyoneWriteByScope(BasePermission):
    """Reading is open. Writing needs a token with the view's scope (`write` unless it names another) and the role."""

    def has_permission(self, request: Request, view: APIView) -> bool:
        if request.method in SAFE_METHODS:
            return True
        scope = getattr(view, "write_scope", Scope.WRITE)
        token: Any = request.auth
        self.message = f"This needs a token with the scope “{scope}” of somebody whose role allows it."
        return token is not None and scope in token.scopes and may(request.user, ABILITIES[scope])
