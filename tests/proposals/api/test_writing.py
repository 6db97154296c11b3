"""Writing over REST: through the services, answered with what is wrong and where; bad input changes nothing."""

import json

import pytest
from rest_framework.test import APIClient

from ceasefire.access.models import Token
from ceasefire.ledger.models import Head, Outbox
from ceasefire.sources.models import Source
from proposals.models import Draft, Position, Statement, StatusChange
from tests.conftest import take_numbers

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("first_chronicle")]

committed = pytest.mark.django_db(transaction=True)  # the answer to a write is read back by its number

STATEMENTS = "/api/v1/statements/"
CHANGES = "/api/v1/status-changes/"


def source_id() -> str:
    return Source.objects.values_list("slug", flat=True)[0]


def statement(**changes):
    said = {
        "speakers": ["volodymyr-zelensky"],
        "said_on": "2025-03-05~",
        "source": source_id(),
        "quote": "We want peace and we want it soon.",
        "language": "en",
        "positions": [{"proposal": "one-month-truce", "stance": "noncommittal"}],
    }
    return {key: value for key, value in (said | changes).items() if value is not None}


def change(**changes):
    asked = {
        "proposal": "one-month-truce",
        "to": "negotiating",
        "effective_on": "2025-03-11",
        "reason": "Delegations met to talk about it.",
        "evidence": {"source": source_id()},
    }
    return {key: value for key, value in (asked | changes).items() if value is not None}


def refused(client, path, body, status=400):
    """Post and be refused; nothing may have changed."""
    counts = [model.objects.count() for model in (Statement, StatusChange, Position, Outbox, Source, Draft)]
    answer = client.post(path, body, format="json")
    assert answer.status_code == status, answer.content
    assert answer["Content-Type"] == "application/problem+json"
    assert counts == [model.objects.count() for model in (Statement, StatusChange, Position, Outbox, Source, Draft)]
    return answer.json()


def fields(problem):
    return [error["field"] for error in problem["errors"]]


@committed
def test_a_status_change_is_made_published_and_unreviewed(writer, api):
    answer = writer.post(CHANGES, change(), format="json")
    assert answer.status_code == 201, answer.content
    made = answer.json()
    assert (made["from"], made["to"], made["reviewed"]) == ("floated", "negotiating", False)
    take_numbers()
    assert api.get(answer["Location"]).json()["id"] == made["id"]
    assert api.get("/api/v1/proposals/one-month-truce/").json()["statuses"][0]["status"] == "negotiating"


@committed
def test_a_statement_is_made_with_its_positions(writer):
    condition = {"text": "Guarantees before signature.", "of": "united-states"}
    position = {"proposal": "one-month-truce", "stance": "supports_conditionally", "conditions": [condition]}
    answer = writer.post(STATEMENTS, statement(positions=[position]), format="json")
    assert answer.status_code == 201, answer.content
    made = answer.json()
    assert made["positions"][0]["conditions"][0]["of"]["slug"] == "united-states"
    assert made["quotes"][0]["quote"] == "We want peace and we want it soon."


@committed
def test_a_statement_may_bring_its_source(writer):
    source = {"kind": "interview", "title": "Evening interview", "published_on": "2025-03-05", "language": "en"}
    made = writer.post(STATEMENTS, statement(source=source), format="json").json()
    assert made["source"]["title"] == "Evening interview"


def test_a_draft_is_kept_and_is_no_part_of_the_ledger(writer, api):
    head = Head.objects.get().seq
    answer = writer.post(STATEMENTS, statement(draft=True), format="json")
    assert answer.status_code == 201
    assert answer.json()["draft"] is True
    take_numbers()
    assert Head.objects.get().seq == head
    assert Draft.objects.get().author.username == "editor"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"proposal": "nowhere"}, "proposal"),
        ({"proposal": 7}, "proposal"),
        ({"proposal": None}, "proposal"),
        ({"to": "expired"}, "to"),
        ({"to": "Negotiating"}, "to"),
        ({"effective_on": "2025-02"}, "effective_on"),
        ({"effective_on": "2024-02-30"}, "effective_on"),
        ({"effective_on": "2199-01-01"}, "effective_on"),
        ({"effective_on": "x" * 65_536}, "effective_on"),
        ({"reason": "\u200b"}, "reason"),
        ({"reason": ""}, "reason"),
        ({"reason": 1}, "reason"),
        ({"evidence": {}}, "evidence"),
        ({"evidence": {"statement": "nowhere"}}, "evidence.statement"),
        ({"evidence": {"tweet": "x"}}, "evidence.tweet"),
        ({"applies_to": "nobody"}, "applies_to"),
        ({"status": "agreed"}, "status"),
        ({"seq": 1}, "seq"),
    ],
)
def test_B32_B33_a_status_change_that_cannot_be(writer, changes, field):
    assert fields(refused(writer, CHANGES, change(**changes))) == [field]


