"""How a page says the moment that it is of, and how its links ask for the same."""

from datetime import date

import pytest

from ceasefire.ledger.clocks import Clocks
from ceasefire.ledger.moments import Moment

NOW = Moment(as_of=date(2026, 11, 23), seq=144)
THEN = Moment(as_of=date(2025, 3, 31), seq=40)


def clocks(moment=THEN, as_of="2025-03", known_at="seq:40", **more):
    return Clocks(moment=moment, path="/timeline/", as_of=as_of, known_at=known_at, **more)


@pytest.mark.parametrize(
    ("known_at", "words"),
    [
        ("", ""),
        ("seq:40", "at entry 40"),
        ("2025-03-05", "on 5 March 2025 (entry 40)"),
        ("2025-03", "at the end of March 2025 (entry 40)"),
        ("2025-03-05T18:00Z", "at 5 March 2025, 18:00 UTC (entry 40)"),
        ("2025-03-05T18:00:00.250+00:00", "at 2025-03-05T18:00:00.250+00:00 (entry 40)"),
    ],
)
def test_U25_what_was_known_is_said_with_the_number_it_reaches(known_at, words):
    assert clocks(known_at=known_at).known_words == words


def test_before_everything_there_is_no_entry_to_name():
    nothing = Moment(as_of=date(2026, 11, 23), seq=0)
    assert clocks(nothing, known_at="seq:0").known_words == "before the first entry"
    assert clocks(nothing, known_at="2020").known_words == "at the end of 2020 (before the first entry)"


def test_a_link_from_now_is_plain():
    assert clocks(NOW, as_of="", known_at="").link("actors") == "/actors/"


def test_U1_a_link_keeps_the_moment_as_it_was_typed():
    assert clocks().link("actor", "france") == "/actors/france/?as_of=2025-03&known_at=seq:40"


def test_a_link_leaves_out_what_is_empty():
    assert clocks(NOW, as_of="", known_at="").link("timeline", proposal="truce", kind="") == "/timeline/?proposal=truce"


def test_what_was_typed_is_escaped_in_links():
    assert clocks(as_of='"><script>').link("actors") == "/actors/?as_of=%22%3E%3Cscript%3E&known_at=seq:40"


def test_U5_the_permanent_address_fixes_both_clocks():
    assert clocks().permanent == "/timeline/?as_of=2025-03-31&known_at=seq:40"


def test_back_to_now_keeps_the_rest_of_the_address():
    assert clocks(rest=(("kind", "status_changed"),)).now_href == "/timeline/?kind=status_changed"
