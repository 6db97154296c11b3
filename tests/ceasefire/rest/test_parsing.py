import io
import json
import time

import pytest
from django.test import RequestFactory

from ceasefire.rest.parsing import DEEPEST, BadJson, StrictJSONParser, TooLarge, read_json
from tests.ceasefire.rest.problem import problem

pytestmark = pytest.mark.urls("tests.ceasefire.rest.urls")


def post(client, body, path="/api/v1/entries/", content_type="application/json", **headers):
    return client.generic("POST", path, body, content_type, headers=headers)


def nested(depth):
    return b'{"title": ' + b"[" * (depth - 1) + b"]" * (depth - 1) + b"}"


@pytest.mark.parametrize(
    "body",
    [
        b"[" * 1_000 + b"]" * 1_000,
        b"[" * 100_000 + b"]" * 100_000,
        b'{"a":' * 100_000,
        nested(DEEPEST + 1),
        nested(500),
    ],
)
def test_B1_deep_nesting_is_a_bad_request(client, body):
    body = problem(post(client, body), 400)
    assert body["code"] == "bad_json"
    assert "32 levels" in body["detail"]


def test_nesting_up_to_the_limit_is_read():
    assert read_json(nested(DEEPEST))


@pytest.mark.parametrize("number", ["1e999", "-1e999", "1E400", "1" * 400 + ".0"])
def test_B5_numbers_that_overflow_are_refused(client, number):
    assert "too large" in problem(post(client, f'{{"title": {number}}}'.encode()), 400)["detail"]


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity"])
def test_B6_what_is_no_number_is_refused(client, number):
    assert f"{number} is no JSON number." in problem(post(client, f'{{"title": {number}}}'.encode()), 400)["detail"]


@pytest.mark.parametrize("number", ["9" * 5_000, "9007199254740992", "-9007199254740992"])
def test_B7_integers_beyond_exact_doubles_are_refused(client, number):
    assert "2^53-1" in problem(post(client, f'{{"title": {number}}}'.encode()), 400)["detail"]


def test_integers_and_fractions_within_bounds_are_read():
    assert read_json(b'{"a": [9007199254740991, -1, 0.5]}') == {"a": [9007199254740991, -1, 0.5]}


@pytest.mark.parametrize("body", [b'{"title": "a", "title": "b"}', b'{"title": "a", "x": {"k": 1, "j": 2, "k": 1}}'])
def test_B8_a_key_twice_is_refused_by_name(client, body):
    assert "comes twice" in problem(post(client, body), 400)["detail"]


@pytest.mark.parametrize(
    "body",
    [
        b"null",
        b'"x"',
        b"[1,2]",
        b"17",
        b"true",
        b"",
        b" ",
        b"\xef\xbb\xbf{}",
        b"{}{}",
        b"{} x",
        b"{'a': 1}",
        b"{,}",
        b'{"a": 1,}',
    ],
)
def test_B9_a_body_that_is_no_single_object_is_refused(client, body):
    problem(post(client, body), 400)


@pytest.mark.parametrize("body", [b"{}", b"[{}]", b"[]"])
def test_a_view_may_take_a_list(client, body):
    assert post(client, body, "/api/v1/lists/").status_code == 200


def test_a_view_that_takes_a_list_takes_no_text(client):
    assert "or a list" in problem(post(client, b'"x"', "/api/v1/lists/"), 400)["detail"]


@pytest.mark.parametrize(
    "body",
    [
        '{"title": "x"}'.encode("utf-16"),
        '{"title": "x"}'.encode("utf-16-le"),
        '{"title": "+AOk-é"}'.encode("latin-1"),
        b'{"title": "\xc0\x80"}',
        b'{"title": "\xed\xa0\x80"}',
        b'{"title": "\xff"}',
    ],
)
def test_B10_bytes_that_are_not_utf8_are_refused(client, body):
    assert problem(post(client, body), 400)["code"] == "bad_json"


