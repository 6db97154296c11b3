from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import Group, User

from tests.ceasefire.rest.problem import problem, wrong
from tests.ceasefire.rest.urls import NEVER

pytestmark = [pytest.mark.urls("tests.ceasefire.rest.urls"), pytest.mark.django_db]

PATH = "/api/v1/people/"


def person(name, lower=NEVER, upper=None, **kwargs):
    def noon(day):
        return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)

    return User.objects.create(
        username=name, date_joined=noon(lower), last_login=noon(upper) if upper else None, **kwargs
    )


def names(client, query):
    return [row["username"] for row in client.get(f"{PATH}?{query}").json()["results"]]


@pytest.mark.parametrize(
    "query",
    [
        "statuss=open",
        "author__password=x",
        "status__regex=(a%2B)%2B$",
        "utm=<script>",
        "as-of=2025",
        "Cursor=x",
        "%00=1",
    ],
)
def test_B20_an_unknown_parameter_is_refused_by_name(client, query):
    field, message = wrong(client.get(f"{PATH}?{query}")).popitem()
    assert query.startswith(field) or field == "\0"
    assert message == (
        "There is no such parameter here; "
        "known are active, as_of, cursor, group, house, ordering, page_size, said_from, said_to."
    )


@pytest.mark.parametrize("ordering", ["password", "author__password", "id", "--name", "NAME", "name,id"])
def test_B20_an_undeclared_order_is_refused(client, ordering):
    answer = wrong(client.get(f"{PATH}?ordering={ordering}"))
    assert answer == {"ordering": "ordering must be one of name, -name, joined."}


@pytest.mark.parametrize("query", ["house=red&house=blue", "cursor=a&cursor=b", "as_of=1&as_of=2"])
def test_a_parameter_is_said_once(client, query):
    assert wrong(client.get(f"{PATH}?{query}")) == {query.split("=")[0]: "Say this once."}


@pytest.mark.parametrize("name", ["house", "cursor", "page_size", "ordering", "said_from", "group"])
def test_an_empty_parameter_is_refused(client, name):
    assert wrong(client.get(f"{PATH}?{name}=")) == {name: "Say a value, or leave this out."}


@pytest.mark.parametrize("name", ["house", "cursor", "group", "said_from", "ordering"])
def test_B15_a_raw_NUL_is_refused(client, name):
    assert wrong(client.get(f"{PATH}?{name}=a%00b")) == {name: "This contains the character U+0000."}


def test_B22_only_json_is_a_format(client):
    assert client.get(f"{PATH}?format=json").status_code == 200
    assert "xyz" in problem(client.get(f"{PATH}?format=xyz"), 404)["detail"]


def test_B20_a_detail_takes_no_filter(client):
    person("anna")
    assert client.get(f"{PATH}anna/?as_of=2025").status_code == 200
    assert set(wrong(client.get(f"{PATH}anna/?house=red&page_size=2"))) == {"house", "page_size"}


def test_a_plain_view_can_check_its_parameters(client):
    assert client.get("/api/v1/moment/?as_of=2025").status_code == 200
    assert set(wrong(client.get("/api/v1/moment/?asof=2025"))) == {"asof"}


def test_a_code_filters_and_a_wrong_one_is_told_the_list(client):
    person("anna", first_name="red")
    person("bert", first_name="blue")
    assert names(client, "house=red") == ["anna"]
    assert wrong(client.get(f"{PATH}?house=green")) == {"house": "This is no code of this list: red, blue."}


def test_a_slug_filters_and_an_unknown_one_is_named(client):
    person("anna").groups.add(Group.objects.create(name="north"))
    person("bert")
    assert names(client, "group=north") == ["anna"]
    assert wrong(client.get(f"{PATH}?group=west")) == {"group": "Unknown group 'west'."}


@pytest.mark.parametrize("value", ["west'--", "%25", "north%20", "%E2%80%8B", "x" * 5_000])
def test_B17_a_hostile_slug_is_unknown(client, value):
    assert wrong(client.get(f"{PATH}?group={value}"))["group"].startswith("Unknown group")


@pytest.mark.parametrize(
    "value",
    [
        "9999-12-31",
        "0000-00-00",
        "-1",
        "9223372036854775808",
        "2024-02-30",
        "now()",
        "24:00",
        "2025-%25",
        "2025/..",
        "../..",
    ],
)
def test_B21_a_date_that_cannot_be_read_is_refused(client, value):
    assert set(wrong(client.get(f"{PATH}?said_from={value}"))) == {"said_from"}


@pytest.fixture
def dated():
    day = datetime(2025, 3, 2).date()
    person("day", day, day.replace(day=3))
    person("month", day.replace(day=1), day.replace(month=4, day=1))
    person("open_end", day.replace(month=2, day=1))
    person("open_start", NEVER, day.replace(day=1))
    person("unknown")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("said_from=2025-03-02", {"day", "month", "open_end", "unknown"}),
        ("said_from=2025-03-03", {"month", "open_end", "unknown"}),
        ("said_to=2025-03-01", {"month", "open_end", "open_start", "unknown"}),
        ("said_to=2025-02", {"open_end", "open_start", "unknown"}),
        ("said_from=2025-03-02&said_to=2025-03-02", {"day", "month", "open_end", "unknown"}),
        ("said_from=2025-04", {"open_end", "unknown"}),
        ("said_to=2024", {"open_start", "unknown"}),
        ("said_from=2025&said_to=2025", {"day", "month", "open_end", "open_start", "unknown"}),
    ],
)
def test_a_range_of_dates_loses_nothing_that_may_lie_in_it(client, dated, query, expected):
    assert set(names(client, query)) == expected
