"""Published facts are never rewritten, whatever path the change comes by."""

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction

from ceasefire.ledger.models import Fact, Head, Outbox
from ceasefire.sources.models import Source
from proposals.models import Speaker
from tests.conftest import take_numbers
from tests.factories.ledger import ActorFactory, SourceFactory, StatementFactory, UserFactory

pytestmark = pytest.mark.django_db


def run(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


def test_every_fact_table_has_the_ledgers_triggers_in_the_database():
    wanted = {"enters_the_outbox", "closing_enters_the_outbox", "never_rewritten", "never_truncated"}
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgrelid::regclass::text, tgname FROM pg_trigger WHERE NOT tgisinternal")
        found = cursor.fetchall()
    tables = [model._meta.db_table for model in apps.get_models() if issubclass(model, Fact)]
    assert len(tables) > 15
    for table in tables:
        names = [name for relation, name in found if relation == table]
        assert all(any(trigger in name for name in names) for trigger in wanted), table


@pytest.mark.parametrize("published", [True, False])
@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE sources_source SET title = 'Something else'",
        "UPDATE sources_source SET known_from = 99",
        "UPDATE sources_source SET entered_by_id = entered_by_id + 1",
        "UPDATE sources_source SET closed = true, closed_by_id = entered_by_id, closed_reason = 'x', title = 'y'",
        "DELETE FROM sources_source",
    ],
)
def test_never_rewritten(sql, published):
    SourceFactory()
    if published:
        take_numbers()
    with pytest.raises(IntegrityError, match="sources_source_is_never_rewritten"):
        run(sql)


def test_a_closed_reading_is_not_opened_again():
    source = SourceFactory()
    Source.objects.update(closed=True, closed_by=source.entered_by, closed_reason="Never printed.")
    with pytest.raises(IntegrityError, match="sources_source_is_never_rewritten"):
        Source.objects.update(closed=False, closed_by=None, closed_reason=None)


def test_the_trigger_librarys_ignore_switch_does_not_reach_the_guards():
    SourceFactory()
    run("SELECT set_config('pgtrigger.ignore', '{sources_source:never_rewritten}', true)")
    with pytest.raises(IntegrityError, match="sources_source_is_never_rewritten"):
        run("UPDATE sources_source SET title = 'Something else'")


def test_never_truncated():
    with pytest.raises(IntegrityError, match="sources_source_is_append_only"):
        run("TRUNCATE sources_source CASCADE")


def test_a_fact_does_not_bring_a_number_along():
    with pytest.raises(IntegrityError, match="sources_source_is_numbered_by_the_ledger"):
        SourceFactory(known_from=5)


def test_a_correction_supersedes_a_closed_reading_of_the_same_name():
    old = SourceFactory()
    with pytest.raises(IntegrityError, match="sources_source_supersedes_a_closed_reading"):
        SourceFactory(supersedes=old, slug=old.slug)


def test_one_reading_at_a_time():
    SourceFactory(slug="gazette")
    with pytest.raises(IntegrityError, match="source_one_reading_at_a_time"):
        SourceFactory(slug="gazette")


@pytest.mark.parametrize("reason", [None, ""])
@pytest.mark.parametrize("signed", [True, False])
def test_closing_has_author_and_reason(signed, reason):
    source = SourceFactory()
    by = source.entered_by if signed else None
    with pytest.raises(IntegrityError, match="source_closing_has_author_and_reason"):
        Source.objects.update(closed=True, closed_by=by, closed_reason=reason)


@pytest.mark.parametrize("slug", ["", "Gazette", "a b", "-a", "a/b", "停火", "a" * 81])
def test_slug_is_url_safe(slug):
    with pytest.raises(Exception, match="source_slug_is_url_safe|too long"):
        SourceFactory(slug=slug)


def test_source_url_is_http():
    with pytest.raises(IntegrityError, match="source_url_is_http"):
        SourceFactory(url="javascript:alert(1)")


def test_what_belongs_to_a_fact_is_written_with_it_and_stays():
    statement = StatementFactory()
    Speaker.objects.create(statement=statement, actor=ActorFactory(), part="speaker")
    take_numbers()
    for change in (
        lambda: Speaker.objects.create(statement=statement, actor=ActorFactory(), part="speaker"),
        lambda: Speaker.objects.update(part="principal"),
        lambda: Speaker.objects.all().delete(),
    ):
        with (
            pytest.raises(IntegrityError, match="proposals_speaker_is_never_rewritten"),
            transaction.atomic(),
        ):
            change()


@pytest.mark.parametrize("model", [Head, Outbox])
def test_only_the_ledger_writes_its_own_rows(model):
    SourceFactory()
    take_numbers()
    rule = f"{model._meta.db_table}_is_written_by_the_ledger"
    for change in (lambda: model.objects.update(seq=77), lambda: model.objects.all().delete()):
        with pytest.raises(IntegrityError, match=rule), transaction.atomic():
            change()
    with pytest.raises(IntegrityError, match=f"{model._meta.db_table}_is_append_only"):
        run(f"TRUNCATE {model._meta.db_table}")


def test_nothing_enters_the_outbox_but_through_a_fact():
    with pytest.raises(IntegrityError, match="ledger_outbox_is_written_by_the_ledger"):
        Outbox.objects.create(txid=1, fact_table="sources_source", fact_id=1, action="recorded")


def test_dates_run_forward():
    UserFactory()
    with pytest.raises(IntegrityError, match="source_published_runs_forward"):
        run(
            "INSERT INTO sources_source (slug, kind, title, published_on, published_lower, published_upper,"
            " published_precision, language, reliability, closed, entered_by_id)"
            " SELECT 'b', 'article', 't', 'x', '2031-05-02', '2031-05-01', 'day', 'en', 'F', false, id FROM auth_user"
        )
