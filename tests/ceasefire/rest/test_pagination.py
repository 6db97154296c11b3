import base64
import json
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ImproperlyConfigured
from hypothesis import given
from hypothesis import strategies as st

from ceasefire.rest.cursors import BadCursor, decode
from tests.ceasefire.rest.problem import problem, wrong

pytestmark = pytest.mark.urls("tests.ceasefire.rest.urls")

PATH = "/api/v1/people/"
JOINED = datetime(2025, 3, 2, 12, tzinfo=UTC)


@pytest.fixture
def people(db):
    """Twelve people of whom each four share a first name and each three a day."""
    User.objects.bulk_create(
        User(username=f"u{n:02}", first_name="cab"[n % 3], date_joined=JOINED + timedelta(days=n % 4))
        for n in range(12)
    )


def walk(client, url, link="next"):
    """The names on the pages from an address on, page by page."""
    pages = []
    while url:
        assert len(pages) < 50, "the pages go round in a circle"
        body = client.get(url).json()
        pages.append([row["username"] for row in body["results"]])
        url = body[link]
    return pages


def packed(*values):
    return base64.urlsafe_b64encode(json.dumps(values).encode()).decode().rstrip("=")


@pytest.mark.parametrize("ordering", ["name", "-name", "joined"])
@pytest.mark.parametrize("size", [1, 2, 5, 11, 12, 200])
def test_pages_hold_every_row_once_in_order(client, people, ordering, size):
    columns = {
        "name": ["first_name", "id"],
        "-name": ["-first_name", "-id"],
        "joined": ["-date_joined", "id"],
    }
    pages = walk(client, f"{PATH}?ordering={ordering}&page_size={size}")
    assert sum(pages, []) == list(User.objects.order_by(*columns[ordering]).values_list("username", flat=True))
    assert all(len(page) == size for page in pages[:-1])


def test_walking_back_shows_the_same_rows(client, people):
    rows = sum(walk(client, f"{PATH}?page_size=5"), [])
    url = f"{PATH}?page_size=5"
    while following := client.get(url).json()["next"]:
        url = following
    assert walk(client, url, "previous") == [rows[10:], rows[5:10], rows[:5]]


def test_the_first_page_has_no_previous_and_the_last_no_next(client, people):
    first = client.get(f"{PATH}?page_size=6").json()
    last = client.get(first["next"]).json()
    assert (first["previous"], last["next"]) == (None, None)
    assert client.get(last["previous"]).json() == {
        **first,
        "next": client.get(last["previous"]).json()["next"],
    }


def test_rows_that_arrive_between_two_pages_shift_nothing(client, people):
    first = client.get(f"{PATH}?page_size=3").json()
    User.objects.create(username="early", first_name="A")
    User.objects.create(username="tied", first_name="a")
    seen = [row["username"] for row in first["results"]] + sum(walk(client, first["next"]), [])
    assert "early" not in seen
    assert sorted(seen) == sorted([*(f"u{n:02}" for n in range(12)), "tied"])


def test_before_the_first_row_the_next_page_is_the_first(client, people):
    second = client.get(client.get(f"{PATH}?page_size=6").json()["next"]).json()
    User.objects.filter(username__in=[f"u{n:02}" for n in (1, 4, 7, 10, 2, 5)]).delete()
    before = client.get(second["previous"]).json()
    assert (before["results"], before["previous"]) == ([], None)
    assert walk(client, before["next"]) == walk(client, f"{PATH}?page_size=6")


def test_an_empty_list_is_one_empty_page(client, db):
    assert client.get(PATH).json() == {"next": None, "previous": None, "results": []}


def test_links_keep_the_other_parameters(client, people):
    following = client.get(f"{PATH}?page_size=5&active=true&ordering=-name").json()["next"]
    assert all(part in following for part in ("page_size=5", "active=true", "ordering=-name"))


@pytest.mark.parametrize("people_more", [0, 30])
def test_the_number_of_queries_does_not_depend_on_the_list(client, people, people_more, django_assert_num_queries):
    User.objects.bulk_create(User(username=f"more{n}") for n in range(people_more))
    with django_assert_num_queries(1):
        client.get(f"{PATH}?page_size=5")


