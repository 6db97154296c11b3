"""Who a program is: `Authorization: Token …`."""

from typing import Any

from drf_spectacular.extensions import OpenApiAuthenticationExtension
from knox.auth import TokenAuthentication as KnoxAuthentication
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.request import Request

SCHEME = b"token"


class TokenAuthentication(KnoxAuthentication):  # type: ignore[misc]  # Knox ships no types
    """Knox's token check, and a clear 401 for any other scheme or for bytes that are no token."""

    def authenticate(self, request: Request) -> Any:
        header = request.META.get("HTTP_AUTHORIZATION", "")
        if header and not header.isascii():
            raise AuthenticationFailed("The Authorization header holds characters that no token has.")
        words = header.split()
        if words and words[0].lower().encode() != SCHEME:
            raise AuthenticationFailed("Write the header as “Authorization: Token …”.")
        return super().authenticate(request)


class TokenScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]  # it ships no types
    """How the schema tells of tokens; registers itself by being defined."""

    target_class = TokenAuthentication
    name = "token"

    def get_security_definition(self, auto_schema: Any) -> dict[str, str]:
        return {
            "type": "apiKey",
            "in": "header",
            "name": "Authorization",
            "description": "“Token ”, then a token of `manage.py create_token`.",
        }
