"""A CV as people have it: a PDF from a word processor."""

import io
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from tests.web.visitor import CV


def cv_pdf() -> dict[str, Any]:
    """A file to choose, with the sample CV's lines on as many pages as they need."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    text = canvas.beginText(50, 800)
    for line in CV.encode("latin-1", "replace").decode("latin-1").splitlines():
        if text.getY() < 50:
            canvas.drawText(text)
            canvas.showPage()
            text = canvas.beginText(50, 800)
        text.setFont("Helvetica", 8)
        text.textLine(line)
    canvas.drawText(text)
    canvas.save()
    return {"name": "nora-notreal.pdf", "mimeType": "application/pdf", "buffer": stream.getvalue()}
