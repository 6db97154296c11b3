import pytest
from django.contrib.auth.models import Group, User

from tests.ceasefire.rest.problem import problem, wrong

pytestmark = pytest.mark.urls("tests.ceasefire.rest.urls")


def post(client, data, path="/api/v1/entries/"):
    return client.post(path, data, content_type="application/json")


def test_a_good_entry_comes_back_as_it_was_understood(client):
    entry = {
        "title": "  Orba\u0301n ",
        "quote": "one\r\ntwo",
        "said_on": "2025-03-02~",
        "positions": [{"stance": "supports", "conditions": [{"text": "guarantees"}]}],
    }
    assert post(client, entry).json() == {
        **entry,
        "title": "Orbán",
        "quote": "one\ntwo",
    }


@pytest.mark.parametrize("value", [1, 1.5, True, ["x"], {"a": 1}])
def test_B35_only_text_is_text(client, value):
    assert wrong(post(client, {"title": value, "quote": value, "said_on": value})) == {
        "title": "This must be text.",
        "quote": "This must be text.",
        "said_on": wrong(post(client, {"title": "x", "said_on": value}))["said_on"],
    }


def test_null_only_where_it_means_something(client):
    assert post(client, {"title": "x", "quote": None}).status_code == 201
    assert set(wrong(post(client, {"title": None, "said_on": None}))) == {"title", "said_on"}


@pytest.mark.parametrize("value", ["", " ", "\u200b", "\u3164", "\u00a0"])
def test_B65_text_without_anything_to_see_is_refused(client, value):
    expected = {"title": "This must contain visible text.", "quote": "This must contain visible text."}
    assert wrong(post(client, {"title": value, "quote": value})) == expected


def test_B68_a_limit_is_told_with_the_length(client):
    assert wrong(post(client, {"title": "x", "quote": "y" * 1_000_000})) == {
        "quote": "At most 100 characters; this has 1,000,000."
    }


def test_B70_an_impossible_date_is_refused_with_its_reason(client):
    assert wrong(post(client, {"title": "x", "said_on": "2024-02-30"})) == {
        "said_on": "February 2024 has 29 days; there is no day 30."
    }


def test_B33_unknown_fields_are_refused_by_name_on_every_level(client):
    entry = {
        "title": "x",
        "tilte": 1,
        "positions": [{"stance": "supports", "stanse": 1, "conditions": [{"text": "y", "of": "z"}]}],
    }
    assert wrong(post(client, {**entry, "positions": []})) == {
        "tilte": "There is no such field here; known are title, quote, said_on, positions."
    }
    assert set(wrong(post(client, entry))) == {"tilte", "positions.0.stanse", "positions.0.conditions.0.of"}


def test_B33_an_unknown_field_is_told_beside_other_errors(client):
    assert set(wrong(post(client, {"said_on": "never", "x": 1}))) == {"title", "said_on", "x"}


def test_B32_fields_that_are_only_printed_cannot_be_written(client):
    assert set(wrong(post(client, {"title": "x", "seq": 7, "id": 1, "author": 2, "hash": "0"}))) == {
        *("seq", "id", "author", "hash")
    }


@pytest.mark.parametrize("value", ["Supports", "", "supports ", 1, True, None, ["supports"], "x" * 10_000])
def test_B35_a_code_is_spelt_exactly(client, value):
    response = post(client, {"title": "x", "positions": [{"stance": value}]})
    assert set(wrong(response)) == {"positions.0.stance"}
    assert len(response.content) < 1_000


@pytest.mark.parametrize("value", ["x", 1, {"stance": "supports"}, [1], ["x"], [None]])
def test_B35_a_list_of_objects_is_a_list_of_objects(client, value):
    assert all(field.startswith("positions") for field in wrong(post(client, {"title": "x", "positions": value})))


@pytest.mark.django_db
class TestReferences:
    path = "/api/v1/teams/"

    @pytest.fixture(autouse=True)
    def rows(self):
        User.objects.create(username="anna")
        Group.objects.bulk_create([Group(name="north"), Group(name="south")])

    def test_slugs_become_rows(self, client):
        response = post(client, {"lead": "anna", "groups": ["south", "north"]}, self.path)
        assert response.json() == {"lead": "anna", "groups": ["south", "north"]}

    @pytest.mark.parametrize("slug", ["nobody", "anna ", "ANNA", "' OR 1=1--", "停火"])
    def test_an_unknown_slug_is_named(self, client, slug):
        assert wrong(post(client, {"lead": slug, "groups": ["north"]}, self.path)) == {
            "lead": f"Unknown user '{slug}'."
        }

    def test_an_empty_slug_is_unknown(self, client):
        assert wrong(post(client, {"lead": "", "groups": ["north"]}, self.path)) == {"lead": "Unknown user ''."}

    @pytest.mark.parametrize("slug", [1, True, {"slug": "anna"}, ["anna"]])
    def test_B35_a_slug_is_text(self, client, slug):
        assert wrong(post(client, {"lead": slug, "groups": [slug]}, self.path)) == {
            "lead": "This must be text.",
            "groups.0": "This must be text.",
        }

    def test_each_wrong_entry_of_a_list_is_named_in_its_place(self, client):
        response = post(client, {"groups": ["north", "west", 7, "north"]}, self.path)
        assert wrong(response) == {
            "groups.1": "Unknown group 'west'.",
            "groups.2": "This must be text.",
            "groups.3": "'north' is named twice.",
        }

    @pytest.mark.parametrize("value", ["north", {}, 1, [], ["north"] * 101])
    def test_a_list_of_references_is_a_short_list(self, client, value):
        assert set(wrong(post(client, {"groups": value}, self.path))) == {"groups"}

    def test_a_list_takes_one_query(self, client, django_assert_num_queries):
        with django_assert_num_queries(1):
            post(client, {"groups": ["south", "north"]}, self.path)

    def test_a_list_that_is_missing_is_told(self, client):
        assert problem(post(client, {"lead": "anna"}, self.path), 400)["errors"][0]["code"] == "required"
