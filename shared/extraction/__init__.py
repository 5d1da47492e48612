"""Text out of an uploaded CV: plain text, Markdown, PDF or Word.

PDF and Word files are read in a process of their own with hard limits, because a library that a hostile file
has caught in a loop or talked into gigabytes cannot be stopped inside a thread.
"""

from typing import NamedTuple

from shared.extraction.formats import Format, recognise
from shared.extraction.problems import TOO_MUCH_TEXT, UnreadableFile

__all__ = ["MAX_FILE_BYTES", "Extracted", "UnreadableFile", "extract_text"]

MAX_FILE_BYTES = 5 * 1024 * 1024
MAX_TEXT_CHARACTERS = 1_000_000
"""Where reading stops; the caller's own limit for a CV is far lower."""


LEAST_COLUMN = 6
"""Lines of a column of the page; less than that is a name beside an address."""


class Extracted(NamedTuple):
    text: str
    """In reading order, normalised (NFC, ``\\n`` line ends), never empty."""
    warnings: list[str]
    """Sentences for the user about what was left out; they quote nothing of the file."""
    in_columns: bool = False
    """Whether columns of text stand side by side, which some programs read straight across."""


async def extract_text(
    data: bytes, *, filename: str | None, content_type: str | None, user: str = ""
) -> Extracted:
    """The text of an uploaded file, whatever it is called, as long as it is text, Markdown, PDF or .docx.

    Takes at most eight seconds, five of them to wait for its turn, and about 200 MB in another process. One
    ``user`` cannot take up all that may be read at once. Raises ``UnreadableFile`` with the problem code that
    the HTTP API answers with, and ``confined.Busy``.
    """
    # Imported here: the process that does the reading imports this package too, and starts the sooner without
    # asyncio.
    import asyncio

    from shared.extraction import confined
    from shared.extraction.plain import decode

    if len(data) > MAX_FILE_BYTES:
        raise UnreadableFile(
            "payload_too_large",
            "The file is larger than 5 MB. Save it again without pictures, or paste the text.",
        )
    match recognise(data, filename=filename, content_type=content_type):
        case Format.TEXT:
            # Two bytes a character at most in UTF-16, four in UTF-32: no need to decode what is too long
            # anyway.
            if len(data) > 4 * MAX_TEXT_CHARACTERS:
                raise UnreadableFile("payload_too_large", TOO_MUCH_TEXT)
            text = await asyncio.to_thread(decode, data, content_type)
            if len(text) > MAX_TEXT_CHARACTERS:
                raise UnreadableFile("payload_too_large", TOO_MUCH_TEXT)
            return Extracted(text, [])
        case kind:
            return await confined.read_document(kind, data, user=user)
