import json
import logging

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError
from django.http import HttpResponse, StreamingHttpResponse
from django.test import RequestFactory, override_settings

from ceasefire.core.errors import BadInput, FieldError
from ceasefire.rest import kinds
from ceasefire.rest.problems import ProblemMiddleware, describe, problem_response
from tests.ceasefire.rest.problem import problem, wrong

pytestmark = pytest.mark.urls("tests.ceasefire.rest.urls")


@pytest.fixture
def quiet_client(client):
    """A client that sees a fault of the server as its users would."""
    client.raise_request_exception = False
    return client


@pytest.mark.parametrize("prefix", ["raise", "plain"])
@pytest.mark.parametrize(
    ("name", "status", "code", "detail"),
    [
        ("bad-input", 400, "bad_input", "Wrong."),
        ("forbidden", 403, "forbidden", "Not yours."),
        ("missing", 404, "missing", "Unknown proposal 'x'."),
        ("conflict", 409, "conflict", "Not now."),
        ("illegal-step", 409, "illegal_step", "Not from here."),
        ("http404", 404, "missing", "There is nothing at this address."),
        ("denied", 403, "forbidden", None),
        ("suspicious", 400, "bad_request", None),
        ("unreadable", 400, "bad_request", None),
        ("too-big", 413, "too_large", None),
        ("throttled", 429, "too_many_requests", None),
        ("integrity", 409, "conflict", None),
        ("database", 503, "unavailable", None),
        ("connection", 503, "unavailable", None),
        ("fault", 500, "server_error", None),
    ],
)
def test_each_exception_has_its_problem(quiet_client, prefix, name, status, code, detail):
    body = problem(quiet_client.get(f"/api/v1/{prefix}/{name}/"), status)
    assert body["code"] == code
    assert detail in (None, body["detail"])


def test_a_refusal_names_its_field(client):
    body = problem(client.get("/api/v1/raise/illegal-step/"), 409)
    assert body["errors"] == [{"field": "to", "message": "Not from here.", "code": "illegal_step"}]


def test_several_field_errors_are_all_told(client):
    body = problem(client.get("/api/v1/raise/several/"), 400)
    assert body["errors"] == [
        {"field": "a.0.b", "message": "No.", "code": "bad_input"},
        {"field": "c", "message": "Nor this.", "code": "odd"},
    ]


def test_a_request_for_later_says_when(client):
    assert client.get("/api/v1/raise/database/")["Retry-After"] == "5"
    assert client.get("/api/v1/raise/throttled/")["Retry-After"] == "7"


@override_settings(DEBUG=True)
@pytest.mark.parametrize(
    "path", ["/api/v1/raise/fault/", "/api/v1/plain/fault/", "/api/nowhere/", "/api/v1/plain/suspicious/"]
)
def test_no_debug_page_leaves_the_api(quiet_client, path):
    response = quiet_client.get(path)
    assert problem(response, response.status_code)
    assert b"Traceback" not in response.content


@pytest.mark.parametrize("path", ["/api/nowhere/", "/api/", "/api/v1/raise/a/b/c/", "/api/v1/nothing.css"])
def test_an_unknown_path_is_a_problem(client, path):
    assert problem(client.get(path), 404)["code"] == "missing"


def test_a_path_outside_the_api_has_a_page(client):
    response = client.get("/pages/nowhere/")
    assert (response.status_code, response["Content-Type"]) == (404, "text/html; charset=utf-8")


@pytest.mark.parametrize("method", ["DELETE", "PUT", "TRACE", "FOO"])
def test_B23_another_method_is_405_and_told_which(client, method):
    response = client.generic(method, "/api/v1/entries/")
    assert problem(response, 405)["code"] == "method_not_allowed"
    assert response["Allow"] == "POST, OPTIONS"


def test_B23_a_method_in_a_header_is_not_obeyed(client):
    response = client.get("/api/v1/moment/", headers={"X-HTTP-Method-Override": "DELETE"})
    assert response.status_code == 200


@override_settings(ALLOWED_HOSTS=["record.example"])
def test_B26_a_foreign_host_is_a_problem(client):
    response = client.get("/api/v1/moment/", headers={"Host": "evil.example"})
    assert problem(response, 400)["code"] == "bad_request"
    assert "evil" not in response.content.decode()


def test_B31_a_wrong_token_is_401_and_says_how_to_authenticate(client):
    response = client.get("/api/v1/wrong-token/")
    assert problem(response, 401)["detail"] == "This token is not known."
    assert response["WWW-Authenticate"] == "Token"


