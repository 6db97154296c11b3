"""A whole system of its own for the tests: `manage.py up` in a home of its own, and a small HTTP client."""

import html.parser
import http.cookiejar
import json
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
STARTS_WITHIN = 120


@dataclass(frozen=True)
class Answer:
    status: int
    text: str
    url: str

    def json(self) -> Any:
        return json.loads(self.text)


class System:
    """One `manage.py up`: started, asked, hurt, stopped."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.log = home / "up.log"
        self.environment = {
            key: value
            for key, value in os.environ.items()
            if key not in {"DATABASE_URL", "REDIS_URL", "SECRET_KEY", "DJANGO_SETTINGS_MODULE", "CEASEFIRE_ENV"}
        } | {"CEASEFIRE_HOME": str(home), "PYTHONUNBUFFERED": "1"}

    def start(self) -> None:
        self.home.mkdir(exist_ok=True)
        with self.log.open("ab") as output:
            self.process = subprocess.Popen(
                [sys.executable, "manage.py", "up", "--port", "0"],
                cwd=ROOT,
                env=self.environment,
                stdout=output,
                stderr=output,
            )
        self.wait_until(self.is_ready, STARTS_WITHIN)

    def stop(self) -> int:
        """Ctrl-C, and how it ended."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        return self.process.wait(30)

    def wait_until(self, true: Callable[[], Any], seconds: float) -> Any:
        deadline = time.monotonic() + seconds
        while True:
            found = true()
            if found:
                return found
            assert self.process.poll() is None, f"up ended:\n{self.log.read_text()[-4000:]}"
            assert time.monotonic() < deadline, f"waited {seconds} s in vain:\n{self.log.read_text()[-4000:]}"
            time.sleep(0.02)

    def is_ready(self) -> bool:
        return (self.home / "run" / "state.json").exists() and Client(self).get("readyz").status == 200

    @property
    def state(self) -> dict[str, Any]:
        return json.loads((self.home / "run" / "state.json").read_text())

    def kill(self, name: str) -> int:
        """SIGKILL one of the programs that this system started, and what it started; its old process number."""
        pid = int(self.state["pids"][name])
        for child in [*children(pid), pid]:
            os.kill(child, signal.SIGKILL)
        return pid

    def manage(self, *words: str) -> str:
        done = subprocess.run(
            [sys.executable, "manage.py", *words],
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=60,
            check=True,
        )
        return done.stdout

    def password(self, name: str) -> str:
        accounts = dict(line.split(" ", 1) for line in (self.home / "accounts.txt").read_text().splitlines())
        return accounts[name]


def children(pid: int) -> list[int]:
    """The processes below one, deepest first."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parent = int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1])
            except (OSError, IndexError):
                continue
            if parent == pid:
                found += [*children(int(entry.name)), int(entry.name)]
    return found


class Form(html.parser.HTMLParser):
    """What the fields of a page hold before anybody types."""

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, str] = {}
        self._select = ""
        self._in_template = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        self._in_template = self._in_template or tag == "template"
        name = said.get("name") or ""
        if self._in_template:
            return
        if tag == "select":
            self._select = name
        if tag == "option" and self._select and ("selected" in said or self._select not in self.fields):
            self.fields[self._select] = said.get("value") or ""
        if (tag == "input" and said.get("type") not in ("checkbox", "radio", "submit")) or tag == "textarea":
            self.fields[name] = said.get("value") or ""

    def handle_endtag(self, tag: str) -> None:
        self._in_template = self._in_template and tag != "template"
        self._select = "" if tag == "select" else self._select


class Client:
    """A reader, a program with a token, or somebody with a session."""

    def __init__(self, system: System, token: str = "") -> None:
        self.base = system.state["url"] if (system.home / "run" / "state.json").exists() else ""
        self.token = token
        self.opener = urllib.request.build_opener(
            urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        )

    def get(self, path: str, **query: str) -> Answer:
        words = f"?{urllib.parse.urlencode(query)}" if query else ""
        return self._send(urllib.request.Request(urllib.parse.urljoin(self.base, path) + words))

    def post_json(self, path: str, body: Any) -> Answer:
        request = urllib.request.Request(urllib.parse.urljoin(self.base, path), json.dumps(body).encode())
        request.add_header("Content-Type", "application/json")
        request.add_header("Authorization", f"Token {self.token}")
        return self._send(request)

    def post_form(self, path: str, fields: dict[str, str | list[str]]) -> Answer:
        """Fill in the form of a page and send it, as a browser does: with what stands in it already."""
        page = self.get(path)
        form = Form()
        form.feed(page.text[page.text.find("<main") :])
        words = urllib.parse.urlencode(form.fields | fields, doseq=True).encode()
        request = urllib.request.Request(urllib.parse.urljoin(self.base, path), words)
        request.add_header("Referer", page.url)
        return self._send(request)

    def log_in(self, name: str, password: str) -> None:
        answer = self.post_form("login/", {"username": name, "password": password})
        assert answer.url.endswith("/desk/"), answer.text[:2000]

    def _send(self, request: urllib.request.Request) -> Answer:
        try:
            with self.opener.open(request, timeout=20) as answer:
                return Answer(answer.status, answer.read().decode(), answer.url)
        except urllib.error.HTTPError as refusal:
            return Answer(refusal.code, refusal.read().decode(), refusal.url or "")
        except (urllib.error.URLError, OSError) as fault:
            return Answer(0, str(fault), "")
