"""A small sound chronicle, and what becomes of it when it is changed."""

import pytest

from proposals.exchange.reading import ChronicleErrors, read_chronicle

SMALL = """\
chronicle: 1
title: A small chronicle
processes:
  - id: war
    name: War
    summary: Two states fight.
    parties:
      - {id: war-arvenia, actor: arvenia, role: party}
actors:
  - {id: arvenia, kind: state, name: Arvenia}
  - {id: belmark, kind: state, name: Belmark}
sources:
  - {id: paper, kind: article, title: A report, published_on: 2019-05-04, language: en, reliability: B}
proposals:
  - {id: truce, process: war, title: Truce, kind: truce, summary: A truce., voiced_on: 2019-05}
  - {id: peace, process: war, title: Peace, kind: settlement, summary: Peace., voiced_on: 2019}
texts:
  - {id: t1, proposal: truce, number: 1, title: Draft, issued_on: 2019-05-03, source: paper, language: en}
statements:
  - id: said
    speakers: [arvenia]
    said_on: 2019-05-04
    channel: press
    credibility: 2
    source: paper
    gist: Arvenia is for it.
    positions:
      - id: arvenia-for-truce
        proposal: truce
        stance: supports
provisions:
  - {id: halt, proposal: truce, heading: Halt, summary: Guns fall silent., category: ceasefire, source: paper}
  - {id: lines, proposal: peace, heading: Lines, summary: Lines., category: territory, source: paper}
accounts:
  - id: truce-in-the-paper
    proposal: truce
    source: paper
    covers: [air, sea]
    excludes: [ground_front_line]
    area: whole_conflict
    class: cessation
    duration: fixed
    length: P30D
    renewal: none
"""


@pytest.fixture
def small():
    return SMALL


@pytest.fixture
def line_of():
    """The line of the small chronicle in which some words stand first."""

    def line_of(words):
        return next(number for number, line in enumerate(SMALL.splitlines(), 1) if words in line)

    return line_of


@pytest.fixture
def write(tmp_path):
    def write(content):
        path = tmp_path / "chronicle.yaml"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


@pytest.fixture
def faults(write):
    """What is wrong with a text, as (line, field, message)."""

    def faults(content):
        with pytest.raises(ChronicleErrors) as refusal:
            read_chronicle(write(content))
        return [(fault.line, fault.field, fault.message) for fault in refusal.value.faults]

    return faults


@pytest.fixture
def changed(faults):
    """What is wrong with the small chronicle after one replacement."""

    def changed(old, new):
        assert SMALL.count(old) == 1
        return faults(SMALL.replace(old, new))

    return changed