def test_B31_a_missing_token_is_401_and_says_how_to_authenticate(client):
    response = client.get("/api/v1/members/")
    assert problem(response, 401)["code"] == "unauthenticated"
    assert response["WWW-Authenticate"] == "Token"


@pytest.mark.parametrize("accept", ["application/x-foo", "text/html", ",".join(["a/b;q=0.1"] * 2_000)])
def test_B22_a_format_that_is_not_offered_is_406(client, accept):
    assert problem(client.get("/api/v1/moment/", headers={"Accept": accept}), 406)["code"] == "not_acceptable"


def test_headers_of_other_middleware_stay_on_a_problem(client):
    response = client.get("/api/nowhere/")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "Content-Security-Policy" in response
    assert response["Content-Length"] == str(len(response.content))


def test_a_fault_is_logged_with_the_number_that_the_client_has(quiet_client, caplog):
    body = problem(quiet_client.get("/api/v1/raise/fault/"), 500)
    lines = [record.getMessage() for record in caplog.records if record.name == "ceasefire.rest.problems"]
    assert lines == [f"GET '/api/v1/raise/fault/' answered 500, request {body['instance'].removeprefix('urn:uuid:')}"]


def test_a_line_of_the_log_stays_one_line(client, caplog):
    client.get("/api/v1/raise/database/%0Afake%0A/")
    client.get("/api/v1/raise/database/")
    assert all("\n" not in record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING)


@pytest.mark.django_db
def test_a_constraint_that_refuses_is_named_without_the_values():
    User.objects.create(username="anna")
    with pytest.raises(IntegrityError) as caught:
        User.objects.create(username="anna")
    found = describe(caught.value)
    assert (found.kind.code, found.detail) == (
        "conflict",
        "The record refuses this, as it contradicts what is already stored (auth user username key).",
    )


def test_each_request_has_its_own_number(client):
    first, second = (client.get("/api/nowhere/").json()["instance"] for _ in range(2))
    assert first != second


def test_a_streamed_error_is_rewritten_too():
    middleware = ProblemMiddleware(lambda request: StreamingHttpResponse(iter([b"<html>"]), status=502))
    response = middleware(RequestFactory().get("/api/v1/x/"))
    body = json.loads(b"".join(response.streaming_content))
    assert (body["status"], body["type"], body["title"]) == (502, "about:blank", "Bad Gateway")


def test_a_success_and_a_page_are_left_alone():
    middleware = ProblemMiddleware(lambda request: HttpResponse("<html>", status=404))
    assert middleware(RequestFactory().get("/apiary/")).content == b"<html>"
    middleware = ProblemMiddleware(lambda request: HttpResponse("{}"))
    assert middleware(RequestFactory().get("/api/v1/x/")).content == b"{}"


def test_a_surrogate_quoted_in_a_message_does_not_break_the_answer():
    found = describe(BadInput("Unknown '\ud800'."))
    body = json.loads(problem_response(found, RequestFactory().get("/api/")).content)
    assert body["detail"] == "Unknown '\ud800'."


def test_nested_details_of_serializers_become_dotted_fields(client):
    entry = {
        "title": "x",
        "positions": [{"stance": "supports"}, {"stance": "no", "conditions": [{"text": ""}]}],
    }
    response = client.post("/api/v1/entries/", entry, content_type="application/json")
    assert wrong(response) == {
        "positions.1.stance": "'no' is no code of this list: supports, opposes.",
        "positions.1.conditions.0.text": "This must contain visible text.",
    }


@pytest.mark.parametrize("kind", kinds.every(), ids=lambda kind: kind.code)
def test_every_kind_of_problem_has_its_page(client, kind):
    response = client.get(kind.type)
    assert response.status_code == 200
    assert kind.title in response.content.decode()


def test_a_rule_without_a_row_explains_itself():
    kind = next(kind for kind in kinds.every() if kind.code == "illegal_step")
    assert (kind.status, kind.title) == (409, "Illegal step")
    assert kind.explanation == "A step was asked for that the state does not allow."


def test_an_unknown_kind_of_problem_has_no_page(client):
    assert client.get("/problems/nonsense").status_code == 404


def test_field_errors_are_told_as_they_were_said():
    assert describe(BadInput("No.", field="a")).errors == [FieldError("a", "No.", "bad_input")]