def test_B10_utf7_is_only_ascii_text(client):
    response = post(client, b'{"title": "+AOk-"}')
    assert response.json()["title"] == "+AOk-"


@pytest.mark.parametrize("charset", ["utf-99", "latin-1", "utf-16", "UTF-7"])
def test_B11_another_charset_is_415(client, charset):
    problem(post(client, b'{"title": "x"}', content_type=f"application/json; charset={charset}"), 415)


@pytest.mark.parametrize("content_type", ["application/json; charset=utf-8", 'application/json; charset="UTF-8"'])
def test_utf8_may_be_said(client, content_type):
    assert post(client, b'{"title": "x"}', content_type=content_type).status_code == 201


@pytest.mark.parametrize(
    "content_type",
    [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "application/jsonx",
        "nonsense",
    ],
)
def test_B13_B87_another_media_type_is_415(client, content_type):
    assert problem(post(client, b'{"title": "x"}', content_type=content_type), 415)["code"] == "unsupported_media_type"


@pytest.mark.parametrize("size", [2 * 1024 * 1024 + 1, 3_000_000])
def test_B12_a_body_above_two_megabytes_is_413(client, size):
    body = b'{"title": "' + b"x" * (size - 13) + b'"}'
    assert problem(post(client, body), 413)["code"] == "too_large"


def test_B12_a_body_longer_than_its_header_says_is_not_read_whole():
    request = RequestFactory().post("/api/v1/entries/", b"x" * 10, content_type="application/json")
    stream = io.BytesIO(b" " * 10_000_000)
    with pytest.raises(TooLarge):
        StrictJSONParser().parse(stream, "application/json", {"request": request})
    assert stream.tell() == 2 * 1024 * 1024 + 1


def test_a_body_of_two_megabytes_is_read(client):
    body = b'{"title": "x", "quote": "' + b"x" * 2_000_000 + b'"}'
    assert "100 characters; this has 2,000,000" in problem(post(client, body), 400)["detail"]


@pytest.mark.parametrize("encoding", ["gzip", "br", "deflate, gzip"])
def test_B14_an_encoded_body_is_415(client, encoding):
    problem(post(client, b'{"title": "x"}', **{"Content-Encoding": encoding}), 415)


@pytest.mark.parametrize(
    ("body", "field"),
    [
        (rb'{"title": "a\u0000b"}', "title"),
        (rb'{"positions": [{"stance": "x"}, {"stance": "\u0000"}]}', "positions.1.stance"),
        (rb'{"title": "\ud800"}', "title"),
        (rb'{"positions": [{"conditions": [{"text": "x\udfff"}]}]}', "positions.0.conditions.0.text"),
        (rb'{"positions": {"\u0000": 1}}', "positions.'\\x00'"),
    ],
)
def test_B15_B16_text_that_cannot_be_stored_is_refused_with_its_path(client, body, field):
    answer = problem(post(client, body), 400)
    assert [error["field"] for error in answer["errors"]] == [field]


def test_a_surrogate_pair_is_one_character(client):
    assert post(client, rb'{"title": "\ud83d\ude00"}').json()["title"] == "\U0001f600"


@pytest.mark.parametrize(
    "body",
    [
        b'{"a": "' + b'\\"' * 900_000,
        b"[" + b"1," * 900_000,
        ("{" + ",".join(f'"{number}": 0' for number in range(90_000)) + ', "89999": 1}').encode(),
        b'{"a": "' + b"\\ud83d" * 300_000 + b'"}',
        b"[" * 1_900_000,
    ],
)
def test_B73_two_hostile_megabytes_are_refused_at_once(body):
    started = time.process_time()
    with pytest.raises(BadJson):
        read_json(body)
    assert time.process_time() - started < 1


def test_a_long_key_is_not_repeated_whole_in_the_answer(client):
    response = post(client, json.dumps({"k" * 100_000: 1, "title": "x"}).encode())
    assert len(response.content) < 2_000
