"""From a YAML file to plain nodes, each with its line: nothing is guessed, built or repeated on the way.

YAML's own readings (a date, `no` as a boolean, `1_000` as a number) are left out: a scalar stays the text
it was written as. Anchors, aliases and tags have no use in a chronicle and are refused on sight, so that no
small file becomes a large value.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

import yaml

MOST_BYTES = 20 * 1024 * 1024
MOST_DEPTH = 30
MOST_VALUES = 1_000_000
LONGEST_NAME = 80

Where: TypeAlias = tuple[str | int, ...]
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # libyaml where the wheel has it: ten times faster


class Scalar(NamedTuple):
    text: str
    plain: bool  # written without quotation marks


Node: TypeAlias = "dict[str, Node] | list[Node] | Scalar"


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in a file; `field` is a dotted path such as `statements.3.positions.0.stance`."""

    line: int
    field: str
    message: str

    def __str__(self) -> str:
        return f"{self.line}: {self.field}: {self.message}" if self.field else f"{self.line}: {self.message}"


class Unreadable(Exception):
    """The file is no YAML document that can be read further; holds the one fault."""

    def __init__(self, message: str, *, line: int = 1) -> None:
        super().__init__(message)
        self.fault = Fault(line, "", message)


@dataclass(slots=True)
class Tree:
    """A document as written, the line of every place in it, and the faults that did not stop the reading."""

    root: Node = field(default_factory=dict)
    lines: dict[Where, int] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def dotted(where: Where) -> str:
    return ".".join(map(str, where))


def line_at(where: Where, lines: Mapping[Where, int]) -> int:
    """The line of a place, or of the nearest thing around it that is written down."""
    while where and where not in lines:
        where = where[:-1]
    return lines.get(where, 1)


def text_of(path: Path) -> str:
    """The text of a file. Raises Unreadable for what is no UTF-8 text of a bearable size."""
    if not path.exists():
        raise Unreadable("there is no such file")
    if not path.is_file():  # a directory; a pipe would keep us waiting
        raise Unreadable("is not a file")
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as trouble:
        raise Unreadable(f"cannot be read: {trouble.strerror}") from trouble
    if len(content) > MOST_BYTES:
        raise Unreadable(f"is larger than {MOST_BYTES // 1024**2} MB")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as trouble:
        line = content.count(b"\n", 0, trouble.start) + 1
        raise Unreadable("is not UTF-8 text", line=line) from trouble
    if not text.strip():
        raise Unreadable("is empty")
    return text


def compose(text: str) -> Tree:
    """The one document in a YAML text. Raises Unreadable for what cannot be read to its end."""
    tree = Tree()
    try:
        _Composer(text, tree).document()
    except yaml.reader.ReaderError as trouble:
        line = text.count("\n", 0, trouble.position) + 1
        raise Unreadable(f"is not YAML: {trouble.reason}", line=line) from trouble
    except yaml.MarkedYAMLError as trouble:
        mark = trouble.problem_mark or trouble.context_mark
        line = min(mark.line if mark else 0, text.rstrip("\n").count("\n")) + 1  # the end lies behind the last line
        raise Unreadable(f"is not YAML: {trouble.problem}", line=line) from trouble
    return tree


class _Composer:
    """Turns the parser's events into nodes. Nothing is built before its event has been looked at."""

    def __init__(self, text: str, tree: Tree) -> None:
        self.events: Iterator[yaml.Event] = yaml.parse(text, Loader=LOADER)
        self.tree = tree
        self.values = 0

    def document(self) -> None:
        next(self.events)  # the stream begins
        if isinstance(next(self.events), yaml.StreamEndEvent):
            raise Unreadable("is empty")
        self.tree.root = self.node(next(self.events), ())
        next(self.events)  # the document ends
        if not isinstance(event := next(self.events), yaml.StreamEndEvent):
            raise Unreadable("holds a second document; write one a file", line=_line(event))

    def node(self, event: yaml.Event, where: Where) -> Node:
        self.tree.lines.setdefault(where, _line(event))
        self.values += 1
        self.refuse_what_has_no_use(event, where)
        if isinstance(event, yaml.ScalarEvent):
            return Scalar(event.value, plain=not event.style)
        return self.mapping(where) if isinstance(event, yaml.MappingStartEvent) else self.sequence(where)

    def refuse_what_has_no_use(self, event: yaml.Event, where: Where) -> None:
        line = _line(event)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise Unreadable("uses an anchor or alias (& or *); write the value out", line=line)
        if getattr(event, "tag", None):
            raise Unreadable("uses a tag (!); write plain values", line=line)
        if len(where) > MOST_DEPTH:
            raise Unreadable(f"is nested more than {MOST_DEPTH} levels deep", line=line)
        if self.values > MOST_VALUES:
            raise Unreadable(f"holds more than {MOST_VALUES:,} values", line=line)

    def sequence(self, where: Where) -> Node:
        nodes: list[Node] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            nodes.append(self.node(event, (*where, len(nodes))))
        return nodes

    def mapping(self, where: Where) -> Node:
        nodes: dict[str, Node] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            self.refuse_what_has_no_use(event, where)
            key, line = getattr(event, "value", ""), _line(event)
            if not 1 <= len(key) <= LONGEST_NAME or not key.isprintable():
                raise Unreadable("has a field name that is no word", line=line)
            here = (*where, key)
            if key not in nodes:
                self.tree.lines[here] = line
                nodes[key] = self.node(next(self.events), here)
                continue
            first = self.tree.lines[here]
            self.tree.faults.append(Fault(line, dotted(here), f"stands here twice; the first is in line {first}"))
            self.node(next(self.events), here)
        return nodes


def _line(event: yaml.Event) -> int:
    mark = event.start_mark
    return mark.line + 1 if mark else 1
