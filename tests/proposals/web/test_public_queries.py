"""How many questions each page asks the database; ten times the data asks no more."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.proposals.web.crowd import crowd

PAGES = {
    "/": 26,
    "/proposals/": 12,
    "/proposals/one-month-truce/": 33,
    "/proposals/energy-infrastructure-pause/": 35,
    "/proposals/final-settlement/": 36,
    "/actors/": 4,
    "/actors/russia/": 22,
    "/actors/france/": 20,
    "/actors/emmanuel-macron/": 20,
    "/statements/macron-one-month-truce/": 13,
    "/sources/article-on-the-one-month-truce-2025-03/": 18,
    "/events/kursk-attack/": 6,
    "/timeline/": 14,
    "/timeline/144/": 6,
}


def asked(client, path) -> int:
    with CaptureQueriesContext(connection) as queries:
        assert client.get(path).status_code == 200
    return len(queries)


@pytest.mark.parametrize(("path", "number"), PAGES.items())
def test_a_page_asks_a_known_number_of_questions(client, first_chronicle, path, number):
    assert asked(client, path) == number


@pytest.mark.slow  # writes 1,300 facts and their entries
def test_no_page_asks_more_when_there_is_ten_times_the_data(client, first_chronicle):
    crowd(10)
    more = {path: found for path, number in PAGES.items() if (found := asked(client, path)) > number}
    assert more == {}


@pytest.mark.slow  # writes 300 facts and their entries
def test_long_lists_come_in_pages_that_join_without_a_gap(client, first_chronicle):
    crowd(3)
    seen: list[int] = []
    page = client.get("/timeline/?page_size=70").context
    while True:
        seen += [entry.seq for entry in page["entries"]]
        if not page["page"].next:
            break
        page = client.get(page["page"].next).context
    assert seen == list(range(max(seen), 0, -1))
    assert len(seen) > 4 * 70
