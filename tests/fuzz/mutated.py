"""Sends mutated requests to a local stack and says what must not be: a 5xx, an answer that is no problem, growth."""

import http.client
import json
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock, local
from urllib.parse import urlsplit

from devstack.stack import Stack
from tests.fuzz.mutations import Learned, Mutator, Sent

CLIENTS = 6


@dataclass
class Outcome:
    statuses: Counter[int] = field(default_factory=Counter)
    failures: list[str] = field(default_factory=list)
    resident: list[float] = field(default_factory=list)
    """MB of the host's process: after a tenth of the requests, and then after every other tenth."""


def run(stack: Stack, *, requests: int, seed: int) -> Outcome:
    outcome, learned, mutator = Outcome(), Learned(), Mutator(seed)
    lock, own = Lock(), local()

    def send(number: int) -> None:
        with lock:
            sent = mutator.request(number, learned)
        try:
            status, headers, body = _exchange(own, stack.url, sent)
        except (OSError, http.client.HTTPException) as error:
            with lock:
                outcome.failures.append(f"{number}: {sent.method} {sent.path[:80]}: {error!r}")
            return
        complaint = _complaint(sent, status, headers, body)
        with lock:
            outcome.statuses[status] += 1
            if complaint:
                outcome.failures.append(f"{number}: {sent.method} {sent.path[:80]}: {complaint}")
            elif body and headers.get("content-type", "").startswith("application/json"):
                learned.take(json.loads(body), headers)

    with ThreadPoolExecutor(CLIENTS) as pool:
        for tenth in range(10):
            list(pool.map(send, range(requests * tenth // 10, requests * (tenth + 1) // 10)))
            outcome.resident.append(_resident(stack.pid("host")))
    return outcome


def _complaint(sent: Sent, status: int, headers: dict[str, str], body: bytes) -> str | None:
    if status >= 500:
        return f"answered {status}"
    if status >= 400 and sent.method != "HEAD" and sent.path.startswith("/api/"):
        if headers.get("content-type") != "application/problem+json":
            return None if b"%0" in sent.path.encode() and status == 400 else f"a {status} without a problem"
        if json.loads(body)["status"] != status:
            return "a problem with another status"
    return None


def _exchange(own: local, url: str, sent: Sent) -> tuple[int, dict[str, str], bytes]:
    """Over a connection that the thread keeps."""
    connection: http.client.HTTPConnection | None = getattr(own, "connection", None)
    if connection is None:
        connection = own.connection = http.client.HTTPConnection(urlsplit(url).netloc, timeout=40)
    try:
        headers = {name: value.replace("\r", "").replace("\n", "") for name, value in sent.headers.items()}
        connection.request(sent.method, sent.path, sent.body, headers)
        response = connection.getresponse()
        body = response.read()
    except (OSError, http.client.HTTPException):
        connection.close()
        own.connection = None
        raise
    return response.status, {name.lower(): value for name, value in response.headers.items()}, body


def _resident(pid: int) -> float:
    """MB; 0 where there is no /proc."""
    status = Path(f"/proc/{pid}/status")
    if not status.exists():
        return 0.0
    text = status.read_text(encoding="utf-8")
    return int(text.split("VmRSS:")[1].split()[0]) / 1024
