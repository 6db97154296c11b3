"""A chronicle: a YAML file checked in full, each fault with its line, before anything is done with it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar, Self

from ceasefire.core.errors import BadInput, DomainError, FieldError
from proposals.exchange.checking import SECTIONS, check
from proposals.exchange.composing import Fault, Unreadable, Where, compose, dotted, line_at, text_of

MOST_FAULTS = 50  # as many as somebody mends in one go


class ChronicleErrors(BadInput):
    """Everything wrong with a chronicle, one `file:line: field: what is wrong` a line."""

    code: ClassVar[str] = "bad_chronicle"

    def __init__(self, message: str, *, faults: Sequence[Fault] = ()) -> None:
        super().__init__(message, errors=[FieldError(one.field, one.message, self.code) for one in faults])
        self.faults = tuple(faults)

    @classmethod
    def of(cls, file: str, faults: Sequence[Fault]) -> Self:
        """The faults of one file, in the order of its lines."""
        ordered = sorted(faults, key=lambda fault: fault.line)
        told = [f"{file}:{fault}" for fault in ordered[:MOST_FAULTS]]
        if len(ordered) > MOST_FAULTS:
            told.append(f"… and {len(ordered) - MOST_FAULTS:,} more")
        return cls("\n".join(told), faults=ordered)


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a section and the line it begins on; in `fields` every default is filled in."""

    section: str
    index: int
    line: int
    fields: dict[str, Any]

    @property
    def id(self) -> str:
        return str(self.fields["id"])


@dataclass(frozen=True, slots=True)
class Chronicle:
    """A chronicle that has been read and holds together."""

    file: str
    title: str
    note: str | None
    sections: Mapping[str, list[dict[str, Any]]] = field(repr=False)
    lines: Mapping[Where, int] = field(repr=False)

    def items(self, section: str) -> list[Item]:
        """The items of a section, in the order of the file."""
        return [
            Item(section, index, self.line_of(section, index), fields)
            for index, fields in enumerate(self.sections[section])
        ]

    def line_of(self, *where: str | int) -> int:
        """The line of a place such as `"statements", 3, "gist"`; of what holds it, where it is left out."""
        return line_at(where, self.lines)

    def refused(self, refusal: DomainError, *where: str | int) -> ChronicleErrors:
        """What a rule said against the item at `where`, as faults of this file."""
        faults = []
        for error in refusal.errors or [FieldError("", refusal.message)]:
            steps = (int(step) if step.isdecimal() else step for step in error.field.split(".") if step)
            place = (*where, *steps)
            faults.append(Fault(self.line_of(*place), dotted(place), error.message))
        return ChronicleErrors.of(self.file, faults)


def read_chronicle(path: Path | str) -> Chronicle:
    """The chronicle in a file. Raises ChronicleErrors with every fault that was found.

    Contradictions between items, such as a position on a provision of another proposal, are looked for once
    each item is sound by itself.
    """
    file = str(path)
    try:
        tree = compose(text_of(Path(path)))
        document = check(tree)
    except Unreadable as refusal:
        raise ChronicleErrors.of(file, [refusal.fault]) from refusal
    if tree.faults:
        raise ChronicleErrors.of(file, tree.faults)
    return Chronicle(
        file=file,
        title=document["title"],
        note=document.get("note"),
        sections={name: document[name] for name in SECTIONS},
        lines=tree.lines,
    )
