"""Where the items of a well-formed chronicle contradict each other, which no single field can show."""

from collections.abc import Iterator
from typing import Any, TypeAlias

from proposals.exchange.composing import Where

LONGEST_ID = 80

Contradiction: TypeAlias = tuple[Where, str]
Document: TypeAlias = dict[str, Any]


def contradictions(document: Document) -> Iterator[Contradiction]:
    """Each place that cannot stand, and why, in a document whose fields and references are sound."""
    yield from _parties(document)
    yield from _ties(document)
    yield from _texts(document)
    yield from _provisions(document)
    yield from _accounts(document)
    yield from _positions(document)
    yield from _joint_positions(document)


def _parties(document: Document) -> Iterator[Contradiction]:
    for index, process in enumerate(document["processes"]):
        actors = [party["actor"] for party in process["parties"]]
        for place in _repeats(actors):
            yield (
                ("processes", index, "parties", place, "actor"),
                f"{actors[place]!r} already has a place in the process",
            )


def _ties(document: Document) -> Iterator[Contradiction]:
    for section, one, other in (("affiliations", "actor", "with"), ("links", "from", "to")):
        for index, item in enumerate(document[section]):
            if item[one] == item[other]:
                yield (section, index, other), f"must be another one than {one!r}"


def _texts(document: Document) -> Iterator[Contradiction]:
    numbers = [(text["proposal"], text["number"]) for text in document["texts"]]
    for place in _repeats(numbers):
        proposal, number = numbers[place]
        yield ("texts", place, "number"), f"{proposal!r} has a text {number} already"


def _provisions(document: Document) -> Iterator[Contradiction]:
    texts = {text["id"]: text["proposal"] for text in document["texts"]}
    earlier: dict[str, str] = {}
    for index, provision in enumerate(document["provisions"]):
        proposal, parent, text = provision["proposal"], provision.get("parent"), provision.get("text")
        if parent and parent not in earlier:
            yield ("provisions", index, "parent"), f"{parent!r} must stand earlier in the file"
        elif parent and earlier[parent] != proposal:
            yield (
                ("provisions", index, "parent"),
                f"{parent!r} belongs to {earlier[parent]!r}, not to {proposal!r}",
            )
        if text and texts[text] != proposal:
            yield ("provisions", index, "text"), f"{text!r} belongs to {texts[text]!r}, not to {proposal!r}"
        earlier[provision["id"]] = proposal


def _accounts(document: Document) -> Iterator[Contradiction]:
    for index, account in enumerate(document["accounts"]):
        for place, scope in enumerate(account["excludes"]):
            if scope in account["covers"]:
                yield ("accounts", index, "excludes", place), f"{scope!r} is in covers too"


def _positions(document: Document) -> Iterator[Contradiction]:
    owners = {provision["id"]: provision["proposal"] for provision in document["provisions"]}
    for index, statement in enumerate(document["statements"]):
        positions = statement["positions"]
        for place in _repeats([(position["proposal"], position.get("provision")) for position in positions]):
            yield (
                ("statements", index, "positions", place),
                "a second stance of one statement on the same thing",
            )
        for place, position in enumerate(positions):
            where: Where = ("statements", index, "positions", place)
            yield from _belongs(position, owners, where)
            for number, condition in enumerate(position["conditions"]):
                yield from _belongs(condition, owners, (*where, "conditions", number))


def _joint_positions(document: Document) -> Iterator[Contradiction]:
    """A position of several holders is recorded once for each, under its id with the holder's behind it."""
    taken: set[str] = set()
    for index, statement in enumerate(document["statements"]):
        holders = statement["for"] or statement["speakers"]
        for place, position in enumerate(statement["positions"]):
            name = position["id"]
            names = {f"{name}-{holder}" for holder in holders} if len(holders) > 1 else {name}
            where: Where = ("statements", index, "positions", place, "id")
            if max(map(len, names)) > LONGEST_ID:
                yield where, f"is too long: with a holder's id behind it, it may have {LONGEST_ID} characters"
            if names & taken:
                yield where, f"stands for {min(names & taken)!r} too, with a holder's id behind it"
            taken |= names


def _belongs(item: Document, owners: dict[str, str], where: Where) -> Iterator[Contradiction]:
    """Where an item names both a proposal and a provision, the one has to be the other's."""
    provision, proposal = item.get("provision"), item.get("proposal")
    if provision and proposal and owners[provision] != proposal:
        yield (*where, "provision"), f"{provision!r} belongs to {owners[provision]!r}, not to {proposal!r}"


def _repeats(values: list[Any]) -> Iterator[int]:
    """The places of values that have been there before."""
    seen = set()
    for place, value in enumerate(values):
        if value in seen:
            yield place
        seen.add(value)
