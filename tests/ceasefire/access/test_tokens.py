"""Accounts, roles and tokens."""

import io

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.management import CommandError, call_command
from django.db import IntegrityError

from ceasefire.access.models import Token
from ceasefire.access.roles import Ability, may
from ceasefire.access.services import first_accounts, importer

pytestmark = pytest.mark.django_db


def create(*words: str) -> str:
    out = io.StringIO()
    call_command("create_token", *words, stdout=out)
    return out.getvalue()


def test_create_token_prints_the_token_and_nothing_else(editor, api):
    printed = create("editor", "--scopes", "write")
    token = printed.removesuffix("\n")
    assert printed == f"{token}\n"
    assert token.isalnum()
    stored = Token.objects.get()
    assert (stored.user, stored.scopes) == (editor, ["write"])
    assert token not in (stored.digest, stored.token_key)
    api.credentials(HTTP_AUTHORIZATION=f"Token {token}")
    assert api.post("/api/v1/status-changes/", {}, format="json").status_code == 400  # past the door


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["nobody"], "no user “nobody”"),
        (["editor", "--scopes", "admin"], "no scope “admin”"),
        (["editor", "--scopes", ""], "at least one scope"),
        (["editor", "--scopes", "review"], "do not include review"),
        (["editor", "--days", "0"], "1 to 3650"),
    ],
)
def test_create_token_says_what_is_wrong_and_makes_nothing(editor, words, message):
    with pytest.raises(CommandError, match=message):
        create(*words)
    assert not Token.objects.exists()


def test_token_scopes_are_known(editor):
    with pytest.raises(IntegrityError, match="token_scopes_are_known"):
        Token.objects.create(user=editor, scopes=["everything"])


def test_first_accounts_are_made_once_with_passwords_that_work(client):
    importer()
    made = first_accounts()
    assert [name for name, _ in made] == ["editor", "reviewer", "administrator"]
    assert len({password for _, password in made}) == 3
    for name, password in made:
        assert client.login(username=name, password=password)
    assert first_accounts() == []


def test_nobody_logs_in_as_the_importer(client):
    assert not importer().is_active
    assert not client.login(username="importer", password="")


def test_B83_what_each_role_may(editor, reviewer, administrator):
    table = {user.username: {one for one in Ability if may(user, one)} for user in (editor, reviewer, administrator)}
    assert table == {
        "editor": {Ability.LOG},
        "reviewer": {Ability.LOG, Ability.REVIEW},
        "administrator": {Ability.LOG, Ability.REVIEW, Ability.ADMINISTER},
    }
    assert not may(AnonymousUser(), Ability.LOG)
