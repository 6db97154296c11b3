"""Reads a page as a browser would: elements with their attributes, and the text between them."""

from html.parser import HTMLParser

Element = tuple[str, dict[str, str | None]]
NEVER_CLOSED = {"br", "img", "input", "link", "meta"}


class Page(HTMLParser):
    """`elements` in order, `text` as a whole, and `texts`: each piece with the elements around it."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.texts: list[tuple[str, list[Element]]] = []
        self.text = ""
        self._around: list[Element] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in NEVER_CLOSED:
            self._around.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        opened, _ = self._around.pop()
        assert opened == tag, f"<{opened}> is closed by </{tag}>"

    def handle_data(self, data: str) -> None:
        self.text += data
        self.texts.append((data, list(self._around)))

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.elements if name == tag]


def assert_obeys_the_content_policy(page: Page) -> None:
    """No inline script, no inline style, no handler, no address that runs code."""
    assert not page.all("style")
    assert all(script.get("src") for script in page.all("script"))
    for tag, attrs in page.elements:
        assert "style" not in attrs, (tag, attrs)
        assert not [name for name in attrs if name.startswith("on")], (tag, attrs)
        for name in ("href", "src", "action"):
            assert not (attrs.get(name) or "").lower().startswith(("javascript:", "data:")), (tag, attrs)
