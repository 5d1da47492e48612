"""What a client of an HTTP-triggered function sees, and what the function sees of the request."""

import base64
import contextlib
import gzip
import json
import signal
import socket
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.host.conftest import APPS, HostProcess, wait_for

TIME_LIMIT = "AzureFunctionsJobHost__functionTimeout"


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HostProcess]:
    events = tmp_path_factory.mktemp("http") / "events"
    with HostProcess(APPS / "http", events, {"FROM_BOTH": "environment", TIME_LIMIT: "00:00:02"}) as host:
        yield host


@pytest.mark.parametrize(
    ("method", "path", "answer"),
    [
        ("GET", "/items/7", {"function": "number", "id": "7"}),
        ("GET", "/ITEMS/-7/", {"function": "number", "id": "-7"}),
        ("PUT", "/items/7", {"function": "put", "id": "7"}),
        ("PUT", "/items/a%20b%2Fc", {"function": "put", "id": "a b%2Fc"}),
        ("PUT", "/items/%E2%82%AC", {"function": "put", "id": "€"}),
        ("GET", "/items/latest", {"function": "latest"}),
        ("GET", "/items/../items/latest", {"function": "latest"}),
        (
            "GET",
            "/orders/0f8fad5b-d9cb-469f-a165-70867728950e",
            {"id": "0f8fad5b-d9cb-469f-a165-70867728950e"},
        ),
        (
            "GET",
            "/orders/0f8fad5b-d9cb-469f-a165-70867728950e/2",
            {"id": "0f8fad5b-d9cb-469f-a165-70867728950e", "line": "2"},
        ),
    ],
)
def test_a_path_finds_its_function(host: HostProcess, method: str, path: str, answer: object) -> None:
    found = host.request(method, path)
    assert (found.status, found.json()) == (200, answer)


@pytest.mark.parametrize("path", ["/", "/nothing", "/orders/7", "/items", "/items/7/8", "/items//", "/item"])
def test_an_unknown_path_is_404(host: HostProcess, path: str) -> None:
    answer = host.request("GET", path)
    assert (answer.status, answer.body) == (404, b"")


def test_a_known_path_with_another_method_is_405_and_says_which_are_allowed(host: HostProcess) -> None:
    answer = host.request("PATCH", "/items/7")
    assert (answer.status, answer.header("Allow")) == (405, "DELETE, GET, PUT")


def test_head_is_for_functions_that_declare_it(host: HostProcess) -> None:
    assert host.request("HEAD", "/items/7").status == 405
    answer = host.request("HEAD", "/items/latest")
    assert (answer.status, answer.body) == (200, b"")
    assert answer.header("Content-Length") == str(len('{"function": "latest"}'))


def test_a_function_without_methods_takes_every_method(host: HostProcess) -> None:
    for method in ("GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"):
        assert host.request(method, "/echo").json()["method"] == method


def test_the_function_sees_the_request_as_behind_the_real_host(host: HostProcess) -> None:
    target = "/echo/a/b%2Fc?one=1&two=a&TWO=b+c&empty=&name&umlaut=%C3%BC&broken=%FF"
    with contextlib.closing(host.connect()) as connection:
        connection.putrequest("POST", target)
        for name, value in (("X-Many", "1"), ("X-Many", "2"), ("X-UTF-8", "grüezi".encode())):
            connection.putheader(name, value)
        connection.putheader("Content-Length", "3")
        connection.endheaders(b"\0\xff\n")
        seen = json.loads(connection.getresponse().read())
    assert seen["params"] == {"one": "1", "two": "a,b c", "umlaut": "ü", "broken": "%FF"}
    assert seen["route"] == {"rest": "a/b%2Fc"}
    assert (seen["headers"]["x-many"], seen["headers"]["x-utf-8"]) == ("1,2", "grüezi")
    assert seen["url"] == host.url + target
    assert base64.b64decode(seen["body"]) == b"\0\xff\n"


