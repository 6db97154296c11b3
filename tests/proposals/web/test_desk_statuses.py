"""Changing a status at the desk."""

import pytest

from proposals.models import StatusChange
from tests.ceasefire.web.reading import Page, assert_obeys_the_content_policy
from tests.factories.ledger import SourceFactory
from tests.proposals.web.harbour import lay_out
from tests.proposals.web.typing_in import NEW_STATUS, inputs, key_on, mistakes, status_change


@pytest.fixture
def harbour(db):
    return lay_out()


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


def the_new_one() -> StatusChange:
    return StatusChange.objects.exclude(slug="floated").get()


def test_a_status_is_changed_with_its_evidence(harbour, desk, editor):
    answer = desk.post(NEW_STATUS, status_change())
    assert (answer.status_code, answer.url) == (302, "/proposals/harbour-pause/")
    made = the_new_one()
    assert (made.from_status, made.to_status, made.effective_on) == ("floated", "negotiating", "2025-05-03")
    assert (made.source, made.entered_by, made.reason) == (harbour.source, editor, "Both sides sat down to it.")


def test_a_statement_is_evidence_by_id_or_by_the_address_of_its_page(harbour, desk):
    address = "https://ledger.example/statements/first-word/?as_of=2025"
    desk.post(NEW_STATUS, status_change(source="", statement=address))
    assert the_new_one().statement == harbour.statement


def test_a_status_can_be_of_one_party_and_by_one_account(harbour, desk):
    desk.post(NEW_STATUS, status_change(applies_to="Delegate Veth", according_to="orrin"))
    assert (the_new_one().applies_to, the_new_one().according_to) == (harbour.veth, harbour.orrin)


@pytest.mark.parametrize(
    ("typed", "place", "told"),
    [
        ({"to": "completed"}, "id_to", "A proposal that is floated cannot become completed; it can become"),
        ({"to": "signed"}, "id_to", "Select a valid choice"),
        ({"to": ""}, "id_to", "Choose one."),
        ({"effective_on": "2025-04-30"}, "id_effective_on", "begins before 1 May 2025"),
        ({"effective_on": "2190-01-01"}, "id_effective_on", "has not come yet"),
        ({"effective_on": "2025-02-30"}, "id_effective_on", "February 2025 has 28 days"),
        ({"source": ""}, "id_statement", "Name exactly one piece of evidence"),
        ({"statement": "first-word"}, "id_statement", "Name exactly one piece of evidence"),
        ({"source": "No such paper"}, "id_source", "There is no source “No such paper” in this record."),
        ({"source": "", "event": "no talks"}, "id_event", "There is no event “no talks”"),
        ({"proposal": "nowhere"}, "id_proposal", "choose another"),
        ({"proposal": ""}, "id_proposal", "Choose one."),
        ({"reason": "\u200b"}, "id_reason", "visible text"),
        ({"applies_to": "nobody"}, "id_applies_to", "There is no actor “nobody”"),
    ],
)
def test_a_refused_change_says_what_is_wrong_next_to_the_field_and_changes_nothing(harbour, desk, typed, place, told):
    answer = desk.post(NEW_STATUS, status_change(**typed))
    assert answer.status_code == 400
    assert f'href="#{place}"' in mistakes(answer)
    assert told in mistakes(answer)
    html = answer.content.decode()
    assert f'id="{place}_error"' in html
    assert StatusChange.objects.count() == 1


def test_what_was_typed_stays_in_a_refused_form(harbour, desk):
    answer = desk.post(NEW_STATUS, status_change(to="completed", according_to="Delegate Veth"))
    html = answer.content.decode()
    assert inputs(answer)["effective_on"] == "2025-05-03"
    assert inputs(answer)["according_to"] == "Delegate Veth"
    assert ">\nBoth sides sat down to it.</textarea>" in html
    assert '<option value="completed" selected>' in html


def test_a_link_can_choose_the_proposal_and_the_page_says_where_it_stands(harbour, desk):
    html = desk.get(f"{NEW_STATUS}?proposal=harbour-pause").content.decode()
    shown = html.split('data-standing-of="harbour-pause"')[1].split("</p>")[0]
    assert "hidden" not in shown.split(">")[0]
    assert "floated" in shown and "1 May 2025" in shown
    possible = html.split("Possible from here")[1].split("Not possible from here")[0]
    assert 'value="negotiating"' in possible
    assert 'value="completed"' not in possible


def test_what_is_possible_can_be_looked_up_without_a_script_and_without_judging(harbour, desk):
    answer = desk.post(NEW_STATUS, status_change(do="look", proposal="armistice", effective_on="someday"))
    html = answer.content.decode()
    assert answer.status_code == 200
    assert "It has no status yet." in html
    assert inputs(answer)["effective_on"] == "someday"
    assert not mistakes(answer)
    assert StatusChange.objects.count() == 1


def test_a_first_status_begins_the_record(harbour, desk):
    assert desk.post(NEW_STATUS, status_change(proposal="armistice", to="floated")).status_code == 302
    assert the_new_one().from_status is None


def test_two_sources_of_one_title_are_not_guessed(harbour, desk):
    SourceFactory(title="Talks resume in Port Vell", slug="the-other-paper")
    answer = desk.post(NEW_STATUS, status_change())
    assert "write one of talks-resume, the-other-paper" in mistakes(answer)


def test_the_form_is_a_page_without_inline_code_and_its_default_button_changes_nothing(harbour, desk):
    page = Page(desk.get(NEW_STATUS).content.decode())
    assert_obeys_the_content_policy(page)
    assert [one for one in page.all("button") if one.get("name") == "do"][0]["value"] == "look"


def test_B76_a_change_sent_twice_is_one_change(harbour, desk):
    typed = status_change() | {"key": key_on(desk, NEW_STATUS)}
    assert [desk.post(NEW_STATUS, typed).status_code for _ in range(2)] == [302, 302]
    assert StatusChange.objects.count() == 2
