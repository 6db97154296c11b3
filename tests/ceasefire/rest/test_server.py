"""What only the real web server shows: lengths that lie, chunks, malformed requests, a missing database."""

import json
import os
import socket
import subprocess
import sys
import time

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("rest-server")]  # slow: a server has to start

PROBLEM = "application/problem+json"


@pytest.fixture(scope="module")
def port(tmp_path_factory):
    """A server of the small views, on a free port of this machine alone."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        free = probe.getsockname()[1]
    home = tmp_path_factory.mktemp("home")
    command = [
        sys.executable,
        "-m",
        "granian",
        "--interface",
        "wsgi",
        "--host",
        "127.0.0.1",
        "--port",
        str(free),
    ]
    server = subprocess.Popen(
        [*command, "--blocking-threads", "4", "--no-ws", "ceasefire.wsgi:application"],
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "tests.ceasefire.rest.served_settings",
            "CEASEFIRE_HOME": str(home),
        },
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(free, server)
        yield free
    finally:
        server.terminate()
        server.wait(timeout=20)


def _wait_for(port, server):
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and server.poll() is None:
        try:
            return ask(port, b"GET /api/v1/moment/ HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"the server did not come up: {server.poll()}")


def ask(port, *parts, timeout=10):
    """Send bytes and read one answer: its status, headers and body."""
    with socket.create_connection(("127.0.0.1", port), timeout=timeout) as connection:
        try:
            for part in parts:
                connection.sendall(part)
        except (BrokenPipeError, ConnectionResetError):
            pass  # the server has answered and hung up before it read everything
        return _read(connection)


def _read(connection):
    received = b""
    while b"\r\n\r\n" not in received:
        received += _receive(connection)
    head, _, body = received.partition(b"\r\n\r\n")
    lines = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value for name, value in (line.split(": ", 1) for line in lines[1:])}
    length = int(headers["content-length"])
    while len(body) < length:
        body += _receive(connection)
    return int(lines[0].split()[1]), headers, body[:length]


def _receive(connection):
    data = connection.recv(65_536)
    assert data, "the server hung up without an answer"
    return data


def post(*headers):
    lines = ["POST /api/v1/entries/ HTTP/1.1", "Host: 127.0.0.1", "Content-Type: application/json", *headers]
    return "\r\n".join([*lines, "", ""]).encode()


def get(path, *headers):
    return "\r\n".join([f"GET {path} HTTP/1.1", "Host: 127.0.0.1", *headers, "", ""]).encode()


def chunk(data):
    return f"{len(data):x}\r\n".encode() + data + b"\r\n"


def is_problem(answer, status):
    """Whether an answer is a problem with this status; its body."""
    assert answer[0] == status, answer
    assert answer[1]["content-type"] == PROBLEM
    body = json.loads(answer[2])
    assert body["status"] == status
    return body


def test_a_body_in_chunks_is_read(port):
    answer = ask(port, post("Transfer-Encoding: chunked"), chunk(b'{"title": '), chunk(b'"x"}'), b"0\r\n\r\n")
    assert (answer[0], json.loads(answer[2])["title"]) == (201, "x")


def test_B9_a_body_in_chunks_is_checked_like_any_other(port):
    is_problem(
        ask(port, post("Transfer-Encoding: chunked"), chunk(b'{"title": "x", "title": "y"}'), b"0\r\n\r\n"),
        400,
    )
    is_problem(ask(port, post("Transfer-Encoding: chunked"), b"0\r\n\r\n"), 400)


@pytest.mark.parametrize("ended", [True, False])
def test_B12_three_megabytes_in_chunks_are_413(port, ended):
    chunks = [chunk(b" " * 100_000)] * 30
    answer = ask(port, post("Transfer-Encoding: chunked"), *chunks, *([b"0\r\n\r\n"] if ended else []))
    assert is_problem(answer, 413)["code"] == "too_large"


def test_B12_three_megabytes_in_chunks_for_a_page_are_413(port):
    head = get("/pages/home/", "Transfer-Encoding: chunked").replace(b"GET", b"POST", 1)
    status, headers, _ = ask(port, head, *[chunk(b" " * 100_000)] * 30, b"0\r\n\r\n")
    assert (status, headers["content-type"]) == (413, "text/html; charset=utf-8")


@pytest.mark.parametrize("length", [3_000_000, 99_999_999_999])
def test_B12_a_length_above_the_limit_is_413_before_the_body_comes(port, length):
    assert is_problem(ask(port, post(f"Content-Length: {length}"), b"{"), 413)["code"] == "too_large"


def test_B12_three_megabytes_are_413(port):
    is_problem(ask(port, post("Content-Length: 3000000"), b" " * 3_000_000), 413)


def test_B12_a_length_that_is_too_small_hides_nothing(port):
    answer = ask(port, post("Content-Length: 14"), b'{"title": "x"}, "smuggled": "' + b"y" * 1_000)
    assert (answer[0], json.loads(answer[2])["title"]) == (201, "x")


def test_B12_others_are_answered_while_a_body_never_ends(port):
    with socket.create_connection(("127.0.0.1", port)) as stuck:
        stuck.sendall(post("Transfer-Encoding: chunked") + chunk(b"{"))
        started = time.monotonic()
        assert ask(port, get("/api/v1/moment/"))[0] == 200
        assert time.monotonic() - started < 5


@pytest.mark.parametrize("length", [9_000, 20_000])
def test_B18_a_long_address_is_414(port, length):
    assert is_problem(ask(port, get(f"/api/v1/moment/?as_of={'x' * length}")), 414)["code"] == "too_long"
    status, headers, _ = ask(port, get(f"/pages/{'x' * length}/"))
    assert (status, headers["content-type"]) == (414, "text/html; charset=utf-8")


def test_B18_many_parameters_are_400(port):
    answer = ask(port, get("/api/v1/moment/?" + "&".join(["p=1"] * 1_300)))
    assert "1,300" in is_problem(answer, 400)["detail"]


@pytest.mark.parametrize(
    "request_bytes",
    [
        post("Content-Length: 3", "Content-Length: 4") + b"abcd",
        post("Transfer-Encoding: xchunked") + b"abcd",
        post("Content-Length: -1") + b"abcd",
        post("Content-Length: 1e1") + b"abcd",
        get("/api/v1/moment/", "X-Odd: a\0b"),
        get("/api/v1/moment/", "X-Odd : a"),
        b"NONSENSE\r\n\r\n",
    ],
)
def test_B24_a_malformed_request_is_400_and_the_connection_closed(port, request_bytes):
    status, headers, body = ask(port, request_bytes)
    assert (status, headers["connection"], body) == (400, "close", b"")


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1:x", "127.0.0.1\r\nX-Forwarded-Host: evil.example"])
def test_B26_a_host_is_never_believed(port, host):
    status, _, body = ask(port, get("/api/v1/moment/").replace(b"Host: 127.0.0.1", f"Host: {host}".encode()))
    assert status == (200 if "Forwarded" in host else 400)
    assert b"evil" not in body


def test_B10_bytes_that_are_not_utf8_in_an_address_are_answered(port):
    assert is_problem(ask(port, get("/api/v1/%ff%fe/")), 404)["code"] == "missing"


def test_without_a_database_the_api_answers_503(port):
    answer = ask(port, get("/api/v1/people/"))
    assert is_problem(answer, 503)["code"] == "unavailable"
    assert int(answer[1]["retry-after"]) > 0


@pytest.mark.parametrize("cookie", [[], ["Cookie: sessionid=abcdefghijklmnopqrstuvwxyz012345"]])
def test_without_a_database_people_get_a_page_that_says_so(port, cookie):
    status, headers, body = ask(port, get("/pages/account/", *cookie))
    assert (status, headers["content-type"]) == (503, "text/html; charset=utf-8")
    assert int(headers["retry-after"]) > 0
    assert b"cannot be reached" in body
    assert b"127.0.0.1" not in body


@pytest.mark.parametrize("path", ["/api/nowhere/", "/pages/nowhere/", "/problems/bad_cursor"])
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_without_a_database_what_needs_none_is_answered(port, method, path):
    request_bytes = get(path).replace(b"GET", method.encode(), 1)
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        connection.sendall(request_bytes)
        assert connection.recv(12) in (b"HTTP/1.1 404", b"HTTP/1.1 200")
