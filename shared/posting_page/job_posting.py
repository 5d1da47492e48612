"""The posting that a page carries as data: a schema.org JobPosting, for search engines to read, or what its
own scripts show."""

import html
import json
import re
from collections import deque
from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple

from shared.extraction.normalise import clean
from shared.posting_page.html_tree import Node, parse
from shared.posting_page.main_text import text_of

_MAX_VALUES = 50_000
_FURTHER = (
    ("Responsibilities", "responsibilities"),
    ("Qualifications", "qualifications"),
    ("Skills", "skills"),
    ("Experience", "experienceRequirements"),
    ("Education", "educationRequirements"),
)
_NAMES = {
    "title": ("title", "jobTitle", "job_title", "positionTitle"),
    "description": ("description", "jobDescription", "job_description", "descriptionHtml", "content"),
    "responsibilities": ("responsibilities",),
    "qualifications": ("qualifications", "requirements"),
    "hiringOrganization": ("hiringOrganization", "company", "companyName", "company_name", "employer"),
}
"""The fields that are read of a JobPosting, and what programs call them."""
_FIELDS_OF_POSTINGS = """
applyUrl datePosted employer employmentType employment_type hiringOrganization jobLocation jobType
requisitionId validThrough workplaceType
"""
_ONLY_OF_POSTINGS = frozenset(_FIELDS_OF_POSTINGS.split())
_ASSIGNED = re.compile(
    r"""\b(?:window|self|globalThis)(?:\.[\w$]{1,60}|\[["'][\w$.-]{1,60}["']\])\s{0,9}=\s{0,9}"""
    r"""(?:JSON\.parse\(\s{0,9}(?=")|(?=[{\[]))"""
)
_MOST_DATA = 8


class Found(NamedTuple):
    posting: dict[str, Any]
    listed: bool
    """It stands in a list of others, such as those that are alike."""


def job_postings(root: Node) -> Iterator[Found]:
    """All objects of type JobPosting in the page's JSON-LD, outermost first."""
    for node in root.walk():
        if node.tag == "script" and "ld+json" in node.attributes.get("type", "").lower():
            for value, listed in _objects(_loads(node.raw_text())):
                if _is_job_posting(value.get("@type")):
                    yield Found(value, listed)


def shown_by_scripts(root: Node) -> Iterator[Found]:
    """What may be the posting in the data of a page that scripts put together, its fields named as those of a
    JobPosting.

    An object that has nothing that only postings have is taken for one of a list.
    """
    for data in islice(_data_of_scripts(root), _MOST_DATA):
        for value, listed in _objects(data, in_any_list=True):
            fields = {
                ours: next((value[name] for name in names if value.get(name)), None)
                for ours, names in _NAMES.items()
            }
            if isinstance(fields["title"], str) and isinstance(fields["description"], str):
                yield Found(fields, listed or _ONLY_OF_POSTINGS.isdisjoint(value))


def _data_of_scripts(root: Node) -> Iterator[Any]:
    """JSON that is alone in an element, or that a script assigns to a variable of the page."""
    for node in root.walk():
        if node.tag != "script":
            continue
        kind = node.attributes.get("type", "").lower()
        if kind == "application/json":
            yield _loads(node.raw_text())
        elif "json" not in kind:
            text = node.raw_text()
            for assigned in _ASSIGNED.finditer(text):
                data = _loads(text[assigned.end() :])
                yield _loads(data) if isinstance(data, str) else data


def _objects(data: Any, *, in_any_list: bool = False) -> Iterator[tuple[dict[str, Any], bool]]:
    """All objects in ``data``, outermost first, and whether they stand in a list of others: an ItemList, or
    ``in_any_list``."""
    queue: deque[tuple[Any, bool]] = deque([(data, False)])
    for _ in range(_MAX_VALUES):
        if not queue:
            return
        value, listed = queue.popleft()
        if isinstance(value, dict):
            yield value, listed
            listed |= value.get("@type") == "ItemList"
            queue += ((inner, listed) for inner in value.values())
        elif isinstance(value, list):
            queue += ((inner, listed or in_any_list) for inner in value)


def _is_job_posting(kind: Any) -> bool:
    kinds = kind if isinstance(kind, list) else [kind]
    return any(isinstance(one, str) and re.search(r"(?:^|[:/#])JobPosting$", one) for one in kinds)


def _loads(text: str) -> Any:
    """JSON as pages have it: with comments around it, raw line breaks, trailing commas, escaped quotes."""
    text = re.sub(
        r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)", "", text.lstrip("\ufeff")
    ).strip()
    for attempt in _mended(text):
        try:
            return json.JSONDecoder(strict=False).raw_decode(attempt)[0]
        except (ValueError, RecursionError):
            continue
    return None


def _mended(text: str) -> Iterator[str]:
    yield text
    yield re.sub(r"(?<=[:,\[])\s{0,9}undefined\b", "null", text)
    yield re.sub(r",(\s*[}\]])", r"\1", re.sub(r'\\(?![\\"/bfnrtu])', r"\\\\", text))
    yield html.unescape(text)


def content(posting: dict[str, Any]) -> str:
    """Plain text of the description and of further fields that say something the description does not."""
    description = "\n".join(_texts(posting.get("description")))
    parts = [description]
    for label, field in _FURTHER:
        text = "\n".join(_texts(posting.get(field)))
        if (words := _words(text)).strip() and words not in _words(description):
            parts.append(f"{label}\n{text}")
    return "\n\n".join(part for part in parts if part)


def _texts(value: Any) -> Iterator[str]:
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, str):
            yield plain(one)
        elif isinstance(one, dict):
            months = one.get("monthsOfExperience")
            if isinstance(months, int | float | str) and str(months).isdigit() and 0 < int(months) < 1_000:
                years = f"{int(months) / 12:g}"
                yield f"{years} year{'' if years == '1' else 's'} of experience"
            for key in ("name", "description", "credentialCategory", "@value"):
                if isinstance(one.get(key), str):
                    yield plain(one[key])


def _words(text: str) -> str:
    return f" {' '.join(re.findall(r'\w+', text.lower()))} "


def title(posting: dict[str, Any]) -> str | None:
    return line(posting.get("title") or posting.get("name"))


def company(posting: dict[str, Any]) -> str | None:
    organisation = posting.get("hiringOrganization")
    if isinstance(organisation, list):
        organisation = organisation[0] if organisation else None
    return line(organisation.get("name") if isinstance(organisation, dict) else organisation)


def plain(value: Any) -> str:
    """HTML, once or twice escaped or not at all, as plain text."""
    if not isinstance(value, str):
        return ""
    for _ in range(2):
        if not re.search(r"<[a-z/!]", value, re.IGNORECASE) and re.search(r"&(?:lt|amp);", value):
            value = html.unescape(value)
    if not re.search(r"<[a-z/!]", value, re.IGNORECASE):
        return clean(html.unescape(value))
    if "\n" in value and not re.search(r"<(?:p|br|li|div|ul)\b", value, re.IGNORECASE):
        value = value.replace("\n", "<br>")
    return text_of(parse(f"<article>{value}</article>"))


def line(value: Any, limit: int = 300) -> str | None:
    """A short text on one line, without markup."""
    if not isinstance(value, str):
        return None
    text = " ".join(plain(value).split())
    if len(text) > limit:
        text = text[: limit - 1].rstrip() + "…"
    return text or None
