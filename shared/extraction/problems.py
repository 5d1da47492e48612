"""Why a file was refused, in words for its owner."""

from typing import Literal

ProblemCode = Literal["unreadable_file", "unsupported_media_type", "payload_too_large"]


class UnreadableFile(Exception):
    """``message`` says what to do next and holds nothing of the file's content or name."""

    def __init__(self, code: ProblemCode, message: str) -> None:
        super().__init__(message)
        self.code: ProblemCode = code
        self.message = message


TOO_COMPLEX = (
    "The file is too complex to read within the time and memory allowed. "
    "Save it again from your word processor as a simple PDF or .docx, or paste the text."
)
TOO_MUCH_TEXT = "The file holds far more text than a CV. Upload the CV alone, or paste its text."
NO_TEXT = (
    "There is no text in the file: it may be empty, or a scan or picture. "
    "Export the CV as PDF or .docx from the program it was written in, or paste the text."
)
PORTFOLIO = (
    "The file is a PDF that holds other files. Save the CV out of it as a file of its own and upload that."
)
FORM_OF_ITS_OWN = (
    "The file is a form that only Adobe Reader shows. Open it there, print it to PDF and upload that."
)
DAMAGED = (
    "The file is damaged or incomplete. "
    "Open it in the program it was made with, save it again and upload that."
)
LOCKED = "The file is protected with a password. Save a copy without one and upload that."
