"""The old page's history, exported from localStorage: entries that hold an answer of the old service.

An entry becomes the documents that the old service would have stored: its analysis, and CV and job if it has
their texts. Where the answer has the ids of the old database these are kept, so that history and database
meet.
"""

from collections.abc import Iterator
from typing import Any

type Raw = dict[str, Any]


def is_entry(raw: object) -> bool:
    return isinstance(raw, dict) and "type" not in raw and isinstance(raw.get("result"), dict)


def documents_of(entry: Raw) -> Iterator[Raw]:
    """Of an entry as ``is_entry`` knows it; what is malformed stays so, for the models to refuse."""
    result = entry["result"]
    entry_id = entry.get("id")
    made = result.get("created_at") or entry.get("timestamp")
    cv_id, job_id = (result.get(name) or f"{entry_id}-{name[:-3]}" for name in ("cv_id", "job_id"))
    if entry.get("cvContent"):
        yield {
            "type": "cv",
            "id": cv_id,
            "created_at": made,
            "filename": entry.get("cvFilename"),
            "content": entry["cvContent"],
        }
    if entry.get("jobDescription"):
        yield {
            "type": "job",
            "id": job_id,
            "created_at": made,
            "title": entry.get("jobTitle"),
            "content": entry["jobDescription"],
            "source_url": entry.get("jobUrl"),
        }
    yield {
        **result,
        "type": "analysis",
        "id": result.get("id") or entry_id,
        "created_at": made,
        "cv_id": cv_id,
        "job_id": job_id,
        "cv_filename": result.get("cv_filename") or entry.get("cvFilename"),
        "job_title": result.get("job_title") or entry.get("jobTitle"),
    }
