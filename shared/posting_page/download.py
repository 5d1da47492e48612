"""Fetches a page from the public web, and from nowhere else."""

import asyncio
import re
import socket
import zlib
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any, NamedTuple

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
from yarl import URL

from shared.posting_page import PostingUnreadable
from shared.posting_page.addresses import is_public
from shared.posting_page.targets import NOT_PUBLIC, asks_to_sign_in, target

SECONDS = 5.0
"""For all of it: names, connections, redirects and the body."""
MAX_BYTES = 2 * 1024 * 1024
"""On the wire, and again after decompression."""
MAX_REDIRECTS = 3

_HEADERS = {
    "User-Agent": "Mozilla/5.0 (compatible; CVChecker/1.0; fetches one job posting at its reader's request)",
    "Accept": "text/html,application/xhtml+xml,text/plain;q=0.8",
    "Accept-Language": "en,*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
}
_MEDIA_TYPES = {"text/html", "application/xhtml+xml", "text/plain"}
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)

_UNREACHABLE = "The page could not be reached."

# A look-up cannot be stopped, and a stranger's name server may take its time: it must not keep the threads
# that matching and the stores' clients share.
_names = ThreadPoolExecutor(max_workers=8, thread_name_prefix="posting-names")


class Page(NamedTuple):
    media_type: str
    charset: str | None
    body: bytes


async def download(url: str, *, allow_private: bool) -> Page:
    """The page at ``url``, redirects followed. Raises ``PostingUnreadable``.

    Every address that a name resolves to must be public, and a connection is made to one of the very
    addresses that were checked; redirects go through the same. Nothing is taken from the environment: no
    proxy, no cookie, no netrc.
    """
    first = target(url, allow_private=allow_private)
    try:
        async with asyncio.timeout(SECONDS):
            return await _follow(first, allow_private)
    except _NotPublic:
        raise PostingUnreadable(NOT_PUBLIC) from None
    except TimeoutError:
        raise PostingUnreadable("The site took too long to answer.") from None
    except (aiohttp.ClientError, OSError, ValueError):
        raise PostingUnreadable(_UNREACHABLE) from None


class _NotPublic(aiohttp.ClientError):
    pass


class _PublicResolver(AbstractResolver):
    """The system's resolver, whose answer is refused unless all of it is public."""

    def __init__(self, allow_private: bool) -> None:
        self._allow_private = allow_private

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        look_up = partial(socket.getaddrinfo, host, port, family=family, type=socket.SOCK_STREAM)
        try:
            answers = await asyncio.get_running_loop().run_in_executor(_names, look_up)
        except (socket.gaierror, UnicodeError):
            raise _NotPublic from None
        if not self._allow_private and not all(is_public(str(answer[4][0])) for answer in answers):
            raise _NotPublic
        return [
            ResolveResult(
                hostname=host,
                host=str(address[0]),
                port=port,
                family=kind,
                proto=proto,
                flags=socket.AI_NUMERICHOST,
            )
            for kind, _, proto, _, address in answers
        ]

    async def close(self) -> None:
        """Holds nothing."""


async def _follow(url: URL, allow_private: bool) -> Page:
    def open_socket(info: Any) -> socket.socket:
        # The last word, whichever way an address came here; the resolver, for one, is not asked about literal
        # addresses.
        family, kind, proto, _, address = info
        if not allow_private and not is_public(str(address[0])):
            raise _NotPublicSocket
        return socket.socket(family, kind, proto)

    connector = aiohttp.TCPConnector(
        resolver=_PublicResolver(allow_private),
        use_dns_cache=False,
        force_close=True,
        socket_factory=open_socket,
    )
    async with aiohttp.ClientSession(
        connector=connector,
        cookie_jar=aiohttp.DummyCookieJar(),
        headers=_HEADERS,
        auto_decompress=False,
        trust_env=False,
        timeout=aiohttp.ClientTimeout(total=SECONDS),
    ) as session:
        for _ in range(MAX_REDIRECTS + 1):
            async with session.get(url, allow_redirects=False) as response:
                if response.status not in (301, 302, 303, 307, 308):
                    return await _page(response)
                url = target(
                    str(url.join(URL(response.headers.get("Location", "")))), allow_private=allow_private
                )
            if asks_to_sign_in(url):
                raise PostingUnreadable("The site shows the posting only to people who sign in.")
    raise PostingUnreadable("The address is redirected too often.")


class _NotPublicSocket(OSError):
    pass


async def _page(response: aiohttp.ClientResponse) -> Page:
    _check_status(response.status)
    header = response.headers.get("Content-Type", "")
    media_type = header.partition(";")[0].strip().lower()
    if media_type not in _MEDIA_TYPES:
        raise PostingUnreadable("The address leads to a file, not to a web page.")
    charset = _CHARSET.search(header)
    return Page(media_type, charset[1] if charset else None, await _body(response))


def _check_status(status: int) -> None:
    if status == 200:
        return
    if status in (404, 410):
        raise PostingUnreadable("There is no page at this address any more.")
    if status in (401, 402, 403, 407, 429, 451, 503, 999):  # 999 is what LinkedIn answers to programs.
        raise PostingUnreadable("The site does not show this page to programs.")
    raise PostingUnreadable("The site answered with an error.")


async def _body(response: aiohttp.ClientResponse) -> bytes:
    if (response.content_length or 0) > MAX_BYTES:
        raise _too_large()
    encoding = response.headers.get("Content-Encoding", "identity").strip().lower()
    unpacker: Any = None
    body = bytearray()
    received = 0
    async for chunk in response.content.iter_chunked(65_536):
        received += len(chunk)
        if unpacker is None and encoding not in ("identity", ""):
            unpacker = _unpacker(encoding, chunk)
        if unpacker is not None:
            # One byte over the limit at most: a kilobyte can unpack to a megabyte.
            body += unpacker.decompress(chunk, MAX_BYTES + 1 - len(body))
        else:
            body += chunk
        if len(body) > MAX_BYTES or received > MAX_BYTES:
            raise _too_large()
    if unpacker is not None and not unpacker.eof:
        raise PostingUnreadable(_UNREACHABLE)
    return bytes(body)


def _unpacker(encoding: str, start: bytes) -> Any:
    if encoding in ("gzip", "x-gzip"):
        return _Inflate(zlib.MAX_WBITS | 16)
    if encoding == "deflate":
        # Meant is the zlib format; some servers send the bare one (RFC 9110, section 8.4.1.2).
        return _Inflate(zlib.MAX_WBITS if start[:1] and start[0] & 0x0F == 8 else -zlib.MAX_WBITS)
    raise PostingUnreadable(_UNREACHABLE)


class _Inflate:
    """``zlib.decompressobj`` whose errors are those of a bad connection."""

    def __init__(self, window: int) -> None:
        self._unpacker = zlib.decompressobj(window)

    @property
    def eof(self) -> bool:
        return self._unpacker.eof

    def decompress(self, data: bytes, limit: int) -> bytes:
        try:
            return self._unpacker.decompress(data, max(limit, 1))
        except zlib.error:
            raise PostingUnreadable(_UNREACHABLE) from None


def _too_large() -> PostingUnreadable:
    return PostingUnreadable("The page is larger than 2 MB.")