@pytest.mark.parametrize("size", ["0", "-1", "201", "1000000000", "abc", "1e1", "٣", "01.", " 5", "5.0", "9" * 5_000])
def test_B19_a_page_size_out_of_range_is_refused_by_name(client, db, size):
    assert set(wrong(client.get(PATH, {"page_size": size}))) == {"page_size"}


@pytest.mark.parametrize(
    "cursor",
    [
        "cD1hYmM=",
        "cD0lMDA=",
        base64.b64encode(b"p=" + b"9" * 40).decode(),
        base64.b64encode(b"o=-1").decode(),
        base64.b64encode(bytes(range(256)) * 16).decode(),
        *("x", "====", "é", "%00", "null", "a" * 4_096, "-1", "../../etc/passwd"),
        packed(),
        packed("after"),
        packed("after", "first_name,id"),
        packed("after", "first_name,id", "a"),
        packed("after", "first_name,id", "a", 1, 1),
        packed("after", "first_name,id", "a", "1"),
        packed("after", "first_name,id", "a", True),
        packed("after", "first_name,id", "a", 1.5),
        packed("after", "first_name,id", "a", 2**63),
        packed("after", "first_name,id", "a", int("9" * 300)),
        packed("after", "first_name,id", "a", float("nan")),
        packed("after", "first_name,id", "a\0", 1),
        packed("after", "first_name,id", "\ud800", 1),
        packed("after", "first_name,id", None, 1),
        packed("after", "first_name,id", ["a"], 1),
        packed("sideways", "first_name,id", "a", 1),
        packed("after", "id", 1),
        packed("after", "password,id", "a", 1),
        packed("after", "-first_name,-id", "a", 1),
        base64.b64encode(b"[" * 700).decode(),
    ],
)
def test_B2_B3_B4_a_cursor_that_was_not_given_out_is_refused(client, db, cursor):
    answer = client.get(PATH, {"cursor": cursor})
    assert problem(answer, 400)["code"] in ("bad_cursor", "bad_parameter")
    assert set(wrong(answer)) == {"cursor"}


@pytest.mark.parametrize(
    "moment",
    [
        "",
        "abc",
        "2025-03-02",
        "2025-03-02T12:00:00",
        "2025-13-01T00:00:00Z",
        "infinity",
        "99999-01-01T00:00:00Z",
        0,
        None,
    ],
)
def test_B4_a_cursor_with_an_impossible_instant_is_refused(client, db, moment):
    cursor = packed("after", "-date_joined,id", moment, 1)
    assert set(wrong(client.get(PATH, {"ordering": "joined", "cursor": cursor}))) == {"cursor"}


@pytest.mark.parametrize("moment", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00"])
def test_B4_a_cursor_at_the_edge_of_time_is_answered(client, people, moment):
    cursor = packed("after", "-date_joined,id", moment, 1)
    assert client.get(PATH, {"ordering": "joined", "cursor": cursor}).status_code in (200, 400)


@given(st.text(max_size=60) | st.binary(max_size=60).map(lambda raw: base64.b64encode(raw).decode()))
def test_B4_any_text_is_a_cursor_or_refused(text):
    with pytest.raises(BadCursor):
        decode(text, ("first_name", "id"), [User._meta.get_field("first_name"), User._meta.get_field("id")])


def test_a_column_that_may_be_null_cannot_order_a_list(client, people):
    with pytest.raises(ImproperlyConfigured, match="ordered by last_login, which may be null"):
        client.get("/api/v1/nullable/")


def test_a_column_declared_never_null_orders_what_has_it(client, people):
    User.objects.filter(username__in=["u03", "u07"]).update(last_login=JOINED)
    assert walk(client, "/api/v1/numbered/?page_size=1") == [["u03"], ["u07"]]


def test_an_order_must_end_in_a_unique_column(client, people):
    with pytest.raises(ImproperlyConfigured, match="does not end in a unique column"):
        client.get("/api/v1/loose/")
