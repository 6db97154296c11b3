"""Reading over REST: lists, details, filters, pages, the two clocks."""

import json

import pytest
from django.core.management import call_command
from django.urls import reverse

from ceasefire.ledger.models import Head
from ceasefire.timeline.models import Entry
from proposals.models import Position, Statement, StatusChange

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("first_chronicle")]

RESOURCES = [
    "processes",
    "proposals",
    "actors",
    "sources",
    "statements",
    "positions",
    "events",
    "status-changes",
    "timeline",
]


def get(api, path, status=200, **query):
    answer = api.get(f"/api/v1/{path}", query)
    assert answer.status_code == status, answer.content
    return answer.json()


@pytest.mark.parametrize("resource", RESOURCES)
def test_lists_and_details(api, resource):
    page = get(api, f"{resource}/")
    assert page["results"], resource
    first = page["results"][0]
    name = first.get("slug") or first.get("id") or first["seq"]
    assert get(api, f"{resource}/{name}/") == first


@pytest.mark.parametrize("resource", RESOURCES)
def test_a_list_has_a_fixed_number_of_queries(api, resource, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        get(api, f"{resource}/")


@pytest.mark.parametrize("name", ["nowhere", "0", "-1", "9" * 30, "1e1", "01", "..%2f", "%00", " 1", "null", "٣"])
@pytest.mark.parametrize("resource", ["proposals", "timeline"])
def test_B17_names_that_lead_nowhere(api, resource, name):
    answer = api.get(f"/api/v1/{resource}/{name}/")
    assert answer.status_code == 404
    assert answer["Content-Type"] == "application/problem+json"


def test_a_proposal_tells_its_status_and_proposers(api):
    truce = get(api, "proposals/one-month-truce/")
    assert truce["statuses"][0]["status"] == "floated"
    assert truce["proposers"][0]["actor"]["slug"] == "emmanuel-macron"


def test_the_state_of_a_proposal(api):
    state = get(api, "proposals/one-month-truce/state/")
    assert {one["actor"]: one["stance"] for one in state["positions"]}["emmanuel-macron"] == "proposes"
    assert state["accounts"]
    assert state["known_at"] == Head.objects.get().seq


def test_as_of_a_day_before_it_was_voiced_a_proposal_is_not_there(api):
    slugs = {one["slug"] for one in get(api, "proposals/", as_of="2024-12")["results"]}
    assert "energy-infrastructure-pause" in slugs
    assert "one-month-truce" not in slugs
    get(api, "proposals/one-month-truce/", 404, as_of="2024-12")
    statuses = get(api, "proposals/energy-infrastructure-pause/state/", as_of="2024-12")["statuses"]
    assert [one["status"] for one in statuses] == ["collapsed"]


def test_known_at_an_earlier_number_later_facts_are_unknown(api):
    change = StatusChange.objects.filter(proposal__slug="one-month-truce").get()
    before = get(api, "status-changes/", proposal="one-month-truce", known_at=f"seq:{change.known_from - 1}")
    assert before["results"] == []
    after = get(api, "status-changes/", proposal="one-month-truce", known_at=f"seq:{change.known_from}")
    assert [one["id"] for one in after["results"]] == [change.slug]


@pytest.mark.parametrize(
    "value",
    [
        "0000-00-00",
        "-1",
        "2024-02-30",
        "now()",
        "24:00",
        "10000-01-01",
        "infinity",
        "2025-03-02/..",
        "2025-03-02T25:00Z",
    ],
)
@pytest.mark.parametrize("clock", ["as_of", "known_at"])
def test_B21_B70_moments_that_are_none(api, clock, value):
    problem = get(api, "positions/", 400, **{clock: value})
    assert problem["errors"][0]["field"] == clock


def test_B21_a_number_that_the_ledger_has_not_reached(api):
    assert "has reached number" in get(api, "positions/", 404, known_at="seq:999999")["detail"]


@pytest.mark.parametrize(
    ("path", "query", "found"),
    [
        ("positions/", {"proposal": "one-month-truce", "stance": "proposes"}, 1),
        ("positions/", {"actor": "volodymyr-zelensky", "proposal": "one-month-truce"}, 1),
        ("positions/", {"actor": "luke-pollard", "proposal": "one-month-truce"}, 1),
        ("positions/", {"said_to": "2020", "actor": "emmanuel-macron"}, 0),
        ("statements/", {"actor": "luke-pollard"}, 1),
        ("actors/", {"kind": "media_outlet"}, 1),
        ("actors/", {"proposal": "one-month-truce"}, None),
        ("processes/", {"actor": "russia"}, 1),
        ("processes/", {"actor": "luke-pollard"}, 0),
        ("events/", {"proposal": "energy-infrastructure-pause", "kind": "military_action"}, None),
        ("status-changes/", {"proposal": "energy-infrastructure-pause"}, 5),
        ("status-changes/", {"to": "collapsed", "effective_from": "2020", "effective_to": "2025"}, 1),
        ("proposals/", {"kind": "truce", "actor": "emmanuel-macron"}, 1),
        ("timeline/", {"proposal": "energy-infrastructure-pause", "kind": "status_changed"}, 5),
        ("timeline/", {"actor": "luke-pollard", "kind": "statement_recorded", "world_from": "2025-03"}, 1),
    ],
)
def test_filters(api, path, query, found):
    results = get(api, path, **query)["results"]
    assert results if found is None else len(results) == found


@pytest.mark.parametrize(
    ("path", "query", "field"),
    [
        ("positions/", {"proposal": "one-month-truse"}, "proposal"),
        ("positions/", {"stance": "for"}, "stance"),
        ("positions/", {"porposal": "one-month-truce"}, "porposal"),
        ("positions/", {"stance__regex": "(a+)+$"}, "stance__regex"),
        ("positions/", {"ordering": "password"}, "ordering"),
        ("positions/", {"page_size": "0"}, "page_size"),
        ("positions/", {"cursor": "cD1hYmM="}, "cursor"),
        ("timeline/", {"actor": "nobody-at-all"}, "actor"),
        ("timeline/", {"kind": "no_such_kind"}, "kind"),
        ("timeline/head/", {"porposal": "x"}, "porposal"),
        ("proposals/one-month-truce/", {"porposal": "x"}, "porposal"),
        ("proposals/one-month-truce/state/", {"porposal": "x"}, "porposal"),
    ],
)
def test_B20_what_is_not_known_is_refused_by_name(api, path, query, field):
    problem = get(api, path, 400, **query)
    assert [error["field"] for error in problem["errors"]] == [field]


def test_keyset_pages_go_through_everything_once(api):
    seen, address = [], "/api/v1/positions/?page_size=3"
    while address:
        page = api.get(address).json()
        seen += [one["id"] for one in page["results"]]
        address = page["next"]
    assert seen == list(Position.objects.order_by("known_from").values_list("slug", flat=True))


def test_the_timeline_is_served_with_the_bytes_that_were_hashed(api):
    entry = get(api, "timeline/1/")
    assert json.loads(entry["body"])["seq"] == 1
    assert Entry.objects.get(seq=1).hash == entry["hash"]
    newest = get(api, "timeline/", ordering="-seq")["results"][0]
    head = get(api, "timeline/head/")
    assert (head["seq"], head["hash"]) == (newest["seq"], newest["hash"])


def test_a_statement_has_words_people_positions_and_source(api):
    statement = get(api, f"statements/{Statement.objects.get(speakers__actor__slug='luke-pollard').slug}/")
    assert [one["slug"] for one in statement["speakers"]] == ["luke-pollard"]
    assert [one["slug"] for one in statement["for"]] == ["united-kingdom"]
    assert statement["outlet"]["name"] == "Sky News"
    assert statement["quotes"][0]["quote"].startswith("The very real worry")
    assert statement["positions"][0]["stance"] == "sceptical"
    assert statement["reviewed"] is False


def test_writing_methods_on_what_is_only_read(api, writer):
    for method in ("put", "patch", "delete"):
        assert getattr(writer, method)("/api/v1/proposals/one-month-truce/").status_code == 405
    assert writer.post("/api/v1/timeline/", {}, format="json").status_code == 405


def test_the_schema_is_valid_and_made_without_a_warning(capsys, tmp_path):
    call_command("spectacular", "--validate", "--fail-on-warn", "--file", str(tmp_path / "schema.yaml"))
    assert "Warning" not in capsys.readouterr().err


def test_the_schema_tells_every_resource_and_the_docs_page_needs_no_other_host(api):
    schema = api.get(reverse("schema"), HTTP_ACCEPT="application/json").json()
    assert schema["openapi"].startswith("3.1")
    for resource in RESOURCES:
        assert f"/api/v1/{resource}/" in schema["paths"]
    assert "post" in schema["paths"]["/api/v1/statements/"]
    page = api.get(reverse("docs")).content.decode()
    assert "https://" not in page.replace("https://www.w3.org", "")
