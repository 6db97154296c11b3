import time
from calendar import monthrange
from datetime import UTC, date, datetime, timedelta

import pytest
from edtf import parse_edtf
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ceasefire.core.edtf import BadDate, Edtf, in_words, parse

DAYS = st.dates(date(1800, 1, 1), date(2199, 12, 31))
MARKS = st.sampled_from(["", "~", "?"])


@st.composite
def points(draw):
    day = draw(DAYS)
    return draw(st.sampled_from([f"{day:%Y-%m-%d}", f"{day:%Y-%m}", f"{day:%Y}"])) + draw(MARKS)


@st.composite
def closed_intervals(draw):
    first, second = sorted(draw(st.tuples(DAYS, DAYS)))
    shape = draw(st.sampled_from(["%Y-%m-%d", "%Y-%m", "%Y"]))
    return f"{first.strftime(shape)}{draw(MARKS)}/{second.strftime(shape)}{draw(MARKS)}"


def refusal(text):
    with pytest.raises(BadDate) as caught:
        parse(text, field="said_on")
    assert (caught.value.field, caught.value.code) == ("said_on", "bad_date")
    return caught.value.message


@pytest.mark.parametrize(
    ("text", "lower", "upper", "precision"),
    [
        ("2025-03-02", date(2025, 3, 2), date(2025, 3, 3), "day"),
        ("2024-02-29", date(2024, 2, 29), date(2024, 3, 1), "day"),
        ("2025-12-31", date(2025, 12, 31), date(2026, 1, 1), "day"),
        ("2025-03", date(2025, 3, 1), date(2025, 4, 1), "month"),
        ("2025-12", date(2025, 12, 1), date(2026, 1, 1), "month"),
        ("2025-03-XX", date(2025, 3, 1), date(2025, 4, 1), "month"),
        ("2025", date(2025, 1, 1), date(2026, 1, 1), "year"),
        ("2025-XX", date(2025, 1, 1), date(2026, 1, 1), "year"),
        ("2025-XX-XX", date(2025, 1, 1), date(2026, 1, 1), "year"),
        ("2199-12-31", date(2199, 12, 31), date(2200, 1, 1), "day"),
        ("2025-03-02/2025-03-05", date(2025, 3, 2), date(2025, 3, 6), "interval"),
        ("2025-03/2025-04", date(2025, 3, 1), date(2025, 5, 1), "interval"),
        ("2025-05-31/2025-05", date(2025, 5, 31), date(2025, 6, 1), "interval"),
        ("2025-03-02/..", date(2025, 3, 2), None, "interval"),
        ("../2025-03", None, date(2025, 4, 1), "interval"),
        ("../..", None, None, "interval"),
        ("2025-03-02T23:30-05:00", date(2025, 3, 2), date(2025, 3, 3), "time"),
    ],
)
def test_bounds_are_half_open_days_as_written(text, lower, upper, precision):
    when = parse(text)
    assert (when.text, when.lower, when.upper, when.precision) == (text, lower, upper, precision)


@pytest.mark.parametrize(
    ("text", "approximate", "uncertain"),
    [
        ("2025-03-02", False, False),
        ("2025-03-02~", True, False),
        ("2025-03?", False, True),
        ("2025%", True, True),
        ("2025-03-02~/2025-04?", True, True),
        ("../2025-04?", False, True),
        ("2025-03-02T15:00Z~", True, False),
    ],
)
def test_marks_are_kept_apart_from_bounds(text, approximate, uncertain):
    when = parse(text)
    assert (when.approximate, when.uncertain) == (approximate, uncertain)


def test_open_ends_are_told_apart():
    assert [(parse(text).open_start, parse(text).open_end) for text in ("2025/..", "../2025", "../..", "2025")] == [
        *((False, True), (True, False), (True, True), (False, False))
    ]


def test_outer_white_space_is_no_part_of_a_date():
    assert parse(" 2025-03-02\n") == parse("2025-03-02")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2024-02-30", "February 2024 has 29 days; there is no day 30."),
        ("2023-02-29", "February 2023 has 28 days; there is no day 29."),
        ("2025-04-00", "April 2025 has 30 days; there is no day 00."),
        ("2025-13", "There is no month 13."),
        ("0000", "The year 0000 lies outside 1800 to 2199."),
        ("0000-00-00", "The year 0000 lies outside 1800 to 2199."),
        ("9999-12-31", "The year 9999 lies outside 1800 to 2199."),
        ("10000-01-01", "Years are written with four digits, from 1800 to 2199; '10000-01-01' is not."),
        ("-0044", "Years are written with four digits, from 1800 to 2199; '-0044' is not."),
        ("Y-17E7", "Years are written with four digits, from 1800 to 2199; 'Y-17E7' is not."),
        ("2024-05/2024-03", "The interval runs backwards: 2024-03 lies before 2024-05."),
        ("2025-03-02/2025-03-01", "The interval runs backwards: 2025-03-01 lies before 2025-03-02."),
        ("2025-03-02/", "Write .. for a start or end that is open or unknown, as in 2025-03-02/.."),
        ("2025/2026/2027", "An interval has one start and one end, as in 2025-03-02/2025-03-05."),
        ("2025-XX-03", "Day 03 of an unknown month cannot be kept; write 2025 or 2025-XX-XX."),
        ("..~", "'..~' is no end of an interval; write .. alone for an open one."),
    ],
)
def test_B70_a_date_that_does_not_exist_is_refused_with_its_reason(text, said):
    assert refusal(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "infinity",
        "-infinity",
        "epoch",
        "now",
        "now()",
        "today",
        "-1",
        "9223372036854775808",
        "24:00",
        "",
        " ",
        "\0",
        "2025-1X",
    ]
    + [
        "2025-3-2",
        "2025/3",
        "02.03.2025",
        "2025-03-02 15:00",
        "٢٠٢٥",
        "{2025,2026}",
        "[2025..2026]",
        "201X",
        "2025~-03",
        "2025-03-02\n2025",
    ],
)
def test_B70_what_is_no_date_is_refused(text):
    assert refusal(text)


