"""Who comes to the desk, and what becomes of a form whose session had ended."""

import pytest
from django.contrib.auth.models import User
from django.test import Client

from ceasefire.access.roles import ensure_groups
from proposals.models import Draft, Statement, StatusChange
from tests.proposals.web.harbour import lay_out
from tests.proposals.web.typing_in import NEW_STATEMENT, NEW_STATUS, inputs, key_on, position, statement, status_change

DESK = "/desk/"
REVIEW = "/desk/review/"
CONFIRM = "/desk/review/statement/first-word/"
PAGES = [DESK, NEW_STATEMENT, NEW_STATUS, "/desk/drafts/1/", REVIEW, CONFIRM]
NOT_REVIEWERS = [REVIEW, CONFIRM]


@pytest.fixture
def harbour(db):
    return lay_out()


@pytest.fixture
def nobody(db):
    return User.objects.create_user("reader", password="no role at all")


def count() -> tuple[int, int, int]:
    return Statement.objects.count(), StatusChange.objects.count(), Draft.objects.count()


@pytest.mark.parametrize("path", PAGES)
def test_B83_a_stranger_is_sent_to_the_log_in_page(harbour, client, path):
    answer = client.get(path)
    assert (answer.status_code, answer.url) == (302, f"/login/?next={path}")
    assert client.post(path, {"quote": "words"}).status_code == 302
    assert count() == (1, 1, 0)


@pytest.mark.parametrize("path", PAGES)
def test_B83_without_a_role_the_desk_is_closed(harbour, client, nobody, path):
    client.force_login(nobody)
    assert client.get(path).status_code == 403
    assert client.post(path, statement()).status_code == 403
    assert count() == (1, 1, 0)


@pytest.mark.parametrize("path", NOT_REVIEWERS)
def test_B84_an_editor_may_not_review(harbour, client, editor, path):
    client.force_login(editor)
    assert client.get(path).status_code == 403
    assert client.post(path).status_code == 403


@pytest.mark.parametrize("path", [DESK, NEW_STATEMENT, NEW_STATUS, REVIEW, CONFIRM])
@pytest.mark.parametrize("role", ["reviewer", "administrator"])
def test_B83_reviewers_and_administrators_may_do_all_of_it(harbour, client, role, path, request):
    client.force_login(request.getfixturevalue(role))
    assert client.get(path).status_code == 200


def test_B89_a_role_that_was_taken_away_is_gone_at_once(harbour, client, editor):
    client.force_login(editor)
    assert client.get(DESK).status_code == 200
    editor.groups.clear()
    assert client.get(DESK).status_code == 403


def test_B89_a_disabled_account_is_logged_out_at_once(harbour, client, editor):
    client.force_login(editor)
    User.objects.filter(pk=editor.pk).update(is_active=False)
    assert client.get(DESK).status_code == 302


@pytest.mark.parametrize("path", [DESK, NEW_STATEMENT, NEW_STATUS, REVIEW, CONFIRM])
def test_B36_pages_of_the_desk_are_kept_nowhere(harbour, client, reviewer, path):
    client.force_login(reviewer)
    assert "no-store" in client.get(path)["Cache-Control"] and "private" in client.get(path)["Cache-Control"]


@pytest.mark.parametrize("path", [NEW_STATEMENT, NEW_STATUS, CONFIRM, DESK, "/desk/drafts/1/"])
@pytest.mark.parametrize("headers", [{}, {"HTTP_ORIGIN": "https://elsewhere.example"}, {"HTTP_ORIGIN": "null"}])
def test_B87_a_form_without_its_own_token_is_refused(harbour, reviewer, path, headers):
    client = Client(enforce_csrf_checks=True)
    client.force_login(reviewer)
    token = inputs(client.get(NEW_STATEMENT))["csrfmiddlewaretoken"] if headers else ""
    answer = client.post(path, {**statement(), "csrfmiddlewaretoken": token}, **headers)
    assert answer.status_code == 403
    assert count() == (1, 1, 0)


@pytest.mark.parametrize("path", PAGES)
def test_B87_reading_changes_nothing(harbour, client, reviewer, path):
    """No GET writes a fact or a draft, whatever its address says."""
    client.force_login(reviewer)
    for method in (client.get, client.head):
        method(path, {"do": "publish", **statement(), **status_change()})
    assert count() == (1, 1, 0)


