"""Postings read from their address: pages as they are, and addresses that must not be asked."""

import asyncio
import json
import socket
import threading
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web

from shared.posting_page import FetchedPosting, PostingUnreadable, fetch_posting

TEXT = "We are looking for an electrician with a gold card who likes fault finding. " * 6
LD = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebPage"},
        {
            "@type": ["JobPosting"],
            "title": "Electrician &amp; fitter",
            "description": f"&lt;p&gt;{TEXT}&lt;/p&gt;&lt;ul&gt;&lt;li&gt;18th Edition&lt;/li&gt;&lt;/ul&gt;",
            "hiringOrganization": {"@type": "Organization", "name": "Notional Homes"},
        },
    ],
}
PAGES: dict[str, tuple[str, bytes]] = {
    "/ld": (
        "text/html",
        f'<script type="application/ld+json">{json.dumps(LD)}</script><p>Cookies</p>'.encode(),
    ),
    "/broken-ld": (
        "text/html",
        f'<script type="application/ld+json">{{"@type": </script><main><h1>Fitter</h1><p>{TEXT}</p></main>'.encode(),
    ),
    "/main": (
        "text/html; charset=utf-8",
        f"<title>Jobs</title><nav>Home</nav><main><h1>Fitter</h1><p>{TEXT}</p><ul><li>A van</li></ul>"
        "<script>alert(1)</script></main><footer>Imprint</footer>".encode(),
    ),
    "/latin": ("text/html", b'<meta charset="iso-8859-1"><p>M\xfcnchen ' + TEXT.encode() + b"</p>"),
    "/plain": ("text/plain", TEXT.encode()),
    "/wall": ("text/html", b"<p>Sign in to see this job</p>"),
    "/pdf": ("application/pdf", b"%PDF-1.7"),
    "/large": ("text/html", b"<p>" + b"a " * (1200 * 1024) + b"</p>"),
    "/deep": ("text/html", b"<div><nav>" * 100_000 + TEXT.encode()),
}


@pytest.fixture
async def site() -> AsyncIterator[str]:
    async def page(request: web.Request) -> web.StreamResponse:
        path = request.path
        if path.startswith("/hop"):
            left = int(path.removeprefix("/hop"))
            raise web.HTTPFound("/main" if left == 1 else f"/hop{left - 1}")
        if path == "/authwall-redirect":
            raise web.HTTPFound("/authwall?x=1")
        if path == "/gone":
            raise web.HTTPGone
        media_type, body = PAGES[path]
        return web.Response(body=body, headers={"Content-Type": media_type})

    app = web.Application()
    app.router.add_get("/{path:.*}", page)
    runner = web.AppRunner(app)
    await runner.setup()
    server = web.TCPSite(runner, "127.0.0.1", 0)
    await server.start()
    assert runner.addresses
    yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    await runner.cleanup()


async def read(url: str) -> FetchedPosting:
    return await fetch_posting(url, allow_private=True)


async def test_schema_org_is_preferred(site: str) -> None:
    posting = await read(f"{site}/ld")
    assert (posting.title, posting.company) == ("Electrician & fitter", "Notional Homes")
    assert posting.content.startswith("We are looking")
    assert "• 18th Edition" in posting.content
    assert "Cookies" not in posting.content


@pytest.mark.parametrize("path", ["/main", "/broken-ld", "/hop3"])
async def test_else_the_main_text(site: str, path: str) -> None:
    posting = await read(site + path)
    assert posting.title == "Fitter"
    assert "gold card" in posting.content
    for left_out in ("Home", "Imprint", "alert"):
        assert left_out not in posting.content


async def test_text_and_charsets(site: str) -> None:
    assert "gold card" in (await read(f"{site}/plain")).content
    assert "München" in (await read(f"{site}/latin")).content


@pytest.mark.parametrize("path", ["/wall", "/pdf", "/large", "/gone", "/hop5", "/authwall-redirect", "/deep"])
async def test_what_cannot_be_read_says_to_paste_it(site: str, path: str) -> None:
    with pytest.raises(PostingUnreadable, match="Paste the posting"):
        await read(site + path)


async def test_without_the_tests_allowance_the_local_server_is_not_asked(site: str) -> None:
    with pytest.raises(PostingUnreadable):
        await fetch_posting(f"{site}/main")


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.com/",
        "file:///etc/passwd",
        "http://user:pass@example.com/",
        "http://example.com:8080/",
        "https://example.com:80/",
        "http://localhost/",
        "http://127.0.0.1/",
        "http://127.1/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0177.0.0.1/",
        "http://0.0.0.0/",
        "http://10.0.0.1/",
        "http://172.16.0.1/",
        "http://192.168.1.1/",
        "http://100.64.0.1/",
        "http://169.254.169.254/metadata/instance",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:a9fe:a9fe]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[2002:7f00:1::]/",
        "http://[fe80::1%25eth0]/",
        "http://[fd00::1]/",
        "http://[ff02::1]/",
        "http://224.0.0.1/",
        "http://metadata/",
        "http:///x",
    ],
)
async def test_addresses_that_are_not_public_are_refused(url: str) -> None:
    with pytest.raises(PostingUnreadable):
        await fetch_posting(url)


async def test_a_name_that_resolves_to_a_private_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def getaddrinfo(host: str, port: int, **_: Any) -> list[Any]:
        asked.append(host)
        kind = (socket.AF_INET, socket.SOCK_STREAM, 6, "")
        return [(*kind, (address, port)) for address in ("93.184.215.14", "10.0.0.1")]

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    with pytest.raises(PostingUnreadable, match="public"):
        await fetch_posting("http://postings.example.com/1")
    assert asked == ["postings.example.com"]


async def test_names_that_nobody_answers_for_keep_nothing_else_waiting(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answered, asked = threading.Event(), []

    def getaddrinfo(host: str, *_: Any, **__: Any) -> list[Any]:
        asked.append(host)
        answered.wait(10)
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    asking = [asyncio.create_task(fetch_posting(f"http://slow{number}.example.com/")) for number in range(40)]
    try:
        async with asyncio.timeout(4):
            while len(asked) < 4:
                await asyncio.sleep(0)
            assert await asyncio.to_thread(lambda: "at once") == "at once"
    finally:
        answered.set()
        results = await asyncio.gather(*asking, return_exceptions=True)
    assert all(isinstance(one, PostingUnreadable) for one in results)