@pytest.mark.parametrize("value", [None, 2025, 2025.5, True, date(2025, 3, 2), ["2025"]])
def test_B70_only_text_is_read_as_a_date(value):
    assert refusal(value).startswith("A date must be text.")


@pytest.mark.parametrize(
    "text",
    [
        "{" + ",".join(str(year) for year in range(1000, 2000)) + "}",
        "2025-03-02/" * 6_000,
        "9" * 65_536,
        "a" * 50_000 + "!",
        "(" * 50_000,
        "[" * 65_536,
        " " * 65_536,
    ],
)
def test_B70_B73_a_huge_date_is_refused_within_a_millisecond(text):
    fastest = min(_seconds_to_refuse(text) for _ in range(5))
    assert fastest < 0.001


@pytest.mark.parametrize("character", ["[", "/", "X", "-", "T", "~", "9", "]", ".", "2025-"])
def test_B73_no_repeated_character_within_the_limit_is_slow(character):
    text = (character * 64)[:64]
    assert min(_seconds_to_refuse(text) for _ in range(5)) < 0.001


def _seconds_to_refuse(text):
    started = time.process_time()
    refusal(text)
    return time.process_time() - started


@pytest.mark.parametrize(
    ("text", "instant", "zone"),
    [
        ("2025-03-02T15:00Z", datetime(2025, 3, 2, 15, tzinfo=UTC), "Z"),
        ("2025-03-02T15:00:30+02:00", datetime(2025, 3, 2, 13, 0, 30, tzinfo=UTC), "+02:00"),
        ("2025-03-02T15:00+02", datetime(2025, 3, 2, 13, tzinfo=UTC), "+02"),
        ("2025-03-02T02:00+14:00", datetime(2025, 3, 1, 12, tzinfo=UTC), "+14:00"),
        ("2025-03-02T15:00[Europe/Kyiv]", datetime(2025, 3, 2, 13, tzinfo=UTC), "Europe/Kyiv"),
        ("2025-07-02T15:00[Europe/Kyiv]", datetime(2025, 7, 2, 12, tzinfo=UTC), "Europe/Kyiv"),
        ("2025-03-02T15:00+02:00[Europe/Kyiv]", datetime(2025, 3, 2, 13, tzinfo=UTC), "Europe/Kyiv"),
        ("2025-10-26T03:30+02:00[Europe/Kyiv]", datetime(2025, 10, 26, 1, 30, tzinfo=UTC), "Europe/Kyiv"),
        ("2025-10-26T03:30+03:00[Europe/Kyiv]", datetime(2025, 10, 26, 0, 30, tzinfo=UTC), "Europe/Kyiv"),
    ],
)
def test_B71_a_time_keeps_its_zone_and_tells_its_instant(text, instant, zone):
    when = parse(text)
    assert (when.precision, when.instant, when.zone) == ("time", instant, zone)


def test_B71_the_end_of_a_day_stays_on_the_day_as_written():
    when = parse("2025-03-02T24:00Z")
    assert (when.lower, when.upper) == (date(2025, 3, 2), date(2025, 3, 3))
    assert when.instant == datetime(2025, 3, 3, tzinfo=UTC)


@pytest.mark.parametrize(
    ("time_text", "said"),
    [
        ("23:59:60Z", "Leap seconds cannot be kept"),
        ("24:01Z", "There is no time 24:01"),
        ("24:00:01Z", "There is no time 24:00:01"),
        ("25:00Z", "There is no time 25:00"),
        ("10:00-99:99", "There is no offset -99:99; offsets run from -12:00 to +14:00."),
        ("10:00+14:30", "There is no offset +14:30"),
        ("10:00+02:75", "There is no offset +02:75"),
        ("10:00-00:00", "write Z or +00:00"),
        ("10:00", "10:00 where? Add Z for UTC"),
        ("10Z", "'10Z' is no time"),
        ("10:00Z[Europe/Kyiv", "is no time"),
        ("10:00[Mars/Olympus]", "There is no time zone 'Mars/Olympus'"),
        ("10:00[America/Argentina]", "There is no time zone"),
        ("10:00[../../etc/passwd]", "There is no time zone"),
        ("10:00[localtime]", "There is no time zone"),
        ("10:00+05:00[Europe/Kyiv]", "Europe/Kyiv was at +02:00 then, not at +05:00."),
    ],
)
def test_B71_an_impossible_or_ambiguous_time_is_refused_with_its_reason(time_text, said):
    assert said in refusal(f"2025-03-02T{time_text}")


