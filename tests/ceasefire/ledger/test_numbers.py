"""The ledger's number: complete, gapless, in commit order, and nobody waits for an open transaction."""

import threading
import time

import pytest
from django.db import connection, connections, transaction

from ceasefire.ledger.models import Head, Outbox
from ceasefire.sources.models import Source
from tests.conftest import take_numbers
from tests.factories.ledger import PositionFactory, SourceFactory, UserFactory


def close(source: Source, reason: str = "It was never printed.") -> None:
    Source.objects.filter(pk=source.pk).update(closed=True, closed_by=source.entered_by, closed_reason=reason)


@pytest.mark.django_db
def test_a_fact_gets_its_number_and_an_outbox_row_at_commit():
    source = SourceFactory()
    assert Source.objects.get().known_from is None
    take_numbers()
    number = Outbox.objects.get()
    assert (number.seq, number.fact_table, number.fact_id, number.action) == (
        1,
        "sources_source",
        source.pk,
        "recorded",
    )
    assert Source.objects.get().known_from == 1
    assert Head.objects.get().seq == 1


@pytest.mark.django_db
def test_facts_written_in_bulk_are_numbered_in_the_order_written():
    user = UserFactory()
    Source.objects.bulk_create(
        Source(kind="article", title=f"Report {n}", published_on="2031", entered_by=user) for n in range(50)
    )
    take_numbers()
    numbers = list(Source.objects.order_by("known_from").values_list("known_from", "title"))
    assert numbers == [(n + 1, f"Report {n}") for n in range(50)]


@pytest.mark.django_db
def test_raw_sql_cannot_skip_the_outbox():
    SourceFactory()
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO sources_source (slug, kind, title, published_on, published_precision, language, reliability,"
            " closed, entered_by_id) SELECT 'raw', kind, title, published_on, 'day', language, reliability, false,"
            " entered_by_id FROM sources_source"
        )
    take_numbers()
    assert Outbox.objects.count() == 2


@pytest.mark.django_db
def test_a_retraction_closes_the_reading_under_a_number_of_its_own():
    source = SourceFactory()
    take_numbers()
    close(source)
    take_numbers()
    source.refresh_from_db()
    assert (source.known_from, source.known_to) == (1, 2)
    assert Outbox.objects.get(seq=2).action == "retracted"


@pytest.mark.django_db
def test_a_correction_gives_both_readings_the_one_number():
    old = SourceFactory(title="Talks resume in Port Vel")
    take_numbers()
    close(old, "Place name misspelt.")
    new = SourceFactory(slug=old.slug, supersedes=old)
    take_numbers()
    old.refresh_from_db()
    new.refresh_from_db()
    assert (old.known_from, old.known_to, new.known_from) == (1, 2, 2)
    assert list(Outbox.objects.order_by("seq").values_list("action", flat=True)) == ["recorded", "corrected"]
    assert [row.pk for row in Source.objects.known_at(1)] == [old.pk]
    assert [row.pk for row in Source.objects.known_at(2)] == [new.pk]


@pytest.mark.django_db(transaction=True)
@pytest.mark.slow  # four writers with real commits
def test_I4_numbers_are_gapless_and_in_commit_order_with_four_writers_and_rollbacks():
    user = UserFactory()
    PositionFactory()  # ten tables' worth of other facts first
    before = Head.objects.get().seq

    class Undone(Exception):
        pass

    def write(who: int) -> None:
        for n in range(15):
            try:
                with transaction.atomic():
                    SourceFactory(title=f"{who}-{n}", entered_by=user)
                    if n % 5 == 0:
                        raise Undone
            except Undone:
                continue
        connections.close_all()

    threads = [threading.Thread(target=write, args=[who]) for who in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    numbers = list(Outbox.objects.order_by("seq").values_list("seq", "recorded_at"))
    assert [seq for seq, _ in numbers] == list(range(1, before + 48 + 1))
    assert [instant for _, instant in numbers] == sorted(instant for _, instant in numbers)
    for who in range(4):
        mine = Source.objects.filter(title__startswith=f"{who}-").order_by("known_from").values_list("title", flat=True)
        assert list(mine) == [f"{who}-{n}" for n in range(15) if n % 5]


@pytest.mark.django_db(transaction=True)
def test_F09_an_open_transaction_holds_up_nobody_and_loses_nothing():
    user = UserFactory()
    opened, finish = threading.Event(), threading.Event()

    def write_and_wait() -> None:
        with transaction.atomic():
            SourceFactory(title="late", entered_by=user)
            opened.set()
            finish.wait(10)
        connections.close_all()

    late = threading.Thread(target=write_and_wait)
    late.start()
    assert opened.wait(10)
    began = time.monotonic()
    SourceFactory(title="early", entered_by=user)
    took = time.monotonic() - began
    finish.set()
    late.join()

    assert took < 1
    assert list(Source.objects.order_by("known_from").values_list("title", "known_from")) == [
        ("early", 1),
        ("late", 2),
    ]
