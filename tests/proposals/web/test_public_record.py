"""What the record is made of, each on a page of its own: statements, sources, events, actors, entries."""

import hashlib
import json

import pytest
from django.utils import timezone

from actors.models import Actor
from ceasefire.core import edtf
from ceasefire.timeline.models import Entry
from proposals.models import Proposal, Statement
from proposals.services import reviews, snapshots, statements
from proposals.services.snapshots import fact_models
from proposals.web.cards.entries import BUILDERS
from tests.ceasefire.web.reading import Page, assert_obeys_the_content_policy
from tests.conftest import take_numbers

ZELENSKY = "/statements/zelensky-at-stansted/"
ARTICLE = "/sources/article-on-the-one-month-truce-2025-03/"


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


# Statements ---------------------------------------------------------------------------------------------------------


def test_U7_a_statement_shows_all_that_is_needed_to_judge_it(at):
    page = at(ZELENSKY)
    for said in (
        "no one is able to control a ceasefire,",
        "Volodymyr Zelensky, President of Ukraine",
        "around 2 March 2025 to March 2025",
        "Remarks to reporters before his flight home, London Stansted Airport",
        "Press article on the proposed one-month truce",
        "F2 reliability cannot be judged, probably true",
        "original, in English",
        "importer, not confirmed by a second person yet",
        "Coder’s note: Not conditional support",
    ):
        assert said in page.text


def test_a_statement_reads_as_a_stance_with_its_conditions(client, first_chronicle):
    [reading] = client.get(ZELENSKY).context["statement"].readings
    assert (reading.stance, reading.about) == ("noncommittal", "One-month truce")
    assert [condition.text for condition in reading.conditions] == [
        "Firm security guarantees for Ukraine",
        "The war itself comes to an end",
    ]


def test_a_stance_that_several_hold_together_is_one_reading(client, first_chronicle):
    [reading] = client.get("/statements/france-and-uk-on-final-settlement/").context["statement"].readings
    assert [holder.name for holder in reading.holders] == ["France", "United Kingdom"]


def test_a_statement_without_words_says_whose_words_these_are(at):
    page = at("/statements/british-officials-on-one-month-truce/")
    assert "not known; what stands above is in this record’s words" in page.text


def test_U5_a_statement_leads_to_the_entries_that_recorded_it(client, first_chronicle):
    recorded = client.get(ZELENSKY).context["statement"].recorded
    kinds = dict(Entry.objects.filter(seq__in=[one.seq for one in recorded]).values_list("seq", "kind"))
    assert [kinds[one.seq] for one in recorded] == ["statement_recorded", "rendering_recorded", "position_stated"]
    assert [one.href for one in recorded] == [f"/timeline/{one.seq}/" for one in recorded]


def test_what_rests_on_a_statement_stands_on_its_page(at):
    page = at("/statements/macron-one-month-truce/")
    for said in ("Status changes", "Proposers", "Accounts", "Provisions", "What actors are asked for"):
        assert said in page.text


def test_a_confirmed_statement_says_so(client, first_chronicle, at, reviewer):
    reviews.confirm(Statement.objects.open().get(slug="zelensky-at-stansted"), by=reviewer)
    take_numbers()
    assert "confirmed by a second person" in at(ZELENSKY).text
    assert "reviewed ✓" in at(ZELENSKY).text
    assert [one.what for one in client.get(ZELENSKY).context["statement"].recorded][-1] == "review"


def test_U23_each_wording_stands_in_its_own_language(client, first_chronicle, editor):
    new = statements.NewStatement(
        speakers=[Actor.objects.open().get(slug="ukraine")],
        principals=[],
        said_on=edtf.parse("2025-05-01T15:00[Europe/Kyiv]"),
        source=Statement.objects.open().get(slug="zelensky-at-stansted").source,
        quotes=[
            statements.NewQuote("We agree to a month.", "en", "translation"),
            statements.NewQuote("Ми згодні на місяць.", "uk"),
            statements.NewQuote("نوافق على شهر", "ar", "damaged"),
        ],
        positions=[statements.NewPosition(Proposal.objects.open().get(slug="one-month-truce"), "supports")],
    )
    said = statements.log(new, by=editor, at=timezone.now())
    take_numbers()
    page = Page(client.get(f"/statements/{said.slug}/").content.decode())
    quotes = page.all("blockquote")
    assert [quote["lang"] for quote in quotes] == ["uk", "en", "ar"], "the original stands first"
    assert all(quote["dir"] == "auto" for quote in quotes)
    assert "1 May 2025, 15:00 Europe/Kyiv" in page.text


