"""A proposal's page: who stands where, accounts side by side, provisions, links, history, timeline, citation."""

import pytest
from django.utils import timezone

from actors.models import Actor
from ceasefire.core import edtf
from proposals.models import Proposal, Statement, StatusChange
from proposals.services import reviews, snapshots, statements, statuses
from proposals.states import Status
from tests.ceasefire.web.reading import Page, assert_obeys_the_content_policy
from tests.conftest import take_numbers

TRUCE = "/proposals/one-month-truce/"
PAUSE = "/proposals/energy-infrastructure-pause/"
SETTLEMENT = "/proposals/final-settlement/"


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


def hrefs(page: Page) -> list[str]:
    return [link["href"] for link in page.all("a")]


def test_the_head_says_status_day_and_who_put_it_forward(at):
    page = at(f"{TRUCE}?as_of=2025-03-05")
    assert "floated since around 2 March 2025 day 3 unreviewed" in page.text
    assert "Put forward by Emmanuel Macron (own statement: Emmanuel Macron, around 2 March 2025)" in page.text


def test_what_nobody_put_forward_says_so(at):
    assert "Nobody is recorded as having put it forward." in at(PAUSE).text


def test_the_track_draws_every_status_in_order_and_never_backwards(client, first_chronicle):
    track = client.get(PAUSE).context["proposal"].track
    assert [one.label for one in track] == ["floated", "negotiating", "agreed", "collapsed", "floated"]
    starts = [one.from_x for one in track]
    assert starts == sorted(set(starts))
    assert track[-1].to_x == 1000
    assert all(one.uncertain_start for one in track)


def test_U7_a_stance_has_words_speaker_office_day_and_conditions(at):
    page = at(TRUCE)
    assert (
        "Volodymyr Zelensky President of Ukraine · counts for Ukraine If you don’t have an end to the war" in page.text
    )
    assert "Luke Pollard, Minister for the Armed Forces, United Kingdom around 2 March 2025 to March 2025" in page.text
    assert "Firm security guarantees for Ukraine about Security guarantees for Ukraine" in page.text
    assert "/statements/zelensky-at-stansted/" in hrefs(page)
    assert "/proposals/final-settlement/#settlement-security-guarantees" in hrefs(page)


def test_every_condition_leads_to_a_place_that_is_there(at):
    ids = {attrs.get("id") for _, attrs in at(SETTLEMENT).elements}
    anchors = [href.partition("#")[2] for href in hrefs(at(TRUCE)) if href.startswith(f"{SETTLEMENT}#")]
    assert anchors
    assert set(anchors) <= ids


def test_U8_accounts_are_marked_where_they_differ_and_where_one_alone_speaks(client, first_chronicle):
    accounts = client.get(TRUCE).context["accounts"]
    marks = {matter.name: [cell.mark for cell in matter.cells] for matter in accounts.matters}
    assert [column.teller for column in accounts.columns] == ["Emmanuel Macron", "article of March 2025"]
    assert marks["covers"] == ["differs", "differs"]
    assert marks["leaves out"] == ["", "only here"]
    assert marks["lasts"] == ["", ""]
    assert [cell.words for cell in next(one for one in accounts.matters if one.name == "lasts").cells] == [
        "1 month"
    ] * 2


def test_provisions_are_a_tree_with_who_is_asked_for_what(client, first_chronicle):
    clauses = client.get(SETTLEMENT).context["proposal"].clauses
    assert [one.heading for one in clauses] == ["Foreign troops in Ukraine", "Security guarantees for Ukraine"]
    backstop = next(one for one in clauses[0].children if one.heading == "American backstop")
    assert [one.heading for one in backstop.children] == ["American missiles and jets on standby"]
    [task] = backstop.tasks
    assert (task.actor.name, task.role, task.state) == ("United States", "guarantor", "asked")
    assert [asker.name for asker in task.asked_by] == ["European countries in the deployment scheme"]
    assert [(one.actor.name, one.code) for one in backstop.stands] == [
        ("European countries in the deployment scheme", "supports"),
        ("Donald Trump", "sceptical"),
    ]


def test_what_a_statement_asks_is_not_there_before_it_was_said(client, first_chronicle):
    assert client.get(f"{TRUCE}?as_of=2025-03-01").context["proposal"].clauses == []
    assert len(client.get(f"{TRUCE}?as_of=2025-03-02").context["proposal"].clauses) == 1


def test_links_are_seen_from_both_ends_with_the_others_status(at):
    assert "revives Pause in strikes on energy infrastructure floated since around 2 March 2025" in at(TRUCE).text
    assert "revived by One-month truce floated" in at(PAUSE).text
    assert "preceded by One-month truce floated" in at(SETTLEMENT).text


def test_a_proposal_nobody_had_voiced_is_not_linked_yet(at):
    assert "One-month truce" not in at(f"{PAUSE}?as_of=2024-12").text


def test_events_stand_with_what_they_did(at):
    assert "collapsed by Ukrainian attack into the Kursk region military action, Kursk region, Russia" in at(PAUSE).text


def test_the_history_gives_reason_and_evidence_for_every_move(client, first_chronicle):
    moves = client.get(PAUSE).context["proposal"].history
    assert [(move.before, move.after) for move in moves] == [
        ("", "floated"),
        ("floated", "negotiating"),
        ("negotiating", "agreed"),
        ("agreed", "collapsed"),
        ("collapsed", "floated"),
    ]
    assert all(move.reason and move.rests_on for move in moves)
    assert moves[3].rests_on.href == "/events/kursk-attack/"


