"""The pages that no app owns: errors, log-in, and the frame around every page."""

from datetime import timedelta

import pytest
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.models import AnonymousUser, User
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils.functional import SimpleLazyObject

from tests.ceasefire.web.reading import Page, assert_obeys_the_content_policy

ERRORS = ["400", "403", "404", "500", "503"]


def request_from(user: object) -> HttpRequest:
    request = RequestFactory().get("/login/")
    request.user = user
    return request


def never() -> None:
    raise AssertionError("an error page asked who is there")


@pytest.mark.parametrize("code", ERRORS)
def test_an_error_page_says_what_happened_and_what_to_do(code):
    page = Page(render_to_string(f"errors/{code}.html"))
    assert_obeys_the_content_policy(page)
    assert f"Error {code}" in page.text
    assert {"href": "/"} in page.all("a")
    assert len(page.all("h1")) == 1


@pytest.mark.parametrize("code", ERRORS)
def test_F05_an_error_page_asks_neither_session_nor_database(code):
    """No database mark: pytest-django fails the test if a query is made."""
    request = request_from(SimpleLazyObject(never))
    request.META["HTTP_HOST"] = "not an allowed host!"
    assert f"Error {code}" in render_to_string(f"errors/{code}.html", request=request)


def test_the_login_page_keeps_where_the_reader_was_going():
    request = request_from(AnonymousUser())
    context = {"form": AuthenticationForm(request), "next": '/desk/?a="b"'}
    page = Page(render_to_string("registration/login.html", context, request))
    assert_obeys_the_content_policy(page)
    fields = {field["name"]: field for field in page.all("input")}
    assert fields["next"]["value"] == '/desk/?a="b"'
    assert "csrfmiddlewaretoken" in fields
    assert fields["username"]["autocomplete"] == "username"
    assert fields["password"]["autocomplete"] == "current-password"


def test_someone_without_the_role_is_told_so_at_the_login_page():
    request = request_from(User(username="reader"))
    context = {"form": AuthenticationForm(request), "next": "/desk/"}
    assert "may not open that page" in render_to_string("registration/login.html", context, request)


def test_the_lock_says_how_long_it_lasts():
    context = {"failure_limit": 10, "cooloff_timedelta": timedelta(minutes=15)}
    page = Page(render_to_string("registration/locked.html", context, request_from(AnonymousUser())))
    assert_obeys_the_content_policy(page)
    assert "After 10 failed tries" in page.text
    assert "until 15 minutes after the last try" in page.text


def test_a_reader_is_offered_the_login_and_no_desk():
    page = Page(render_to_string("base.html", request=request_from(AnonymousUser())))
    assert "Log in" in page.text
    assert not page.all("form")


def test_an_editor_is_offered_the_desk_and_logs_out_by_post():
    page = Page(render_to_string("base.html", request=request_from(User(username="<editor>"))))
    assert "Desk" in page.text
    assert "Log out <editor>" in page.text
    assert [form["method"] for form in page.all("form")] == ["post"]


def test_U20_the_theme_switch_is_hidden_until_its_script_runs():
    page = Page(render_to_string("base.html", request=request_from(AnonymousUser())))
    assert [span for span in page.all("span") if "data-theme-switch" in span and "hidden" in span]


def test_the_first_thing_the_keyboard_reaches_leads_to_the_content():
    page = Page(render_to_string("base.html", request=request_from(AnonymousUser())))
    assert page.all("a")[0] == {"class": "skip", "href": "#main"}
    assert page.all("main")[0]["id"] == "main"
