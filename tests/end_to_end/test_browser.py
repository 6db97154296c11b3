"""What somebody at a screen does, in a real browser against the real system."""

import pytest

pytestmark = [
    pytest.mark.slow,  # a browser, real servers
    pytest.mark.browser,
    pytest.mark.timeout(300),
]


@pytest.fixture
def page(chromium, system):
    context = chromium.new_context(base_url=system.state["url"])
    page = context.new_page()
    page.complaints = []
    page.on("console", lambda message: message.type == "error" and page.complaints.append(message.text))
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    yield page
    assert page.complaints == []
    context.close()


def log_in(page, system, name):
    page.goto("/login/")
    page.get_by_label("Username").fill(name)
    page.get_by_label("Password").fill(system.password(name))
    page.get_by_role("button", name="Log in").click()
    page.wait_for_url("**/desk/")


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 1280), ("light", 320)])
def test_the_home_page_and_a_proposal_open_and_fit(chromium, system, scheme, width):
    context = chromium.new_context(
        base_url=system.state["url"], color_scheme=scheme, viewport={"width": width, "height": 800}
    )
    page = context.new_page()
    page.goto("/")
    page.get_by_role("link", name="One-month truce").first.click()
    page.wait_for_url("**/proposals/one-month-truce/")
    assert page.get_by_role("heading", name="One-month truce").first.is_visible()
    assert page.get_by_text("in the air, at sea and on energy infrastructure").first.is_visible()
    for path in ("/", "/proposals/one-month-truce/", "/actors/", "/timeline/"):
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), path
    context.close()


def test_an_editor_changes_a_status_and_a_reviewer_confirms_it(page, chromium, system):
    log_in(page, system, "editor")
    page.goto("/desk/status-changes/new/")
    page.get_by_label("Proposal").select_option("final-settlement")
    page.get_by_label("New status").select_option("proposed")
    page.get_by_label("Effective on").fill("2025-03")
    page.get_by_label("Reason").fill("Put to the other side, the browser test says.")
    page.get_by_label("or a source").fill("article-on-the-one-month-truce-2025-03")
    page.get_by_role("button", name="Change the status").click()
    page.wait_for_url("**/proposals/final-settlement/**")
    assert page.get_by_text("Put to the other side, the browser test says.").first.is_visible()
    assert page.get_by_text("unreviewed").first.is_visible()

    other = chromium.new_context(base_url=system.state["url"]).new_page()
    log_in(other, system, "reviewer")
    other.goto("/desk/review/")
    other.locator("li, article").filter(has_text="the browser test says").last.get_by_role(
        "button", name="Confirm"
    ).click()
    other.get_by_text("the browser test says").wait_for(state="detached")
    other.context.close()


def test_a_refused_status_change_says_why_beside_the_field_and_keeps_what_was_typed(page, system):
    log_in(page, system, "editor")
    page.goto("/desk/status-changes/new/")
    page.get_by_label("Proposal").select_option("energy-infrastructure-pause")
    page.get_by_label("New status").select_option("completed")
    page.get_by_label("Effective on").fill("2025-03-20")
    page.get_by_label("Reason").fill("Typed and kept.")
    page.get_by_label("or a source").fill("article-on-the-one-month-truce-2025-03")
    page.get_by_role("button", name="Change the status").click()
    page.get_by_text("cannot become completed").first.wait_for()
    assert page.get_by_label("Reason").input_value() == "Typed and kept."
    page.complaints.clear()  # the browser tells of every answer with status 400


def test_the_documentation_of_the_api_opens_without_another_host(page):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/api/v1/docs/")
    page.get_by_text("/api/v1/status-changes/").first.wait_for()
    assert all(url.startswith((page.url.split("/api/")[0], "data:")) for url in asked)
