"""The home page and the list of proposals: the state of play in ten seconds."""

import pytest

from proposals.models import Process
from tests.ceasefire.web.reading import Page, assert_obeys_the_content_policy
from tests.conftest import take_numbers
from tests.factories.ledger import ProcessFactory, ProposalFactory

SOON = "as_of=2025-03-05"
LETTER = {"class": "stance__letter", "aria-hidden": "true"}


@pytest.fixture
def at(client, first_chronicle):
    def at(path) -> Page:
        response = client.get(path)
        assert response.status_code == 200
        page = Page(response.content.decode())
        assert_obeys_the_content_policy(page)
        page.text = " ".join(page.text.split())
        return page

    return at


def titles(client, path) -> list[str]:
    context = client.get(path).context
    return [row.title for row in context["rows"]]


def test_the_head_counts_what_is_on_the_table_and_what_moved(client, at):
    page = at(f"/?{SOON}")
    assert "Russia–Ukraine war" in page.text
    assert "3 proposals on the table" in page.text
    assert (
        f"{sum(len(day.entries) for day in client.get(f'/?{SOON}').context['days'][:2])} changes this week" in page.text
    )


def test_a_row_has_status_day_and_scope(at):
    page = at(f"/?{SOON}")
    assert "floated since around 2 March 2025 day 3 truce unreviewed" in page.text


def test_U8_accounts_that_differ_stand_apart(at):
    page = at(f"/?{SOON}")
    assert "Emmanuel Macron: covers" in page.text
    assert "article of March 2025: covers" in page.text
    assert "Accounts differ; none is picked." in page.text


def test_U24_each_actor_has_a_letter_a_word_and_a_voice(at):
    page = at(f"/?{SOON}")
    assert "proposes Emmanuel Macron (President of France)" in page.text
    assert "noncommittal Volodymyr Zelensky (President of Ukraine)" in page.text
    assert "supports Russia (Russian intelligence officials (unnamed))" in page.text
    assert {"P", "N", "S", "–"} <= {text for text, around in page.texts if ("span", LETTER) in around}


def test_silence_is_shown_with_its_days(at):
    assert "Russia (no statement, 3 days)" in at(f"/?{SOON}").text


def test_those_who_spoke_together_are_not_each_others_voice(client, first_chronicle):
    [process] = client.get("/").context["processes"]
    [settlement] = [row for row in process.open if row.title == "Final settlement"]
    assert [(stand.actor.name, stand.brief) for stand in settlement.stands][:2] == [
        ("France", ""),
        ("United Kingdom", ""),
    ]
    assert settlement.stands[0].voices[0].jointly == "United Kingdom"


def test_U4_what_changed_stands_under_its_day_newest_first(client, first_chronicle):
    days = client.get("/").context["days"]
    assert [day.on for day in days] == ["2025-03-02~", "2025-03-02~/2025-03", "2024-08~"]
    words = {entry.quote.words for day in days for entry in day.entries if entry.quote}
    assert "in the air, at sea and on energy infrastructure" in words


def test_the_past_shows_what_had_ended(client, first_chronicle, at):
    [process] = client.get("/?as_of=2024-12").context["processes"]
    assert [row.title for row in process.ended] == ["Pause in strikes on energy infrastructure"]
    assert "1 proposal on the table" in at("/?as_of=2024-12").text
    assert "agreed →then collapsed" in at("/?as_of=2024-12").text


def test_what_was_not_voiced_by_a_day_is_not_listed(client, first_chronicle):
    [process] = client.get("/?as_of=2024-12").context["processes"]
    assert "One-month truce" not in {row.title for row in [*process.open, *process.ended]}


def test_several_processes_have_a_section_each(client, first_chronicle):
    ProposalFactory(process=ProcessFactory(name="Another war"), title="Harbour pause")
    take_numbers()
    page = Page(client.get("/?as_of=2032").content.decode())
    assert Process.objects.count() == 2
    assert {"Russia–Ukraine war", "Another war"} <= {text for text, _ in page.texts}
    assert "no status recorded" in page.text


def test_U1_filters_of_the_list_live_in_the_address(client, first_chronicle):
    assert len(titles(client, "/proposals/")) == 3
    assert titles(client, "/proposals/?kind=truce") == ["One-month truce"]
    assert titles(client, "/proposals/?status=collapsed") == []
    assert titles(client, "/proposals/?status=collapsed&as_of=2024-12") == ["Pause in strikes on energy infrastructure"]
    assert len(titles(client, "/proposals/?process=russia-ukraine-war&status=floated")) == 3


def test_U11_a_list_narrowed_to_nothing_offers_the_whole(at):
    page = at("/proposals/?status=completed&as_of=2025-03")
    assert "No proposal matches." in page.text
    assert "/proposals/?as_of=2025-03" in [link["href"] for link in page.all("a")]


def test_the_latest_voiced_stands_first_and_undated_ones_last(client, first_chronicle):
    assert titles(client, "/proposals/")[0] == "One-month truce"


def test_U20_choosing_a_day_is_a_plain_form(at):
    page = at(f"/?{SOON}")
    [form] = [form for form in page.all("form") if form.get("class") == "filters moment"]
    assert form["method"] == "get"
    fields = {field["name"]: field for field in page.all("input")}
    assert fields["as_of"]["value"] == "2025-03-05"
    assert fields["known_at"]["value"] == ""
