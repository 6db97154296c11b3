"""Statements that are kept and not yet published."""

from datetime import timedelta

import pytest

from proposals.models import Draft, Statement
from proposals.services import drafts
from tests.proposals.web.harbour import lay_out
from tests.proposals.web.typing_in import NEW_STATEMENT, inputs, key_on, mistakes, position, statement


@pytest.fixture
def harbour(db):
    return lay_out()


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


def kept(desk, editor, **typed) -> Draft:
    assert desk.post(NEW_STATEMENT, statement(do="keep", **typed)).status_code == 302
    return Draft.objects.get(author=editor)


def test_a_draft_holds_the_write_shape_of_the_api(harbour, desk, editor):
    typed = statement(do="keep", principals=["Delegate Veth"]) | position(
        provision="buoys",
        **{"conditions-0-text": "first", "conditions-0-of": "veth", "conditions-0-about": "proposal:armistice"},
    )
    answer = desk.post(NEW_STATEMENT, typed)
    draft = Draft.objects.get(author=editor)
    assert answer.url == f"/desk/drafts/{draft.pk}/"
    assert draft.body == {
        "speakers": ["orrin"],
        "for": ["veth"],
        "said_on": "2025-05-02",
        "source": "talks-resume",
        "quote": "We will open the harbour.",
        "language": "en",
        "form": "original",
        "channel": "press",
        "credibility": 6,
        "positions": [
            {
                "proposal": "harbour-pause",
                "provision": "buoys",
                "stance": "supports",
                "conditions": [{"text": "first", "of": "veth", "proposal": "armistice"}],
            }
        ],
    }
    assert Statement.objects.count() == 1


def test_unfinished_and_wrong_things_can_be_kept_and_come_back_as_typed(harbour, desk, editor):
    draft = kept(desk, editor, speakers=["orrin", "who?"], said_on="sometime", source="", source__title="Unfinished")
    assert draft.body["speakers"] == ["orrin", "who?"]
    assert draft.body["source"] == {"title": "Unfinished", "language": "en", "reliability": "F"}
    page = desk.get(f"/desk/drafts/{draft.pk}/")
    html = page.content.decode()
    assert inputs(page)["said_on"] == "sometime"
    assert inputs(page)["source-title"] == "Unfinished"
    assert 'value="Delegate Orrin"' in html and 'value="who?"' in html
    answer = desk.post(f"/desk/drafts/{draft.pk}/", statement(speakers=["who?"], said_on="sometime"))
    assert answer.status_code == 400
    assert Draft.objects.get().body == draft.body  # refused, so nothing changed


@pytest.mark.parametrize("name", ["quote", "said_on", "place", "language", "source", "speakers", "source-title"])
def test_B67_what_no_database_can_hold_is_refused_even_in_a_draft(harbour, desk, name):
    answer = desk.post(NEW_STATEMENT, statement(do="keep") | {name: "a\x00b"})
    assert answer.status_code == 400
    assert "control character" in mistakes(answer)
    assert not Draft.objects.exists()


def test_B67_codes_that_nobody_could_choose_are_left_out_of_a_draft(harbour, desk, editor):
    typed = statement(do="keep", channel="a\x00b") | position(stance="\x00", **{"conditions-0-about": "proposal:\x00"})
    assert desk.post(NEW_STATEMENT, typed).status_code == 302
    body = Draft.objects.get(author=editor).body
    assert "channel" not in body
    assert "stance" not in body["positions"][0]


def test_a_draft_is_kept_in_place_of_its_older_wording(harbour, desk, editor):
    draft = kept(desk, editor)
    desk.post(f"/desk/drafts/{draft.pk}/", statement(do="keep", quote="We may open the harbour."))
    assert Draft.objects.get().body["quote"] == "We may open the harbour."


