"""The review queue."""

import pytest

from proposals.models import Review, Statement
from proposals.services import reviews
from tests.ceasefire.web.reading import Page, assert_obeys_the_content_policy
from tests.conftest import take_numbers
from tests.factories.ledger import StatementFactory
from tests.proposals.web.harbour import lay_out
from tests.proposals.web.typing_in import NEW_STATEMENT, inputs, mistakes, position, statement

QUEUE = "/desk/review/"


@pytest.fixture
def harbour(db):
    return lay_out()


@pytest.fixture
def desk(client, reviewer):
    client.force_login(reviewer)
    return client


def address(kind: str, slug: str) -> str:
    return f"/desk/review/{kind}/{slug}/"


def order_in(html: str, *texts: str) -> bool:
    places = [html.index(text) for text in texts]
    return places == sorted(places)


def test_the_queue_shows_words_source_stance_and_who_logged_it_oldest_first(harbour, client, editor, reviewer):
    client.force_login(editor)
    rows = position(stance="supports_conditionally", **{"conditions-0-text": "The guns fall silent."})
    client.post(NEW_STATEMENT, statement() | rows)
    take_numbers()
    client.force_login(reviewer)
    html = client.get(QUEUE).content.decode()
    assert_obeys_the_content_policy(Page(html))
    assert order_in(html, "Welcomes the idea.", "First voiced.", "We will open the harbour.")
    shown = html[html.index("We will open the harbour.") :]
    for what in ("Delegate Orrin", "Talks resume in Port Vell", "supports conditionally", "The guns fall silent."):
        assert what in shown
    assert "logged by <bdi>editor</bdi>" in shown
    assert "3 things" in html


@pytest.mark.parametrize(("kind", "slug"), [("statement", "first-word"), ("status-change", "floated")])
def test_what_somebody_else_logged_is_confirmed_with_a_note(harbour, desk, reviewer, kind, slug):
    answer = desk.post(address(kind, slug), {"note": "Read against the tape."})
    assert (answer.status_code, answer.url) == (302, QUEUE)
    review = Review.objects.get()
    assert (review.entered_by, review.note) == (reviewer, "Read against the tape.")
    assert (review.statement or review.status_change).slug == slug
    take_numbers()
    assert f'action="{address(kind, slug)}"' not in desk.get(QUEUE).content.decode()
    assert "reviewed ✓" in desk.get(address(kind, slug)).content.decode()


def test_a_note_is_optional(harbour, desk):
    desk.post(address("statement", "first-word"))
    assert Review.objects.get().note is None


def test_B84_ones_own_work_is_listed_and_cannot_be_confirmed(harbour, desk):
    desk.post(NEW_STATEMENT, statement())
    take_numbers()
    mine = Statement.objects.exclude(slug="first-word").get()
    html = desk.get(QUEUE).content.decode()
    assert "You logged this yourself, so somebody else has to confirm it." in html
    assert f'action="{address("statement", mine.slug)}"' not in html
    answer = desk.post(address("statement", mine.slug))
    assert answer.status_code == 403
    assert "Somebody else has to confirm what you entered yourself." in answer.content.decode()
    assert not Review.objects.exists()


def test_what_was_confirmed_meanwhile_is_said_and_the_queue_goes_on(harbour, desk, administrator):
    reviews.confirm(harbour.statement, by=administrator)
    take_numbers()
    answer = desk.post(address("statement", "first-word"), {"after": "0"}, follow=True)
    assert answer.status_code == 200
    assert "confirmed it already" in answer.content.decode()
    assert Review.objects.count() == 1


@pytest.mark.parametrize("note", ["\u200b", "a\x00b", "two\nlines", "x" * 1_001])
def test_B65_B67_a_bad_note_is_refused_and_kept_and_nothing_is_confirmed(harbour, desk, note):
    answer = desk.post(address("statement", "first-word"), {"note": note})
    assert answer.status_code == 400
    assert 'href="#id_note"' in mistakes(answer)
    assert inputs(answer)["note"] == note
    assert not Review.objects.exists()


@pytest.mark.parametrize(
    ("kind", "slug"), [("statement", "nowhere"), ("status-change", "first-word"), ("source", "talks-resume")]
)
def test_what_is_not_there_cannot_be_confirmed(harbour, desk, kind, slug):
    assert desk.get(address(kind, slug)).status_code == 404
    assert desk.post(address(kind, slug)).status_code == 404


def test_B87_reading_the_page_of_one_thing_confirms_nothing(harbour, desk):
    assert desk.get(address("statement", "first-word")).status_code == 200
    assert not Review.objects.exists()


def test_a_long_queue_comes_in_pages_and_confirming_goes_on_where_one_was(harbour, desk):
    for number in range(55):
        StatementFactory(source=harbour.source, gist=f"Remark {number}.")
    take_numbers()
    first = Page(desk.get(QUEUE).content.decode())
    later = [link["href"] for link in first.all("a") if link.get("rel") == "next"][0]
    second = desk.get(later)
    boxes = inputs(second)
    assert boxes["after"] == later.split("=")[1]
    assert "Welcomes the idea." not in second.content.decode()
    assert [link for link in Page(second.content.decode()).all("a") if link.get("rel") == "next"] == []
    last = Statement.objects.order_by("-id")[0]
    assert desk.post(address("statement", last.slug), {"after": boxes["after"]}).url == later


@pytest.mark.parametrize("after", ["-1", "x", "9" * 40, "٣", "1e1", "%00"])
def test_B17_a_place_in_the_queue_that_is_no_number_is_its_beginning(harbour, desk, after):
    assert "Welcomes the idea." in desk.get(QUEUE, {"after": after}).content.decode()


def test_an_empty_queue_says_how_things_get_there(harbour, desk):
    for fact in (harbour.statement, harbour.floated):
        desk.post(address("statement" if fact == harbour.statement else "status-change", fact.slug))
    take_numbers()
    assert "Nothing waits for review." in desk.get(QUEUE).content.decode()


def test_the_queue_takes_a_fixed_number_of_queries(harbour, desk, django_assert_max_num_queries):
    for number in range(12):
        StatementFactory(source=harbour.source, gist=f"Remark {number}.")
    take_numbers()
    with django_assert_max_num_queries(24):
        desk.get(QUEUE)
