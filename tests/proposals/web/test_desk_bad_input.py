"""B63–B73: text and dates that mean harm or nothing, typed into the desk's forms."""

import time

import pytest

from proposals.models import Draft, Rendering, Statement, StatusChange
from tests.ceasefire.web.reading import Page, assert_obeys_the_content_policy
from tests.proposals.web.harbour import lay_out
from tests.proposals.web.typing_in import (
    NEW_STATEMENT,
    NEW_STATUS,
    inputs,
    mistakes,
    position,
    statement,
    status_change,
)

MARKUP = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "</textarea><script>alert(1)</script>",
    "{{7*7}}",
    "{% load static %}",
    '" autofocus onfocus="alert(1)',
    "]]>",
    "-->",
    "&#0;",
]
NOTHING_TO_SEE = ["\u200b", "\u2800", "\u3164", "\u00a0", "\u200b\u200d\ufeff", "\u00a0\u2003\u3000"]
CONTROLS = ["a\x00b", "\x1b[31mred", "ding\x07", "\ufdd0", "tag\U000e0041"]
UNPAIRED = ["\u202eevil", "\u2067isolate", "stray\u202c"]
DATES = [
    "2024-02-30", "2023-02-29", "0000", "9999-12-31", "10000-01-01", "-0044", "2024-05/2024-03", "Y-17E7",
    "{" + ",".join(["2024-01"] * 1000) + "}", "2024-" * 12_800, "infinity", "epoch", "now", "02/03/2025",
    "2025-03-02T24:01Z", "2025-03-02T23:59:60Z", "2025-03-02T10:00", "2025-03-02T10:00-99:99",
    "2025-03-30T03:30[Europe/Kyiv]", "2025-10-26T03:30[Europe/Kyiv]", "2025-03-02T10:00[Europe/Atlantis]", "٢٠٢٥",
]  # fmt: skip
GOOD_DATES = ["2024-02-29", "2025-03-02~", "2025-03?", "2025-03-02/..", "../2025-04", "2025-03-02T15:00[Europe/Kyiv]"]


@pytest.fixture
def desk(client, editor):
    lay_out()
    client.force_login(editor)
    return client


def refused(answer, name: str) -> str:
    """The summary of a refused form, after making sure that it points to the field and nothing was written."""
    assert answer.status_code == 400
    assert f'href="#id_{name}"' in mistakes(answer)
    assert (Statement.objects.count(), StatusChange.objects.count()) == (1, 1)
    return mistakes(answer)


@pytest.mark.parametrize("text", MARKUP)
def test_B63_markup_is_kept_as_text_and_shown_as_text(desk, text):
    fields = {"place": text, "said_on": "no day", "gist": text}
    answer = desk.post(NEW_STATEMENT, statement(quote=text, speakers=[text], **fields) | position(note=text))
    page = Page(answer.content.decode())
    assert_obeys_the_content_policy(page)
    assert inputs(answer)["place"] == text
    assert page.text.count(text) >= 3  # words, gist and note, each in its box
    assert desk.post(NEW_STATEMENT, statement(quote=text)).status_code == 302
    assert Rendering.objects.get().quote == text


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "ftp://vell.example/", "//vell.example", "vell", "https://a b"]
)
def test_B63_a_source_links_to_nothing_but_a_web_address(desk, url):
    new = {"source": "", "source-title": "New", "source-kind": "article", "source-published_on": "2025"}
    assert "http://" in refused(desk.post(NEW_STATEMENT, statement(**new, source__url=url)), "source-url")


@pytest.mark.parametrize("text", UNPAIRED)
def test_B64_an_unpaired_direction_control_is_refused(desk, text):
    assert "direction control" in refused(desk.post(NEW_STATEMENT, statement(quote=text)), "quote")


def test_B64_mixed_scripts_are_kept_and_their_box_takes_its_direction_from_them(desk):
    words = "قال: «we will stop» — עד כאן"
    answer = desk.post(NEW_STATEMENT, statement(quote=words, said_on="no day"))
    boxes = [box for box in Page(answer.content.decode()).all("textarea") if box["name"] == "quote"]
    assert boxes[0]["dir"] == "auto"
    desk.post(NEW_STATEMENT, statement(quote=words))
    assert Rendering.objects.get().quote == words


@pytest.mark.parametrize("text", NOTHING_TO_SEE)
def test_B65_words_without_anything_to_see_are_refused(desk, text):
    assert "visible text" in refused(desk.post(NEW_STATEMENT, statement(quote=text)), "quote")
    assert "visible text" in refused(desk.post(NEW_STATUS, status_change(reason=text)), "reason")


