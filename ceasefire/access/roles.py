"""Roles are groups. What each may do is this table; the admin's own permissions follow from it."""

from enum import StrEnum

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, Group, Permission

FACT_APPS = ("proposals", "actors", "sources")


class Ability(StrEnum):
    LOG = "log"  # statements, status changes and what they need
    REVIEW = "review"  # confirm what somebody else logged
    ADMINISTER = "administer"  # accounts and tokens


ROLES: dict[str, frozenset[Ability]] = {
    "editor": frozenset({Ability.LOG}),
    "reviewer": frozenset({Ability.LOG, Ability.REVIEW}),
    "administrator": frozenset({Ability.LOG, Ability.REVIEW, Ability.ADMINISTER}),
}


def may(user: AbstractBaseUser | AnonymousUser, ability: Ability) -> bool:
    """Whether a person's roles include an ability."""
    if not user.is_authenticated or not user.is_active:
        return False
    return any(ability in ROLES.get(name, ()) for name in _groups(user))


def _groups(user: AbstractBaseUser | AnonymousUser) -> set[str]:
    known: set[str] | None = getattr(user, "_role_names", None)
    if known is None:
        known = set(user.groups.values_list("name", flat=True))  # type: ignore[union-attr]
        user._role_names = known  # type: ignore[union-attr]
    return known


def ensure_groups() -> dict[str, Group]:
    """The three groups with their admin permissions; safe to call again."""
    facts = Permission.objects.filter(content_type__app_label__in=FACT_APPS)
    see_and_add = facts.filter(codename__startswith="view_") | facts.filter(codename__startswith="add_")
    groups = {}
    for name in ROLES:
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.set(see_and_add)
        groups[name] = group
    accounts = Permission.objects.filter(content_type__app_label__in=("auth", "access", "axes"))
    groups["administrator"].permissions.add(*accounts)
    return groups
