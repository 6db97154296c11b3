"""Accounts of a proposal: their scopes in few words, and all they say side by side."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ceasefire.core import edtf
from ceasefire.ledger.clocks import Clocks
from proposals.models import Account
from proposals.web.cards.people import joined
from proposals.web.cards.sources import Evidence, evidence

UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day"}
SILENT = "unclear"  # the code of an account that does not say


@dataclass(frozen=True)
class Scope:
    """What is covered and left out, and who says so; `according_to` is empty where everybody says the same."""

    according_to: str
    covers: list[str]
    excludes: list[str]


@dataclass(frozen=True)
class Cell:
    """What one account says on one matter: codes as marks, or words; neither where it says nothing."""

    codes: list[str]
    words: str
    mark: str  # differs, only here, or nothing

    @property
    def said(self) -> bool:
        return bool(self.codes or self.words)


@dataclass(frozen=True)
class Matter:
    """One row of the table; `excluded` draws its codes as left out."""

    name: str
    cells: list[Cell]
    excluded: bool = False


@dataclass(frozen=True)
class Column:
    """One account: who describes, and on what evidence."""

    teller: str
    teller_href: str
    rests_on: Evidence | None
    note: str


@dataclass(frozen=True)
class Comparison:
    columns: list[Column]
    matters: list[Matter]
    differ: bool


def scopes(accounts: Sequence[Account]) -> list[Scope]:
    """The different scopes that accounts give, each with everybody who gives it."""
    told: dict[tuple[tuple[str, ...], tuple[str, ...]], list[str]] = {}
    for one in accounts:
        told.setdefault((tuple(sorted(one.covers)), tuple(sorted(one.excludes))), []).append(teller(one))
    firsts = {(tuple(sorted(one.covers)), tuple(sorted(one.excludes))): one for one in reversed(accounts)}
    return [
        Scope(joined(tellers) if len(told) > 1 else "", firsts[key].covers, firsts[key].excludes)
        for key, tellers in told.items()
    ]


def teller(account: Account) -> str:
    """Who describes: an actor, or the source itself in few words."""
    if account.described_by:
        return account.described_by.name
    source = account.statement.source if account.statement else account.source
    if source is None:
        return ""
    published = edtf.in_words(edtf.parse(source.published_on))
    return source.outlet or f"{source.get_kind_display().lower()} of {published}"


def comparison(accounts: Sequence[Account], clocks: Clocks) -> Comparison:
    """Every matter on which at least one account says something, with what differs marked."""
    matters = [
        _codes("covers", [one.covers for one in accounts]),
        _codes("leaves out", [one.excludes for one in accounts], excluded=True),
        _words("where", [_area(one) for one in accounts]),
        _words(
            "kind of ceasefire", [_code(one.ceasefire_class, one.get_ceasefire_class_display()) for one in accounts]
        ),
        _words("begins", [_date(one.starts_on) for one in accounts]),
        _words("ends", [_date(one.ends_on) for one in accounts]),
        _words("lasts", [_duration(one) for one in accounts]),
        _words("renewal", [_code(one.renewal, one.get_renewal_display()) for one in accounts]),
        _words("way out", [one.release_clause or "" for one in accounts]),
    ]
    matters = [one for one in matters if any(cell.said for cell in one.cells)]
    return Comparison(
        columns=[_column(one, clocks) for one in accounts],
        matters=matters,
        differ=any(cell.mark == "differs" for one in matters for cell in one.cells),
    )


def in_words(duration: str) -> str:
    """An ISO 8601 duration of days, weeks, months and years: P1M is one month."""
    parts = [(int(number), UNITS[unit]) for number, unit in re.findall(r"([0-9]+)([YMWD])", duration)]
    return joined([f"{number} {unit}{'s' if number != 1 else ''}" for number, unit in parts])


def _column(account: Account, clocks: Clocks) -> Column:
    described_by = account.described_by
    return Column(
        teller=teller(account),
        teller_href=clocks.link("actor", described_by.slug) if described_by else "",
        rests_on=evidence(clocks, statement=account.statement, source=account.source),
        note=account.note or "",
    )


def _codes(name: str, said: list[list[str]], *, excluded: bool = False) -> Matter:
    marks = _marks([tuple(sorted(codes)) for codes in said])
    return Matter(name, [Cell(codes, "", mark) for codes, mark in zip(said, marks, strict=True)], excluded)


def _words(name: str, said: list[str]) -> Matter:
    return Matter(name, [Cell([], words, mark) for words, mark in zip(said, _marks(said), strict=True)])


def _marks(said: Sequence[object]) -> list[str]:
    """Two that say different things differ; what one says and another is silent on stands only there."""
    spoken = [one for one in said if one]
    if len(set(spoken)) > 1:
        return ["differs" if one else "" for one in said]
    silence = len(spoken) < len(said)
    return ["only here" if one and silence else "" for one in said]


def _code(code: str, words: str) -> str:
    return "" if code == SILENT else words.lower()


def _area(account: Account) -> str:
    area = _code(account.area, account.get_area_display())
    return f"{area}: {account.place}" if account.place and area else account.place or area


def _date(text: str | None) -> str:
    return edtf.in_words(edtf.parse(text)) if text else ""


def _duration(account: Account) -> str:
    length = in_words(account.length) if account.length else ""
    match account.duration:
        case Account.Duration.FIXED:
            return length
        case Account.Duration.RANGE:
            return f"{length} to {in_words(account.length_max or '')}"
        case Account.Duration.UNTIL_EVENT | Account.Duration.UNTIL_NOTICE if account.until:
            return f"until {account.until}"
        case Account.Duration.OPEN:
            return "open-ended"
    return _code(account.duration, account.get_duration_display())
