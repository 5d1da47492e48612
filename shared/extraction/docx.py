"""Word files: the text of a .docx in the order in which it is read.

Own reading of WordprocessingML (ISO/IEC 29500-1, clause 17), because the libraries for it leave out text
boxes, which is where many CV templates put half of the CV, and hidden text is theirs to return.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element

from shared.extraction import LEAST_COLUMN, Extracted
from shared.extraction.dates import is_date
from shared.extraction.ooxml import Package, find
from shared.extraction.problems import DAMAGED, NO_TEXT, UnreadableFile

_CONTRAST = 24
"""Difference, 0-255, of one colour channel between text and its background below which nobody can read it."""
_SMALLEST = 4
"""Half-points."""

_SKIPPED = {
    "w:del",
    "w:moveFrom",
    "w:instrText",
    "w:delText",
    "w:pPr",
    "w:rPr",
    "w:sectPr",
    "w:tblPr",
    "w:tblGrid",
}
_HIGHLIGHTS = {
    "black": "000000",
    "blue": "0000FF",
    "cyan": "00FFFF",
    "green": "00FF00",
    "magenta": "FF00FF",
    "red": "FF0000",
    "yellow": "FFFF00",
    "white": "FFFFFF",
    "darkBlue": "000080",
    "darkCyan": "008080",
    "darkGreen": "008000",
    "darkMagenta": "800080",
    "darkRed": "800000",
    "darkYellow": "808000",
    "darkGray": "808080",
    "lightGray": "C0C0C0",
}
_UNKNOWN = "unknown"
"""A background that the file does not tell, such as a picture."""

_UNREAD = {
    "w:altChunk": "The file holds a document that only Word puts together with it, and that was left out. "
    "Open the file in Word, save it again and upload that.",
    "dgm:relIds": "The words in a drawing (SmartArt) were left out. "
    "Put them into the document as ordinary text.",
}
"""What is seen in Word and not read here, and what to do about it."""

_OF_PAGES = ("Index/Document.iwa", "Index.zip", "index.apxl")
_HIDDEN = "that a reader of the file cannot see (hidden, white or tiny)"


def read_docx(data: bytes) -> Extracted:
    """The visible text of a Word file, not yet normalised. Raises ``UnreadableFile``.

    Paragraphs are lines, cells of a table row are parted by tabs, list items begin with a bullet or number.
    Macros, embedded files, comments, deleted text and pictures are not looked at.
    """
    package = Package(data)
    main = next((part for kind, part in package.relations("").values() if kind == "officeDocument"), "")
    document = package.part(main)
    if document is None:
        raise _other_zip(package)
    if document.tag != "w:document":
        raise UnreadableFile(
            "unsupported_media_type",
            "This is an Office file, but not a Word document. Upload a .docx, .pdf, .md or .txt file.",
        )
    return _Reader(package, main, document).read()


def _other_zip(package: Package) -> UnreadableFile:
    if "[Content_Types].xml" in package:
        return UnreadableFile("unreadable_file", DAMAGED)
    if any(name in package for name in _OF_PAGES):
        return UnreadableFile(
            "unsupported_media_type",
            "This is a document of Apple Pages. Choose File, Export To, PDF or Word there, and upload what "
            "that saves.",
        )
    what = "an OpenDocument or e-book file" if "mimetype" in package else "an archive"
    return UnreadableFile(
        "unsupported_media_type", f"This is {what}. Save the CV as .docx or PDF and upload that file alone."
    )


class _Look(NamedTuple):
    """What a style or a run says about how text looks; ``None`` where it says nothing."""

    hidden: bool | None = None
    colour: str | None = None
    size: int | None = None
    fill: str | None = None

    def over(self, other: "_Look") -> "_Look":
        return other._replace(**{name: value for name, value in self._asdict().items() if value is not None})


class _Style(NamedTuple):
    look: _Look
    list_item: tuple[str, int] | None
    is_heading: bool
    shades: bool
    """A table style that colours cells."""


class _Reader:
    """Walks one document once; holds what the walk has to remember."""

    def __init__(self, package: Package, main: str, document: Element) -> None:
        self._package = package
        self._document = document
        self._relations = package.relations(main)
        self._styles = _styles(self._related("styles"))
        self._formats = _list_formats(self._related("numbering"))
        self._counters: dict[tuple[str, int], int] = {}
        self._has_shapes = any(
            element.tag == "wps:wsp"
            or (element.tag == "wp:anchor" and element.get("behindDoc") in ("1", "true"))
            for element in document.iter()
        )
        self._hidden = 0
        self._was_hidden = False
        self._doubtful = False
        self._in_columns = False

    def read(self) -> Extracted:
        page = self._page_colour()
        body = find(self._document, "w:body")
        lines = list(self._blocks(body, page)) if body is not None else []
        parts = ["\n".join(lines)]
        for kind, before in (("header", True), ("footer", False)):
            for text in dict.fromkeys(self._margin_texts(kind)):
                parts.insert(0, text) if before else parts.append(text)
        for kind in ("footnotes", "endnotes"):
            notes = self._related(kind)
            if notes is not None:
                parts += ["\n".join(self._blocks(note, page)) for note in notes if note.get("w:type") is None]
        text = "\n\n".join(part for part in parts if part.strip())
        if not text.strip():
            only_hidden = (
                f"All text in the file is text {_HIDDEN}. Upload a file with visible text, or paste it."
            )
            unread = next(iter(self._unread()), NO_TEXT)
            raise UnreadableFile("unreadable_file", only_hidden if self._hidden else unread)
        return Extracted(text, self._warnings(), self._in_columns or _has_columns(body))

    def _unread(self) -> list[str]:
        tags = {element.tag for element in self._document.iter()}
        return [advice for tag, advice in _UNREAD.items() if tag in tags]

    def _warnings(self) -> list[str]:
        warnings = self._unread()
        if self._hidden:
            passages = "1 passage" if self._hidden == 1 else f"{self._hidden} passages"
            warnings.append(f"Left out: {passages} of text {_HIDDEN}.")
        if self._doubtful:
            warnings.append(
                "The file has white text that may stand on a coloured shape or picture. It was kept; "
                "without one, no reader sees it."
            )
        return warnings

    # Other parts

    def _related(self, kind: str) -> Element | None:
        part = next((part for what, part in self._relations.values() if what == kind), "")
        return self._package.part(part)

    def _page_colour(self) -> str:
        background = find(self._document, "w:background")
        settings = self._related("settings")
        if background is None or settings is None or find(settings, "w:displayBackgroundShape") is None:
            return "FFFFFF"
        return background.get("w:color", _UNKNOWN)

    def _margin_texts(self, kind: str) -> Iterator[str]:
        """Headers or footers that a section of the document uses."""
        for reference in self._document.iter(f"w:{kind}Reference"):
            _, name = self._relations.get(reference.get("r:id", ""), ("", ""))
            part = self._package.part(name)
            if part is not None:
                yield "\n".join(self._blocks(part, "FFFFFF")).strip()

    # Blocks

    def _blocks(self, parent: Element, fill: str) -> Iterator[str]:
        """Lines of the paragraphs and tables in ``parent``."""
        for child in parent:
            match child.tag:
                case "w:p":
                    yield from self._paragraph(child, fill)
                case "w:tbl":
                    yield from self._table(child, fill)
                case "w:sdt":
                    yield from self._control(child, fill)
                case "mc:AlternateContent":
                    yield from self._blocks(_alternative(child), fill)
                case "w:ins" | "w:moveTo" | "w:customXml" | "w:smartTag":
                    yield from self._blocks(child, fill)

    def _control(self, control: Element, fill: str) -> Iterator[str]:
        content = find(control, "w:sdtContent")
        if content is not None and find(control, "w:sdtPr/w:showingPlcHdr") is None:
            yield from self._blocks(content, fill)

    def _table(self, table: Element, fill: str) -> Iterator[str]:
        style = self._style(find(table, "w:tblPr/w:tblStyle"))
        if style.shades:
            fill = _UNKNOWN
        for row in _descend(table, "w:tr"):
            if _is_on(find(row, "w:trPr/w:hidden")):
                self._hidden += 1
                continue
            cells = []
            for cell in _descend(row, "w:tc"):
                merged = find(cell, "w:tcPr/w:vMerge")
                if merged is not None and merged.get("w:val", "continue") == "continue":
                    continue
                cell_fill = _fill(find(cell, "w:tcPr/w:shd")) or fill
                cells.append([line for line in self._blocks(cell, cell_fill) if line.strip()])
            cells = [cell for cell in cells if cell]
            self._in_columns |= sum(len(cell) >= LEAST_COLUMN for cell in cells) > 1
            yield from _row(cells)

    def _paragraph(self, paragraph: Element, fill: str) -> Iterator[str]:
        style = self._style(find(paragraph, "w:pPr/w:pStyle"), default="paragraph")
        own_fill = _fill(find(paragraph, "w:pPr/w:shd")) or style.look.fill or fill
        boxes: list[tuple[Element, str]] = []
        self._was_hidden = False
        text = "".join(self._inline(paragraph, style.look, own_fill, boxes))
        if text.strip():
            if style.is_heading:
                yield ""
            yield self._marker(paragraph, style) + text
        else:
            yield ""
        for box, colour in boxes:
            lines = list(self._blocks(box, fill if colour == "none" else colour))
            self._in_columns |= sum(map(bool, map(str.strip, lines))) >= LEAST_COLUMN
            yield from lines

    def _marker(self, paragraph: Element, style: _Style) -> str:
        properties = find(paragraph, "w:pPr/w:numPr")
        item = _list_item(properties) if properties is not None else None
        number, level = item or style.list_item or ("0", 0)
        kind = self._formats.get((number, level), "bullet" if number != "0" else "none")
        indent = "  " * min(level, 8)
        if kind == "none":
            return ""
        if kind == "bullet":
            return f"{indent}• "
        for key in [key for key in self._counters if key[0] == number and key[1] > level]:
            del self._counters[key]
        count = self._counters[number, level] = self._counters.get((number, level), 0) + 1
        return f"{indent}{count}. "

    # Runs

    def _inline(
        self, parent: Element, look: _Look, fill: str, boxes: list[tuple[Element, str]]
    ) -> Iterator[str]:
        """Visible characters of a paragraph; text boxes anchored in it are put into ``boxes``."""
        for child in parent:
            if child.tag in _SKIPPED:
                continue
            if child.tag == "w:r":
                yield from self._run(child, look, fill, boxes)
            elif child.tag == "w:sdt":
                content = find(child, "w:sdtContent")
                if content is not None and find(child, "w:sdtPr/w:showingPlcHdr") is None:
                    yield from self._inline(content, look, fill, boxes)
            elif child.tag == "mc:AlternateContent":
                yield from self._inline(_alternative(child), look, fill, boxes)
            elif child.tag == "m:t":
                yield child.text or ""
            else:
                yield from self._inline(child, look, fill, boxes)

    def _run(self, run: Element, look: _Look, fill: str, boxes: list[tuple[Element, str]]) -> Iterator[str]:
        properties = find(run, "w:rPr")
        if properties is not None:
            named = self._style(find(properties, "w:rStyle")).look
            look = _look(properties).over(named).over(look)
        text = "".join(_characters(run))
        if text.strip():
            hidden = self._is_hidden(look, look.fill or fill)
            self._hidden += hidden and not self._was_hidden
            self._was_hidden = hidden
            if not hidden:
                yield text
        else:
            yield text
        boxes += _text_boxes(run)

    def _is_hidden(self, look: _Look, fill: str) -> bool:
        if look.hidden or (look.size is not None and look.size <= _SMALLEST):
            return True
        if look.colour is None or not _is_alike(look.colour, "FFFFFF" if fill == _UNKNOWN else fill):
            return False
        if fill == _UNKNOWN or self._has_shapes:
            self._doubtful = True
            return False
        return True

    def _style(self, reference: Element | None, default: str = "") -> _Style:
        name = reference.get("w:val", "") if reference is not None else default
        return self._styles.get(name) or self._styles.get(default) or _PLAIN


_PLAIN = _Style(_Look(), None, is_heading=False, shades=False)


# Styles and lists


def _styles(root: Element | None) -> dict[str, _Style]:
    """Styles by id, each with what it inherits; the default paragraph style also as "paragraph"."""
    if root is None:
        return {}
    own: dict[str, tuple[_Style, str]] = {}
    default = ""
    for style in root.iter("w:style"):
        name = style.get("w:styleId", "")
        based_on = find(style, "w:basedOn")
        numbering = find(style, "w:pPr/w:numPr")
        level = find(style, "w:pPr/w:outlineLvl")
        shading = _fill(find(style, "w:pPr/w:shd"))
        look = _look(find(style, "w:rPr"))
        own[name] = (
            _Style(
                look._replace(fill=look.fill or shading),
                _list_item(numbering) if numbering is not None else None,
                is_heading=level is not None and level.get("w:val", "9") < "9",
                shades=style.get("w:type") == "table" and any(_fill(shade) for shade in style.iter("w:shd")),
            ),
            based_on.get("w:val", "") if based_on is not None else "",
        )
        if style.get("w:type") == "paragraph" and style.get("w:default") in ("1", "true"):
            default = name
    defaults = _look(find(root, "w:docDefaults/w:rPrDefault/w:rPr"))
    styles = {name: _inherited(name, own, defaults) for name in own}
    if default:
        styles["paragraph"] = styles[default]
    return styles


def _inherited(name: str, own: dict[str, tuple[_Style, str]], defaults: _Look) -> _Style:
    result = _PLAIN
    seen: set[str] = set()
    # A style may be based on itself in a damaged file.
    while name in own and name not in seen:
        seen.add(name)
        style, name = own[name]
        result = _Style(
            result.look.over(style.look),
            result.list_item or style.list_item,
            result.is_heading or style.is_heading,
            result.shades or style.shades,
        )
    return result._replace(look=result.look.over(defaults))


def _look(properties: Element | None) -> _Look:
    if properties is None:
        return _Look()
    vanish = find(properties, "w:vanish")
    colour = find(properties, "w:color")
    size = find(properties, "w:sz")
    highlight = find(properties, "w:highlight")
    named = _HIGHLIGHTS.get(highlight.get("w:val", "")) if highlight is not None else None
    return _Look(
        hidden=None if vanish is None else _is_on(vanish),
        colour=None if colour is None else colour.get("w:val"),
        size=_integer(size.get("w:val")) if size is not None else None,
        fill=named or _fill(find(properties, "w:shd")),
    )


def _list_item(numbering: Element) -> tuple[str, int]:
    number, level = find(numbering, "w:numId"), find(numbering, "w:ilvl")
    return (
        number.get("w:val", "0") if number is not None else "0",
        (_integer(level.get("w:val")) or 0) if level is not None else 0,
    )


def _list_formats(root: Element | None) -> dict[tuple[str, int], str]:
    """``bullet``, ``none``, ``decimal``, … by number definition and level."""
    if root is None:
        return {}
    levels: dict[str, dict[int, str]] = {}
    for abstract in root.iter("w:abstractNum"):
        formats = levels.setdefault(abstract.get("w:abstractNumId", ""), {})
        for level in abstract.iter("w:lvl"):
            kind = find(level, "w:numFmt")
            at = _integer(level.get("w:ilvl"))
            if kind is not None and at is not None:
                formats[at] = kind.get("w:val", "none")
    found = {}
    for number in root.iter("w:num"):
        abstract_id = find(number, "w:abstractNumId")
        for at, kind_name in levels.get(
            abstract_id.get("w:val", "") if abstract_id is not None else "", {}
        ).items():
            found[number.get("w:numId", ""), at] = kind_name
    return found


# Elements


def _has_columns(body: Element | None) -> bool:
    """Whether a section of the document with some text is set in columns, as newspapers are."""
    written = 0
    for block in body if body is not None else ():
        written += any(text.text for text in block.iter("w:t"))
        for section in block.iter("w:sectPr"):
            columns = find(section, "w:cols")
            number = (_integer(columns.get("w:num")) or 1) if columns is not None else 1
            if number > 1 and written >= number * LEAST_COLUMN:
                return True
            written = 0
    return False


def _characters(run: Element) -> Iterator[str]:
    for child in run:
        match child.tag:
            case "w:t":
                yield child.text or ""
            case "w:tab" | "w:ptab":
                yield "\t"
            case "w:br" | "w:cr":
                yield "\n"
            case "w:noBreakHyphen":
                yield "-"
            case "w:ruby":
                # The word that the small letters above it say how to read.
                for base in child:
                    for under in base if base.tag == "w:rubyBase" else ():
                        yield from _characters(under)
            case "w:sym":
                code = child.get("w:char", "")
                if re.fullmatch("[0-9A-Fa-f]{4}", code):
                    yield chr(int(code, 16))


def _text_boxes(run: Element) -> Iterator[tuple[Element, str]]:
    """Contents of the text boxes of a drawing with the colour they stand on; "none" when that is the
    page's."""
    stack = [(child, "none") for child in reversed(run)]
    while stack:
        element, fill = stack.pop()
        if element.tag == "w:txbxContent":
            yield element, fill
            continue
        if element.tag == "mc:AlternateContent":
            # The second is the same drawing once more, for programs that do not know the first.
            element = _alternative(element)
        elif element.tag == "wps:wsp":
            fill = _shape_fill(element)
        elif element.tag.startswith("v:") and element.get("filled") not in ("f", "false"):
            fill = _UNKNOWN if element.get("fillcolor") else fill
        stack += [(child, fill) for child in reversed(element)]


