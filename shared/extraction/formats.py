"""What an uploaded file is, by its first bytes rather than by what it is called."""

import re
from enum import Enum

from shared.extraction.problems import LOCKED, UnreadableFile


class Format(Enum):
    TEXT = "text"
    PDF = "pdf"
    DOCX = "docx"


_ADVICE = "Upload a .pdf, .docx, .md or .txt file."
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"{\\rtf", "This is an RTF file. Save it as .docx or PDF."),
    (b"\x89PNG", "This is a picture."),
    (b"\xff\xd8\xff", "This is a picture."),
    (b"GIF8", "This is a picture."),
    (b"II*\x00", "This is a picture."),
    (b"MM\x00*", "This is a picture."),
    (b"BM", "This is a picture."),
    (b"RIFF", "This is a picture, sound or video."),
    (b"MZ", "This is a program."),
    (b"\x7fELF", "This is a program."),
    (b"\xcf\xfa\xed\xfe", "This is a program."),
    (b"\xca\xfe\xba\xbe", "This is a program."),
    (b"\x00asm", "This is a program."),
    (b"\x1f\x8b", "This is an archive."),
    (b"7z\xbc\xaf\x27\x1c", "This is an archive."),
    (b"Rar!\x1a\x07", "This is an archive."),
    (b"BZh", "This is an archive."),
    (b"\xfd7zXZ\x00", "This is an archive."),
    (b"\x28\xb5\x2f\xfd", "This is an archive."),
    (b"%!PS", "This is a PostScript file. Save it as PDF."),
    (b"SQLite format 3\x00", "This is a database."),
)

_BINARY_EXTENSIONS = {"pdf": "a PDF", "docx": "a Word document"}
_TEXT_EXTENSIONS = {"txt", "text", "md", "markdown"}
_PDF_TYPES = {"application/pdf", "application/x-pdf"}
_DOCX_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_TEXT_TYPES = {"text/plain", "text/markdown", "text/x-markdown"}
_UNTOLD_TYPES = {"", "application/octet-stream", "binary/octet-stream"}
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html[\s>]|\?xml\s)", re.IGNORECASE)


def recognise(data: bytes, *, filename: str | None, content_type: str | None) -> Format:
    """The format of ``data``. Raises ``UnreadableFile`` when it is none that can be read.

    PDF and zip files are known by their signature and read under whatever name they come. Plain text has
    none: it is taken for text when name or content type say so, or when neither says anything.
    """
    if b"%PDF-" in data[:1024]:
        return Format.PDF
    if data.startswith(_ZIP):
        return Format.DOCX
    if data.startswith(_OLE):
        # A Word file with a password is an OLE container with an "EncryptedPackage" stream: [MS-OFFCRYPTO]
        # 2.3.4.
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise UnreadableFile("unreadable_file", LOCKED)
        raise _unsupported("This is a file of an old Office version. Save it as .docx or PDF.")
    for signature, what in _SIGNATURES:
        if data.startswith(signature) and not _reads_as_text(signature, data):
            raise _unsupported(what)
    if data[4:8] == b"ftyp":
        raise _unsupported("This is a picture or video.")
    if _MARKUP.match(data[:200]):
        raise _unsupported(
            "This is a web page or XML file. Save it as PDF, or copy its text into a .txt file."
        )

    extension = _extension(filename)
    declared = (content_type or "").partition(";")[0].strip().lower()
    if extension in _BINARY_EXTENSIONS:
        raise _not_what_it_says(_BINARY_EXTENSIONS[extension])
    if extension in _TEXT_EXTENSIONS:
        return Format.TEXT
    if extension:
        raise _unsupported("Files with this extension cannot be read.")
    if declared in _PDF_TYPES:
        raise _not_what_it_says("a PDF")
    if declared == _DOCX_TYPE:
        raise _not_what_it_says("a Word document")
    if declared in _TEXT_TYPES or declared in _UNTOLD_TYPES:
        return Format.TEXT
    raise _unsupported("Files of this content type cannot be read.")


def _reads_as_text(signature: bytes, data: bytes) -> bool:
    """Short signatures of letters may begin a CV: "BMW apprenticeship", "MZ"."""
    return len(signature) <= 4 and signature.isalpha() and b"\x00" not in data[:512]


def _extension(filename: str | None) -> str:
    name = (filename or "").strip().rstrip(".").lower()
    _, dot, extension = name.rpartition(".")
    # "CV 2.0 final" has no extension.
    return extension if dot and re.fullmatch(r"[a-z0-9]{1,10}", extension) and not extension.isdigit() else ""


def _unsupported(what: str) -> UnreadableFile:
    return UnreadableFile("unsupported_media_type", f"{what} {_ADVICE}")


def _not_what_it_says(what: str) -> UnreadableFile:
    return UnreadableFile(
        "unreadable_file",
        f"The file says it is {what} but is not, or it is damaged. Save it again and upload that.",
    )
