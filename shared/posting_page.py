"""A posting read from its address: the text of the page, and its title and company where it names them.

The address comes from a user, so the server could be made to ask what only it can reach (server-side request
forgery). Therefore: http(s) on default ports, public addresses only, checked on the ones that are connected
to (the resolver's answer is the connection's), redirects followed by hand and checked like the first one.
"""

import asyncio
import html
import ipaddress
import json
import re
import socket
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

if TYPE_CHECKING:
    from aiohttp.abc import ResolveResult

TOTAL_SECONDS = 5.0
MOST_BYTES = 2 * 1024 * 1024
MOST_REDIRECTS = 3
LEAST_CHARACTERS = 200
"""A page with less text is a login wall or an empty shell."""
_ADVICE = "Paste the posting's text instead."
_SKIPPED = frozenset(
    ("script", "style", "noscript", "template", "svg", "nav", "header", "footer", "aside", "form", "iframe")
)
_BLOCKS = frozenset(
    ("p", "div", "section", "article", "main", "ul", "ol", "li", "table", "tr", "br", "hr", "blockquote")
) | {"pre", "h1", "h2", "h3", "h4", "h5", "h6", "dl", "dt", "dd", "body"}
_WALLS = re.compile(r"authwall|/login|/signin|/checkpoint|/uas/", re.IGNORECASE)


class PostingUnreadable(Exception):
    """The page cannot be read; the message says why in general terms and what to do."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"{reason} {_ADVICE}")


@dataclass(frozen=True, slots=True)
class FetchedPosting:
    content: str
    title: str | None
    company: str | None


async def fetch_posting(url: str, *, allow_private: bool = False) -> FetchedPosting:
    """Reads a posting within five seconds. ``allow_private``: for tests, any address and port.

    Raises PostingUnreadable.
    """
    import aiohttp

    try:
        async with asyncio.timeout(TOTAL_SECONDS):
            body, charset, is_html = await _fetch(url, allow_private)
            text = _decode(body, charset, is_html)
            return await asyncio.to_thread(_read, text, is_html)
    except TimeoutError:
        raise PostingUnreadable("The page did not answer in time.") from None
    except (aiohttp.ClientError, OSError, ValueError):
        raise PostingUnreadable("The page could not be fetched.") from None


async def _fetch(url: str, allow_private: bool) -> tuple[bytes, str | None, bool]:
    import aiohttp

    connector = aiohttp.TCPConnector(resolver=_resolver(allow_private), use_dns_cache=False, force_close=True)
    headers = {
        "User-Agent": "CVChecker/1.0 (reads one job posting for its user)",
        "Accept": "text/html, text/plain;q=0.8",
    }
    async with aiohttp.ClientSession(
        connector=connector, headers=headers, cookie_jar=aiohttp.DummyCookieJar(), trust_env=False
    ) as session:
        for _ in range(MOST_REDIRECTS + 1):
            check_address(url, allow_private)
            async with session.get(url, allow_redirects=False) as response:
                if response.status in (301, 302, 303, 307, 308):
                    url = urljoin(url, response.headers.get("Location", ""))
                    if _WALLS.search(url):
                        raise PostingUnreadable("The page asks for a login.")
                    continue
                if response.status != 200:
                    raise PostingUnreadable("The page is not there for everybody.")
                media_type = response.content_type
                if media_type not in ("text/html", "application/xhtml+xml", "text/plain"):
                    raise PostingUnreadable("The address leads to no page of text.")
                body = bytearray()
                async for chunk in response.content.iter_chunked(64 * 1024):  # decompressed
                    body += chunk
                    if len(body) > MOST_BYTES:
                        raise PostingUnreadable("The page is too large.")
                return bytes(body), response.charset, media_type != "text/plain"
    raise PostingUnreadable("The page redirects too often.")


def check_address(url: str, allow_private: bool) -> None:
    """Raises PostingUnreadable: not http(s), with credentials or a port, or no public host."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise PostingUnreadable("Only http and https addresses can be read.")
    if parts.username is not None or parts.password is not None:
        raise PostingUnreadable("An address with a user name cannot be read.")
    if allow_private:
        return
    if parts.port not in (None, 80 if parts.scheme == "http" else 443):
        raise PostingUnreadable("Only the default ports can be read.")
    host = parts.hostname.rstrip(".")
    # An address as a number, in any spelling that the system's resolver would take, is checked here: the
    # connector does not ask the resolver about those.
    try:
        literal: str | None = str(ipaddress.ip_address(host.partition("%")[0]))
    except ValueError:
        try:
            literal = socket.inet_ntoa(socket.inet_aton(host))
        except OSError:
            literal = None
    if literal is not None and not is_public(literal):
        raise PostingUnreadable("The address is not a public one.")
    if literal is None and "." not in host:
        raise PostingUnreadable("The address is not a public one.")


