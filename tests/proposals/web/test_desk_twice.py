"""B76: a form that is sent twice at the same instant makes one thing."""

from collections.abc import Callable
from threading import Barrier, Thread

import pytest
from django.db import connection
from django.test import Client

from proposals.models import Draft, Position, Statement, StatusChange
from tests.proposals.web.harbour import lay_out
from tests.proposals.web.typing_in import NEW_STATEMENT, NEW_STATUS, key_on, position, statement, status_change

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.slow,  # real commits by two threads, and emptied tables afterwards
]
TIMES = 3


@pytest.fixture
def desk(client, editor):
    lay_out()
    client.force_login(editor)
    return client


def both(desk: Client, path: str, typed: dict) -> list:
    """The answers to two posts of one browser that start together."""
    answers, start = [], Barrier(2)

    def post() -> None:
        browser = Client()
        browser.cookies = desk.cookies
        start.wait()
        try:
            answers.append(browser.post(path, typed))
        finally:
            connection.close()

    threads = [Thread(target=post) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers


def assert_one(answers: list, count: Callable[[], int]) -> None:
    assert [answer.status_code for answer in answers] == [302, 302]
    assert answers[0].url == answers[1].url
    assert count() == 1


def test_B76_a_statement_posted_twice_at_once_is_one_statement(desk):
    for time in range(TIMES):
        words = f"Said once, {time}."
        typed = statement(quote=words, key=key_on(desk, NEW_STATEMENT)) | position()
        answers = both(desk, NEW_STATEMENT, typed)
        assert_one(answers, Statement.objects.filter(renderings__quote=words).count)
    assert Position.objects.count() == TIMES


def test_B76_a_statement_with_a_new_source_posted_twice_at_once_is_one_of_each(desk):
    new = {"source": "", "source-title": "Only one", "source-kind": "article", "source-published_on": "2025"}
    typed = statement(key=key_on(desk, NEW_STATEMENT), **new)
    answers = both(desk, NEW_STATEMENT, typed)
    assert_one(answers, Statement.objects.filter(source__title="Only one").count)
    assert Statement.objects.filter(source__title="Only one").get().source.statements.count() == 1


def test_B76_a_status_change_posted_twice_at_once_is_one_change(desk):
    answers = both(desk, NEW_STATUS, status_change(key=key_on(desk, NEW_STATUS)))
    assert_one(answers, StatusChange.objects.filter(to_status="negotiating").count)


def test_B76_a_draft_kept_twice_at_once_is_one_draft(desk):
    for time in range(TIMES):
        words = f"Kept once, {time}."
        typed = statement(do="keep", quote=words, key=key_on(desk, NEW_STATEMENT))
        assert_one(both(desk, NEW_STATEMENT, typed), Draft.objects.filter(body__quote=words).count)


def test_B76_a_draft_published_twice_at_once_is_one_statement(desk):
    desk.post(NEW_STATEMENT, statement(do="keep"))
    address = f"/desk/drafts/{Draft.objects.get().pk}/"
    typed = statement(key=key_on(desk, address))
    assert_one(both(desk, address, typed), Statement.objects.exclude(slug="first-word").count)
    assert not Draft.objects.exists()


def test_B76_the_same_words_from_two_forms_are_two_attempts_and_the_second_is_warned(desk):
    first = desk.post(NEW_STATEMENT, statement(key=key_on(desk, NEW_STATEMENT)))
    second = desk.post(NEW_STATEMENT, statement(key=key_on(desk, NEW_STATEMENT)))
    assert (first.status_code, second.status_code) == (302, 400)


def test_B76_a_form_sent_again_with_other_words_is_another_statement(desk):
    key = key_on(desk, NEW_STATEMENT)
    addresses = {desk.post(NEW_STATEMENT, statement(key=key, quote=words)).url for words in ("One.", "Two.")}
    assert len(addresses) == 2
