"""Logging a statement: everything with it, or nothing."""

import pytest
from django.db import IntegrityError

from ceasefire.core import edtf
from ceasefire.core.errors import BadInput, Forbidden
from ceasefire.sources.models import Source
from proposals.models import Condition, Draft, Position, Provision, Rendering, Review, Speaker, Statement
from proposals.services import drafts, reviews
from proposals.services.statements import (
    DuplicateStatement,
    NewCondition,
    NewPosition,
    NewQuote,
    NewStatement,
    fingerprint,
    log,
)
from tests.conftest import NOW, take_numbers
from tests.factories.ledger import (
    ActorFactory,
    PositionFactory,
    ProposalFactory,
    SourceFactory,
    StatementFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
AT = NOW.replace(year=2032)


def new(**changes):
    said = {
        "speakers": [ActorFactory()],
        "said_on": edtf.parse("2031-05-02~"),
        "source": SourceFactory(),
        "quotes": [NewQuote("We can live with that.", "en")],
    }
    return NewStatement(**said | changes)


def publish(**changes):
    return log(new(**changes), by=UserFactory(), at=AT)


def test_a_statement_is_published_with_words_people_positions_and_conditions():
    proposal, guarantor, minister, state = ProposalFactory(), ActorFactory(), ActorFactory(), ActorFactory(state=True)
    statement = publish(
        speakers=[minister],
        principals=[state],
        positions=[
            NewPosition(proposal, "supports_conditionally", conditions=[NewCondition("Monitors first.", of=guarantor)])
        ],
    )
    take_numbers()
    assert [(one.actor, one.part) for one in statement.speakers.order_by("id")] == [
        (minister, Speaker.Part.SPEAKER),
        (state, Speaker.Part.PRINCIPAL),
    ]
    position = Position.objects.get()
    assert (position.actor, position.stance) == (state, "supports_conditionally")
    assert Condition.objects.get().of == guarantor
    assert Rendering.objects.get().quote == "We can live with that."


def test_a_joint_statement_is_a_position_of_each_speaker():
    speakers = [ActorFactory(), ActorFactory()]
    publish(speakers=speakers, positions=[NewPosition(ProposalFactory(), "supports")])
    assert {position.actor for position in Position.objects.all()} == set(speakers)


def test_a_new_source_comes_with_the_statement():
    statement = publish(source=Source(kind="broadcast", title="Evening news", published_on="2031-05-02"))
    assert statement.source.title == "Evening news"


def test_faults_of_a_new_source_are_told_inside_source():
    with pytest.raises(BadInput) as refusal:
        publish(source=Source(kind="broadcast", title="\u200b", published_on="2031-05-02"))
    assert [error.field for error in refusal.value.errors] == ["source.title"]


def test_conditional_support_needs_a_condition():
    with pytest.raises(BadInput) as refusal:
        publish(positions=[NewPosition(ProposalFactory(), "supports_conditionally")])
    assert refusal.value.field == "positions.0.conditions"
    assert not Statement.objects.exists()


def test_position_conditional_has_condition():
    PositionFactory(stance="supports_conditionally")
    with pytest.raises(IntegrityError, match="position_conditional_has_condition"):
        take_numbers()


def test_every_fault_is_told_at_once():
    elsewhere = Provision(pk=7, proposal=ProposalFactory(), heading="x", summary="x", category="other")
    proposal = ProposalFactory()
    with pytest.raises(BadInput) as refusal:
        publish(
            speakers=[],
            said_on=edtf.parse("2099-01-01"),
            quotes=[NewQuote("\u2800", "en")],
            positions=[NewPosition(proposal, "supports", provision=elsewhere), NewPosition(proposal, "opposes")],
        )
    assert [error.field for error in refusal.value.errors] == ["speakers", "said_on", "quote", "positions.0.provision"]


def test_one_statement_takes_one_stance_on_one_thing():
    proposal = ProposalFactory()
    with pytest.raises(BadInput) as refusal:
        publish(positions=[NewPosition(proposal, "supports"), NewPosition(proposal, "opposes")])
    assert refusal.value.field == "positions.1.proposal"


def test_position_one_stance_per_statement():
    first = PositionFactory()
    with pytest.raises(IntegrityError, match="position_one_stance_per_statement"):
        PositionFactory(statement=first.statement, actor=first.actor, proposal=first.proposal)


def test_B68_a_long_quote_is_kept_whole():
    words = "All of it. " * 1_800
    assert publish(quotes=[NewQuote(words, "en")]).renderings.get().quote == words.strip()


@pytest.mark.parametrize("quote", ["", "\u200b\u200b", "\u3164", "a\0b", "x" * 20_001])
def test_B65_B67_B68_words_that_cannot_be_published(quote):
    with pytest.raises(BadInput) as refusal:
        publish(quotes=[NewQuote(quote, "en")])
    assert refusal.value.field == "quote"
    assert not Statement.objects.exists()


def test_B69_the_same_words_from_the_same_source_are_a_duplicate():
    first = publish()
    speakers = [one.actor for one in first.speakers.all()]
    again = {"speakers": speakers, "quotes": [NewQuote("“We can  live with that.”", "en")]}
    with pytest.raises(DuplicateStatement) as refusal:
        publish(source=first.source, **again)
    assert refusal.value.existing == first
    publish(source=SourceFactory(), **again)
    publish(source=first.source, allow_duplicate=True, **again)
    assert Statement.objects.count() == 3


def test_B66_fingerprint_ignores_unicode_form_quotation_marks_and_spaces():
    assert fingerprint("«Caf\u00e9  now»") == fingerprint("Cafe\u0301 now")
    assert fingerprint("yes") != fingerprint("no")


def test_nobody_confirms_their_own_work(editor, reviewer):
    statement = StatementFactory(entered_by=editor)
    with pytest.raises(Forbidden, match="Somebody else"):
        reviews.confirm(statement, by=editor)
    assert reviews.confirm(statement, by=reviewer).statement == statement


def test_review_is_by_another_person(editor):
    with pytest.raises(IntegrityError, match="review_is_by_another_person"):
        Review.objects.create(statement=StatementFactory(entered_by=editor), entered_by=editor)


def test_a_draft_is_published_once_and_gone(editor):
    draft = drafts.keep({"quote": "We can live with that.", "draft": True}, by=editor)
    assert draft.body == {"quote": "We can live with that."}
    statement = drafts.publish(draft, new(), by=editor, at=AT)
    assert statement.entered_by == editor
    assert not Draft.objects.exists()