def test_a_second_persons_confirmation_takes_the_mark_away(at, first_chronicle, reviewer):
    change = StatusChange.objects.open().get(slug="one-month-truce-floated")
    reviews.confirm(change, by=reviewer)
    take_numbers()
    assert "floated since around 2 March 2025 day 3 reviewed ✓" in at(f"{TRUCE}?as_of=2025-03-05").text
    assert "floated since around 2 March 2025 day 3 unreviewed" in at(f"{TRUCE}?as_of=2025-03-05&known_at=seq:144").text


def test_the_timeline_runs_from_the_latest_day_with_days_since_it_was_voiced(client, first_chronicle):
    entries = client.get(TRUCE).context["entries"]
    dated = [entry for entry in entries if entry.happened_on]
    assert {entry.day for entry in dated} == {0}
    assert [entry.kind for entry in dated[:3]] == ["position_stated"] * 3
    assert dated[0].happened_on == "2025-03-02~/2025-03"
    assert entries[0].href == f"/timeline/{entries[0].seq}/"
    assert not any(entry.proposal for entry in entries)


def test_U1_the_kind_of_entry_is_chosen_in_the_address(client, first_chronicle, at):
    context = client.get(f"{PAUSE}?kind=status_changed").context
    assert [entry.kind for entry in context["entries"]] == ["status_changed"] * 5
    assert ("status_changed", "Status changed", 5) in context["kinds"]
    [chosen] = [option for option in at(f"{PAUSE}?kind=status_changed").all("option") if "selected" in option]
    assert chosen["value"] == "status_changed"


def test_a_kind_without_entries_at_the_moment_is_no_error(at):
    assert "Nothing about it was in the timeline" in at(f"{TRUCE}?kind=text_issued").text


def test_U5_U7_the_citation_has_an_address_that_fixes_both_clocks(at):
    page = at(f"{TRUCE}?as_of=2025-03-05")
    address = f"{TRUCE}?as_of=2025-03-05&known_at=seq:144"
    assert "“One-month truce”. In: ceasefire, a ledger of ceasefire proposals. As of 5 March 2025" in page.text
    assert f"http://testserver{address}" in page.text
    assert address in hrefs(page)


def test_the_same_is_there_as_data(at, client):
    page = at(f"{TRUCE}?as_of=2025-03-05")
    for address in ("/api/v1/proposals/one-month-truce/", "/api/v1/proposals/one-month-truce/state/"):
        assert f"{address}?as_of=2025-03-05" in hrefs(page)
        assert client.get(f"{address}?as_of=2025-03-05").status_code == 200
    assert client.get("/api/v1/status-changes/?proposal=one-month-truce").status_code == 200


def test_before_anybody_voiced_it_the_page_says_so(at):
    page = at(f"{TRUCE}?as_of=2024-01")
    assert "nobody had voiced it by then" in page.text
    assert "No status is recorded up to this day." in page.text


def test_what_cannot_be_ordered_is_shown_as_contested(client, first_chronicle, editor):
    truce, kyiv = Proposal.objects.open().get(slug="one-month-truce"), Actor.objects.open().get(slug="ukraine")
    source = Statement.objects.open().get(slug="zelensky-at-stansted").source
    for stance, words in (("supports", "Yes."), ("opposes", "No.")):
        statements.log(
            statements.NewStatement(
                speakers=[kyiv],
                said_on=edtf.parse("2025-05"),
                source=source,
                quotes=[statements.NewQuote(words, "en")],
                positions=[statements.NewPosition(truce, stance)],
            ),
            by=editor,
            at=timezone.now(),
        )
    take_numbers()
    [contested] = [one for one in client.get(TRUCE).context["proposal"].row.stands if one.contested]
    assert contested.actor.name == "Ukraine"
    assert sorted(contested.contested) == ["opposes", "supports"]
    assert sorted(voice.words for voice in contested.voices) == ["No.", "Yes."]


def test_a_move_for_one_party_stands_beside_the_whole(client, first_chronicle, editor):
    truce, kyiv = Proposal.objects.open().get(slug="one-month-truce"), Actor.objects.open().get(slug="ukraine")
    statuses.change_status(
        truce,
        to=Status.IN_FORCE,
        effective_on=edtf.parse("2025-03-04"),
        reason="Kept by one side.",
        evidence=statuses.Evidence(statement=Statement.objects.open().get(slug="macron-one-month-truce")),
        applies_to=kyiv,
        by=editor,
        at=timezone.now(),
    )
    take_numbers()
    snapshots.catch_up()
    page = Page(client.get(f"{TRUCE}?as_of=2025-03-05").content.decode())
    text = " ".join(page.text.split())
    assert "in force since 4 March 2025 for Ukraine" in text
    assert "floated since around 2 March 2025 day 3" in text
    assert [entry.whose for entry in client.get(f"{TRUCE}?kind=status_changed").context["entries"]][0] == "for Ukraine"


def test_a_very_long_quote_is_cut_in_lists_and_whole_on_its_page(client, first_chronicle, editor):
    truce, kyiv = Proposal.objects.open().get(slug="one-month-truce"), Actor.objects.open().get(slug="ukraine")
    new = statements.NewStatement(
        speakers=[kyiv],
        said_on=edtf.parse("2025-05-01"),
        source=Statement.objects.open().get(slug="zelensky-at-stansted").source,
        quotes=[statements.NewQuote("word " * 900 + "end.", "en")],
        positions=[statements.NewPosition(truce, "supports")],
    )
    said = statements.log(new, by=editor, at=timezone.now())
    take_numbers()
    assert "end." not in client.get(TRUCE).content.decode()
    assert "word […]" in client.get(TRUCE).content.decode()
    assert "word end." in client.get(f"/statements/{said.slug}/").content.decode()
