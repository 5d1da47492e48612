"""A small load on a running app: clients that ask again as soon as they are answered (a closed loop).

Meant to see how an app behaves under some use, not to find its limits: everything is bounded, and hosts that
are not this machine are refused unless their owner says so. What was stored is erased at the end.
"""

import asyncio
import ipaddress
import random
import time
from argparse import ArgumentParser, Namespace
from collections import Counter, defaultdict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from operations.app_client import AppClient, Unreachable, new_client, sample_submission
from operations.arguments import Within, base_url
from operations.connections import OperationFailed

HELP = "a bounded load of reads, lists and a few submissions on a running app"
MOST_CLIENTS, MOST_SECONDS = 50, 300
MOST_SUBMISSIONS = 150
"""In all: below what one user may start in a day, and a bound on what it costs with a model."""
SHARES = {"read": 60, "list": 35, "submit": 5}
"""Per cent of the requests. Submissions run through the queue, and with a model they cost money."""


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("url", type=base_url, metavar="URL")
    parser.add_argument(
        "--clients",
        type=Within(1, MOST_CLIENTS),
        default=4,
        help=f"at once (default 4, at most {MOST_CLIENTS})",
    )
    parser.add_argument(
        "--seconds", type=Within(1, MOST_SECONDS), default=10, help=f"default 10, at most {MOST_SECONDS}"
    )
    parser.add_argument(
        "--yes-this-is-my-deployment",
        action="store_true",
        dest="own",
        help=f"for a host that is not this machine; at most {MOST_SUBMISSIONS} analyses are started there",
    )


def run(options: Namespace) -> int:
    if not options.own and not _is_loopback(options.url):
        raise OperationFailed(
            "This host is not this machine. A load on somebody else's service is an attack, and on your "
            "own it costs money: if it is yours, say --yes-this-is-my-deployment."
        )
    return asyncio.run(_load(options.url, options.clients, options.seconds))


def _is_loopback(url: str) -> bool:
    """By the text: a name other than localhost may lead anywhere."""
    host = urlsplit(url).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


@dataclass(slots=True)
class _Tally:
    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    """Of answers as they should be, by operation."""
    errors: Counter[str] = field(default_factory=Counter)
    submissions: int = 0


async def _load(url: str, clients: int, seconds: int) -> int:
    tally = _Tally()
    async with new_client(url, connections=clients) as first:
        print(f"version {await first.version()}, {clients} clients for {seconds} s", flush=True)
        users = [first, *(first.as_another() for _ in range(clients - 1))]
        started = time.monotonic()
        try:
            await asyncio.gather(*(_use(user, started + seconds, tally) for user in users))
        finally:
            took = time.monotonic() - started
            left = await _erase(users)
    _report(tally, took)
    for user in left:
        print(f"Not erased: `user-erase {user} --yes`.")
    return 1 if tally.errors or left else 0


async def _use(client: AppClient, until: float, tally: _Tally) -> None:
    """One client. It submits first, so that there is something to read."""
    chance = random.Random(client.user)  # noqa: S311 - not for secrets
    analysis = ""

    async def submit() -> int:
        nonlocal analysis
        answer = await client.call("POST", "/api/v1/analyze", sample_submission())
        if answer.status == 202:
            analysis = str(answer.json.get("analysisId"))
        return answer.status

    async def read() -> int:
        return (await client.call("GET", f"/api/v1/analyses/{analysis}")).status

    async def list_all() -> int:
        return (await client.call("GET", "/api/v1/analyses")).status

    while time.monotonic() < until:
        operation = chance.choices(list(SHARES), weights=list(SHARES.values()))[0] if analysis else "submit"
        if operation == "submit" and tally.submissions >= MOST_SUBMISSIONS:
            operation = "list"
        if operation == "submit":
            tally.submissions += 1
        expected, call = {"submit": (202, submit), "read": (200, read), "list": (200, list_all)}[operation]
        await _measure(operation, call, expected, tally)


async def _measure(operation: str, call: Callable[[], Awaitable[int]], expected: int, tally: _Tally) -> None:
    started = time.perf_counter()
    try:
        status = await call()
    except Unreachable:
        tally.errors[f"{operation}: no answer"] += 1
        await asyncio.sleep(0.5)  # what is down needs no storm of connections
        return
    if status == expected:
        tally.seconds[operation].append(time.perf_counter() - started)
    else:
        tally.errors[f"{operation}: {status}"] += 1
        await asyncio.sleep(0.1)


async def _erase(users: list[AppClient]) -> list[str]:
    """The users whose data could not be erased."""

    async def erased(client: AppClient) -> bool:
        try:
            return (await client.erase()).status == 200
        except Unreachable:
            return False

    done = await asyncio.gather(*(erased(client) for client in users))
    return [client.user for client, gone in zip(users, done, strict=True) if not gone]


def _report(tally: _Tally, took: float) -> None:
    total = sum(len(times) for times in tally.seconds.values())
    print(f"{total} answers, {total / took:.0f} a second")
    print(f"{'':8}{'answers':>8}{'p50 ms':>8}{'p95 ms':>8}")
    for operation in SHARES:
        times = sorted(tally.seconds.get(operation, []))
        if times:
            p50, p95 = (1000 * times[min(len(times) - 1, len(times) * part // 100)] for part in (50, 95))
            print(f"{operation:8}{len(times):8}{p50:8.1f}{p95:8.1f}")
    print(f"errors: {tally.errors.total()}")
    for what, number in tally.errors.most_common():
        print(f"  {number} × {what}")