def after_login(client: Client, name: str, path: str) -> object:
    answer = client.post("/login/", {"username": name, "password": f"{name} of the test", "next": path})
    assert answer.url == path
    return client.get(path)


def test_B75_a_statement_typed_into_an_ended_session_comes_back_after_the_log_in(harbour, client, editor):
    client.force_login(editor)
    typed = statement(key=key_on(client, NEW_STATEMENT), quote="Long words.", said_on="someday") | position(note="n")
    client.logout()
    answer = client.post(NEW_STATEMENT, typed)
    assert answer.url == f"/login/?next={NEW_STATEMENT}"
    assert "comes back as you left it" in client.get(answer.url).content.decode()
    back = after_login(client, "editor", NEW_STATEMENT)
    assert "Long words." in back.content.decode()
    assert inputs(back)["said_on"] == "someday"
    assert inputs(back)["positions-TOTAL_FORMS"] == "1"
    assert count() == (1, 1, 0)
    assert "Long words." not in client.get(NEW_STATEMENT).content.decode()  # handed out once


def test_B75_a_status_change_typed_into_an_ended_session_comes_back(harbour, client, editor):
    client.force_login(editor)
    typed = status_change(key=key_on(client, NEW_STATUS), reason="A long reason.")
    client.logout()
    client.post(NEW_STATUS, typed)
    assert "A long reason." in after_login(client, "editor", NEW_STATUS).content.decode()


def test_B75_a_note_typed_into_an_ended_session_comes_back(harbour, client, reviewer):
    client.force_login(reviewer)
    key = key_on(client, CONFIRM)
    client.logout()
    client.post(CONFIRM, {"note": "Checked the tape.", "key": key})
    assert inputs(after_login(client, "reviewer", CONFIRM))["note"] == "Checked the tape."


def test_B75_what_one_person_typed_is_not_shown_to_the_next(harbour, client, editor, reviewer):
    client.force_login(editor)
    typed = statement(key=key_on(client, NEW_STATEMENT), quote="Not for you.")
    client.logout()
    client.post(NEW_STATEMENT, typed)
    assert "Not for you." not in after_login(client, "reviewer", NEW_STATEMENT).content.decode()


def test_B75_strangers_cannot_store_text_here(harbour, client):
    client.post(NEW_STATEMENT, statement(key="1-made-up:forged"))
    assert not client.session.keys()


def test_a_key_of_somebody_else_claims_nothing(harbour, client, editor, reviewer):
    client.force_login(reviewer)
    stolen = key_on(client, NEW_STATEMENT)
    client.force_login(editor)
    assert client.post(NEW_STATEMENT, statement(key=stolen)).status_code == 302
    made = Statement.objects.exclude(slug="first-word").get()
    client.force_login(reviewer)
    assert client.post(NEW_STATEMENT, statement(key=stolen)).status_code == 400  # the duplicate rule, no redirect
    assert made.entered_by == editor


def test_an_editor_sees_drafts_what_waits_and_what_was_logged(harbour, client, editor, numbered):
    client.force_login(editor)
    client.post(NEW_STATEMENT, statement(do="keep", quote="Begun words."))
    client.post(NEW_STATEMENT, statement(quote="Published words.") | position())
    client.post(NEW_STATUS, status_change())
    numbered()
    html = client.get(DESK).content.decode()
    assert "Begun words." in html and "Published words." in html
    assert "negotiating" in html
    assert html.count("mark--unreviewed") == 2
    assert "<b>4</b> things" in html and "<b>2</b> of them yours" in html
    assert 'href="/desk/review/"' not in html
    ensure_groups()["reviewer"].user_set.add(editor)
    assert 'href="/desk/review/"' in client.get(DESK).content.decode()


def test_B85_nobody_sees_another_persons_drafts_at_the_desk(harbour, client, editor, administrator):
    client.force_login(editor)
    client.post(NEW_STATEMENT, statement(do="keep", quote="Secret beginnings."))
    client.force_login(administrator)
    assert "Secret beginnings." not in client.get(DESK).content.decode()


def test_the_desk_takes_a_fixed_number_of_queries(harbour, client, editor, numbered, django_assert_max_num_queries):
    client.force_login(editor)
    for number in range(3):
        client.post(NEW_STATEMENT, statement(quote=f"Words {number}.") | position())
    numbered()
    with django_assert_max_num_queries(26):
        client.get(DESK)