def test_a_draft_of_the_api_opens_with_all_it_holds(harbour, desk, editor):
    body = {
        "speakers": ["orrin"],
        "said_on": "2025-05",
        "source": {"kind": "article", "title": "New", "published_on": "2025", "language": "uk", "note": "n"},
        "quote": "So be it.",
        "language": "uk",
        "allow_duplicate": True,
        "positions": [{"proposal": "harbour-pause", "stance": "opposes", "conditions": [{"text": "c"}]}],
    }
    draft = drafts.keep(body, by=editor)
    typed = inputs(desk.get(f"/desk/drafts/{draft.pk}/"))
    assert typed["source-title"] == "New"
    assert typed["source-language"] == "uk"
    assert typed["positions-0-conditions-0-text"] == "c"
    assert typed["positions-INITIAL_FORMS"] == "1"
    assert typed["positions-TOTAL_FORMS"] == "1"


def test_a_row_that_was_emptied_in_a_draft_is_left_out(harbour, desk, editor):
    desk.post(NEW_STATEMENT, statement(do="keep") | position())
    draft = Draft.objects.get(author=editor)
    emptied = statement() | position(proposal="", stance="") | {"positions-INITIAL_FORMS": "1"}
    assert desk.post(f"/desk/drafts/{draft.pk}/", emptied).status_code == 302
    assert not Statement.objects.exclude(slug="first-word").get().positions.exists()


@pytest.mark.parametrize("do", ["publish", "keep", "drop", "more positions"])
def test_B85_somebody_elses_draft_is_not_there(harbour, client, editor, reviewer, do):
    draft = drafts.keep({"quote": "secret words"}, by=editor)
    client.force_login(reviewer)
    assert client.get(f"/desk/drafts/{draft.pk}/").status_code == 404
    answer = client.post(f"/desk/drafts/{draft.pk}/", statement(do=do))
    nowhere = client.post("/desk/drafts/999999/", statement(do=do))
    assert answer.status_code == nowhere.status_code
    assert b"secret words" not in answer.content
    assert Draft.objects.get() == draft
    assert Draft.objects.get().body == {"quote": "secret words"}


@pytest.mark.parametrize("pk", [0, 2**63, 10**30])
def test_B17_a_number_of_no_draft_is_not_found(harbour, desk, pk):
    assert desk.get(f"/desk/drafts/{pk}/").status_code == 404


def test_B75_a_draft_that_is_gone_gives_back_what_was_typed(harbour, desk, editor):
    draft = kept(desk, editor)
    draft_address = f"/desk/drafts/{draft.pk}/"
    draft.delete()
    answer = desk.post(draft_address, statement(quote="Words typed in the other window."))
    html = answer.content.decode()
    assert answer.status_code == 404
    assert "not there any more" in html
    assert "Words typed in the other window." in html
    assert f'action="{NEW_STATEMENT}"' in html
    assert Statement.objects.count() == 1


def test_a_dropped_draft_can_be_taken_back(harbour, desk, editor):
    draft = kept(desk, editor)
    assert desk.post(f"/desk/drafts/{draft.pk}/", {"do": "drop"}).url == "/desk/"
    assert not Draft.objects.exists()
    assert "Take it back" in desk.get("/desk/").content.decode()
    answer = desk.post("/desk/")
    assert Draft.objects.get().body == draft.body
    assert answer.url == f"/desk/drafts/{Draft.objects.get().pk}/"
    assert desk.post("/desk/").url == "/desk/"  # once
    assert Draft.objects.count() == 1


def test_a_dropped_draft_is_offered_back_for_a_while_only(harbour, desk, editor, monkeypatch):
    monkeypatch.setattr("proposals.web.desk.REGRET", timedelta())
    draft = kept(desk, editor)
    desk.post(f"/desk/drafts/{draft.pk}/", {"do": "drop"})
    assert "Take it back" not in desk.get("/desk/").content.decode()
    assert desk.post("/desk/").url == "/desk/"
    assert not Draft.objects.exists()


def test_B76_the_same_draft_kept_twice_is_one_draft(harbour, desk, editor):
    for _ in range(2):
        desk.post(NEW_STATEMENT, statement(do="keep"))
    assert Draft.objects.filter(author=editor).count() == 1


def test_B76_a_draft_published_twice_is_one_statement(harbour, desk, editor):
    draft = kept(desk, editor)
    address = f"/desk/drafts/{draft.pk}/"
    typed = statement() | {"key": key_on(desk, address)}
    first, second = desk.post(address, typed), desk.post(address, typed)
    assert first.url == second.url == f"/statements/{Statement.objects.exclude(slug='first-word').get().slug}/"
