"""A chronicle into the ledger: all of it or nothing, and nothing twice."""

import pytest
import yaml
from django.core.management import CommandError, call_command

from ceasefire.access.services import importer
from ceasefire.ledger.models import Head, Outbox
from proposals.exchange.importing import import_chronicle
from proposals.exchange.reading import ChronicleErrors
from proposals.models import Position, Proposal, Provision, Rendering, Statement, StatusChange, Undertaking
from tests.conftest import FIRST_CHRONICLE, NOW, take_numbers

pytestmark = pytest.mark.django_db

SMALL = {
    "chronicle": 1,
    "title": "Straits",
    "actors": [
        {"id": "ostrava", "kind": "state", "name": "Ostrava"},
        {"id": "vell", "kind": "state", "name": "Port Vell"},
    ],
    "sources": [
        {
            "id": "gazette",
            "kind": "article",
            "title": "Talks in Port Vell",
            "published_on": "2031-05",
            "language": "en",
            "reliability": "C",
        }
    ],
    "processes": [
        {
            "id": "straits",
            "name": "Straits war",
            "summary": "A war over a strait.",
            "parties": [{"id": "straits-ostrava", "actor": "ostrava", "role": "party"}],
        }
    ],
    "proposals": [
        {
            "id": "pause",
            "process": "straits",
            "title": "Harbour pause",
            "kind": "pause",
            "summary": "No strikes on harbours.",
            "voiced_on": "2025-05",
            "proposers": [
                {"id": "pause-ostrava", "actor": "ostrava", "attribution": "stated_by_self", "statement": "joint"}
            ],
        }
    ],
    "statements": [
        {
            "id": "joint",
            "speakers": ["ostrava", "vell"],
            "said_on": "2025-05-02~",
            "channel": "press",
            "credibility": 2,
            "source": "gazette",
            "gist": "Both want harbours spared.",
            "quotes": [{"id": "joint-words", "language": "en", "form": "original", "quote": "Spare the harbours."}],
            "positions": [{"id": "joint-on-pause", "proposal": "pause", "stance": "supports"}],
        }
    ],
    "status_changes": [
        {"id": "floated", "proposal": "pause", "to": "floated", "effective_on": "2025-05", "reason": "Voiced.",
         "statement": "joint"},
        {"id": "agreed", "proposal": "pause", "to": "agreed", "effective_on": "2025-06", "reason": "Signed.",
         "source": "gazette"},
    ],
}  # fmt: skip


@pytest.fixture
def load(tmp_path):
    def load(chronicle):
        path = tmp_path / "straits.yaml"
        path.write_text(yaml.safe_dump(chronicle, sort_keys=False))
        return import_chronicle(path, by=importer(), at=NOW.replace(year=2032))

    return load


def edited(section: str, place: int, **changes):
    chronicle = yaml.safe_load(yaml.safe_dump(SMALL))
    chronicle[section][place] |= changes
    return chronicle


def test_everything_of_the_first_data_set_is_there(first_chronicle):
    slugs = set(Proposal.objects.values_list("slug", flat=True))
    assert slugs == {"energy-infrastructure-pause", "one-month-truce", "final-settlement"}
    pause = StatusChange.objects.filter(proposal__slug="energy-infrastructure-pause").order_by("id")
    assert [change.to_status for change in pause] == ["floated", "negotiating", "agreed", "collapsed", "floated"]
    quotes = set(Rendering.objects.values_list("quote", flat=True))
    assert "in the air, at sea and on energy infrastructure" in quotes
    assert Provision.objects.filter(category="backstop").exists()
    assert Undertaking.objects.filter(actor__slug="united-states", state="asked").exists()


@pytest.mark.slow  # imports the first data set twice
def test_an_import_is_idempotent(first_chronicle):
    head = Head.objects.get().seq
    again = import_chronicle(FIRST_CHRONICLE, by=importer(), at=NOW)
    take_numbers()
    assert (again.written, Head.objects.get().seq) == (0, head)
    assert again.unchanged == head


def test_a_joint_statement_becomes_a_position_of_each(load):
    load(SMALL)
    assert set(Position.objects.values_list("slug", flat=True)) == {"joint-on-pause-ostrava", "joint-on-pause-vell"}
    assert load(SMALL).written == 0


@pytest.mark.parametrize(
    ("section", "place", "changes", "message"),
    [
        ("actors", 0, {"name": "Ostrava Union"}, r"straits\.yaml:\d+: actors\.0\.name: “ostrava” is in the ledger"),
        ("statements", 0, {"said_on": "2025-05-03"}, r"statements\.0\.said_on"),
        ("statements", 0, {"speakers": ["vell"]}, r"statements\.0\.speakers"),
        ("status_changes", 1, {"reason": "Initialled."}, r"status_changes\.1\.reason"),
    ],
)
def test_the_same_id_with_other_content_is_refused(load, section, place, changes, message):
    load(SMALL)
    take_numbers()
    head = Head.objects.get().seq
    with pytest.raises(ChronicleErrors, match=message):
        load(edited(section, place, **changes))
    take_numbers()
    assert Head.objects.get().seq == head


@pytest.mark.parametrize(
    ("section", "place", "changes", "message"),
    [
        ("status_changes", 1, {"to": "expired"}, r"status_changes\.1\.to: .*cannot become expired"),
        (
            "status_changes",
            1,
            {"effective_on": "2025-04"},
            r"status_changes\.1\.effective_on: April 2025 begins",
        ),
        ("statements", 0, {"said_on": "2051-01-01"}, r"statements\.0\.said_on: .*has not come yet"),
    ],
)
def test_one_bad_item_and_nothing_is_imported(load, section, place, changes, message):
    with pytest.raises(ChronicleErrors, match=message):
        load(edited(section, place, **changes))
    assert not Statement.objects.exists()
    assert not Outbox.objects.exists()


def test_the_command_says_what_it_did_or_what_is_wrong(tmp_path, capsys):
    call_command("import_chronicle", str(FIRST_CHRONICLE))
    assert "facts written, 0 there already" in capsys.readouterr().out
    with pytest.raises(CommandError, match=r"nowhere\.yaml"):
        call_command("import_chronicle", str(tmp_path / "nowhere.yaml"))