def test_two_pieces_of_evidence_are_one_too_many(writer):
    event = {"source": source_id(), "event": "nowhere"}
    assert refused(writer, CHANGES, change(evidence=event))["errors"][0]["field"].startswith("evidence")


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"speakers": []}, "speakers"),
        ({"speakers": ["nobody"]}, "speakers.0"),
        ({"speakers": "volodymyr-zelensky"}, "speakers"),
        ({"for": ["ukraine", "ukraine"]}, "for.1"),
        ({"quote": ""}, "quote"),
        ({"quote": "\u200b\u2060"}, "quote"),
        ({"quote": "\u2800"}, "quote"),
        ({"quote": "x" * 1_000_000}, "quote"),
        ({"quote": "bell \u0007"}, "quote"),
        ({"quote": "turned \u202e round"}, "quote"),
        ({"quote": None, "language": None}, "quote"),
        ({"language": None}, "language"),
        ({"language": "<b>"}, "language"),
        ({"said_on": "2025-13"}, "said_on"),
        ({"said_on": "10000-01-01"}, "said_on"),
        ({"said_on": "yesterday"}, "said_on"),
        ({"source": "nowhere"}, "source"),
        ({"source": {"kind": "article"}}, "source.title"),
        (
            {"positions": [{"proposal": "one-month-truce", "stance": "supports_conditionally"}]},
            "positions.0.conditions",
        ),
        ({"positions": [{"proposal": "one-month-truce", "stance": "likes"}]}, "positions.0.stance"),
        ({"positions": [{"proposal": "one-month-truce", "stance": "supports", "weight": 1}]}, "positions.0.weight"),
        ({"reviewed": True}, "reviewed"),
        ({"entered_by": "reviewer"}, "entered_by"),
    ],
)
def test_B63_to_B70_a_statement_that_cannot_be(writer, changes, field):
    assert field in fields(refused(writer, STATEMENTS, statement(**changes)))


def test_B15_B16_nul_and_lone_surrogates_are_refused_wherever_they_stand(writer):
    for words in ("a\\u0000b", "a\\ud800b"):
        body = json.dumps(statement()).replace("We want peace", words)
        answer = writer.post(STATEMENTS, body, content_type="application/json")
        assert answer.status_code == 400


@committed
def test_B63_markup_is_words(writer):
    quote = "<script>alert(1)</script> {{7*7}}"
    made = writer.post(STATEMENTS, statement(quote=quote), format="json").json()
    assert made["quotes"][0]["quote"] == quote


@committed
def test_B69_words_logged_twice_are_a_conflict_unless_meant(writer):
    assert writer.post(STATEMENTS, statement(), format="json").status_code == 201
    problem = refused(writer, STATEMENTS, statement(quote="“We want peace  and we want it soon.”"), status=409)
    assert problem["code"] == "duplicate_statement"
    assert writer.post(STATEMENTS, statement(allow_duplicate=True), format="json").status_code == 201


@pytest.mark.parametrize(
    "body",
    [b"", b" ", b"null", b'"x"', b"[1,2]", b"\xef\xbb\xbf{}", b"{}{}", b"[" * 1000 + b"]" * 1000, b'{"to":1e999}']
    + [b'{"to":NaN}', b'{"to":"a","to":"b"}', b'{"a":' * 100_000, '{"to":"é"}'.encode("latin-1")],
)
def test_B1_B5_to_B10_bodies_that_are_no_request(writer, body):
    assert writer.post(CHANGES, body, content_type="application/json").status_code == 400


def test_B11_B14_encodings_that_are_not_read(writer):
    assert writer.post(CHANGES, b"{}", content_type="application/json; charset=utf-99").status_code == 415
    assert writer.post(CHANGES, b"{}", content_type="text/plain").status_code == 415
    gzip = {"HTTP_CONTENT_ENCODING": "gzip"}
    assert writer.post(CHANGES, b"{}", content_type="application/json", **gzip).status_code == 415


def test_B31_who_may_not_write(api, editor, reviewer):
    assert refused(api, CHANGES, change(), 401)["status"] == 401
    for header in ("Token", "Token x y", "Bearer abc", "Token " + "x" * 10_000, "Token é"):
        answer = api.post(CHANGES, change(), format="json", HTTP_AUTHORIZATION=header)
        assert answer.status_code == 401, header
        assert answer["WWW-Authenticate"].startswith("Token")


def test_B86_scope_role_and_disabled_users(api, editor):
    _, narrow = Token.objects.create(user=editor, scopes=["review"])
    api.credentials(HTTP_AUTHORIZATION=f"Token {narrow}")
    refused(api, CHANGES, change(), 403)
    _, wide = Token.objects.create(user=editor, scopes=["write"])
    api.credentials(HTTP_AUTHORIZATION=f"Token {wide}")
    editor.groups.clear()
    refused(api, CHANGES, change(), 403)
    editor.is_active = False
    editor.save()
    refused(api, CHANGES, change(), 401)


@committed
def test_a_second_person_confirms_once(writer, reviewer, api):
    made = writer.post(CHANGES, change(), format="json").json()
    _, token = Token.objects.create(user=reviewer, scopes=["review"])
    second = APIClient()
    second.credentials(HTTP_AUTHORIZATION=f"Token {token}")
    address = f"{CHANGES}{made['id']}/confirm/"
    assert writer.post(address, {}, format="json").status_code == 403  # another scope
    answer = second.post(address, {"note": "Checked against the readout."}, format="json")
    assert answer.status_code == 201, answer.content
    assert answer.json()["by"] == "reviewer"
    assert api.get(f"{CHANGES}{made['id']}/").json()["reviewed"] is True
    assert second.post(address, {}, format="json").status_code == 409


@committed
def test_I13_nobody_confirms_what_they_logged(reviewer):
    _, token = Token.objects.create(user=reviewer, scopes=["review", "write"])
    own = APIClient()
    own.credentials(HTTP_AUTHORIZATION=f"Token {token}")
    made = own.post(CHANGES, change(), format="json").json()
    refusal = own.post(f"{CHANGES}{made['id']}/confirm/", {}, format="json")
    assert refusal.status_code == 403
    assert refusal.json()["code"] == "own_work"
