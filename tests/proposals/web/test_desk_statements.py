"""Logging a statement at the desk."""

import pytest

from proposals.models import Condition, Draft, Position, Rendering, Speaker, Statement
from tests.ceasefire.web.reading import Page, assert_obeys_the_content_policy
from tests.conftest import take_numbers
from tests.proposals.web.harbour import lay_out
from tests.proposals.web.typing_in import NEW_STATEMENT, inputs, mistakes, position, statement


@pytest.fixture
def harbour(db):
    return lay_out()


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


def the_new_one() -> Statement:
    return Statement.objects.exclude(slug="first-word").get()


def test_a_statement_is_published_with_its_words_and_positions(harbour, desk, editor):
    conditions = {"conditions-0-text": "The guns fall silent first.", "conditions-0-of": "veth"}
    typed = statement() | position(stance="supports_conditionally", provision="buoys", **conditions)
    answer = desk.post(NEW_STATEMENT, typed)
    made = the_new_one()
    assert (answer.status_code, answer.url) == (302, f"/statements/{made.slug}/")
    assert made.entered_by == editor
    assert [(one.actor.slug, one.part) for one in made.speakers.all()] == [("orrin", Speaker.Part.SPEAKER)]
    assert Rendering.objects.get(statement=made).quote == "We will open the harbour."
    held = Position.objects.get(statement=made)
    assert (held.actor.slug, held.proposal.slug, held.provision.slug) == ("orrin", "harbour-pause", "buoys")
    asked = Condition.objects.get(position=held)
    assert (asked.text, asked.of.slug) == ("The guns fall silent first.", "veth")
    take_numbers()
    made.refresh_from_db()
    assert made.known_from


def test_everything_that_can_be_said_about_a_statement_is_kept(harbour, desk):
    circumstances = {
        "principals": ["veth"],
        "place": "Port Vell",
        "venue": "Quay",
        "channel": "speech",
        "outlet": "veth",
        "relayed_by": "orrin",
        "credibility": "2",
        "gist": "Opens the harbour.",
        "wording": "translation",
        "language": "ru",
    }
    about = position(0, note="Plain words.") | position(1, proposal="armistice", stance="opposes")
    about["positions-1-conditions-0-text"] = "Not before winter."
    about["positions-1-conditions-0-about"] = "provision:buoys"
    desk.post(NEW_STATEMENT, statement(**circumstances) | about | {"positions-TOTAL_FORMS": "2"})
    made = the_new_one()
    assert (made.place, made.venue, made.channel, made.credibility) == ("Port Vell", "Quay", "speech", 2)
    assert (made.outlet.slug, made.relayed_by.slug, made.gist) == ("veth", "orrin", "Opens the harbour.")
    assert made.renderings.get().form == "translation"
    assert [(one.actor.slug, one.stance, one.note) for one in made.positions.order_by("id")] == [
        ("veth", "supports", "Plain words."),
        ("veth", "opposes", None),
    ]
    assert Condition.objects.get(position__statement=made).provision.slug == "buoys"


def test_a_source_can_come_in_with_its_statement(harbour, desk):
    new = {
        "source": "",
        "source-title": "Harbour master speaks",
        "source-kind": "interview",
        "source-published_on": "2025-05-02~",
        "source-url": "https://vell.example/speaks",
    }
    assert desk.post(NEW_STATEMENT, statement(**new)).status_code == 302
    source = the_new_one().source
    assert (source.title, source.kind, source.published_on, source.outlet) == (
        "Harbour master speaks",
        "interview",
        "2025-05-02~",
        None,
    )


def test_a_known_source_and_a_new_one_together_are_refused(harbour, desk):
    new = {"source-title": "Another", "source-kind": "article", "source-published_on": "2025"}
    answer = desk.post(NEW_STATEMENT, statement(**new))
    assert answer.status_code == 400
    assert "not both" in mistakes(answer)


def test_a_source_begun_and_not_finished_says_what_is_missing(harbour, desk):
    answer = desk.post(NEW_STATEMENT, statement(source="", source__title="Another"))
    assert answer.status_code == 400
    assert 'href="#id_source-kind"' in mistakes(answer)
    assert 'href="#id_source-published_on"' in mistakes(answer)
    assert "Name a source" not in mistakes(answer)


@pytest.mark.parametrize("name", ["orrin", "delegate orrin", "Мандатарий Оррин", "http://testserver/actors/orrin/"])
def test_a_speaker_is_named_by_id_name_other_name_or_address(harbour, desk, name):
    assert desk.post(NEW_STATEMENT, statement(speakers=[name])).status_code == 302
    assert the_new_one().speakers.get().actor == harbour.orrin


def test_a_joint_statement_has_several_speakers(harbour, desk):
    desk.post(NEW_STATEMENT, statement(speakers=["Delegate Orrin", "", "Delegate Veth"]) | position())
    assert [one.actor.slug for one in the_new_one().speakers.order_by("id")] == ["orrin", "veth"]
    assert {one.actor.slug for one in Position.objects.all()} == {"orrin", "veth"}


