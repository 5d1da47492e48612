"""The web page: the files under ``web/``, read at the first request for one and kept.

``/`` answers ``index.html`` with the folder's version put into the addresses of its assets
(``assets/x.js`` → ``assets/<version>/x.js``), so that these may be cached for ever and the page itself is
asked for again. The folder as it lies works on any static server, too: the version is in the answers only.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from shared.http import Reply, Request

ROOT = Path(__file__).resolve().parents[2] / "web"
_TYPES = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
}
"""What else lies in the folder is not served."""
_SECURITY = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
        "require-trusted-types-for 'script'; trusted-types 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
}
_REVALIDATE = "no-cache"
_FOR_EVER = "public, max-age=31536000, immutable"


@dataclass(frozen=True, slots=True)
class _File:
    media_type: str
    body: bytes
    packed: bytes
    """The body, gzipped."""
    digest: str

    def reply(self, request: Request, *, status: int = 200, cache_control: str = _REVALIDATE) -> Reply:
        packed = request.takes_gzip
        etag = f'"{self.digest}{"-gzip" if packed else ""}"'
        headers = {
            **_SECURITY,
            "Cache-Control": cache_control,
            "ETag": etag,
            "Vary": "Accept-Encoding",
        }
        known = request.raw.headers.get("if-none-match") or ""
        if status == 200 and (etag in known or known.strip() == "*"):
            return Reply(304, headers=headers)
        headers["Content-Type"] = self.media_type
        if packed:
            headers["Content-Encoding"] = "gzip"
        return Reply(status, self.packed if packed else self.body, headers)


@dataclass(frozen=True, slots=True)
class _Site:
    version: str
    files: dict[str, _File]
    """By path below the folder."""


async def page(request: Request) -> Reply:
    """A file of the page; ``/`` is index.html, and what is not there is a page that says so, with 404.

    Only names that were found in the folder are known, so no path leads out of it.
    """
    site = _site()
    path = request.path("path")
    folder, _, rest = path.partition("/")
    version, _, name = rest.partition("/")
    if folder == "assets" and re.fullmatch("[0-9a-f]{12}", version):
        asset = site.files.get(f"assets/{name}")
        if asset is not None:
            # Another version's address: a page from before or after this deployment. It gets what there is.
            current = version == site.version
            return asset.reply(request, cache_control=_FOR_EVER if current else _REVALIDATE)
    found = site.files.get(path or "index.html")
    if found is not None:
        return found.reply(request)
    return site.files["404.html"].reply(request, status=404)


@cache
def _site() -> _Site:
    import hashlib

    contents = {
        path.relative_to(ROOT).as_posix(): path.read_bytes()
        for path in sorted(ROOT.rglob("*"))
        if path.suffix in _TYPES and path.is_file()
    }
    every = hashlib.sha256()
    for name, body in contents.items():
        every.update(f"{name}\0{len(body)}\0".encode() + body)
    version = every.hexdigest()[:12]
    return _Site(version, {name: _file(name, body, version) for name, body in contents.items()})


def _file(name: str, body: bytes, version: str) -> _File:
    import gzip
    import hashlib

    if name.endswith(".html"):
        body = body.replace(b'"assets/', f'"/assets/{version}/'.encode())
    return _File(
        media_type=_TYPES[Path(name).suffix],
        body=body,
        packed=gzip.compress(body, mtime=0),
        digest=hashlib.sha256(body).hexdigest()[:20],
    )
