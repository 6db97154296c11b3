"""The schema and the guide to the format say the same as the record itself."""

import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import actors.models
import proposals.models
from ceasefire.sources.models import Source
from proposals.exchange.checking import SECTIONS
from proposals.exchange.reading import read_chronicle
from proposals.states import MEANINGS, Status

ROOT = Path(__file__).resolve().parents[3]
SCHEMA = json.loads((ROOT / "proposals" / "exchange" / "chronicle.schema.json").read_text(encoding="utf-8"))
GUIDE = ROOT / "docs" / "chronicle.md"

CODES = {
    "party_role": proposals.models.Party.Role,
    "actor_kind": actors.models.Actor.Kind,
    "relation": actors.models.Affiliation.Relation,
    "source_kind": Source.Kind,
    "reliability": Source.Reliability,
    "credibility": proposals.models.Statement.Credibility,
    "proposal_kind": proposals.models.Proposal.Kind,
    "attribution": proposals.models.Proposer.Attribution,
    "scope": proposals.models.Scope,
    "area": proposals.models.Account.Area,
    "ceasefire_class": proposals.models.Account.Class,
    "duration": proposals.models.Account.Duration,
    "renewal": proposals.models.Account.Renewal,
    "category": proposals.models.Provision.Category,
    "role": proposals.models.Undertaking.Role,
    "undertaking_state": proposals.models.Undertaking.State,
    "link_kind": proposals.models.Link.Kind,
    "event_kind": proposals.models.Event.Kind,
    "effect": proposals.models.Effect.Kind,
    "channel": proposals.models.Statement.Channel,
    "form": proposals.models.Rendering.Form,
    "stance": proposals.models.Stance,
}


def rules(rule):
    """Every schema in a schema."""
    yield rule
    for inner in (*rule.get("properties", {}).values(), *rule.get("$defs", {}).values()):
        yield from rules(inner)
    if "items" in rule:
        yield from rules(rule["items"])


def test_the_schema_is_a_schema():
    Draft202012Validator.check_schema(SCHEMA)


def test_the_schema_describes_every_field_and_code_and_lets_nothing_else_in():
    for rule in rules(SCHEMA):
        assert rule.get("description") or "$ref" in rule
        for choice in rule.get("anyOf", []):
            assert choice["description"]
        if rule.get("type") == "object":
            assert rule["additionalProperties"] is False
            assert all(part.get("description") for name, part in rule["properties"].items() if name != "quote")


@pytest.mark.parametrize("name", CODES)
def test_the_schema_knows_the_codes_that_the_record_knows(name):
    assert {choice["const"] for choice in SCHEMA["$defs"][name]["anyOf"]} == set(CODES[name].values)


def test_the_schema_knows_every_status_and_says_what_it_means():
    choices = {choice["const"]: choice["description"].lower() for choice in SCHEMA["$defs"]["status"]["anyOf"]}

    assert choices.keys() == {status.value for status in Status}
    for status, meaning in MEANINGS.items():
        assert meaning.lower().rstrip(".") in choices[status.value]


def test_the_guide_shows_a_chronicle_that_is_sound(write):
    [example] = re.findall(r"```yaml\n(chronicle: 1\n.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)

    chronicle = read_chronicle(write(example))
    assert all(chronicle.sections[section] for section in SECTIONS)


def test_the_guide_tells_every_section_field_and_code():
    words = set(re.findall(r"`([^`\n]+)`", GUIDE.read_text(encoding="utf-8")))

    for rule in rules(SCHEMA):
        assert {name for name in rule.get("properties", {}) if name not in words} == set()
        assert {str(choice["const"]) for choice in rule.get("anyOf", []) if str(choice["const"]) not in words} == set()