def test_an_unknown_speaker_is_named_in_the_message(harbour, desk):
    answer = desk.post(NEW_STATEMENT, statement(speakers=["Delegate Orrin", "Nobody <b>"]))
    assert answer.status_code == 400
    assert "There is no speaker “Nobody &lt;b&gt;” in this record." in mistakes(answer)
    assert 'href="#id_speakers_0"' in mistakes(answer)
    assert Statement.objects.count() == 1


def test_a_name_that_two_actors_share_is_not_guessed(harbour, desk):
    from tests.factories.ledger import ActorFactory

    ActorFactory(slug="orrin-the-elder", name="Delegate Orrin")
    answer = desk.post(NEW_STATEMENT, statement())
    assert answer.status_code == 400
    assert "write one of orrin, orrin-the-elder" in mistakes(answer)


def test_conditional_support_needs_a_condition(harbour, desk):
    answer = desk.post(NEW_STATEMENT, statement() | position(stance="supports_conditionally"))
    assert answer.status_code == 400
    assert "Conditional support needs at least one condition." in mistakes(answer)
    assert 'href="#id_positions-0-conditions-0-text"' in mistakes(answer)
    assert Statement.objects.count() == 1


def test_a_fault_is_shown_in_the_row_that_has_it_though_rows_before_it_are_empty(harbour, desk):
    """The service counts the rows that say something; the form counts all that are drawn."""
    rows = position(2) | position(4, stance="supports_conditionally")
    rows |= {"positions-4-conditions-3-text": "", "positions-TOTAL_FORMS": "5"}
    answer = desk.post(NEW_STATEMENT, statement() | rows)
    assert 'href="#id_positions-4-proposal"' in mistakes(answer)  # the same proposal twice
    assert 'href="#id_positions-4-conditions-0-text"' in mistakes(answer)


def test_a_fault_in_a_condition_is_shown_at_that_condition(harbour, desk):
    rows = position(stance="supports_conditionally")
    rows |= {"positions-0-conditions-0-text": "", "positions-0-conditions-1-text": "fine"}
    rows |= {"positions-0-conditions-2-text": "", "positions-0-conditions-2-of": "veth"}
    answer = desk.post(NEW_STATEMENT, statement() | rows)
    assert answer.status_code == 400
    assert 'href="#id_positions-0-conditions-2-text"' in mistakes(answer)
    assert "Say what condition 3 asks for." in mistakes(answer)


def test_a_provision_of_another_proposal_is_refused_at_its_row(harbour, desk):
    answer = desk.post(NEW_STATEMENT, statement() | position(proposal="armistice", provision="buoys"))
    assert answer.status_code == 400
    assert 'href="#id_positions-0-provision"' in mistakes(answer)
    assert "“buoys” is not a provision of “armistice”" in mistakes(answer)


def test_neither_words_nor_gist_is_refused_and_a_gist_alone_is_enough(harbour, desk):
    answer = desk.post(NEW_STATEMENT, statement(quote=""))
    assert answer.status_code == 400
    assert 'href="#id_quote"' in mistakes(answer)
    assert desk.post(NEW_STATEMENT, statement(quote="", gist="Agreed, it was reported.")).status_code == 302
    assert not the_new_one().renderings.exists()


def test_a_speaker_named_twice_is_refused(harbour, desk):
    answer = desk.post(NEW_STATEMENT, statement(speakers=["orrin", "Delegate Orrin"]))
    assert "“orrin” is named twice." in mistakes(answer)


def test_a_day_that_has_not_come_is_refused(harbour, desk):
    answer = desk.post(NEW_STATEMENT, statement(said_on="2150-01-01"))
    assert 'href="#id_said_on"' in mistakes(answer)


def test_what_was_typed_stays_in_a_refused_form(harbour, desk):
    typed = statement(said_on="no day", speakers=["orrin", "who?"], place="Quay & <harbour>")
    typed |= position(note="keep me", **{"conditions-0-text": "and me"}) | {"source-title": "me too"}
    answer = desk.post(NEW_STATEMENT, typed)
    assert answer.status_code == 400
    boxes = inputs(answer)
    assert boxes["said_on"] == "no day"
    assert boxes["place"] == "Quay & <harbour>"
    assert boxes["source-title"] == "me too"
    assert boxes["positions-0-conditions-0-text"] == "and me"
    html = answer.content.decode()
    assert 'value="orrin"' in html and 'value="who?"' in html
    assert ">\nWe will open the harbour.</textarea>" in html
    assert ">\nkeep me</textarea>" in html
    assert "<details" in html and 'class="more" data-conditions open' in html


def test_another_row_is_added_without_a_script_and_nothing_is_judged_yet(harbour, desk):
    typed = statement(do="more positions", said_on="no day", speakers=["who?"]) | position(note="x")
    answer = desk.post(NEW_STATEMENT, typed)
    assert answer.status_code == 200
    boxes = inputs(answer)
    assert boxes["positions-TOTAL_FORMS"] == "2"
    assert boxes["said_on"] == "no day"
    assert "positions-1-conditions-0-text" in boxes
    assert not mistakes(answer)
    assert Statement.objects.count() == 1


