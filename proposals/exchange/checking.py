"""What a chronicle has to be: fields as in the schema beside this module, and references that lead somewhere.

The schema describes each field once. Its annotations say what JSON Schema has no word for: `x-refers-to`
(the section whose ids a field holds) and `x-refusal` (the message of the rule it stands beside). `default`
is what an absent field is read as.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from difflib import get_close_matches
from itertools import islice
from pathlib import Path
from typing import Any, TypeAlias

from jsonschema import Draft202012Validator, ValidationError
from jsonschema.validators import extend

from ceasefire.core import edtf
from ceasefire.core.errors import BadInput
from ceasefire.core.text import clean_line, clean_text
from proposals.exchange.composing import Fault, Node, Scalar, Tree, Unreadable, Where, dotted, line_at
from proposals.exchange.contradictions import contradictions

Rule: TypeAlias = Mapping[str, Any]
Ids: TypeAlias = dict[Where, dict[str, Where]]  # by the path of a list without its numbers


def check(tree: Tree) -> dict[str, Any]:
    """The document with its types and defaults. What is wrong with it is added to the tree's faults."""
    root = tree.root
    if not isinstance(root, dict) or "chronicle" not in root:
        raise Unreadable("is not a chronicle: a mapping of fields that begins with chronicle: 1")
    if root["chronicle"] != Scalar("1", plain=True):
        raise Unreadable(FORMAT["properties"]["chronicle"]["x-refusal"], line=tree.lines["chronicle",])
    checking = _Checking(tree)
    document: dict[str, Any] = checking.typed(root, FORMAT, ())
    for error in _VALIDATOR.iter_errors(document):
        checking.refuse(tuple(error.absolute_path), _said(error))
    checking.look_up_references(document)
    if not tree.faults:
        for where, message in contradictions(document):
            checking.refuse(where, message)
    return document