def is_public(address: str) -> bool:
    """Whether an IP address is reachable for everybody, addresses embedded in IPv6 included."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv6Address):
        embedded = [ip.ipv4_mapped, ip.sixtofour, *(ip.teredo or ())]
        number = int(ip)
        if ip in ipaddress.ip_network("64:ff9b::/96") or ip in ipaddress.ip_network("::/96"):
            embedded.append(ipaddress.IPv4Address(number & 0xFFFFFFFF))
        if ip in ipaddress.ip_network("64:ff9b:1::/48") or ip in ipaddress.ip_network("fec0::/10"):
            return False
        found = [one for one in embedded if one is not None]
        if found:
            return all(is_public(str(one)) for one in found)
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def _resolver(allow_private: bool) -> Any:
    from aiohttp.abc import AbstractResolver
    from aiohttp.resolver import ThreadedResolver

    class PublicResolver(AbstractResolver):
        """Connections go to the very addresses that were checked, so a second DNS answer changes nothing."""

        def __init__(self) -> None:
            self._system = ThreadedResolver()

        async def resolve(
            self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
        ) -> "list[ResolveResult]":
            found = await self._system.resolve(host, port, family)
            if not allow_private and not all(is_public(one["host"]) for one in found):
                raise PostingUnreadable("The address is not a public one.")
            return found

        async def close(self) -> None:
            await self._system.close()

    return PublicResolver()


def _decode(body: bytes, charset: str | None, is_html: bool) -> str:
    if not charset and is_html:
        declared = re.search(
            rb"<meta[^>]{0,200}?charset=[\"']?([A-Za-z0-9_-]{2,40})", body[:4096], re.IGNORECASE
        )
        charset = declared.group(1).decode() if declared else None
    if body.startswith(b"\xef\xbb\xbf"):
        charset = "utf-8-sig"
    try:
        return body.decode(charset or "utf-8")
    except (LookupError, UnicodeDecodeError):
        return body.decode("cp1252", errors="replace")


def _read(text: str, is_html: bool) -> FetchedPosting:
    text = text.replace("\x00", "")
    if not is_html:
        posting = FetchedPosting(_tidy(text), None, None)
    else:
        page = _Page()
        page.feed(text)
        page.close()
        posting = _from_json_ld(page.json_ld) or FetchedPosting(page.text, page.title, None)
    if len(posting.content) < LEAST_CHARACTERS:
        raise PostingUnreadable("The page shows no posting to a visitor without a login.")
    return posting


class _Page(HTMLParser):
    """The visible text of a page by blocks, its heading, and its JSON-LD."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.json_ld: list[str] = []
        self._all: list[str] = []
        self._main: list[str] = []
        self._heading: list[str] = []
        self._titles: dict[str, str] = {}
        self._skipping: list[str] = []
        self._in_main = 0
        self._capturing: str | None = None

    @property
    def text(self) -> str:
        main = _tidy("".join(self._main))
        return main if len(main) >= LEAST_CHARACTERS else _tidy("".join(self._all))

    @property
    def title(self) -> str | None:
        heading = " ".join("".join(self._heading).split())
        found = heading or self._titles.get("og:title") or self._titles.get("title") or ""
        return " ".join(found.split())[:300] or None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "script" and given.get("type", "").lower() == "application/ld+json":
            self._capturing = "json"
            self.json_ld.append("")
        elif tag == "title":
            self._capturing = "title"
        elif tag == "meta" and given.get("property") == "og:title":
            self._titles.setdefault("og:title", given.get("content", ""))
        elif tag == "h1" and not self._heading:
            self._capturing = "h1"
        if tag in _SKIPPED and len(self._skipping) < 1000:
            self._skipping.append(tag)
        elif tag in ("main", "article"):
            self._in_main += 1
        self._break(tag, "\n- " if tag == "li" else "\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "title", "h1"):
            self._capturing = None
        if tag in self._skipping:
            while self._skipping and self._skipping.pop() != tag:
                pass
        elif tag in ("main", "article"):
            self._in_main = max(0, self._in_main - 1)
        self._break(tag, "\n")

    def handle_data(self, data: str) -> None:
        if self._capturing == "json":
            self.json_ld[-1] += data
        elif self._capturing == "title":
            self._titles["title"] = self._titles.get("title", "") + data
        elif self._capturing == "h1":
            self._heading.append(data)
        if not self._skipping and self._capturing not in ("json", "title"):
            self._keep(data)

    def _break(self, tag: str, mark: str) -> None:
        if tag in _BLOCKS and not self._skipping:
            self._keep(mark)

    def _keep(self, text: str) -> None:
        self._all.append(text)
        if self._in_main:
            self._main.append(text)


def _from_json_ld(scripts: list[str]) -> FetchedPosting | None:
    """schema.org's JobPosting, wherever it stands in the page's JSON-LD."""
    for script in scripts[:20]:
        try:
            data = json.loads(script, strict=False)
        except (ValueError, RecursionError):
            continue
        posting = _find_posting(data)
        if posting is None:
            continue
        parts = [
            posting.get(name) for name in ("description", "responsibilities", "qualifications", "skills")
        ]
        page = _Page()
        page.feed("<br>".join(html.unescape(part) for part in parts if isinstance(part, str)))
        page.close()
        if len(page.text) < LEAST_CHARACTERS:
            continue
        company = posting.get("hiringOrganization")
        name = company.get("name") if isinstance(company, dict) else company
        return FetchedPosting(page.text, _line(posting.get("title")), _line(name))
    return None


def _find_posting(data: Any) -> dict[str, Any] | None:
    waiting, seen = [data], 0
    while waiting and seen < 10_000:
        seen += 1
        one = waiting.pop()
        if isinstance(one, list):
            waiting += one
        elif isinstance(one, dict):
            kinds = one.get("@type")
            if "JobPosting" in (kinds if isinstance(kinds, list) else [kinds]):
                return one
            waiting += [value for value in one.values() if isinstance(value, dict | list)]
    return None


def _line(value: Any) -> str | None:
    if not isinstance(value, str):
        return None
    return " ".join(html.unescape(value).split())[:300] or None


def _tidy(text: str) -> str:
    lines = [" ".join(line.split()) for line in text.splitlines()]
    kept: list[str] = []
    for line in lines:
        if line not in ("", "-") or (line == "" and kept and kept[-1]):
            kept.append(line)
    return "\n".join(kept).strip()
