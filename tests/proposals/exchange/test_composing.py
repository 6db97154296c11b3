import os
import time

import pytest

from proposals.exchange import composing
from proposals.exchange.reading import ChronicleErrors, read_chronicle

LAUGHS = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join(['*' + chr(97 + n)] * 9)}]\n" for n in range(12)
)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "is not UTF-8 text"),
        (b"", "is empty"),
        (b" \n\n", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"# only a comment\n", "is empty"),
        ("chronicle: 1".encode("utf-16"), "is not UTF-8 text"),
        ("title: Trêve".encode("latin-1"), "is not UTF-8 text"),
        (b"title: \xc0\x80", "is not UTF-8 text"),
        (b'[{"chronicle": 1}]', "is not a chronicle"),
        (b'{"a": 1}', "is not a chronicle"),
        (b"chronicle", "is not a chronicle"),
        (b"services:\n  web:\n    image: x\n", "is not a chronicle"),
        (b"chronicle: 2\nfoo: bar\n", "must be 1"),
        (b"chronicle: '1'\n", "must be 1"),
        (b"chronicle: 1\ntitle: a\0b", "is not YAML"),
        (b"chronicle: 1\ntitle: [", "is not YAML"),
        (b"chronicle: 1\n\ttitle: x", "is not YAML"),
        (b'chronicle: 1\ntitle: "\\ud800"', "is not YAML"),
        (b"chronicle: 1\ntitle: x\n---\nchronicle: 1\n", "second document"),
        (b"chronicle: 1\n? [a, b]\n: c\n", "field name"),
        (b"chronicle: 1\n? {a: b}\n: c\n", "field name"),
        (b'chronicle: 1\n"a\\nb": c\n', "field name"),
        (b"chronicle: 1\n? " + b"a" * 5000 + b"\n: c\n", "field name"),
        (b"chronicle: 1\ntitle: !!python/object/apply:os.system [id]\n", "tag"),
        (b"chronicle: 1\ntitle: !!str x\n", "tag"),
        (b"chronicle: 1\n<<: &b {title: x}\n", "anchor or alias"),
        (b"chronicle: 1\ntitle: &t x\nnote: *t\n", "anchor or alias"),
        (b"chronicle: 1\ntitle: " + b"[" * 31 + b"]" * 31, "nested more than 30"),
        (b"[" * 100_000, "nested more than 30"),
        (b"{a: " * 100_000, "nested more than 30"),
        (b"- " * 100_000, "nested more than 30"),
        (LAUGHS.encode(), "anchor or alias"),
    ],
)
def test_a_file_of_another_kind_gives_one_clear_error(faults, content, message):
    [(line, field, said)] = faults(content)

    assert message in said
    assert field == ""
    assert 1 <= line <= content.count(b"\n") + 1


def test_numbers_and_null_are_no_fields(faults):
    assert [place for _, place, _ in faults("chronicle: 1\ntitle: T\n1: x\n~: y\ntrue: z\n")] == [
        "1",
        "~",
        "true",
    ]


def test_an_alias_bomb_is_refused_at_once(write):
    path = write("chronicle: 1\ntitle: bomb\n" + LAUGHS)

    began = time.monotonic()
    with pytest.raises(ChronicleErrors, match="anchor or alias"):
        read_chronicle(path)
    assert time.monotonic() - began < 0.5


def test_a_missing_file_a_directory_and_a_pipe_are_refused(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)

    for path, message in (
        (tmp_path / "none.yaml", "no such file"),
        (tmp_path, "is not a file"),
        (pipe, "is not a file"),
    ):
        with pytest.raises(ChronicleErrors, match=message) as refusal:
            read_chronicle(path)
        assert str(refusal.value).startswith(f"{path}:1: ")


def test_a_file_that_is_too_large_is_not_read(write, monkeypatch, small):
    monkeypatch.setattr(composing, "MOST_BYTES", 1024**2)
    path = write(small + "#" * 1024**2)

    with pytest.raises(ChronicleErrors, match="larger than 1 MB"):
        read_chronicle(path)


def test_a_file_with_too_many_values_is_not_read_on(write, monkeypatch, small):
    monkeypatch.setattr(composing, "MOST_VALUES", 20)

    with pytest.raises(ChronicleErrors, match="more than 20 values"):
        read_chronicle(write(small))
