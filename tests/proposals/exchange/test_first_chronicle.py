"""The data set that comes with the project."""

from datetime import date
from pathlib import Path

from ceasefire.core import edtf
from proposals.exchange.reading import read_chronicle
from proposals.states import Status, check_move

FIRST = Path(__file__).resolve().parents[3] / "proposals" / "data" / "2025-03-partial-truce.yaml"

# As printed, without the quotation marks around them.
MACRON = "in the air, at sea and on energy infrastructure"
POLLARD = (
    "The very real worry that Ukrainians have is that any short pause in the war simply allows the Russians"
    " time to re-arm, regroup and reinvade."
)
ZELENSKY = (
    "If you don\u2019t have an end to the war and you don\u2019t have security guarantees,"
    " no one is able to control a ceasefire,"
)


def test_the_first_chronicle_is_sound():
    chronicle = read_chronicle(FIRST)

    assert [item.id for item in chronicle.items("proposals")] == [
        "energy-infrastructure-pause",
        "one-month-truce",
        "final-settlement",
    ]
    assert chronicle.sections["processes"][0]["id"] == "russia-ukraine-war"


def test_the_first_chronicle_quotes_letter_for_letter():
    statements = {item.id: item.fields for item in read_chronicle(FIRST).items("statements")}

    def quotes(statement):
        return [quote["quote"] for quote in statements[statement]["quotes"]]

    assert quotes("macron-one-month-truce") == [MACRON]
    assert quotes("pollard-on-short-pauses") == [POLLARD]
    assert quotes("zelensky-at-stansted") == [ZELENSKY]
    assert statements["zelensky-at-stansted"]["place"] == "London Stansted Airport"
    assert statements["pollard-on-short-pauses"]["outlet"] == "sky-news"


def test_the_first_chronicle_tells_the_life_of_the_pause():
    changes = read_chronicle(FIRST).sections["status_changes"]

    pause = [change for change in changes if change["proposal"] == "energy-infrastructure-pause"]
    assert [change["to"] for change in pause] == ["floated", "negotiating", "agreed", "collapsed", "floated"]
    assert pause[3]["event"] == "kursk-attack"
    assert pause[4]["statement"] == "macron-one-month-truce"


def test_the_first_chronicle_moves_by_the_table_and_never_backwards():
    stands: dict[str, tuple[Status, date]] = {}

    for change in read_chronicle(FIRST).sections["status_changes"]:
        before, since = stands.get(change["proposal"], (None, date.min))
        check_move(before, Status(change["to"]))
        begins = edtf.parse(change["effective_on"]).lower or date.min
        assert begins >= since
        stands[change["proposal"]] = (Status(change["to"]), begins)

    assert {status for status, _ in stands.values()} == {Status.FLOATED}


def test_the_first_chronicle_names_no_outlet_and_no_author_it_does_not_know():
    [source] = read_chronicle(FIRST).sections["sources"]

    assert source.keys().isdisjoint({"outlet", "author", "url"})
    assert source["published_on"] == "2025-03"