def _shape_fill(shape: Element) -> str:
    for properties in shape.iter("wps:spPr"):
        if find(properties, "a:noFill") is not None:
            return "none"
        solid = find(properties, "a:solidFill/a:srgbClr")
        if solid is not None:
            return solid.get("val", _UNKNOWN)
        if any(child.tag.endswith("Fill") for child in properties):
            return _UNKNOWN
    return _UNKNOWN if find(shape, "wps:style") is not None else "none"


def _alternative(element: Element) -> Element:
    choice = find(element, "mc:Choice")
    if choice is None:
        choice = find(element, "mc:Fallback")
    return choice if choice is not None else Element("none")


def _descend(parent: Element, tag: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, which content controls and tracked changes may wrap."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in ("w:sdt", "w:sdtContent", "w:ins", "w:customXml"):
            yield from _descend(child, tag)


def _row(cells: list[list[str]]) -> Iterator[str]:
    """Lines of a table row: one if every cell is one, else cell after cell."""
    if all(len(cell) == 1 and "\n" not in cell[0] for cell in cells):
        if cells:
            yield "\t".join(cell[0].strip() for cell in cells)
        return
    # The date, whose ends may stand below each other, belongs with the first line, which says what happened
    # then.
    if len(cells) > 1 and is_date(date := _in_one_line(cells[0])):
        cells = cells[1:]
        cells[0][0] = f"{date}\t{cells[0][0]}"
    elif len(cells) > 1 and is_date(date := _in_one_line(cells[-1])):
        cells = cells[:-1]
        title, broken, more = cells[0][0].partition("\n")
        cells[0][0] = f"{title}\t{date}{broken}{more}"
    for cell in cells:
        yield from cell
    yield ""


_MOST_DATE_LINES = 3


def _in_one_line(cell: list[str]) -> str:
    lines = " ".join(cell).split() if len(cell) <= _MOST_DATE_LINES else []
    return " ".join(lines)


def _fill(shading: Element | None) -> str | None:
    if shading is None:
        return None
    # A solid pattern is drawn in the foreground colour.
    colour = shading.get("w:color") if shading.get("w:val") == "solid" else shading.get("w:fill")
    return colour if colour and re.fullmatch("[0-9A-Fa-f]{6}", colour) else None


def _is_alike(one: str, other: str) -> bool:
    if not re.fullmatch("[0-9A-Fa-f]{6}", one) or not re.fullmatch("[0-9A-Fa-f]{6}", other):
        return False
    channels = zip(bytes.fromhex(one), bytes.fromhex(other), strict=True)
    return all(abs(mine - theirs) < _CONTRAST for mine, theirs in channels)


def _is_on(element: Element | None) -> bool:
    return element is not None and element.get("w:val", "true") not in ("0", "false", "off")


def _integer(value: str | None) -> int | None:
    return int(value) if value and re.fullmatch("[0-9]{1,6}", value) else None
