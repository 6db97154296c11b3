"""Chromium for browser tests: the operating system's, driven by Playwright; nothing is downloaded.

Where either is missing the browser tests are left out and the run says so in one line; with CEASEFIRE_BROWSER=required
that is an error instead.
"""

import importlib.util
import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]


def executable() -> str | None:
    return next((found for name in NAMES if (found := shutil.which(name))), None)


def missing() -> str | None:
    """What a browser test would need and this machine has not."""
    if importlib.util.find_spec("playwright") is None:
        return "Playwright is not installed (requirements-dev.txt has it)"
    if executable() is None:
        return "there is no Chromium on this machine"
    return None


def pytest_report_header(config: pytest.Config) -> str | None:
    reason = missing()
    return f"browser tests are left out: {reason}" if reason else None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    reason = missing()
    if not reason:
        return
    wanted = [item for item in items if item.get_closest_marker("browser")]
    if wanted and os.environ.get("CEASEFIRE_BROWSER") == "required":
        raise pytest.UsageError(f"Browser tests are required, but {reason}.")
    items[:] = [item for item in items if item not in wanted]
    config.hook.pytest_deselected(items=wanted)


@pytest.fixture(scope="module")  # its loop must be gone before other tests touch their database
def chromium() -> Iterator[Any]:
    """A running browser; each test takes contexts of its own."""
    from playwright.sync_api import sync_playwright  # only here: without Playwright the other tests still run

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright's loop runs in this very thread
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=executable(), args=QUIET)
            yield browser
            browser.close()
