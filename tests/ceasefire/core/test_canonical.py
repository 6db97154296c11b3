import hashlib
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ceasefire.core.canonical import LARGEST_INTEGER, NotCanonical, canonical_bytes, canonical_digest

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-LARGEST_INTEGER, LARGEST_INTEGER) | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=20,
)


def test_keys_sort_by_utf16_units_as_in_rfc_8785_section_3_2_3():
    value = {
        "\u20ac": "Euro Sign",
        "\r": "Carriage Return",
        "\ufb33": "Hebrew Letter Dalet With Dagesh",
        "1": "One",
        "\U0001f600": "Emoji: Grinning Face",
        "\u0080": "Control",
        "\u00f6": "Latin Small Letter O With Diaeresis",
    }
    assert [key for key, _ in json.loads(canonical_bytes(value), object_pairs_hook=list)] == [
        *("\r", "1", "\u0080", "\u00f6", "\u20ac", "\U0001f600", "\ufb33")
    ]


def test_strings_are_escaped_as_in_rfc_8785_section_3_2_2():
    value = {"string": "\u20ac$\u000f\u000aA'\u0042\u0022\u005c\\\"/", "literals": [None, True, False]}
    assert canonical_bytes(value) == (
        '{"literals":[null,true,false],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}'.encode()
    )


@pytest.mark.parametrize(
    ("value", "place"),
    [
        ({"a": [1, {"b": 0.5}]}, r"value\.a\[1\]\.b"),
        (float("nan"), "floating-point"),
        ({1: "x"}, "key 1 is not text"),
        ({None: "x"}, "key None"),
        ([2**53], "2\\^53-1"),
        (-(2**53), "2\\^53-1"),
        ({"a": b"x"}, r"value\.a: bytes"),
        ({"a": "\ud800"}, r"value\.a: half of a surrogate"),
        ({"\udc00": 1}, "half of a surrogate"),
        ({1, 2}, "set has no JSON form"),
    ],
)
def test_what_has_no_single_spelling_is_refused_with_its_place(value, place):
    with pytest.raises(NotCanonical, match=place):
        canonical_bytes(value)


def test_the_largest_integers_are_kept():
    assert canonical_bytes([LARGEST_INTEGER, -LARGEST_INTEGER]) == b"[9007199254740991,-9007199254740991]"


@pytest.mark.slow  # a hundred nested values to make up
@given(VALUES)
def test_the_bytes_say_the_same_value_and_are_the_same_again(value):
    spelt = canonical_bytes(value)
    assert json.loads(spelt) == value
    assert canonical_bytes(json.loads(spelt)) == spelt


@given(st.dictionaries(TEXTS, st.integers(0, 9)))
def test_the_order_of_keys_in_memory_does_not_matter(value):
    assert canonical_bytes(dict(reversed(value.items()))) == canonical_bytes(value)


def test_the_digest_links_the_body_to_what_came_before():
    first = canonical_digest(b"\0" * 32, b'{"seq":1}')
    assert first == hashlib.sha256(b"\0" * 32 + b'{"seq":1}').digest()
    assert canonical_digest(first, b"{}") != canonical_digest(b"\0" * 32, b"{}")
