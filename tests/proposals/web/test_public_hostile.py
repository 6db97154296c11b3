"""Texts that mean harm or have no end, on every page that shows them."""

import pytest
from django.utils import timezone

from actors.models import Actor, Affiliation, Name
from ceasefire.core import edtf
from ceasefire.sources.models import Source
from proposals.models import (
    Account,
    Effect,
    Event,
    Link,
    Participant,
    Process,
    Proposal,
    Proposer,
    Provision,
    Text,
    Undertaking,
)
from proposals.services import reviews, snapshots, statements, statuses
from proposals.services.records import record
from proposals.states import Status
from tests.ceasefire.web.reading import Page, assert_obeys_the_content_policy
from tests.conftest import take_numbers

SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(1)>"
RIGHT_TO_LEFT = "هدنة لمدة شهر واحد שלום"
ENDLESS = "w" * 300
pytestmark = pytest.mark.slow  # each test renders a dozen pages of long texts
HARM = f"{SCRIPT} {RIGHT_TO_LEFT} \u2067isolated\u2069"


@pytest.fixture
def pages(first_chronicle, editor, reviewer) -> list[str]:
    """Addresses of pages on which every field that people fill in means harm."""
    at = timezone.now()
    source = record(
        Source(
            **{"kind": "article", "title": HARM, "outlet": SCRIPT, "author": RIGHT_TO_LEFT, "published_on": "2025-05"},
            **{"url": "https://example.org/" + ENDLESS, "language": "ar", "reliability": "B", "note": HARM},
        ),
        by=editor,
    )
    actor = record(Actor(slug="harm", kind="armed_group", name=HARM, description=HARM), by=editor)
    other = record(Actor(slug="endless", kind="person", name=ENDLESS), by=editor)
    record(Name(actor=actor, text=HARM, language="xx-unknown"), by=editor)
    tie = {"actor": other, "organisation": actor, "relation": "holds_office", "held_on": "2025", "source": source}
    record(Affiliation(**tie, title=HARM, note=HARM), by=editor)
    process = record(Process(name=HARM, summary=HARM), by=editor)
    truce = record(
        Proposal(slug="harmful", process=process, title=HARM, kind="truce", summary=HARM, voiced_on="2025-05-01"),
        by=editor,
    )
    clause = {"proposal": truce, "heading": HARM, "summary": HARM, "note": HARM, "category": "other", "source": source}
    provision = record(Provision(**clause, due_on="2025-06", alternative=True), by=editor)
    record(Provision(**{**clause, "heading": ENDLESS}, parent=provision), by=editor)
    asked = {"provision": provision, "actor": actor, "role": "guarantor", "state": "refused", "source": source}
    record(Undertaking(**asked, what=HARM, note=HARM), by=editor)
    conditions = [statements.NewCondition(HARM, of=actor, provision=provision), statements.NewCondition(ENDLESS)]
    said = statements.log(
        statements.NewStatement(
            speakers=[actor],
            said_on=edtf.parse("2025-05-02"),
            source=source,
            quotes=[statements.NewQuote(HARM, "ar"), statements.NewQuote(ENDLESS, "en", "translation")],
            positions=[
                statements.NewPosition(truce, "supports_conditionally", conditions=conditions, note=HARM),
                statements.NewPosition(truce, "opposes", provision=provision),
            ],
            **{"gist": HARM, "venue": HARM, "place": ENDLESS, "relayed_by": other, "outlet": actor},
        ),
        by=editor,
        at=at,
    )
    told = {"proposal": truce, "described_by": actor, "statement": said, "area": "limited", "place": HARM}
    record(Account(**told, duration="until_event", until=HARM, release_clause=HARM, note=HARM), by=editor)
    evidence = statuses.Evidence(statement=said)
    move = {"effective_on": edtf.parse("2025-05-02"), "reason": HARM, "evidence": evidence, "by": editor, "at": at}
    change = statuses.change_status(truce, to=Status.FLOATED, **move)
    statuses.change_status(truce, to=Status.IN_FORCE, **move, applies_to=actor, according_to=other)
    event = Event(
        slug="harmful", kind="other", title=HARM, summary=HARM, happened_on="2025-05", place=HARM, source=source
    )
    record(event, by=editor)
    Participant.objects.create(event=event, actor=actor)
    record(Effect(event=event, proposal=truce, kind="stalled", note=HARM), by=editor)
    record(Proposer(proposal=truce, actor=actor, attribution="denied", statement=said, note=HARM), by=editor)
    near = Proposal.objects.open().get(slug="one-month-truce")
    record(Link(proposal=truce, target=near, kind="counters", source=source, note=HARM), by=editor)
    record(Text(proposal=truce, number=1, title=HARM, issued_on="2025-05", source=source), by=editor)
    reviews.confirm(change, by=reviewer, note=HARM)
    take_numbers()
    snapshots.catch_up()
    return [
        *("/", "/proposals/", "/proposals/harmful/", "/proposals/one-month-truce/", "/actors/", "/actors/harm/"),
        *("/actors/endless/", f"/statements/{said.slug}/", f"/sources/{source.slug}/", "/events/harmful/"),
        *("/timeline/", f"/timeline/{said.known_from or 160}/", "/actors/?q=%3Cscript%3E"),
    ]


def test_B63_hostile_text_is_shown_as_text_on_every_page(client, pages):
    for path in pages:
        response = client.get(path)
        assert response.status_code == 200, path
        page = Page(response.content.decode())
        assert_obeys_the_content_policy(page)
        assert [script["src"] for script in page.all("script")] == ["/static/js/theme.js"], path
        assert not page.all("img"), path


def test_B64_what_people_wrote_sets_its_own_direction(client, pages):
    shown = 0
    for path in pages:
        page = Page(client.get(path).content.decode())
        shown += sum(RIGHT_TO_LEFT in text for text, _ in page.texts)
        loose = [
            around
            for text, around in page.texts
            if RIGHT_TO_LEFT in text
            and not any(
                tag in ("bdi", "textarea", "title", "option", "pre") or attrs.get("dir") == "auto"
                for tag, attrs in around
            )
        ]
        assert loose == [], path
    assert shown > 100


def test_ids_are_unique_and_labels_point_at_something(client, pages):
    for path in [*pages, "/proposals/final-settlement/", "/actors/united-states/"]:
        page = Page(client.get(path).content.decode())
        ids = [attrs["id"] for _, attrs in page.elements if attrs.get("id")]
        assert sorted(ids) == sorted(set(ids)), path
        for _, attrs in page.elements:
            for name in ("aria-labelledby", "aria-describedby", "for"):
                assert set((attrs.get(name) or "").split()) <= set(ids), (path, attrs)


def test_headings_go_down_one_step_at_a_time(client, pages):
    for path in [*pages, "/actors/united-states/", "/proposals/final-settlement/"]:
        levels = [
            int(tag[1])
            for tag, _ in Page(client.get(path).content.decode()).elements
            if tag in ("h1", "h2", "h3", "h4")
        ]
        assert levels[0] == 1 and levels.count(1) == 1, path
        assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False)), path


def test_dates_that_are_exact_can_be_read_by_machines(client, pages):
    page = Page(client.get("/proposals/harmful/").content.decode())
    assert "2025-05-02" in {time["datetime"] for time in page.all("time")}