def test_a_day_before_it_was_said_the_page_says_so(at):
    assert "On 1 January 2024 this had not been said yet." in at(f"{ZELENSKY}?as_of=2024-01-01").text


# Sources and events -------------------------------------------------------------------------------------------------


def test_a_source_shows_everything_that_was_taken_from_it(client, first_chronicle):
    found = client.get(ARTICLE).context["found"]
    assert len(found.statements) == Statement.objects.count()
    assert [sort.heading for sort in found.sorts] == [
        "Events",
        "Offices and ties",
        "Status changes",
        "Accounts",
        "Provisions",
        "What actors are asked for",
        "Links between proposals",
    ]


def test_a_source_says_what_it_is_and_how_far_to_trust_it(at):
    page = at(ARTICLE)
    assert "published March 2025" in page.text
    assert "grade F (reliability cannot be judged)" in page.text


def test_an_event_shows_who_took_part_and_what_it_did(at):
    page = at("/events/kursk-attack/")
    assert "collapsed Pause in strikes on energy infrastructure" in page.text
    assert {"/actors/ukraine/", "/actors/russia/", ARTICLE} <= set(hrefs(page))
    assert "Negotiations broke down over Ukraine's attack" in page.text


# Actors -------------------------------------------------------------------------------------------------------------


def stances(client, slug, query="") -> list[tuple[str, str, str]]:
    actor = client.get(f"/actors/{slug}/?{query}").context["actor"]
    return [(one.about, one.code, one.holder.name if one.holder else "") for one in [*actor.stands, *actor.clauses]]


def test_an_actor_stands_where_it_last_said(client, first_chronicle):
    assert stances(client, "emmanuel-macron")[:2] == [
        ("One-month truce", "proposes", ""),
        ("Pause in strikes on energy infrastructure", "supports", ""),
    ]


def test_the_words_of_an_office_holder_stand_on_the_page_of_the_principal(client, first_chronicle):
    assert ("One-month truce", "noncommittal", "Volodymyr Zelensky") in stances(client, "ukraine")
    assert ("One-month truce", "proposes", "Emmanuel Macron") in stances(client, "france")


def test_a_voice_is_shown_with_whom_it_spoke_for(client, first_chronicle):
    assert stances(client, "luke-pollard") == [("One-month truce", "sceptical", "United Kingdom")]


def test_a_party_nobody_has_heard_is_shown_as_silent(client, first_chronicle):
    assert ("One-month truce", "", "") in stances(client, "russia")
    [silent] = [
        one
        for one in client.get("/actors/russia/?as_of=2025-03-12").context["actor"].stands
        if one.about == "One-month truce"
    ]
    assert silent.days == 10
    assert ("One-month truce", "", "") not in stances(client, "united-states")


def test_offices_before_they_were_taken_up_do_not_count(client, first_chronicle):
    assert stances(client, "france", "as_of=2024-12") == [("Final settlement", "supports_conditionally", "")]


def test_an_actor_is_shown_what_it_is_asked_for(at):
    page = at("/actors/united-states/")
    assert (
        "American backstop in Final settlement asked as guarantor, by European countries in the deployment" in page.text
    )
    assert "The United States promises to stand behind the troops" in page.text


def test_ties_stand_at_both_ends_with_their_source(at):
    assert "President of France · France from March 2025, end unknown · source: Press article" in at(
        "/actors/emmanuel-macron/"
    ).text.replace("unknown source", "unknown · source")
    assert "Emmanuel Macron President of France" in at("/actors/france/").text


def test_statements_of_an_actor_run_from_the_newest(client, first_chronicle):
    said = client.get("/actors/emmanuel-macron/").context["statements"]
    assert [one.quote.said_on for one in said] == ["2025-03-02~/2025-03", "2025-03-02~"]
    first = client.get("/actors/emmanuel-macron/?page_size=1").context
    second = client.get(first["page"].next).context
    assert [one.quote.href for one in [*first["statements"], *second["statements"]]] == [one.quote.href for one in said]
    assert second["page"].next == ""