class _Checking:
    """One pass over a tree. A place is refused once, for the first reason found; the others mostly follow."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.refused = {fault.field for fault in tree.faults}

    def refuse(self, where: Where, message: str) -> None:
        place = dotted(where)
        if place not in self.refused:
            self.refused.add(place)
            self.tree.faults.append(Fault(line_at(where, self.tree.lines), place, message))

    def typed(self, node: Node, rule: Rule, where: Where) -> Any:
        """The value of a node: text as it is written, unless the rule asks for a number or a boolean."""
        if isinstance(node, Scalar):
            return self.scalar(node, rule, where)
        if isinstance(node, list):
            inner = rule.get("items", {})
            return [self.typed(part, inner, (*where, index)) for index, part in enumerate(node)]
        rules = rule.get("properties", {})
        value = {name: self.typed(part, rules.get(name, {}), (*where, name)) for name, part in node.items()}
        for name in rules.keys() - node.keys():
            if "default" in rules[name]:
                value[name] = deepcopy(rules[name]["default"])
        return value

    def scalar(self, scalar: Scalar, rule: Rule, where: Where) -> str | int | bool | None:
        text, plain = scalar
        if plain and text in ("", "~", "null"):
            return None
        if plain and rule.get("type") == "integer" and re.fullmatch("-?[0-9]{1,18}", text):
            return int(text)
        if plain and rule.get("type") == "boolean" and text in ("true", "false"):
            return text == "true"
        try:
            match rule.get("format"):
                case "edtf":
                    return edtf.parse(text).text
                case "line":
                    return clean_line(text, field=None, limit=rule["maxLength"])
                case "text":
                    return clean_text(text, field=None, limit=rule["maxLength"])
        except BadInput as refusal:
            self.refuse(where, refusal.message)
        return text

    def look_up_references(self, document: dict[str, Any]) -> None:
        ids: Ids = {}
        references: list[tuple[Where, str, str]] = []
        self.collect(document, FORMAT, (), ids, references)
        for where, section, wanted in references:
            if wanted not in ids.get((section,), {}):
                self.refuse(where, _said_of_unknown(wanted, section, ids))

    def collect(self, value: Any, rule: Rule, where: Where, ids: Ids, references: list[tuple[Where, str, str]]) -> None:
        """Gather the ids of every list and the references, and refuse an id that is used twice."""
        if isinstance(value, str) and "x-refers-to" in rule:
            references.append((where, rule["x-refers-to"], value))
        elif isinstance(value, list):
            for index, part in enumerate(value):
                self.collect(part, rule.get("items", {}), (*where, index), ids, references)
        elif isinstance(value, dict):
            rules = rule.get("properties", {})
            if isinstance(name := value.get("id"), str) and "id" in rules:
                family = tuple(step for step in where if isinstance(step, str))
                first = ids.setdefault(family, {}).setdefault(name, where)
                if first != where:
                    line = line_at((*first, "id"), self.tree.lines)
                    self.refuse((*where, "id"), f"{_shown(name)} is taken by the entry in line {line}")
            for key, part in value.items():
                self.collect(part, rules.get(key, {}), (*where, key), ids, references)


def _said_of_unknown(wanted: str, section: str, ids: Ids) -> str:
    for family, known in ids.items():
        if wanted in known:
            return f"{wanted!r} is an id of {dotted(family)}; here an id of {section} is needed"
    return f"{section} has no {_shown(wanted)}{_did_you_mean(wanted, ids.get((section,), {}))}"


# The format -------------------------------------------------------------------------------------------------


def _load() -> dict[str, Any]:
    """The schema with every $ref written out: following them costs more than all the rest of a check."""
    schema = json.loads(Path(__file__).with_name("chronicle.schema.json").read_text(encoding="utf-8"))
    definitions = schema.pop("$defs")

    def written_out(rule: Any) -> Any:
        if isinstance(rule, list):
            return [written_out(part) for part in rule]
        if not isinstance(rule, dict):
            return rule
        if "$ref" in rule:
            name = rule["$ref"].removeprefix("#/$defs/")
            rule = definitions[name] | {key: value for key, value in rule.items() if key != "$ref"}
        return {key: written_out(part) for key, part in rule.items()}

    result: dict[str, Any] = written_out(schema)
    return result


FORMAT: Rule = _load()
SECTIONS = tuple(name for name, rule in FORMAT["properties"].items() if rule["type"] == "array")


def _required(_: Any, names: Sequence[str], value: Any, rule: Rule) -> Iterator[ValidationError]:
    """As in JSON Schema, with the missing field as the place."""
    if isinstance(value, dict):
        yield from (ValidationError("is missing", path=(name,)) for name in names if name not in value)


def _known_fields_only(_: Any, _allowed: bool, value: Any, rule: Rule) -> Iterator[ValidationError]:
    """`additionalProperties: false`, with each unknown field as the place."""
    if isinstance(value, dict):
        for name in value.keys() - rule["properties"].keys():
            hint = _did_you_mean(name, rule["properties"])
            yield ValidationError(f"is not a field here{hint}", path=(name,))


def _whole_pattern(_: Any, pattern: str, value: Any, rule: Rule) -> Iterator[ValidationError]:
    """`pattern` as other languages read it: `$` is the end, not also the place before a last newline."""
    if isinstance(value, str) and not re.fullmatch(pattern, value):
        yield ValidationError(str(rule["x-refusal"]))


_extend: Any = extend  # its stub has no types
_VALIDATOR = _extend(
    Draft202012Validator,
    {"required": _required, "additionalProperties": _known_fields_only, "pattern": _whole_pattern},
)(FORMAT)


def _said(error: ValidationError) -> str:
    """What the schema refused, in words for the person who wrote the file."""
    value, rule = error.instance, error.schema
    limit: Any = error.validator_value
    match error.validator:
        case "type" if value is None:
            return "is empty; give it a value or leave it out"
        case "type":
            return f"must be {_KINDS[limit]}"
        case "anyOf":
            codes = [str(choice["const"]) for choice in limit]
            return f"{_shown(value)} is not one of {', '.join(codes)}{_did_you_mean(str(value), codes)}"
        case "oneOf" | "not" | "minItems" if isinstance(rule, Mapping) and "x-refusal" in rule:
            return str(rule["x-refusal"])
        case str(keyword) if keyword in _LIMITS:
            return _LIMITS[keyword].format(limit=limit)
    return error.message


_KINDS = {
    "object": "a mapping of fields",
    "array": "a list",
    "string": "text",
    "integer": "a whole number without quotation marks",
    "boolean": "true or false without quotation marks",
}
_LIMITS = {
    "minLength": "must not be empty",
    "maxLength": "has more than {limit:,} characters",
    "minItems": "needs at least {limit} entry",
    "maxItems": "has more than {limit:,} entries",
    "uniqueItems": "holds the same entry twice",
    "minimum": "must be at least {limit}",
    "maximum": "must be at most {limit:,}",
}


def _shown(value: object) -> str:
    """A value in a message: one line, and not too long a one."""
    return repr(value if len(str(value)) <= 60 else f"{str(value)[:59]}…")


def _did_you_mean(word: str, known: Sequence[str] | Mapping[str, Any]) -> str:
    near = get_close_matches(word[:80], list(islice(known, 500)), n=1)  # comparing with more would take too long
    return f"; did you mean {near[0]}?" if near else ""
