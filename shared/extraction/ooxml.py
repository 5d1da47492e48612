"""Reads parts of an Office Open XML file (ISO/IEC 29500-2) that may have been made to do harm."""

import io
import posixpath
import zipfile
import zlib
from typing import Any
from xml.etree import ElementTree as ET

from shared.extraction.problems import DAMAGED, LOCKED, TOO_COMPLEX, UnreadableFile

_MAX_ENTRIES = 2_000
_MAX_PART_BYTES = 12 * 1024 * 1024
_MAX_BYTES = 20 * 1024 * 1024
_MAX_ELEMENTS = 250_000
_MAX_DEPTH = 150

_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://schemas.openxmlformats.org/drawingml/2006/diagram": "dgm",
    "http://purl.oclc.org/ooxml/drawingml/diagram": "dgm",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingShape": "wps",
    "urn:schemas-microsoft-com:vml": "v",
}


class Package:
    """A zip file with parts of XML, which refer to each other by relationships.

    Raises ``UnreadableFile`` for what is no such file, is damaged or encrypted, or grows beyond what a CV
    needs: by number of entries, by size after decompression, by number or depth of elements. Document type
    declarations, the way to entity expansion and external entities, are refused; Office never writes one.
    """

    def __init__(self, data: bytes) -> None:
        # Counted before the list of entries is built: half a million of them fit into an upload.
        if data.count(b"PK\x01\x02") > _MAX_ENTRIES:
            raise UnreadableFile("unreadable_file", TOO_COMPLEX)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
            raise UnreadableFile("unreadable_file", DAMAGED) from None
        self._names = set(self._zip.namelist())
        self._bytes = 0
        self._elements = 0

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def part(self, name: str) -> ET.Element | None:
        """The root of a part, with tags and attributes such as ``w:p``; ``None`` when there is no such
        part."""
        if name not in self._names:
            return None
        builder = _Guard(self._elements)
        # The parser calls doctype() of a target that has one, before it reads what the declaration declares.
        parser = ET.XMLParser(target=builder)  # noqa: S314 (see doctype below)
        try:
            for chunk in self._chunks(name):
                parser.feed(chunk)
            root: ET.Element = parser.close()
        except (ET.ParseError, AssertionError, LookupError, ValueError):
            raise UnreadableFile("unreadable_file", DAMAGED) from None
        self._elements = builder.elements
        return root

    def relations(self, name: str) -> dict[str, tuple[str, str]]:
        """Of a part ("" for the package): id to last word of the type and name of the part it leads to."""
        folder, file = posixpath.split(name)
        root = self.part(posixpath.join(folder, "_rels", f"{file}.rels"))
        relations = {}
        for relation in root if root is not None else []:
            if relation.get("TargetMode") == "External":
                continue
            target = relation.get("Target", "")
            path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            relations[relation.get("Id", "")] = (relation.get("Type", "").rpartition("/")[2], path)
        return relations

    def _chunks(self, name: str) -> Any:
        info = self._zip.getinfo(name)
        if info.flag_bits & 0x1:
            raise UnreadableFile("unreadable_file", LOCKED)
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise UnreadableFile("unreadable_file", DAMAGED)
        size = 0
        try:
            with self._zip.open(info) as stream:
                while chunk := stream.read(65_536):
                    size += len(chunk)
                    self._bytes += len(chunk)
                    if size > _MAX_PART_BYTES or self._bytes > _MAX_BYTES:
                        raise UnreadableFile("unreadable_file", TOO_COMPLEX)
                    yield chunk
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError):
            raise UnreadableFile("unreadable_file", DAMAGED) from None


class _Guard(ET.TreeBuilder):
    def __init__(self, elements: int) -> None:
        super().__init__()
        self.elements = elements
        self._depth = 0
        self._names: dict[str, str] = {}

    def doctype(self, name: str, pubid: str | None, system: str | None) -> None:
        raise UnreadableFile("unreadable_file", DAMAGED)

    def start(self, tag: str, attrs: dict[str, str], /) -> ET.Element:
        self.elements += 1
        self._depth += 1
        if self.elements > _MAX_ELEMENTS or self._depth > _MAX_DEPTH:
            raise UnreadableFile("unreadable_file", TOO_COMPLEX)
        return super().start(self._short(tag), {self._short(name): value for name, value in attrs.items()})

    def end(self, tag: str, /) -> ET.Element:
        self._depth -= 1
        return super().end(self._short(tag))

    def _short(self, name: str) -> str:
        if name not in self._names:
            namespace, brace, local = name[1:].partition("}")
            prefix = _PREFIXES.get(namespace, "other")
            self._names[name] = f"{prefix}:{local}" if brace else name
        return self._names[name]


def find(element: ET.Element, path: str) -> ET.Element | None:
    """The first child, or child of a child, by tags; ``Element.find`` takes a colon for a prefix to look
    up."""
    found: ET.Element | None = element
    for tag in path.split("/"):
        found = next((child for child in found if child.tag == tag), None) if found is not None else None
    return found