def test_B71_an_hour_that_the_clocks_skipped_is_asked_about():
    assert "was skipped" in refusal("2025-03-30T03:30[Europe/Kyiv]")
    assert refusal("2025-03-30T03:30[Europe/Kyiv]").endswith("say which, +02:00 or +03:00.")


def test_B71_an_hour_that_came_twice_is_asked_about():
    assert "came twice" in refusal("2025-10-26T01:30[Europe/London]")
    assert refusal("2025-10-26T01:30[Europe/London]").endswith("say which, +00:00 or +01:00.")


def test_B71_a_time_needs_its_day():
    assert refusal("2025-03T10:00Z") == "A time needs its full day, as in 2025-03-02T10:00Z."


def test_B71_an_interval_of_times_runs_forward_in_instants():
    assert parse("2025-04-19T18:00+03:00/2025-04-21T00:00+03:00").upper == date(2025, 4, 22)
    assert "runs backwards" in refusal("2025-03-02T10:00+02:00/2025-03-02T09:00+02:00")
    assert "runs backwards" in refusal("2025-03-02T10:00-05:00/2025-03-02T11:00+02:00")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2025-03-02", "2 March 2025"),
        ("2025-03-02~", "around 2 March 2025"),
        ("2025-03-02?", "2 March 2025 (uncertain)"),
        ("2025-03%", "around March 2025 (uncertain)"),
        ("2025", "2025"),
        ("2025-03-XX", "a day in March 2025"),
        ("2025-XX", "a month in 2025"),
        ("2025-XX-XX", "a day in 2025"),
        ("2025-03-02/..", "from 2 March 2025, end unknown"),
        ("../2025-03-02", "until 2 March 2025, start unknown"),
        ("../..", "date unknown"),
        ("2025-03-02/2025-03-05", "2 March 2025 to 5 March 2025"),
        ("2025-03~/2025-04?", "around March 2025 to April 2025 (uncertain)"),
        ("2025-03-02T15:00Z", "2 March 2025, 15:00 UTC"),
        ("2025-03-02T15:00:30+02:00", "2 March 2025, 15:00:30 UTC+02:00"),
        ("2025-03-02T15:00+02:00[Europe/Kyiv]", "2 March 2025, 15:00 Europe/Kyiv"),
        ("2025-03-02T24:00Z", "2 March 2025, 24:00 UTC"),
    ],
)
def test_in_words(text, words):
    assert in_words(parse(text)) == words


@pytest.mark.slow  # a hundred readings by a grammar of the whole standard
@settings(deadline=None)
@given(points() | closed_intervals())
@example("2024-02/2024-02")
@example("2199-12~/2199")
def test_B70_bounds_agree_with_an_independent_reading(text):
    ours, theirs = parse(text), parse_edtf(text)
    assert ours.lower == _as_date(theirs.lower_strict())
    assert ours.upper == _as_date(theirs.upper_strict()) + timedelta(days=1)


def _as_date(moment):
    """The other reading leaves out month and day as zeros in places; a month's last day is kept within it."""
    return date(moment.tm_year, moment.tm_mon, min(moment.tm_mday, monthrange(moment.tm_year, moment.tm_mon)[1]))


@given(points() | closed_intervals() | points().map("{}/..".format) | points().map("../{}".format))
def test_B70_what_was_read_reads_the_same_again(text):
    when = parse(text)
    assert parse(str(when)) == when
    assert in_words(when)


@given(st.datetimes(datetime(1900, 1, 1), datetime(2199, 12, 30)), st.integers(-12 * 60, 14 * 60))
def test_B71_an_instant_is_the_wall_clock_less_its_offset(wall, minutes):
    sign, size = ("-", -minutes) if minutes < 0 else ("+", minutes)
    when = parse(f"{wall:%Y-%m-%dT%H:%M:%S}{sign}{size // 60:02}:{size % 60:02}")
    expected = wall.replace(microsecond=0) - timedelta(minutes=minutes)
    assert when.instant == expected.replace(tzinfo=UTC)
    assert when.lower == wall.date()


@pytest.mark.slow  # a hundred texts to make up
@given(st.text(max_size=70))
def test_B70_any_text_is_read_or_refused(text):
    try:
        assert isinstance(parse(text), Edtf)
    except BadDate as refusal:
        assert refusal.message
