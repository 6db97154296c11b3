import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceasefire.core.errors import BadInput
from ceasefire.core.text import clean_line, clean_text, shorten


def refusal(text, *, clean=clean_text, limit=500):
    with pytest.raises(BadInput) as caught:
        clean(text, field="quote", limit=limit)
    assert caught.value.field == "quote"
    return caught.value.message


@pytest.mark.parametrize("value", [1, 1.5, True, None, b"text", ["text"], {"a": "text"}])
def test_only_text_is_text(value):
    assert refusal(value) == "This must be text."


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "</textarea><script>",
        "{{7*7}} {% load x %}",
        "javascript:alert(1)",
        '" autofocus onfocus=alert(1)',
        "]]> --> &#0;",
    ],
)
def test_B63_markup_is_kept_as_the_text_that_it_is(text):
    assert clean_text(text, field="quote", limit=500) == text


@pytest.mark.parametrize(
    "text",
    [
        "safe \u202etxt.exe",
        "left \u2066 open",
        "closed\u2069 before",
        "crossed \u202a \u2066 \u202c \u2069",
        "over \u2067 a line\nend \u2069",
    ],
)
def test_B64_unpaired_direction_controls_are_refused(text):
    assert "unpaired direction control" in refusal(text)


def test_B64_the_place_of_an_unpaired_control_is_told():
    assert refusal("one\ntwo \u202e three") == "This contains an unpaired direction control (U+202E) at character 9."


@pytest.mark.parametrize(
    "text",
    [
        "He said \u2067שלום\u2069 twice",
        "\u202bمرحبا\u202c and \u2068هدنة\u2069",
        "\u202a nested \u2066 pair \u2069 \u202c",
        "marks\u200e only\u200f",
        "وقف إطلاق النار, הפסקת אש, ceasefire",
    ],
)
def test_B64_paired_controls_and_mixed_scripts_are_kept(text):
    assert clean_text(text, field="quote", limit=500) == text


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "\n\t\n", "\u200b", "\u200b\u200c\u200d\u2060\ufeff", "\u2800\u2800", "\u3164", "\uffa0"),
        *("\u00a0", "\u00a0\u2003", "\u115f\u1160", "\u00ad", "\ufe0f", "\u0301", "\U0001d159", "\u034f"),
    ],
)
def test_B65_text_without_anything_to_see_is_refused(text):
    assert refusal(text) == "This must contain visible text."


@pytest.mark.parametrize("text", ["\U000e0001", "yes\U000e0041\U000e0042", "\U000e007f", "\U0001f3f4\U000e0067"])
def test_B65_tag_characters_are_refused(text):
    assert "invisible tag character" in refusal(text)


@pytest.mark.parametrize(
    "text",
    [
        "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466",
        "\U0001f1fa\U0001f1e6",
        "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
        "\U0001f44d\U0001f3fd",
        "\u2764\ufe0f",
        "z" + "\u0335" * 20,
        "नमस्ते क्ष",
        "停火",
    ],
)
def test_B66_emoji_flags_and_combining_marks_are_kept(text):
    assert clean_text(text, field="quote", limit=500) == unicodedata.normalize("NFC", text)


def test_B66_both_forms_of_a_word_become_the_same_text():
    composed, decomposed = "Orbán", "Orba\u0301n"
    assert composed != decomposed
    assert clean_line(decomposed, field="name", limit=5) == composed


@pytest.mark.parametrize(
    "character", ["\0", "\x1b", "\x07", "\x7f", "\x9f", "\x0b", "\x1c", "\ufffe", "\ufdd0", "\U0010ffff"]
)
def test_B67_control_characters_are_refused_with_code_and_place(character):
    assert f"(U+{ord(character):04X}) at character 3" in refusal(f"ab{character}c")


@pytest.mark.parametrize("text", ["\ud800", "a\udfffb", "\ud83d \ude00"])
def test_B67_lone_surrogates_are_refused(text):
    assert "half of a surrogate pair" in refusal(text)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029"])
def test_B67_every_kind_of_line_end_becomes_a_newline(end):
    assert clean_text(f"one{end}two{end}", field="quote", limit=500) == "one\ntwo"


@pytest.mark.parametrize("text", ["one\ntwo", "one\u2028two", "one\ttwo", "one\x85two"])
def test_B67_a_line_is_one_line(text):
    assert "one line" in refusal(text, clean=clean_line)


def test_a_line_loses_its_outer_white_space():
    assert clean_line(" \t\u00a0Kyiv \r\n", field="name", limit=4) == "Kyiv"


def test_B68_the_limit_is_told_with_the_length():
    assert refusal("x" * 1_000_000, limit=20_000) == "At most 20,000 characters; this has 1,000,000."
    assert refusal("x" * 501) == "At most 500 characters; this has 501."


def test_the_limit_counts_composed_characters_without_outer_space():
    assert clean_text("  " + "e\u0301" * 500 + "  ", field="quote", limit=500) == "é" * 500


def test_more_marks_on_a_letter_than_any_script_uses_are_refused():
    assert "combining marks" in refusal("z" + "\u0300\u0316" * 16)


@pytest.mark.parametrize(
    "text",
    [
        "a" + "\u0300\u0316" * 500_000,
        "\u200b" * 1_000_000,
        "\u2066" * 1_000_000,
        "x" * 1_000_000 + "\0",
        "\n" * 1_000_000,
    ],
)
def test_B73_a_hostile_megabyte_is_refused_at_once(text):
    started = time.process_time()
    refusal(text, limit=20_000)
    assert time.process_time() - started < 0.2


@pytest.mark.parametrize("text", ["a" + ("b" + "\u0300\u0316" * 15) * 600, "\u202a\u202c" * 9_999 + "x", "(" * 20_000])
def test_B73_the_slowest_texts_within_the_limit_are_read_at_once(text):
    started = time.process_time()
    clean_text(text, field="quote", limit=20_000)
    assert time.process_time() - started < 0.2


@given(st.text(max_size=80))
def test_clean_text_is_stable_or_refused(text):
    try:
        cleaned = clean_text(text, field="quote", limit=80)
    except BadInput:
        return
    assert clean_text(cleaned, field="quote", limit=80) == cleaned
    assert cleaned == unicodedata.normalize("NFC", cleaned).strip()


def test_a_long_text_is_cut_for_a_message():
    assert (shorten("short"), shorten("x" * 61)) == ("short", "x" * 60 + "…")
