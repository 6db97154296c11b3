"""Every page at a past day and as known at a past number; what no page can be shown for says so."""

import pytest
from django.utils import timezone

from actors.models import Actor
from ceasefire.core import edtf
from proposals.models import Proposal, Statement
from proposals.services import reviews, snapshots, statements, statuses
from proposals.services.records import record
from proposals.states import Status
from tests.ceasefire.web.reading import Page, assert_obeys_the_content_policy
from tests.conftest import take_numbers

PAGES = [
    "/",
    "/proposals/",
    "/proposals/one-month-truce/",
    "/actors/",
    "/actors/france/",
    "/statements/macron-one-month-truce/",
    "/sources/article-on-the-one-month-truce-2025-03/",
    "/events/kursk-attack/",
    "/timeline/",
    "/timeline/143/",
]
THEN = "as_of=2025-03-05&known_at=seq:144"


@pytest.fixture
def learn_more(first_chronicle, editor, reviewer):
    """Log a statement, a move and a review after the first data set."""

    def learn() -> None:
        at = timezone.now()
        france = Actor.objects.open().get(slug="france")
        truce = Proposal.objects.open().get(slug="one-month-truce")
        old = Statement.objects.open().get(slug="macron-one-month-truce")
        new = statements.NewStatement(
            speakers=[france],
            said_on=edtf.parse("2025-03-04"),
            source=old.source,
            quotes=[statements.NewQuote("We withdraw it.", "en")],
            positions=[statements.NewPosition(truce, "opposes")],
        )
        said = statements.log(new, by=editor, at=at)
        proof = statuses.Evidence(statement=said)
        day = edtf.parse("2025-03-04")
        statuses.change_status(
            truce, to=Status.WITHDRAWN, effective_on=day, reason="They said so.", evidence=proof, by=editor, at=at
        )
        reviews.confirm(old, by=reviewer)
        record(type(old.source)(slug="later", kind="article", title="Later", published_on="2025-03-04"), by=editor)
        take_numbers()
        snapshots.catch_up()

    return learn


@pytest.mark.parametrize("path", PAGES)
def test_an_answer_for_a_past_number_is_the_same_for_ever(client, learn_more, path):
    before = client.get(f"{path}?{THEN}").content
    learn_more()
    assert client.get(f"{path}?{THEN}").content == before


@pytest.mark.parametrize("path", ["/", "/proposals/one-month-truce/", "/actors/france/", "/timeline/"])
def test_what_was_learned_since_stands_on_the_page_of_now(client, learn_more, path):
    before = client.get(path).content.decode()
    learn_more()
    assert "We withdraw it." not in before
    assert "We withdraw it." in client.get(path).content.decode()


def test_a_day_before_it_was_said_does_not_show_it(client, learn_more):
    learn_more()
    page = Page(client.get("/proposals/one-month-truce/?as_of=2025-03-03").content.decode())
    assert "We withdraw it." not in page.text
    assert "withdrawn" not in page.text


@pytest.mark.parametrize("path", PAGES)
def test_U28_a_page_of_the_past_says_so_and_leads_back(client, first_chronicle, path):
    page = Page(client.get(f"{path}?as_of=2025-03&known_at=seq:144").content.decode())
    [band] = [attrs for attrs in page.all("div") if attrs.get("class") == "band"]
    assert band["role"] == "region"
    assert "As of 31 March 2025, as known at entry 144 back to now" in " ".join(page.text.split())
    [back] = [link for link in page.all("a") if link.get("class") == "band__back"]
    assert back["href"] == path


@pytest.mark.parametrize("path", PAGES)
def test_U28_a_page_of_now_has_no_band(client, first_chronicle, path):
    assert "back to now" not in client.get(path).content.decode()


@pytest.mark.parametrize("path", PAGES)
def test_U1_links_between_pages_stay_in_the_past(client, first_chronicle, path):
    page = Page(client.get(f"{path}?{THEN}").content.decode())
    content = page.elements[page.elements.index(("main", page.all("main")[0])) :]
    links = [attrs["href"] for tag, attrs in content if tag == "a" and attrs["href"].startswith("/")]
    footer = {"/timeline/", "/api/v1/docs/", "/api/v1/schema/", "/api/v1/timeline/143/"}
    assert [link for link in links if "as_of=2025-03-05" not in link and link not in footer] == []
    assert len(links) > 2


def test_going_back_to_now_keeps_what_else_was_asked_for(client, first_chronicle):
    page = Page(client.get("/timeline/?kind=status_changed&as_of=2025-03").content.decode())
    [back] = [link for link in page.all("a") if link.get("class") == "band__back"]
    assert back["href"] == "/timeline/?kind=status_changed"


def test_what_came_later_says_when_it_came(client, first_chronicle):
    response = client.get("/proposals/one-month-truce/?known_at=seq:5")
    page = Page(response.content.decode())
    assert response.status_code == 404
    assert "At entry 5 this record did not hold it yet; it came with entry 56." in page.text
    assert "/proposals/one-month-truce/?known_at=seq:56" in [link["href"] for link in page.all("a")]
    assert client.get("/proposals/one-month-truce/?known_at=seq:56").status_code == 200


