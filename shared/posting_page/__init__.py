"""A job posting from the address of its web page.

The address comes from a stranger, and so does the page: only public addresses are connected to, and the page
is taken apart in a process of its own with hard limits.
"""

from typing import NamedTuple

__all__ = ["FetchedPosting", "PostingUnreadable", "fetch_posting"]


class FetchedPosting(NamedTuple):
    content: str
    """Plain text, normalised, with lists and headings as lines."""
    title: str | None
    """At most 300 characters."""
    company: str | None


class PostingUnreadable(Exception):
    """``message`` says what is the matter and what to do; it holds nothing of the page."""

    def __init__(self, problem: str) -> None:
        self.message = f"{problem} Paste the posting's text instead."
        super().__init__(self.message)


async def fetch_posting(url: str, *, allow_private: bool = False, user: str = "") -> FetchedPosting:
    """Fetches a page (at most 5 s and 2 MB) and finds the posting in it (at most 8 s more).

    ``allow_private``, for tests only, also permits addresses that are not public and ports other than 80 and
    443. One ``user`` cannot take up all that may be read at once. Raises ``PostingUnreadable``, and
    ``confined.Busy``.
    """
    # Imported here: the process that takes the page apart imports this package too and needs none of it.
    import json

    from shared.extraction import confined
    from shared.posting_page.download import download

    page = await download(url, allow_private=allow_private)
    try:
        answer = await confined.run(
            "shared.posting_page.worker", page.media_type, page.charset or "", data=page.body, user=user
        )
    except confined.ChildFailed:
        raise PostingUnreadable("The page is too complex to read.") from None
    posting = json.loads(answer)
    if posting is None:
        raise PostingUnreadable(
            "The page shows no posting without signing in or running scripts, or it is not a posting."
        )
    return FetchedPosting(posting["content"], posting["title"], posting["company"])