# Entries ------------------------------------------------------------------------------------------------------------


def test_every_sort_of_fact_has_words_on_the_timeline():
    assert {model._meta.model_name for model in fact_models().values()} == set(BUILDERS)


def test_the_timeline_holds_every_number_newest_first(client, first_chronicle):
    context = client.get("/timeline/?page_size=200").context
    assert [entry.seq for entry in context["entries"]] == list(range(Entry.objects.count(), 0, -1))


@pytest.mark.parametrize(
    ("query", "kinds"),
    [
        ("proposal=energy-infrastructure-pause&kind=status_changed", {"status_changed"}),
        ("actor=sky-news", {"actor_recorded"}),
        ("proposal=one-month-truce&actor=luke-pollard", {"position_stated"}),
        ("kind=retracted", set()),
    ],
)
def test_U1_the_timeline_is_narrowed_in_the_address(client, first_chronicle, query, kinds):
    assert {entry.kind for entry in client.get(f"/timeline/?{query}").context["entries"]} == kinds


def test_a_position_says_what_it_was_before(client, first_chronicle, editor):
    new = statements.NewStatement(
        speakers=[Actor.objects.open().get(slug="volodymyr-zelensky")],
        said_on=edtf.parse("2025-05-01"),
        source=Statement.objects.open().get(slug="zelensky-at-stansted").source,
        quotes=[statements.NewQuote("Yes.", "en")],
        positions=[statements.NewPosition(Proposal.objects.open().get(slug="one-month-truce"), "supports")],
    )
    statements.log(new, by=editor, at=timezone.now())
    take_numbers()
    snapshots.catch_up()
    newest = client.get("/timeline/").context["entries"][0]
    assert (newest.stance_before, newest.stance) == ("noncommittal", "supports")
    assert "noncommittal →then Ssupports on One-month truce" in " ".join(
        Page(client.get("/").content.decode()).text.split()
    )


@pytest.mark.parametrize("seq", [1, 2, 100, 144])
def test_U5_an_entry_can_be_checked_with_what_its_page_shows(client, first_chronicle, seq):
    page = Page(client.get(f"/timeline/{seq}/").content.decode())
    raw = "".join(text for text, around in page.texts if around and around[-1][1].get("id") == "raw")
    hashes = [text for text, around in page.texts if len(text) == 64 and set(text) <= set("0123456789abcdef")]
    previous = bytes.fromhex(hashes[1]) if seq > 1 else b""
    assert hashlib.sha256(previous + raw.encode()).hexdigest() == hashes[0]
    assert json.loads(raw)["seq"] == seq
    assert "the bytes below have this hash ✓" in page.text


def test_entries_lead_to_their_neighbours(at):
    assert {"/timeline/142/", "/timeline/144/"} <= set(hrefs(at("/timeline/143/")))
    assert "/timeline/0/" not in hrefs(at("/timeline/1/"))
    assert "/timeline/145/" not in hrefs(at("/timeline/144/"))
    assert not [href for href in hrefs(at("/timeline/143/?known_at=seq:143")) if href.startswith("/timeline/144/")]


@pytest.mark.parametrize(
    ("seq", "said"),
    [
        ("0", "The numbers given so far run from 1 to 144; 0 is none of them."),
        ("145", "The numbers given so far run from 1 to 144; 145 is none of them."),
        ("9" * 30, "is none of them."),
        ("144/?known_at=seq:100", "The numbers given so far run from 1 to 100; 144 is none of them."),
    ],
)
def test_a_number_not_given_says_how_far_they_go(client, first_chronicle, seq, said):
    response = client.get(f"/timeline/{seq}/" if "?" not in seq else f"/timeline/{seq}")
    assert response.status_code == 404
    assert said in response.content.decode()


def test_a_number_whose_entry_is_still_to_be_written_says_so(client, first_chronicle, reviewer):
    reviews.confirm(Statement.objects.open().get(slug="zelensky-at-stansted"), by=reviewer)
    take_numbers()
    response = client.get("/timeline/145/")
    assert response.status_code == 404
    assert "Number 145 has been given, and its entry is about to be written." in response.content.decode()