def test_nothing_that_was_typed_is_lost_when_a_row_is_added_without_a_script(harbour, desk):
    words = "wo\x07rd " * 6_000  # too long, and not to be kept as it is
    typed = statement(do="more positions", quote=words, place="a\x07b", speakers=["who?", "a\x07b"])
    html = desk.post(NEW_STATEMENT, typed).content.decode()
    assert words.strip() in html
    assert html.count("a\x07b") == 2


def test_more_than_a_hundred_names_are_refused_before_they_are_looked_up(harbour, desk):
    answer = desk.post(NEW_STATEMENT, statement(speakers=[f"Delegate {number}" for number in range(101)]))
    assert "At most 100 names; these are 101." in mistakes(answer)


def test_another_box_for_a_speaker_and_another_condition_without_a_script(harbour, desk):
    typed = statement(do="more speakers") | position(**{"conditions-0-text": "first"})
    boxes = inputs(desk.post(NEW_STATEMENT, typed))
    assert boxes["speakers"] == ""  # the last of two
    boxes = inputs(desk.post(NEW_STATEMENT, typed | {"do": "more positions-0"}))
    assert boxes["positions-0-conditions-0-text"] == "first"
    assert boxes["positions-0-conditions-1-text"] == ""


def test_a_row_is_taken_out_without_a_script(harbour, desk):
    rows = position(0) | position(1, proposal="armistice", note="stays") | {"positions-TOTAL_FORMS": "2"}
    answer = desk.post(NEW_STATEMENT, statement(do="less 0") | rows)
    assert inputs(answer)["positions-TOTAL_FORMS"] == "1"
    assert "stays" in answer.content.decode()


def test_a_statement_may_take_no_stance(harbour, desk):
    assert desk.post(NEW_STATEMENT, statement() | position(proposal="", stance="")).status_code == 302
    assert not Position.objects.exists()


def test_more_than_fifty_positions_are_refused(harbour, desk):
    answer = desk.post(NEW_STATEMENT, statement() | {"positions-TOTAL_FORMS": "60"} | position(50))
    assert answer.status_code == 400
    assert "at most 50" in mistakes(answer)


def test_a_row_count_that_was_tampered_with_is_a_mistake_and_no_fault(harbour, desk):
    answer = desk.post(NEW_STATEMENT, statement() | {"positions-TOTAL_FORMS": "many"})
    assert answer.status_code == 400


def test_B69_the_same_words_again_warn_with_a_link_and_can_be_logged_anyway(harbour, desk):
    desk.post(NEW_STATEMENT, statement())
    first = the_new_one()
    again = statement(quote="“We  will open\nthe harbour.”")
    answer = desk.post(NEW_STATEMENT, again)
    assert answer.status_code == 400
    page = Page(answer.content.decode())
    assert {"href": f"/statements/{first.slug}/"} in page.all("a")
    assert [box["name"] for box in page.all("input") if box.get("type") == "checkbox"] == ["allow_duplicate"]
    assert Statement.objects.count() == 2
    assert desk.post(NEW_STATEMENT, again | {"allow_duplicate": "on"}).status_code == 302
    assert Statement.objects.count() == 3


def test_B69_the_same_words_from_another_source_are_no_duplicate(harbour, desk):
    desk.post(NEW_STATEMENT, statement())
    new = {"source": "", "source-title": "Other", "source-kind": "article", "source-published_on": "2025"}
    assert desk.post(NEW_STATEMENT, statement(**new)).status_code == 302


def test_a_link_can_fill_in_source_speaker_and_proposal(harbour, desk):
    answer = desk.get(f"{NEW_STATEMENT}?source=talks-resume&speaker=orrin&proposal=harbour-pause")
    html = answer.content.decode()
    assert inputs(answer)["source"] == "Talks resume in Port Vell"
    assert 'value="Delegate Orrin"' in html
    assert '<option value="harbour-pause" selected>' in html


def test_the_form_is_a_page_without_inline_code_and_keeps_its_default_button_harmless(harbour, desk):
    page = Page(desk.get(NEW_STATEMENT).content.decode())
    assert_obeys_the_content_policy(page)
    buttons = [one for one in page.all("button") if one.get("name") == "do"]
    assert buttons[0]["value"] == "keep"  # what the Enter key presses
    assert [box["id"] for box in page.all("datalist")] == ["actors", "sources", "languages"]


def test_the_form_takes_a_fixed_number_of_queries(harbour, desk, django_assert_max_num_queries):
    with django_assert_max_num_queries(9):
        desk.get(NEW_STATEMENT)


def test_nothing_is_left_of_a_draft_that_was_published_from_its_page(harbour, desk, editor):
    desk.post(NEW_STATEMENT, statement(do="keep"))
    draft = Draft.objects.get(author=editor)
    answer = desk.post(f"/desk/drafts/{draft.pk}/", statement())
    assert answer.url == f"/statements/{the_new_one().slug}/"
    assert not Draft.objects.exists()
