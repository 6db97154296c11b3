"""Tokens in the admin, and its log-in."""

import pytest
from django.contrib.auth.models import User

from ceasefire.access.models import Token

TOKENS = "/admin/access/token/"


@pytest.fixture
def token(editor):
    return Token.objects.create(user=editor, scopes=["write"])[0]


def test_an_administrator_sees_tokens_and_not_their_secret(editor, client, administrator):
    token, clear = Token.objects.create(user=editor, scopes=["write"])
    client.force_login(administrator)
    html = client.get(TOKENS).content.decode() + client.get(f"{TOKENS}{token.pk}/change/").content.decode()
    assert token.token_key in html
    assert clear not in html


def test_B86_a_token_is_revoked_in_the_admin_and_is_dead_at_once(editor, client, administrator, api):
    row, clear = Token.objects.create(user=editor, scopes=["write"])
    client.force_login(administrator)
    api.credentials(HTTP_AUTHORIZATION=f"Token {clear}")
    assert api.post("/api/v1/statements/", {}, format="json").status_code == 400
    assert client.post(f"{TOKENS}{row.pk}/delete/", {"post": "yes"}).status_code == 302
    assert api.post("/api/v1/statements/", {}, format="json").status_code == 401


def test_a_token_is_neither_made_nor_changed_in_the_admin(token, client, administrator):
    client.force_login(administrator)
    assert client.get(f"{TOKENS}add/").status_code == 403
    assert client.post(f"{TOKENS}{token.pk}/change/", {"scopes": "review"}).status_code == 403
    token.refresh_from_db()
    assert token.scopes == ["write"]


@pytest.mark.parametrize("role", ["editor", "reviewer"])
def test_tokens_are_the_administrators_business(token, client, request, role):
    client.force_login(request.getfixturevalue(role))
    assert client.get(TOKENS).status_code == 403
    assert client.post(f"{TOKENS}{token.pk}/delete/", {"post": "yes"}).status_code == 403
    assert Token.objects.filter(pk=token.pk).exists()


def test_B90_the_admin_has_no_log_in_of_its_own(client, editor):
    answer = client.get("/admin/proposals/statement/")
    assert answer.url == "/admin/login/?next=/admin/proposals/statement/"
    assert client.get(answer.url).url == "/login/?next=/admin/proposals/statement/"
    typed = {"username": "editor", "password": "editor of the test", "next": "/admin/"}
    answer = client.post("/admin/login/", typed)
    assert answer.url == "/login/?next=/admin/"
    assert "_auth_user_id" not in client.session


def test_whoever_is_logged_in_is_let_on(client, editor):
    client.force_login(editor)
    assert client.get("/admin/login/?next=/admin/actors/actor/").url == "/admin/actors/actor/"


@pytest.mark.parametrize("onward", ["//e.example", "https://e.example/", "/\\e.example", "javascript:alert(1)"])
def test_B94_the_admins_log_in_leads_nowhere_else(client, editor, onward):
    assert client.get("/admin/login/", {"next": onward}).url == "/login/?next=/admin/"
    client.force_login(editor)
    assert client.get("/admin/login/", {"next": onward}).url == "/admin/"


def test_an_account_without_a_place_in_the_staff_stays_outside(client, db):
    client.force_login(User.objects.create_user("reader"))
    assert client.get("/admin/", follow=True).redirect_chain[-1][0] == "/login/?next=/admin/"
