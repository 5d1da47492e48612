"""``python -m shared.posting_page.worker MEDIA_TYPE CHARSET``: a page on standard input, the posting as JSON
on standard output: ``{content, title, company}``, or ``null`` when there is none."""

import json
import sys
from collections.abc import Iterator
from itertools import islice
from typing import Any

from shared.extraction.limits import limit_this_process
from shared.extraction.normalise import clean
from shared.matching.job_boards import own_part
from shared.posting_page import job_posting
from shared.posting_page.decoding import decode_page
from shared.posting_page.html_tree import Node, parse
from shared.posting_page.job_posting import Found
from shared.posting_page.main_text import main_node, text_of

_LEAST = 200
"""Characters. What has fewer is a notice, not a posting."""
_LEAST_DESCRIPTION = 80
"""The same where the page itself says that this is the posting's description."""
_MOST_POSTINGS = 60
"""Of a page that lists them."""
_LEAST_BESIDE_PASSWORD = 700
"""The same where the page asks for a password: the beginning of a posting, to make people sign in."""


def read_page(body: bytes, media_type: str, charset: str | None) -> dict[str, Any] | None:
    """Content, title and company of the posting on a page; ``None`` when it shows none."""
    text = decode_page(body, charset)
    if media_type == "text/plain":
        content = clean(text)
        return {"content": content, "title": None, "company": None} if len(content) >= _LEAST else None
    root = parse(text)
    if (posting := _own(root, job_posting.job_postings(root), _LEAST_DESCRIPTION)) is not None:
        return _answer(root, posting)
    main = main_node(root)
    content = own_part(text_of(main)).text
    asks_for_password = any(
        node.tag == "input" and node.attributes.get("type") == "password" for node in root.walk()
    )
    if len(content) < (_LEAST_BESIDE_PASSWORD if asks_for_password else _LEAST):
        posting = _own(root, job_posting.shown_by_scripts(root), _LEAST)
        return _answer(root, posting) if posting is not None else None
    return {"content": content, "title": _title(root, main), "company": None}


def _answer(root: Node, posting: dict[str, Any]) -> dict[str, Any]:
    return {
        "content": job_posting.content(posting),
        "title": job_posting.title(posting) or _title(root, root),
        "company": job_posting.company(posting),
    }


def _own(root: Node, described: Iterator[Found], least: int) -> dict[str, Any] | None:
    """The posting that the page is about, of all that its data describes: of several the one whose title the
    page is named after, else the first. Those of a list of others are never its own without that."""
    found = [
        one for one in islice(described, _MOST_POSTINGS) if len(job_posting.content(one.posting)) >= least
    ]
    if len(found) > 1 or any(one.listed for one in found):
        names = [node.raw_text() for node in root.walk() if node.tag in ("h1", "title")]
        named = " ".join(" | ".join(names).split()).casefold()
        titled = [one for one in found if (job_posting.title(one.posting) or "\n").casefold() in named]
        titled.sort(key=lambda one: -len(job_posting.title(one.posting) or ""))  # "Engineer", "Lift Engineer"
        found = titled or [one for one in found if not one.listed]
    return found[0].posting if found else None


def _title(root: Node, main: Node) -> str | None:
    """The main heading, a lesser one that the page's title names, what the page calls itself when it is
    shared, or its title."""
    for part in (main, root):
        for node in part.walk():
            if node.tag == "h1" and (heading := job_posting.line(" ".join(node.raw_text().split()))):
                return heading
    name = next((job_posting.line(node.raw_text()) for node in root.walk() if node.tag == "title"), None)
    for node in main.walk():
        if node.tag == "h2" and (heading := job_posting.line(node.raw_text())) and heading in (name or ""):
            return heading
    for node in root.walk():
        if node.tag == "meta" and node.attributes.get("property") == "og:title":
            return job_posting.line(node.attributes.get("content"))
    return name


def main(media_type: str, charset: str) -> None:
    limit_this_process()
    posting = read_page(sys.stdin.buffer.read(), media_type, charset or None)
    sys.stdout.buffer.write(json.dumps(posting).encode())


if __name__ == "__main__":
    main(*sys.argv[1:3])