def test_B65_a_condition_without_anything_to_see_is_refused(desk):
    rows = position(stance="supports_conditionally", **{"conditions-0-text": "\u200b"})
    assert "visible text" in refused(desk.post(NEW_STATEMENT, statement() | rows), "positions-0-conditions-0-text")


@pytest.mark.parametrize("text", ["👩‍👩‍👧‍👦 🇺🇦 👍🏽", "Z" + "\u0301\u0302\u0303\u0304\u0305" * 4, "caf\u00e9"])
def test_B66_what_people_write_is_kept(desk, text):
    assert desk.post(NEW_STATEMENT, statement(quote=text)).status_code == 302


def test_B66_the_same_word_in_another_normal_form_is_a_duplicate(desk):
    assert desk.post(NEW_STATEMENT, statement(quote="cafe\u0301 talks")).status_code == 302
    assert desk.post(NEW_STATEMENT, statement(quote="caf\u00e9 talks")).status_code == 400


@pytest.mark.parametrize("name", ["quote", "gist", "place", "venue", "language"])
@pytest.mark.parametrize("text", CONTROLS)
def test_B67_control_characters_are_refused_at_their_field(desk, name, text):
    assert "This contains" in refused(desk.post(NEW_STATEMENT, statement(**{name: text})), name)


@pytest.mark.parametrize("name", ["said_on", "source", "outlet", "relayed_by"])
def test_B67_a_NUL_in_a_date_or_a_name_is_refused_at_its_field(desk, name):
    assert "This contains" in refused(desk.post(NEW_STATEMENT, statement(**{name: "a\x00b"})), name)


@pytest.mark.parametrize("name", ["channel", "wording", "credibility", "source-kind", "source-reliability", "key"])
def test_B67_a_NUL_in_a_code_is_refused_or_ignored_and_never_a_fault(desk, name):
    assert desk.post(NEW_STATEMENT, statement() | position() | {name: "a\x00b"}).status_code in (302, 400)


@pytest.mark.parametrize(
    "name", ["proposal", "to", "effective_on", "reason", "statement", "source", "event", "applies_to"]
)
def test_B67_a_NUL_in_a_status_change_is_refused_at_its_field(desk, name):
    refused(desk.post(NEW_STATUS, status_change(**{name: "a\x00b"})), name)


def test_B67_other_line_ends_become_plain_ones(desk):
    desk.post(NEW_STATEMENT, statement(quote="one\r\ntwo\u0085three\u2028four"))
    assert Rendering.objects.get().quote == "one\ntwo\nthree\nfour"


@pytest.mark.parametrize("words", ["x" * 1_000_000, "wo rd " * 170_000, "line\n" * 100_000])
def test_B68_a_quote_of_a_megabyte_is_refused_with_the_limit(desk, words):
    assert "At most 20,000 characters" in refused(desk.post(NEW_STATEMENT, statement(quote=words)), "quote")
    answer = desk.post(NEW_STATEMENT, statement(do="keep", quote=words))
    assert (answer.status_code, Draft.objects.count()) == (400, 0)


def test_B68_a_body_beyond_the_limit_of_the_server_is_refused(desk):
    assert desk.post(NEW_STATEMENT, statement(quote="x" * 3_000_000)).status_code in (400, 413)
    assert Statement.objects.count() == 1


@pytest.mark.parametrize("text", DATES)
def test_B70_B71_a_date_that_does_not_exist_is_refused_fast(desk, text):
    began = time.perf_counter()
    answer = desk.post(NEW_STATEMENT, statement(said_on=text))
    assert time.perf_counter() - began < 1
    refused(answer, "said_on")
    refused(desk.post(NEW_STATUS, status_change(effective_on=text)), "effective_on")


@pytest.mark.parametrize("text", GOOD_DATES)
def test_B70_B71_a_date_is_kept_as_it_was_written(desk, text):
    desk.post(NEW_STATEMENT, statement(said_on=text))
    assert Statement.objects.exclude(slug="first-word").get().said_on == text


@pytest.mark.parametrize(
    "text", ["a" * 50_000 + "!", "(" * 50_000, "“" * 50_000, "../" * 20_000, "http://[" + ":" * 1_500, "/" * 1_500]
)
def test_B73_long_text_in_a_name_is_refused_fast(desk, text):
    began = time.perf_counter()
    answer = desk.post(NEW_STATEMENT, statement(source=text, speakers=[text], outlet=text))
    assert time.perf_counter() - began < 1
    refused(answer, "source")


@pytest.mark.parametrize("text", ["%", "_", "orri_", "%orrin%", "\\", "' OR 1=1 --"])
def test_B74_a_name_is_compared_and_not_a_pattern(desk, text):
    answer = desk.post(NEW_STATEMENT, statement(speakers=[text], source=text))
    assert "There is no source" in refused(answer, "source")
    assert "There is no speaker" in refused(answer, "speakers_0")