def test_what_was_retracted_says_why_and_shows_what_it_was(client, first_chronicle, editor):
    statement = Statement.objects.open().get(slug="trump-on-putin-and-talks")
    statement.closed, statement.closed_by, statement.closed_reason = True, editor, "Logged twice."
    statement.save()
    take_numbers()
    snapshots.catch_up()
    response = client.get("/statements/trump-on-putin-and-talks/")
    assert response.status_code == 404
    assert "It was retracted with entry 145: Logged twice." in response.content.decode()
    assert client.get("/statements/trump-on-putin-and-talks/?known_at=seq:144").status_code == 200
    assert "Statement retracted" in client.get("/timeline/145/").content.decode()


WRONG_CLOCKS = [
    ("as_of=2025-13", 400, "as_of: There is no month 13."),
    ("as_of=2025-02-30", 400, "as_of: February 2025 has 28 days; there is no day 30."),
    ("as_of=yesterday", 400, "as_of: 'yesterday' is not a date"),
    ("as_of=2025-03-02/..", 400, "as_of: Give a date that ends"),
    ("as_of=%00", 400, "as_of: "),
    ("known_at=T", 400, "known_at: Write an instant with its offset"),
    ("known_at=2025-03-05T18:00:00", 400, "known_at: Write an instant with its offset"),
    ("known_at=seq:-1", 400, "known_at: "),
    ("known_at=seq:145", 404, "known_at: The ledger has reached number 144; 145 is not there yet."),
    ("known_at=%00", 400, "known_at: "),
]


@pytest.mark.parametrize("path", ["/", "/actors/", "/timeline/143/"])
@pytest.mark.parametrize(("query", "status", "said"), WRONG_CLOCKS)
def test_U11_a_moment_that_there_is_not_is_named_and_can_be_corrected(
    client, first_chronicle, path, query, status, said
):
    response = client.get(f"{path}?{query}")
    page = Page(response.content.decode())
    assert response.status_code == status
    assert said in page.text
    assert b"\0" not in response.content
    assert_obeys_the_content_policy(page)
    name, _, typed = query.partition("=")
    assert {field["name"]: field["value"] for field in page.all("input")}[name] == typed.replace("%00", "")


@pytest.mark.parametrize(
    "query",
    ["known_at=9999-12-31T23:59:59-14:00", "known_at=0001-01-01T00:00:00%2B14:00", "as_of=2199", "as_of=1800-01-01"],
)
@pytest.mark.parametrize("path", ["/", "/timeline/", "/actors/"])
def test_the_edges_of_time_are_answered(client, first_chronicle, path, query):
    assert client.get(f"{path}?{query}").status_code == 200


@pytest.mark.parametrize("path", ["/", "/proposals/", "/actors/", "/timeline/"])
def test_U11_before_the_first_entry_each_list_says_what_would_be_there(client, first_chronicle, path):
    page = Page(client.get(f"{path}?known_at=seq:0").content.decode())
    assert [attrs for attrs in page.all("p") if attrs.get("class") == "empty__what"]


@pytest.mark.parametrize("path", ["/", "/proposals/", "/actors/", "/timeline/"])
def test_an_empty_ledger_is_no_error(client, db, path):
    assert client.get(path).status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/proposals/nothing/",
        "/actors/nobody/",
        "/statements/nothing/",
        "/sources/nothing/",
        "/events/nothing/",
        f"/timeline/{'9' * 5000}/",
    ],
)
def test_an_unknown_name_is_the_page_for_what_is_not_there(client, first_chronicle, path):
    response = client.get(path)
    assert response.status_code == 404
    assert "There is nothing at this address" in response.content.decode()


@pytest.mark.parametrize(
    ("path", "field"),
    [
        ("/proposals/?status=nearly", "status"),
        ("/proposals/?kind=<script>", "kind"),
        ("/proposals/?process=nowhere", "process"),
        ("/proposals/?cursor=x", "cursor"),
        ("/proposals/one-month-truce/?kind=rumour", "kind"),
        ("/actors/?kind=ghost", "kind"),
        ("/actors/?q=%00", "q"),
        (f"/actors/?q={'x' * 101}", "q"),
        ("/actors/france/?cursor=x", "cursor"),
        ("/timeline/?proposal=nothing", "proposal"),
        ("/timeline/?actor=%00", "actor"),
        ("/timeline/?page_size=0", "page_size"),
        ("/timeline/?kind=rumour", "kind"),
    ],
)
def test_U11_a_filter_that_there_is_not_is_named(client, first_chronicle, path, field):
    response = client.get(path)
    page = Page(response.content.decode())
    assert response.status_code == 400
    assert field in [text for text, around in page.texts if around and around[-1][0] == "code"]
    assert_obeys_the_content_policy(page)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_only_reads(client, first_chronicle, path):
    assert client.post(path).status_code in (403, 405)
    assert client.head(path).status_code == 200
