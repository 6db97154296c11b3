import pytest

STANCE = "statements.0.positions.0.stance"


@pytest.mark.parametrize(
    ("old", "new", "field", "message"),
    [
        ("stance: supports", "stance: suports", STANCE, "did you mean supports?"),
        ("stance: supports", "stance:", STANCE, "is empty"),
        ("stance: supports", "stance: [supports]", STANCE, "must be text"),
        ("gist: Arvenia is for it.", "gist: {a: b}", "statements.0.gist", "must be text"),
        ("gist: Arvenia is for it.", 'gist: "\\u200b"', "statements.0.gist", "visible text"),
        ("gist: Arvenia is for it.", 'gist: "a\\0b"', "statements.0.gist", "control character"),
        ("gist: Arvenia is for it.", f"gist: {'x' * 5001}", "statements.0.gist", "5,000"),
        ("title: A small chronicle", f"title: {'x' * 301}", "title", "300"),
        ("title: A small chronicle", 'title: "a\\nb"', "title", "one line"),
        ("said_on: 2019-05-04", "said_on: 2019-02-30", "statements.0.said_on", "no day 30"),
        ("said_on: 2019-05-04", "said_on: yesterday", "statements.0.said_on", "not a date"),
        ("credibility: 2", 'credibility: "2"', "statements.0.credibility", "whole number"),
        ("credibility: 2", "credibility: 7", "statements.0.credibility", "not one of 1, 2, 3, 4, 5, 6"),
        ("number: 1", "number: 0", "texts.0.number", "at least 1"),
        ("speakers: [arvenia]", "speakers: []", "statements.0.speakers", "at least 1"),
        ("speakers: [arvenia]", "speakers: arvenia", "statements.0.speakers", "must be a list"),
        ("speakers: [arvenia]", "speakers: [arvenia, arvenia]", "statements.0.speakers", "twice"),
        ("speakers: [arvenia]", "speakers: [arvena]", "statements.0.speakers.0", "did you mean arvenia?"),
        ("speakers: [arvenia]", "speakers: [paper]", "statements.0.speakers.0", "an id of sources"),
        ("length: P30D", "length: 30 days", "accounts.0.length", "ISO 8601"),
        ("{id: halt,", "{id: halt, alternative: yes,", "provisions.0.alternative", "true or false"),
        (
            "{id: halt,",
            "{id: halt, alternativ: true,",
            "provisions.0.alternativ",
            "did you mean alternative?",
        ),
        ("{id: belmark,", "{id: arvenia,", "actors.1.id", "taken by the entry in line 10"),
        ("{id: belmark,", "{id: Bel Mark,", "actors.1.id", "lower-case letters"),
        ("{id: belmark,", '{id: "belmark\\n",', "actors.1.id", "lower-case letters"),
        ("reliability: B", "reliability: B, url: javascript:alert(1)", "sources.0.url", "web address"),
        ("reliability: B", 'reliability: B, author: ""', "sources.0.author", "visible text"),
    ],
)
def test_a_wrong_value_is_one_fault_at_its_very_line(changed, line_of, old, new, field, message):
    [(line, place, said)] = changed(old, new)

    assert (line, place) == (line_of(old), field)
    assert message in said


@pytest.mark.parametrize(
    ("old", "new", "item", "field", "message"),
    [
        ("    gist: Arvenia is for it.\n", "", "id: said", "statements.0.gist", "is missing"),
        ("    length: P30D\n", "", "id: truce-in-the-paper", "accounts.0.length", "is missing"),
        (
            "area: whole_conflict",
            "area: limited",
            "id: truce-in-the-paper",
            "accounts.0.place",
            "is missing",
        ),
        (
            "    source: paper\n    covers",
            "    covers",
            "id: truce-in-the-paper",
            "accounts.0",
            "exactly one",
        ),
        (
            "    covers",
            "    statement: said\n    covers",
            "id: truce-in-the-paper",
            "accounts.0",
            "exactly one of statement and source",
        ),
        (
            "stance: supports",
            "stance: supports_conditionally",
            "id: arvenia-for-truce",
            "statements.0.positions.0.conditions",
            "at least one condition",
        ),
    ],
)
def test_what_is_missing_is_one_fault_at_the_line_of_its_item(changed, line_of, old, new, item, field, message):
    [(line, place, said)] = changed(old, new)

    assert (line, place) == (line_of(item), field)
    assert message in said


def test_lengths_go_with_the_durations_that_have_them(changed):
    assert [said for _, _, said in changed("duration: fixed", "duration: open")] == [
        "belongs only to a duration that is fixed or range"
    ]
    assert [place for _, place, _ in changed("duration: fixed", "duration: range")] == ["accounts.0.length_max"]
    assert [said for _, _, said in changed("length: P30D", "length: P30D\n    length_max: P60D")] == [
        "belongs only to a duration that is range"
    ]


def test_an_empty_condition_list_is_no_condition(changed):
    found = changed("stance: supports", "stance: supports_conditionally\n        conditions: []")

    assert [place for _, place, _ in found] == ["statements.0.positions.0.conditions"]


def test_b8_a_field_that_stands_twice_is_refused(changed, line_of):
    [(line, place, said)] = changed("    channel: press\n", "    channel: press\n    channel: speech\n")

    assert (line, place) == (line_of("channel: press") + 1, "statements.0.channel")
    assert f"line {line - 1}" in said
