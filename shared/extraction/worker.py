"""``python -m shared.extraction.worker pdf|docx``: a file on standard input, its text as JSON on standard
output."""

import json
import sys
from collections.abc import Callable

from shared.extraction import MAX_TEXT_CHARACTERS, Extracted
from shared.extraction.limits import limit_this_process
from shared.extraction.normalise import clean
from shared.extraction.problems import NO_TEXT, TOO_COMPLEX, TOO_MUCH_TEXT, UnreadableFile

COLUMN_GAP = "   "
"""Between what stands in one line and is not one text, as people type it; a tab may be a word space, too."""


def answer(read: Callable[[bytes], Extracted], data: bytes) -> bytes:
    """The fields of ``Extracted``, or ``{code, message}`` for a file that cannot be read, as JSON."""
    try:
        try:
            extracted = read(data)
            text = clean(extracted.text).replace("\t", COLUMN_GAP)
            if len(text) > MAX_TEXT_CHARACTERS:
                raise UnreadableFile("payload_too_large", TOO_MUCH_TEXT)
            if not any(character.isalnum() for character in text):
                raise UnreadableFile("unreadable_file", NO_TEXT)
        except (MemoryError, RecursionError):
            raise UnreadableFile("unreadable_file", TOO_COMPLEX) from None
    except UnreadableFile as error:
        return json.dumps({"code": error.code, "message": error.message}).encode()
    return json.dumps(extracted._replace(text=text)._asdict()).encode()


def main(kind: str) -> None:
    # What is needed is imported before the limits are set, so that Python may still write its bytecode cache.
    if kind == "pdf":
        from shared.extraction.pdf import read_pdf as read
    else:
        from shared.extraction.docx import read_docx as read
    limit_this_process()
    sys.stdout.buffer.write(answer(read, sys.stdin.buffer.read()))


if __name__ == "__main__":
    main(sys.argv[1])
