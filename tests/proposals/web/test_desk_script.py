"""The desk in a real browser: what its script adds, and that everything works without it."""

import pytest
from django.conf import settings

from proposals.models import Draft, Statement, StatusChange
from tests.proposals.web.harbour import lay_out
from tests.proposals.web.typing_in import NEW_STATEMENT, NEW_STATUS

pytestmark = [
    pytest.mark.slow,  # a browser
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
]


@pytest.fixture
def open_page(chromium, live_server, client, editor):
    """Pages of an editor's browser; what the browser complains about fails the test."""
    lay_out()
    client.force_login(editor)
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    complaints, contexts = [], []

    def opened(path: str, **how):
        context = chromium.new_context(base_url=live_server.url, **how)
        context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": live_server.url}])
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda told: complaints.append(told.text) if "Content Security" in told.text else None)
        page.goto(path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


def fill_in(page, words: str = "Said in a browser.") -> None:
    page.get_by_label("Words").first.fill(words)
    page.get_by_label("Speaker 1").fill("Delegate Orrin")
    page.get_by_label("Said on").fill("2025-05-02")
    page.get_by_label("A source that is logged already").fill("Talks resume in Port Vell")


def publish(page) -> Statement:
    page.get_by_role("button", name="Publish").click()
    page.wait_for_url(lambda url: "/desk/" not in url)
    return Statement.objects.exclude(slug="first-word").get()


def choose(page, row: int, **chosen: str) -> None:
    for name, value in chosen.items():
        page.locator(f"[name=positions-{row}-{name}]").select_option(value)


def test_rows_of_every_kind_are_added_and_taken_out_on_the_page(open_page):
    page = open_page(NEW_STATEMENT)
    fill_in(page)
    page.get_by_role("button", name="Add another speaker").click()
    page.keyboard.type("Delegate Veth")  # the new box has the focus
    choose(page, 0, proposal="harbour-pause", stance="supports_conditionally")
    page.get_by_label("Condition 1").fill("First.")  # opened by the choice of the stance
    page.get_by_role("button", name="Add another condition").click()
    page.keyboard.type("Second.")
    for _ in range(2):
        page.get_by_role("button", name="Add another position").click()
    choose(page, 1, proposal="armistice", stance="proposes")
    choose(page, 2, proposal="armistice", stance="opposes")
    page.get_by_role("button", name="Take this position out").nth(1).click()
    made = publish(page)
    assert [one.actor.slug for one in made.speakers.order_by("id")] == ["orrin", "veth"]
    held = {(one.proposal.slug, one.stance) for one in made.positions.all()}
    assert held == {("harbour-pause", "supports_conditionally"), ("armistice", "opposes")}
    conditional = made.positions.filter(stance="supports_conditionally").first()
    assert [one.text for one in conditional.conditions.order_by("id")] == ["First.", "Second."]


def test_a_row_offers_the_provisions_of_its_own_proposal(open_page):
    page = open_page(NEW_STATEMENT)
    offered = page.locator("[name=positions-0-provision] option")
    assert offered.all_inner_texts() == ["The whole proposal", "Buoys"]
    choose(page, 0, proposal="armistice")
    assert offered.all_inner_texts() == ["The whole proposal"]
    choose(page, 0, proposal="harbour-pause")
    assert offered.all_inner_texts() == ["The whole proposal", "Buoys"]


def test_U13_a_draft_is_kept_when_typing_pauses_and_is_gone_once_published(open_page, editor):
    page = open_page(NEW_STATEMENT)
    fill_in(page)
    page.get_by_text("Draft saved").wait_for(timeout=15_000)
    draft = Draft.objects.get(author=editor)
    assert draft.body["quote"] == "Said in a browser."
    assert page.url.endswith(f"/desk/drafts/{draft.pk}/")
    page.get_by_label("Words").first.fill("Said better in a browser.")
    made = publish(page)
    assert made.renderings.get().quote == "Said better in a browser."
    assert not Draft.objects.exists()


def test_B76_a_double_click_publishes_once(open_page):
    page = open_page(NEW_STATEMENT)
    fill_in(page)
    page.get_by_role("button", name="Publish").dblclick()
    page.wait_for_url(lambda url: "/desk/" not in url)
    assert Statement.objects.count() == 2


def test_the_enter_key_publishes_nothing(open_page):
    page = open_page(NEW_STATEMENT)
    fill_in(page)
    page.get_by_label("Said on").press("Enter")
    page.wait_for_url("**/desk/drafts/*/")
    assert Statement.objects.count() == 1


def test_what_is_possible_from_where_a_proposal_stands_comes_first(open_page):
    page = open_page(NEW_STATUS)
    page.get_by_label("Proposal").select_option("harbour-pause")
    assert page.get_by_text("It is now").inner_text().split() == [
        "It",
        "is",
        "now",
        "floated",
        "since",
        "1",
        "May",
        "2025",
    ]
    groups = page.locator("[name=to] optgroup")
    assert groups.evaluate_all("all => all.map(group => group.label)") == [
        "Possible from here",
        "Not possible from here",
    ]
    assert "negotiating" in groups.first.inner_text()
    assert "completed" in groups.last.inner_text()


def test_a_statement_and_a_status_change_are_logged_without_a_script(open_page):
    page = open_page(NEW_STATEMENT, java_script_enabled=False)
    fill_in(page)
    page.get_by_role("button", name="Add another position").click()
    choose(page, 1, proposal="armistice", stance="supports")
    choose(page, 0, proposal="harbour-pause", stance="opposes")
    assert publish(page).positions.count() == 2
    page.goto(NEW_STATUS)
    page.get_by_label("Proposal").select_option("harbour-pause")
    page.get_by_role("button", name="Show where it stands and what is possible").click()
    page.get_by_text("It is now").wait_for()
    page.get_by_label("New status").select_option("negotiating")
    page.get_by_label("Effective on").fill("2025-05-03")
    page.get_by_label("Reason").fill("They sat down.")
    page.get_by_label("or a source").fill("talks-resume")
    page.get_by_role("button", name="Change the status").click()
    page.wait_for_url("**/proposals/harbour-pause/")
    assert StatusChange.objects.filter(to_status="negotiating").exists()


@pytest.mark.parametrize("path", [NEW_STATEMENT, NEW_STATUS, "/desk/"])
def test_U24_the_desk_fits_a_narrow_screen(open_page, path):
    page = open_page(path, viewport={"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