def raw_exchange(host: HostProcess, request: bytes) -> bytes:
    """What comes back for bytes that a proper client would not send."""
    address = urlsplit(host.url)
    with socket.create_connection((str(address.hostname), address.port or 0), timeout=10) as client:
        client.sendall(request)
        client.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: client.recv(10_000), b""))


def test_what_is_not_http_is_400_and_nobody_s_business(host: HostProcess) -> None:
    for request in (
        b"canary\r\n\r\n",
        b"GET /echo/canary%00 HTTP/1.1\r\nHost: x\r\n\r\n",
        b"GET /echo/a HTTP/1.1\r\nHost: x\r\nX-Canary: \xff\r\n\r\n",
        b"GET /echo/" + b"canary" * 2000 + b" HTTP/1.1\r\nHost: x\r\n\r\n",
        b"POST /bytes HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\ncanary\r\n",
    ):
        assert raw_exchange(host, request).split()[1:2] == [b"400"], request[:60]
    raw_exchange(host, b"POST /bytes HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\ncanary")
    assert host.request("GET", "/text").status == 200
    assert "canary" not in host.log


def test_a_chunked_body_arrives(host: HostProcess) -> None:
    with contextlib.closing(host.connect()) as connection:
        connection.request("POST", "/bytes", iter([b"one", b"two"]), encode_chunked=True)
        assert connection.getresponse().read() == b"onetwo"


def test_a_compressed_body_is_handed_over_as_it_came(host: HostProcess) -> None:
    with contextlib.closing(host.connect()) as connection:
        for body in (gzip.compress(b"text"), b"no gzip"):
            connection.request("POST", "/bytes", body, {"Content-Encoding": "gzip"})
            assert connection.getresponse().read() == body


def test_bodies_pass_unchanged_and_one_connection_serves_many_requests(host: HostProcess) -> None:
    everything = bytes(range(256)) * 4096
    with contextlib.closing(host.connect()) as connection:
        for body in (everything, b"", b"\r\n\r\n"):
            connection.request("POST", "/bytes", body)
            response = connection.getresponse()
            assert response.read() == body
            assert response.getheader("Content-Type") == "application/octet-stream"


def test_a_body_over_100_megabytes_is_413_before_it_is_read(host: HostProcess) -> None:
    for expect in ({}, {"Expect": "100-continue"}):
        with contextlib.closing(host.connect()) as connection:
            connection.putrequest("POST", "/bytes")
            for name, value in {"Content-Length": str(100 * 1024 * 1024 + 1), **expect}.items():
                connection.putheader(name, value)
            connection.endheaders()
            assert connection.getresponse().status == 413


def test_expect_continue_is_answered_before_the_body(host: HostProcess) -> None:
    address = urlsplit(host.url)
    with socket.create_connection((str(address.hostname), address.port or 0), timeout=10) as client:
        client.sendall(
            b"POST /bytes HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nExpect: 100-continue\r\n"
            b"Connection: close\r\n\r\n"
        )
        assert client.recv(1000).startswith(b"HTTP/1.1 100")
        client.sendall(b"body")
        answer = b"".join(iter(lambda: client.recv(1000), b""))
    assert answer.startswith(b"HTTP/1.1 200")
    assert answer.endswith(b"body")


def test_status_headers_and_cookies_are_the_functions(host: HostProcess) -> None:
    answer = host.post(
        "/reply",
        {
            "status": 418,
            "headers": {"ETag": '"1"', "Content-Length": "99"},
            "mimetype": "application/problem+json",
            "body": "{}",
            "cookies": [
                "a=1; Path=/; Max-Age=60; Secure; HttpOnly; SameSite=Lax",
                'b="two words"; Domain=x.org',
            ],
        },
    )
    assert (answer.status, answer.body) == (418, b"{}")
    assert answer.header("ETag") == '"1"'
    assert answer.header("Content-Type") == "application/problem+json"
    assert answer.header("X-Content-Type-Options") == "nosniff"
    assert answer.all("Set-Cookie") == [
        "a=1; max-age=60; path=/; secure; samesite=lax; httponly",
        "b=two%20words; domain=x.org",
    ]


