"""Every component on one page, with the figures of March 2025 and with texts that mean harm."""

from collections import defaultdict
from pathlib import Path

import pytest
from django.contrib.auth.models import AnonymousUser
from django.template import engines
from django.test import RequestFactory

from tests.ceasefire.web import samples
from tests.ceasefire.web.reading import Page, assert_obeys_the_content_policy

GALLERY = Path(__file__).with_name("gallery.html")
COMPONENTS = Path(__file__).parents[3] / "templates" / "components"


@pytest.fixture(scope="module")
def html() -> str:
    request = RequestFactory().get("/")
    request.user = AnonymousUser()
    everything = samples.everything()
    # The tag for the track refuses what it does not know; the rest stands in for objects with all their attributes.
    shown = {name: sparse(sample) for name, sample in everything.items()} | {"segments": everything["segments"]}
    return engines["django"].from_string(GALLERY.read_text()).render(shown, request)


def sparse(sample: object) -> object:
    """What a sample leaves out is None and not undefined."""
    if isinstance(sample, dict):
        return defaultdict(lambda: None, {key: sparse(value) for key, value in sample.items()})
    return [sparse(one) for one in sample] if isinstance(sample, list) else sample


@pytest.fixture(scope="module")
def page(html) -> Page:
    return Page(html)


def test_the_page_obeys_the_content_policy(page):
    assert_obeys_the_content_policy(page)


def test_B63_hostile_text_is_shown_as_text(page):
    assert page.text.count(samples.SCRIPT) > 10
    assert not page.all("img")
    assert [script["src"] for script in page.all("script")] == ["/static/js/theme.js"]


def test_B63_a_hostile_address_is_no_link(html):
    assert "javascript:" not in html


def test_B64_texts_with_direction_marks_are_isolated(page):
    """Whatever holds somebody's words sets its own direction, so an unclosed mark ends with it."""
    marked = [around for text, around in page.texts if samples.OVERRIDE in text]
    assert len(marked) > 5
    for around in marked:
        assert any(tag in ("bdi", "textarea") or attrs.get("dir") == "auto" for tag, attrs in around), around


def test_U23_quotes_say_their_language_and_direction(page):
    quotes = page.all("blockquote")
    assert all(quote["dir"] == "auto" for quote in quotes)
    assert "ar" in {quote.get("lang") for quote in quotes}


def test_U24_every_stance_is_said_in_letter_and_word(page):
    for word in (
        "proposes",
        "supports conditionally",
        "noncommittal",
        "sceptical",
        "opposes",
        "denies it exists",
    ):
        assert word in page.text
    assert "no statement · 630 days" in page.text


def test_ids_are_unique(page):
    ids = [attrs["id"] for _, attrs in page.elements if attrs.get("id")]
    assert sorted(ids) == sorted(set(ids))


def test_labels_and_descriptions_point_at_something(page):
    ids = {attrs["id"] for _, attrs in page.elements if attrs.get("id")}
    for _, attrs in page.elements:
        for name in ("aria-labelledby", "aria-describedby", "for"):
            assert set((attrs.get(name) or "").split()) <= ids, attrs


def test_the_gallery_shows_every_component():
    """A component that nobody draws here is one that nobody has looked at."""
    drawn = GALLERY.read_text() + "".join(path.read_text() for path in COMPONENTS.glob("*.html"))
    by_tag = {"_track.html": "{% status_track", "_mistakes.html": "{% mistakes"}
    missing = [
        path.name
        for path in COMPONENTS.glob("*.html")
        if by_tag.get(path.name, f'"components/{path.name}"') not in drawn
    ]
    assert missing == []
