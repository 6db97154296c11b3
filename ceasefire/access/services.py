"""Accounts and tokens."""

import secrets
from collections.abc import Sequence
from datetime import timedelta

from django.contrib.auth import get_user_model
from django.contrib.auth.models import User
from django.db import transaction

from ceasefire.access.models import Scope, Token
from ceasefire.access.roles import ROLES, Ability, ensure_groups, may
from ceasefire.core.errors import BadInput, Forbidden, Missing

IMPORTER = "importer"


@transaction.atomic
def first_accounts() -> list[tuple[str, str]]:
    """An editor, a reviewer and an administrator with random passwords, where nobody can log in yet.

    Returns the new (username, password) pairs, or nothing when there are accounts already.
    """
    groups = ensure_groups()
    if get_user_model().objects.exclude(username=IMPORTER).exists():
        return []
    made = []
    for role in ROLES:
        password = secrets.token_urlsafe(12)
        user = User.objects.create_user(username=role, password=password, is_staff=True)
        user.groups.add(groups[role])
        made.append((role, password))
    return made


def importer() -> User:
    """The account in whose name chronicles are imported; nobody can log in as it."""
    user, new = User.objects.get_or_create(username=IMPORTER, defaults={"is_active": False})
    if new:
        user.set_unusable_password()
        user.save()
    return user


def create_token(*, username: str, scopes: Sequence[str], lifetime: timedelta | None = None) -> str:
    """A new token of a user, returned once in clear. `lifetime` None: the default of a year.

    Raises Missing for an unknown user, BadInput for an unknown scope, Forbidden for a scope beyond the user's roles.
    """
    user = User.objects.filter(username=username).first()
    if user is None:
        raise Missing(f"There is no user “{username}”.", field="username")
    if not scopes:
        raise BadInput(f"Name at least one scope: {', '.join(Scope.values)}.", field="scopes")
    for scope in scopes:
        if scope not in Scope.values:
            raise BadInput(f"There is no scope “{scope}”; there are {', '.join(Scope.values)}.", field="scopes")
        if not may(user, ABILITIES[scope]):
            raise Forbidden(f"The roles of “{username}” do not include {ABILITIES[scope]}.", field="scopes")
    expiry = {} if lifetime is None else {"expiry": lifetime}
    _, clear = Token.objects.create(user=user, scopes=sorted(set(scopes)), **expiry)
    return str(clear)


ABILITIES: dict[str, Ability] = {Scope.WRITE: Ability.LOG, Scope.REVIEW: Ability.REVIEW}