def test_a_cookie_may_expire(host: HostProcess) -> None:
    answer = host.post("/reply", {"cookies": ["a=1; Expires=Wed, 21 Oct 2015 07:28:00 GMT"]})
    assert answer.all("Set-Cookie") == ["a=1; expires=Wed, 21 Oct 2015 07:28:00 GMT"]


@pytest.mark.parametrize("status", [204, 304])
def test_answers_without_a_body_have_none(host: HostProcess, status: int) -> None:
    with contextlib.closing(host.connect()) as connection:
        for _ in range(2):  # a stray body would spoil the second answer
            connection.request("POST", "/reply", json.dumps({"status": status, "body": "no"}))
            response = connection.getresponse()
            assert (response.status, response.read()) == (status, b"")


def test_a_text_is_a_plain_text_answer(host: HostProcess) -> None:
    answer = host.request("GET", "/text")
    assert answer.body.decode() == "grüezi"
    assert answer.header("Content-Type") == "text/plain; charset=utf-8"
    assert host.post("/reply", {"body": "hi"}).header("Content-Type") == "text/plain; charset=utf-8"


def test_a_function_that_raises_is_an_empty_500_and_logged_with_its_stack(host: HostProcess) -> None:
    answer = host.request("GET", "/fail")
    assert (answer.status, answer.body) == (500, b"")
    wait_for(lambda: "Exception: LookupError: the shelf is empty" in host.log)
    assert 'raise LookupError("the shelf is empty")' in host.log
    assert "Executed 'Functions.fail' (Failed, Id=" in host.log


def test_a_function_that_exits_ends_itself_only(host: HostProcess) -> None:
    assert host.request("GET", "/leave").status == 500
    assert host.request("GET", "/text").status == 200


@pytest.mark.parametrize(
    "wanted", [{"headers": {"X": "a\r\nY: b"}}, {"headers": {"bad name": "x"}}, {"status": 42}]
)
def test_an_answer_that_http_cannot_carry_is_a_500(host: HostProcess, wanted: object) -> None:
    assert host.post("/reply", wanted).status == 500


def test_a_synchronous_function_runs_in_a_thread_and_logs_under_its_name(host: HostProcess) -> None:
    assert host.request("GET", "/thread").json() == {"main": False}
    wait_for(lambda: "from a thread" in host.log)
    (line,) = {one for one in host.log.splitlines() if "from a thread" in one}
    assert "Warning [synchronous " in line


def test_the_context_names_the_invocation_and_carries_the_trace(host: HostProcess) -> None:
    trace = "0af7651916cd43dd8448eb211c80319c"
    headers = {"traceparent": f"00-{trace}-b7ad6b7169203331-01", "tracestate": "a=1"}
    seen = host.request("GET", "/context", headers=headers).json()
    assert seen["function"] == "show_context"
    version, same_trace, span, flags = seen["parent"].split("-")
    assert (version, same_trace, flags, seen["state"]) == ("00", trace, "01", "a=1")
    assert span != "b7ad6b7169203331"
    wait_for(lambda: f"Executed 'Functions.show_context' (Succeeded, Id={seen['invocation']}, " in host.log)
    assert f"Information [show_context {seen['invocation']}] seen by the app" in host.log
    assert f"Information [show_context {seen['invocation']}] an SDK speaks" in host.log
    assert "never seen" not in host.log


def test_settings_come_from_the_file_unless_the_environment_has_them(host: HostProcess) -> None:
    seen = host.request("GET", "/context").json()
    assert seen["environment"] == {
        "FROM_FILE": "file",
        "FROM_BOTH": "environment",
        "AZURE_FUNCTIONS_ENVIRONMENT": "Development",
        "WEBSITE_HOSTNAME": urlsplit(host.url).netloc,
    }
    assert seen["folder"] == str(APPS / "http")


