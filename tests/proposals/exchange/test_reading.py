import pickle
import re

import pytest

from ceasefire.core.errors import BadInput, DomainError, FieldError
from proposals.exchange.reading import ChronicleErrors, read_chronicle


def test_items_come_in_the_order_of_the_file_with_their_lines(write, small, line_of):
    chronicle = read_chronicle(write(small))

    assert [(item.id, item.index, item.line) for item in chronicle.items("actors")] == [
        ("arvenia", 0, line_of("id: arvenia,")),
        ("belmark", 1, line_of("id: belmark,")),
    ]


def test_every_place_has_its_line(write, small, line_of):
    chronicle = read_chronicle(write(small))

    stance = chronicle.line_of("statements", 0, "positions", 0, "stance")
    assert stance == line_of("stance: supports")
    assert chronicle.line_of("statements", 0) == line_of("- id: said")
    left_out = chronicle.line_of("statements", 0, "positions", 0, "note")
    assert left_out == line_of("- id: arvenia-for-truce")


def test_absent_fields_are_filled_in(write, small):
    chronicle = read_chronicle(write(small))

    [statement] = chronicle.sections["statements"]
    assert (statement["for"], statement["quotes"]) == ([], [])
    assert statement["positions"][0]["conditions"] == []
    assert chronicle.sections["provisions"][0]["alternative"] is False
    assert chronicle.sections["proposals"][0]["proposers"] == []
    assert chronicle.sections["links"] == []
    assert chronicle.note is None


def test_a_default_belongs_to_one_item_alone(write, small):
    chronicle = read_chronicle(write(small))

    chronicle.sections["proposals"][0]["proposers"].append("x")
    assert chronicle.sections["proposals"][1]["proposers"] == []


@pytest.mark.parametrize(
    "written", ["2019-05-04", "2019", "2019-05", "2019-05-04~", "2019-05-04/..", "2019-05-04T10:00Z"]
)
def test_a_date_stays_the_text_it_is_written_as(write, written, small):
    text = small.replace("said_on: 2019-05-04", f"said_on: {written}")

    assert read_chronicle(write(text)).sections["statements"][0]["said_on"] == written


@pytest.mark.parametrize("written", ["1984", "no", "1_000", "0x10", "1e3", ".inf", "12:30:45", "true", "2019-05-04"])
def test_text_that_looks_like_another_type_stays_text(write, written, small):
    chronicle = read_chronicle(write(small.replace("title: A small chronicle", f"title: {written}")))

    assert chronicle.title == written


def test_norwegian_is_a_language(write, small):
    text = small.replace("published_on: 2019-05-04, language: en", "published_on: 2019-05-04, language: no")

    assert read_chronicle(write(text)).sections["sources"][0]["language"] == "no"


def test_numbers_and_booleans_come_out_as_such(write, small):
    text = small.replace("{id: halt,", "{id: halt, alternative: true,")

    chronicle = read_chronicle(write(text))
    assert chronicle.sections["provisions"][0]["alternative"] is True
    assert chronicle.sections["statements"][0]["credibility"] == 2
    assert chronicle.sections["texts"][0]["number"] == 1


def test_a_byte_order_mark_and_windows_line_ends_are_read(write, small):
    chronicle = read_chronicle(write(b"\xef\xbb\xbf" + small.replace("\n", "\r\n").encode()))

    assert chronicle.line_of("title") == 2


def test_the_refusal_is_bad_input_with_its_fields(write, small):
    with pytest.raises(BadInput) as refusal:
        read_chronicle(write(small.replace("stance: supports", "stance: x")))

    [error] = refusal.value.errors
    assert (error.field, error.code) == ("statements.0.positions.0.stance", "bad_chronicle")
    assert refusal.value.inside("file").errors[0].field == "file.statements.0.positions.0.stance"
    assert str(pickle.loads(pickle.dumps(refusal.value))) == str(refusal.value)


def test_what_a_rule_refuses_later_gets_file_line_and_field(write, small, line_of):
    path = write(small)
    chronicle = read_chronicle(path)

    one = chronicle.refused(DomainError("is wrong", field="positions.0.stance"), "statements", 0)
    assert str(one) == f"{path}:{line_of('stance: supports')}: statements.0.positions.0.stance: is wrong"
    whole = chronicle.refused(DomainError("is wrong"), "statements", 0)
    assert str(whole) == f"{path}:{line_of('- id: said')}: statements.0: is wrong"
    both = BadInput("several", errors=[FieldError("gist", "a"), FieldError("said_on", "b")])
    assert [fault.message for fault in chronicle.refused(both, "statements", 0).faults] == ["b", "a"]


def test_every_fault_is_told_in_the_order_of_the_lines(write, small):
    text = small.replace("kind: truce", "kind: cease").replace("role: party", "role: foe").replace("en}", "e}")
    path = write(text)

    with pytest.raises(ChronicleErrors) as refusal:
        read_chronicle(path)

    told = str(refusal.value).splitlines()
    assert len(told) == 3
    assert all(re.match(re.escape(str(path)) + r":\d+: [a-z0-9_.]+: .+", line) for line in told)
    numbers = [int(line.removeprefix(f"{path}:").split(":")[0]) for line in told]
    assert numbers == sorted(numbers)


def test_after_fifty_faults_the_rest_is_counted(write):
    actors_ = "".join(f"  - {{id: a{number}, kind: sate, name: A}}\n" for number in range(150))

    with pytest.raises(ChronicleErrors) as refusal:
        read_chronicle(write(f"chronicle: 1\ntitle: Many\nactors:\n{actors_}"))

    told = str(refusal.value).splitlines()
    assert len(told) == 51
    assert told[-1] == "… and 100 more"
    assert len(refusal.value.faults) == 150


def test_a_long_value_makes_no_long_message(changed):
    [(_, _, said)] = changed("stance: supports", f"stance: {'supports' * 10_000}")

    assert len(said) < 400
