"""Every rule of the tables, by its name, refused by the database itself."""

from pathlib import Path

import pytest
from django.apps import apps
from django.db import IntegrityError, connection

from ceasefire.ledger.models import Fact
from ceasefire.timeline.models import Entry
from proposals.models import Asker, Condition, Participant, Speaker
from tests.conftest import NOW
from tests.factories import ledger as make

pytestmark = pytest.mark.django_db

TESTS = Path(__file__).parents[2]
GENERIC = {
    "one_reading_at_a_time",
    "slug_is_url_safe",
    "known_from_then_to",
    "closing_has_author_and_reason",
}


def refused(rule: str):
    return pytest.raises(IntegrityError, match=rule)


def test_every_rule_of_our_tables_is_named_in_a_test():
    told = "".join(path.read_text() for path in TESTS.rglob("test_*.py"))
    ours = {"ledger", "sources", "timeline", "actors", "proposals", "access"}
    for model in apps.get_models():
        if model._meta.app_label in ours:
            for constraint in model._meta.constraints:
                rule = constraint.name.removeprefix(f"{model._meta.model_name}_")
                assert rule in GENERIC or rule.endswith("runs_forward") or constraint.name in told, constraint.name


def test_every_fact_table_has_the_rules_of_facts():
    for model in apps.get_models():
        if issubclass(model, Fact):
            rules = {one.name.removeprefix(f"{model._meta.model_name}_") for one in model._meta.constraints}
            assert rules >= GENERIC, model


def test_known_from_then_to():
    make.SourceFactory()
    with refused("source_known_from_then_to"), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")  # past the trigger, which says so earlier
        cursor.execute("UPDATE sources_source SET known_from = 5, known_to = 4, closed = false")


def test_head_is_one_row():
    with refused("head_is_one_row"), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute("INSERT INTO ledger_head (id, seq, recorded_at) VALUES (2, 0, now())")


def test_outbox_corrected_names_what_it_supersedes():
    with refused("outbox_corrected_names_what_it_supersedes"), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(
            "INSERT INTO ledger_outbox (txid, fact_table, fact_id, action) VALUES (1, 'sources_source', 1, 'corrected')"
        )


def test_entry_first_alone_has_no_previous():
    with refused("entry_first_alone_has_no_previous"), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        Entry.objects.create(seq=2, kind="x", proposals=[], actors=[], recorded_at=NOW, body="{}", hash="0")


def test_affiliation_is_with_another():
    actor = make.ActorFactory()
    with refused("affiliation_is_with_another"):
        make.AffiliationFactory(actor=actor, organisation=actor)


def test_party_has_one_role_in_a_process():
    party = make.PartyFactory()
    with refused("party_has_one_role_in_a_process"):
        make.PartyFactory(process=party.process, actor=party.actor, role="third_party")


def test_statement_credibility_is_on_the_scale():
    with refused("statement_credibility_is_on_the_scale"):
        make.StatementFactory(credibility=7)


def test_speaker_has_one_part():
    statement, actor = make.StatementFactory(), make.ActorFactory()
    Speaker.objects.create(statement=statement, actor=actor, part="speaker")
    with refused("speaker_has_one_part"):
        Speaker.objects.create(statement=statement, actor=actor, part="speaker")


def test_rendering_has_words():
    with refused("rendering_has_words"):
        make.RenderingFactory(quote="")


@pytest.mark.parametrize(
    ("factory", "rule"),
    [
        (make.ProposerFactory, "proposer_rests_on_one_evidence"),
        (make.LinkFactory, "link_rests_on_one_evidence"),
        (make.AccountFactory, "account_rests_on_one_evidence"),
        (make.ProvisionFactory, "provision_rests_on_one_evidence"),
        (make.UndertakingFactory, "undertaking_rests_on_one_evidence"),
    ],
)
@pytest.mark.parametrize("both", [True, False])
def test_rests_on_one_evidence(factory, rule, both):
    evidence = {"statement": make.StatementFactory()} if both else {"source": None}
    with refused(rule):
        factory(**evidence)


def test_link_is_to_another_proposal():
    proposal = make.ProposalFactory()
    with refused("link_is_to_another_proposal"):
        make.LinkFactory(proposal=proposal, target=proposal)


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"area": "limited"}, "account_limited_area_names_a_place"),
        ({"duration": "fixed"}, "account_duration_has_its_length"),
        ({"duration": "open", "length": "P1M"}, "account_duration_has_its_length"),
        ({"duration": "range", "length": "P1M"}, "account_duration_has_its_length"),
        ({"duration": "fixed", "length": "a month"}, "account_length_is_an_iso_duration"),
        ({"covers": ["space"]}, "account_scopes_are_known"),
        ({"covers": ["sea"], "excludes": ["sea"]}, "account_scopes_are_known"),
    ],
)
def test_accounts(fields, rule):
    with refused(rule):
        make.AccountFactory(**fields)


def test_text_number_is_used_once():
    text = make.TextFactory()
    with refused("text_number_is_used_once"):
        make.TextFactory(proposal=text.proposal)


def test_provision_is_not_its_own_parent():
    with refused("provision_is_not_its_own_parent"):
        make.ProvisionFactory(id=4_000, parent_id=4_000)


def test_participant_takes_part_once():
    event, actor = make.EventFactory(), make.ActorFactory()
    Participant.objects.create(event=event, actor=actor)
    with refused("participant_takes_part_once"):
        Participant.objects.create(event=event, actor=actor)


def test_asker_asks_once():
    undertaking, actor = make.UndertakingFactory(), make.ActorFactory()
    Asker.objects.create(undertaking=undertaking, actor=actor)
    with refused("asker_asks_once"):
        Asker.objects.create(undertaking=undertaking, actor=actor)


def test_condition_has_words():
    with refused("condition_has_words"):
        Condition.objects.create(position=make.PositionFactory(), text="")


def test_review_is_of_one_thing():
    with refused("review_is_of_one_thing"):
        make.ReviewFactory(status_change=make.StatusChangeFactory())