def test_a_browser_on_an_allowed_origin_may_ask(host: HostProcess) -> None:
    asked = {
        "Origin": "https://example.org",
        "Access-Control-Request-Method": "PUT",
        "Access-Control-Request-Headers": "x-user-id",
    }
    preflight = host.request("OPTIONS", "/items/7", headers=asked)
    assert (preflight.status, preflight.body) == (204, b"")
    assert preflight.header("Access-Control-Allow-Methods") == "PUT"
    assert preflight.header("Access-Control-Allow-Headers") == "x-user-id"
    for path in ("/items/latest", "/fail", "/nothing"):
        answer = host.request("GET", path, headers={"Origin": "https://example.org"})
        assert answer.header("Access-Control-Allow-Origin") == "https://example.org"
        assert answer.header("Access-Control-Allow-Credentials") == "true"
        assert answer.header("Vary") == "Origin"
    stranger = host.request("GET", "/items/latest", headers={"Origin": "https://evil.example"})
    assert (stranger.status, stranger.header("Access-Control-Allow-Origin")) == (200, None)


def test_a_client_that_goes_away_does_not_stop_the_invocation(host: HostProcess) -> None:
    connection = host.connect()
    connection.request("GET", "/slow?key=gone&seconds=0.5")
    wait_for(lambda: {"slow": "started", "key": "gone"} in host.events)
    connection.close()
    wait_for(lambda: {"slow": "ended", "key": "gone"} in host.events)


def test_a_function_that_takes_too_long_is_cancelled(host: HostProcess) -> None:
    began = time.monotonic()
    assert host.request("GET", "/slow?key=long&seconds=60").status == 500
    assert 1.5 < time.monotonic() - began < 5
    assert {"slow": "cancelled", "key": "long"} in host.events
    wait_for(lambda: "Timeout value of 2 s exceeded by function: Functions.slow" in host.log)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_lets_requests_end_and_exits_with_0(
    start: Callable[..., HostProcess], number: signal.Signals
) -> None:
    host = start("http")
    connection = host.connect()
    connection.request("GET", "/slow?key=last&seconds=0.7")
    wait_for(lambda: host.events)
    host.process.send_signal(number)
    assert connection.getresponse().read() == b"done"
    assert host.end(number) == 0


def test_a_body_over_the_limit_of_the_settings_is_413(start: Callable[..., HostProcess]) -> None:
    host = start("http", FUNCTIONS_REQUEST_BODY_SIZE_LIMIT="1000")
    with contextlib.closing(host.connect()) as connection:
        connection.request("POST", "/bytes", b"x" * 1000)
        assert len(connection.getresponse().read()) == 1000
        connection.request("POST", "/bytes", b"x" * 1001)
        assert connection.getresponse().status == 413
    with contextlib.closing(host.connect()) as connection:
        connection.request("POST", "/bytes", iter([b"x" * 600, b"x" * 600]), encode_chunked=True)
        assert connection.getresponse().status == 413


def test_requests_over_the_limits_wait_or_are_429(start: Callable[..., HostProcess], tmp_path: Path) -> None:
    prefix = "AzureFunctionsJobHost__extensions__http__"
    host = start("http", **{f"{prefix}maxConcurrentRequests": "1", f"{prefix}maxOutstandingRequests": "2"})
    first, second = host.connect(), host.connect()
    first.request("GET", "/slow?key=first&seconds=0.6")
    wait_for(lambda: host.events)
    second.request("GET", "/slow?key=second&seconds=0")
    wait_for(lambda: host.request("GET", "/slow?key=third&seconds=0").status == 429)
    assert first.getresponse().status == 200
    assert second.getresponse().status == 200
    assert [one["key"] for one in host.events] == ["first", "first", "second", "second"]
