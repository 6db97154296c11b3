import pytest
from django.db import OperationalError
from django.test import RequestFactory, override_settings

from ceasefire.web import errors

pytestmark = pytest.mark.urls("tests.ceasefire.rest.urls")


@pytest.fixture
def quiet_client(client):
    """A client that sees a fault of the server as its users would."""
    client.raise_request_exception = False
    return client


@pytest.mark.parametrize(
    ("name", "status", "words"),
    [
        ("suspicious", 400, "was not understood"),
        ("too-big", 413, "was not understood"),
        ("denied", 403, "may not do this"),
        ("http404", 404, "nothing at this address"),
        ("bad-input", 400, "Wrong."),
        ("missing", 404, "Unknown proposal"),
        ("illegal-step", 409, "Not from here."),
        ("fault", 500, "Something broke here"),
        ("database", 503, "cannot be reached"),
        ("connection", 503, "cannot be reached"),
    ],
)
def test_each_error_has_its_page_that_asks_no_database_and_tells_no_secret(quiet_client, name, status, words):
    response = quiet_client.get(f"/pages/raise/{name}/")
    assert (response.status_code, response["Content-Type"]) == (status, "text/html; charset=utf-8")
    assert words in response.content.decode()
    assert "secret words" not in response.content.decode()


def test_a_page_for_a_missing_database_says_when_to_come_back(client):
    assert client.get("/pages/raise/database/")["Retry-After"] == "5"


def test_headers_of_other_middleware_stand_on_error_pages(quiet_client):
    for name in ("fault", "database", "http404"):
        response = quiet_client.get(f"/pages/raise/{name}/")
        assert response["X-Content-Type-Options"] == "nosniff"
        assert "Content-Security-Policy" in response


def test_a_database_that_fails_in_middleware_is_503_too():
    try:
        raise OperationalError("the server closed the connection")
    except OperationalError:
        page = errors.server_error(RequestFactory().get("/pages/home/"))
        answer = errors.server_error(RequestFactory().get("/api/v1/people/"))
    assert (page.status_code, answer.status_code) == (503, 503)
    assert "cannot be reached" in page.content.decode()


@override_settings(ALLOWED_HOSTS=["record.example"])
def test_B26_a_foreign_host_gets_a_page_that_does_not_name_it(client):
    response = client.get("/pages/home/nowhere", headers={"Host": "evil.example"})
    assert response.status_code == 400
    assert "evil" not in response.content.decode()
