"""What somebody types into the desk's forms, and what comes back."""

from typing import Any

from django.test import Client

from tests.ceasefire.web.reading import Page

NEW_STATEMENT = "/desk/statements/new/"
NEW_STATUS = "/desk/status-changes/new/"


def statement(**typed: Any) -> dict[str, Any]:
    """A statement that can be published, with one row for a position; a changed field by its name, `.` for `-`."""
    return {
        "do": "publish",
        "quote": "We will open the harbour.",
        "language": "en",
        "wording": "original",
        "speakers": ["Delegate Orrin"],
        "said_on": "2025-05-02",
        "source": "Talks resume in Port Vell",
        "channel": "press",
        "credibility": "6",
        "source-language": "en",
        "source-reliability": "F",
        "positions-TOTAL_FORMS": "1",
        "positions-INITIAL_FORMS": "0",
        **named(typed),
    }


def position(row: int = 0, **typed: Any) -> dict[str, Any]:
    """A row that supports the harbour pause."""
    said = {"proposal": "harbour-pause", "provision": "", "stance": "supports", **named(typed)}
    return {f"positions-{row}-{name}": value for name, value in said.items()}


def status_change(**typed: Any) -> dict[str, Any]:
    """A move that can be published."""
    return {
        "do": "publish",
        "proposal": "harbour-pause",
        "to": "negotiating",
        "effective_on": "2025-05-03",
        "reason": "Both sides sat down to it.",
        "source": "Talks resume in Port Vell",
        **named(typed),
    }


def named(typed: dict[str, Any]) -> dict[str, Any]:
    return {name.replace("__", "-"): value for name, value in typed.items()}


def key_on(client: Client, path: str) -> str:
    """The one-time key of a form as the page has it."""
    return inputs(client.get(path))["key"]


def inputs(response: Any) -> dict[str, str]:
    """What stands in the boxes of a page, by name; of several the last."""
    page = Page(response.content.decode())
    return {box["name"]: box.get("value") or "" for box in page.all("input") if box.get("name")}


def mistakes(response: Any) -> str:
    """The summary on top of a refused form, with its links to fields."""
    html: str = response.content.decode()
    return html.split('<div class="mistakes"')[1].split("</div>")[0] if '<div class="mistakes"' in html else ""
