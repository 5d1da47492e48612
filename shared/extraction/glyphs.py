"""The glyphs of a PDF page that its reader can see.

Geometry is in points with the origin at the top left of the upright page, y downwards.
"""

import contextlib
import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from functools import partial
from typing import Any, NamedTuple

import pypdfium2_raw as pdfium  # type: ignore[import-untyped]

from shared.extraction.accents import STROKE, find_accented
from shared.extraction.problems import TOO_COMPLEX, TOO_MUCH_TEXT, UnreadableFile
from shared.extraction.tex_fonts import LETTERS

MAX_GLYPHS_PER_PAGE = 100_000

_SMALLEST = 2.0
"""Points. Nobody reads text of this height, search engines of the "keyword stuffing" kind do."""
_CONTRAST = 24
"""Difference, 0-255, of one colour channel between text and what is behind it."""
_PIXELS = 1.5
"""Pixels per point when a page is drawn to see what covers its text."""
_MAX_PIXELS = 3_000_000

_SPACE = 0x20
_STROKE_LEAST, _STROKE_MOST = 0.02, 0.1
"""How far the stroke of TeX's "Ł" stands to the right of the "L", of the font's size."""
_INVISIBLE_MODES = {pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP}
_STROKED_MODES = {pdfium.FPDF_TEXTRENDERMODE_STROKE, pdfium.FPDF_TEXTRENDERMODE_STROKE_CLIP}

type Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""
type Colour = tuple[int, int, int, int]


class Glyph:
    """One character; ``text`` is more than one code point for ligatures and surrogate pairs."""

    __slots__ = ("box", "parted", "quarter", "spaced", "text")

    def __init__(self, text: str, box: Box, quarter: int | None, spaced: bool) -> None:
        self.text = text
        self.box = box
        self.quarter = quarter
        """Quarter turns counter-clockwise in the page's own space; none of them when ``None``."""
        self.spaced = spaced
        """Whether a space character was drawn before it."""
        self.parted = False
        """Whether PDFium takes it to be a word space away from what is drawn before it."""


class Seen(NamedTuple):
    glyphs: list[Glyph]
    hidden_passages: int
    unmapped: int
    """Glyphs whose font does not say which character they are."""
    scanned: bool
    """The text is the invisible layer that text recognition laid over a picture of the page."""
    is_picture: bool = False
    """There is nothing but a picture."""


class _Style(NamedTuple):
    colours: list[Colour]
    """Of fill, outline or both; empty when it is a pattern."""
    invisible: bool
    can_be_drawn: bool
    """The font is in the file, so that drawing the page shows the glyph on any machine."""


class _Mark(NamedTuple):
    glyph: Glyph
    area: Box
    """In page space: left, bottom, right, top."""
    owner: int
    """Address of the text object, 0 when unknown."""


def see(page: Any, *, by_tex: bool = False) -> Seen:
    """Glyphs in the order in which the page draws them, without those that nobody can see.

    Left out is what is off the page, smaller than two points, drawn invisibly or transparently, of the colour
    of what is behind it, or covered or clipped away. The page is turned so that its text is upright.
    ``by_tex``: TeX made the page. Raises ``UnreadableFile`` for a page with more glyphs than any CV has.
    """
    bounds = _bounds(page)
    marks, objects, unmapped = _marks(page, by_tex=by_tex)
    if not marks:
        return Seen(
            [], 0, unmapped, scanned=False, is_picture=not unmapped and _has_large_image(page, bounds)
        )
    rotation = _main_direction(marks)
    if rotation != pdfium.FPDFPage_GetRotation(page):
        # PDFium takes the words of lines that stand on their head apart.
        pdfium.FPDFPage_SetRotation(page, rotation)
        marks, objects, unmapped = _marks(page, by_tex=by_tex)

    styles = {owner: _style(text_object) for owner, text_object in objects.items()}
    with_text = _draw(page, bounds)
    for text_object in objects.values():
        pdfium.FPDFPageObj_SetIsActive(text_object, False)
    behind = _draw(page, bounds)
    changed = _differences(with_text, behind)
    scanned = all(owner in styles and styles[owner].invisible for _, _, owner in marks) and _has_large_image(
        page, bounds
    )

    smallest = _SMALLEST * min(1.0, (bounds[2] - bounds[0]) / 595)
    visible: list[Glyph] = []
    passages = 0
    was_hidden = False
    for glyph, area, owner in marks:
        style = styles.get(owner)
        box = _turned(area, bounds, rotation)
        hidden = (
            _is_off_page(area, bounds)
            or _height(area, glyph.quarter) < smallest
            or (style is not None and _blends_in(style, box, behind, changed, scanned))
        )
        if hidden:
            passages += not was_hidden
        else:
            glyph.box = box
            glyph.quarter = None if glyph.quarter is None else (glyph.quarter - rotation) % 4
            visible.append(glyph)
        was_hidden = hidden
    return Seen(visible, passages, unmapped, scanned)


def _bounds(page: Any) -> Box:
    """Of the visible page, in page space: left, bottom, right, top."""
    rectangle = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, rectangle)
    return rectangle.left, rectangle.bottom, rectangle.right, rectangle.top


@contextlib.contextmanager
def _text_page(page: Any) -> Iterator[Any]:
    text_page = pdfium.FPDFText_LoadPage(page)
    if not text_page:
        raise UnreadableFile("unreadable_file", TOO_COMPLEX)
    try:
        yield text_page
    finally:
        pdfium.FPDFText_ClosePage(text_page)


def _marks(page: Any, *, by_tex: bool) -> tuple[list[_Mark], dict[int, Any], int]:
    """The marks, the text objects that drew them by their addresses, and how many have no character."""
    with _text_page(page) as text_page:
        return _marks_of(text_page, by_tex=by_tex)


def _marks_of(text_page: Any, *, by_tex: bool) -> tuple[list[_Mark], dict[int, Any], int]:
    count = pdfium.FPDFText_CountChars(text_page)
    if count > MAX_GLYPHS_PER_PAGE:
        raise UnreadableFile("payload_too_large", TOO_MUCH_TEXT)
    marks: list[_Mark] = []
    objects: dict[int, Any] = {}
    bearing: dict[int, float] = {}
    unmapped = 0
    spaced = parted = False
    gap_at = 0.0
    rectangle = pdfium.FS_RECTF()
    for index in range(count):
        if pdfium.FPDFText_IsGenerated(text_page, index) == 1:
            parted = True
            pdfium.FPDFText_GetLooseCharBox(text_page, index, rectangle)
            gap_at = rectangle.left
            continue
        code = pdfium.FPDFText_GetUnicode(text_page, index)
        # PDFium marks a hyphen at the end of a line as U+0002.
        character = "-" if code == 2 else chr(code)
        if pdfium.FPDFText_HasUnicodeMapError(text_page, index) == 1 or code in (0, 0xFFFD, 0xFFFE, 0xFFFF):
            letters = LETTERS.get(code) if by_tex and _is_of_type_3(text_page, index) else None
            if code == _SPACE:
                letters = STROKE
            if letters is None:
                unmapped += 1
                spaced = True
                continue
            character = letters
        if character.isspace():
            spaced = True
            continue
        if 0xDC00 <= code <= 0xDFFF and marks and "\ud800" <= marks[-1].glyph.text <= "\udbff":
            pair = marks[-1].glyph.text + character
            marks[-1].glyph.text = pair.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
            continue
        if not pdfium.FPDFText_GetLooseCharBox(text_page, index, rectangle):
            continue
        text_object = pdfium.FPDFText_GetTextObject(text_page, index)
        owner = ctypes.addressof(text_object.contents) if text_object else 0
        if owner and owner not in objects:
            objects[owner] = text_object
            if _stands_for_something(text_object):
                bearing[owner] = _BEARING
            elif _tells_no_height(text_object):
                bearing[owner] = 0.0
        quarter = _quarter(pdfium.FPDFText_GetCharAngle(text_page, index))
        area = (rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
        if by_tex and parted and character == "L":
            # PDFium drops the stroke of a word's first letter, a space to it; the gap is where it stood.
            x, y, size = ctypes.c_double(), ctypes.c_double(), pdfium.FPDFText_GetFontSize(text_page, index)
            pdfium.FPDFText_GetCharOrigin(text_page, index, ctypes.byref(x), ctypes.byref(y))
            if _STROKE_LEAST * size < gap_at - x.value < _STROKE_MOST * size:
                character = "Ł"
        if owner in bearing:
            area = _with_white(area, text_page, index, text_object, bearing[owner])
        marks.append(_Mark(Glyph(character, area, quarter, spaced), area, owner))
        marks[-1].glyph.parted = parted
        spaced = parted = False
    marks, strokes = _with_accents(marks)
    return marks, objects, unmapped + strokes


def _with_accents(marks: list[_Mark]) -> tuple[list[_Mark], int]:
    """``marks`` with an accent and its letter as one; how many strokes go through no letter and are left
    out."""
    found = find_accented([(mark.glyph.text, mark.area) for mark in marks])
    kept: list[_Mark] = []
    strokes = 0
    spaced = False
    for at, mark in enumerate(marks):
        # An accent is away from what is drawn next to it, whether words are or not.
        mark.glyph.parted &= at - 1 not in found
        if at in found:
            letter, together = found[at]
            marks[letter].glyph.text = together
            spaced = mark.glyph.spaced and letter == at + 1
        elif mark.glyph.text == STROKE:
            strokes += 1
            spaced = True
        else:
            mark.glyph.spaced |= spaced
            spaced = False
            kept.append(mark)
    return kept, strokes


def _is_of_type_3(text_page: Any, index: int) -> bool:
    """Whether the font of a glyph has no name, as only those of type 3 have none."""
    text_object = pdfium.FPDFText_GetTextObject(text_page, index)
    font = pdfium.FPDFTextObj_GetFont(text_object) if text_object else None
    return bool(font) and pdfium.FPDFFont_GetBaseFontName(font, None, 0) <= 1


def _stands_for_something(text_object: Any) -> bool:
    """Whether the file says in other letters what the text object stands for (ActualText)."""
    marks = map(
        partial(pdfium.FPDFPageObj_GetMark, text_object), range(pdfium.FPDFPageObj_CountMarks(text_object))
    )
    return any(pdfium.FPDFPageObjMark_GetParamValueType(mark, b"ActualText") for mark in marks)


def _tells_no_height(text_object: Any) -> bool:
    """Whether the font says that hardly anything is below its base line, as those do that LibreOffice writes:
    PDFium then takes the ink of a glyph for its height."""
    font = pdfium.FPDFTextObj_GetFont(text_object)
    descent = ctypes.c_float()
    return (
        bool(font)
        and pdfium.FPDFFont_GetBaseFontName(font, None, 0) > 1  # those of type 3 tell of no height at all
        and pdfium.FPDFFont_GetDescent(font, 1.0, ctypes.byref(descent)) == 1
        and descent.value > -_LEAST_DESCENT
    )


def _with_white(area: Box, text_page: Any, index: int, text_object: Any, bearing: float) -> Box:
    """``area`` of a glyph, as high as its font and with the white at its sides, ``bearing`` of its
    font's size: PDFium may give the ink alone, which of a hyphen is half a point high."""
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFText_GetMatrix(text_page, index, ctypes.byref(matrix)):
        return area
    size = pdfium.FPDFText_GetFontSize(text_page, index)
    origin_x, origin_y = ctypes.c_double(), ctypes.c_double()
    has_origin = pdfium.FPDFText_GetCharOrigin(
        text_page, index, ctypes.byref(origin_x), ctypes.byref(origin_y)
    )
    own = pdfium.FS_MATRIX()
    if (
        pdfium.FPDFPageObj_GetMatrix(text_object, ctypes.byref(own))
        and abs(origin_x.value - own.e) + abs(origin_y.value - own.f) < 1
        and abs(matrix.e - own.e) + abs(matrix.f - own.f) > 1
    ):
        # What a glyph of a form (half transparent text of browsers) stands for is placed as if the form were
        # the page.
        area = _moved(area, own, matrix)
        origin_x.value, origin_y.value = matrix.e, matrix.f
    left, bottom, right, top = area
    x, y = (left + right) / 2, (bottom + top) / 2
    if has_origin:
        # The middle of the line is a little above the base line, whatever the letter.
        if abs(matrix.d) > abs(matrix.c):
            y = origin_y.value + matrix.d * size * _MIDDLE
        else:
            x = origin_x.value + matrix.c * size * _MIDDLE
    half_x = max(abs(matrix.c) * size / 2, (right - left) / 2 + abs(matrix.a) * size * bearing)
    half_y = max(abs(matrix.d) * size / 2, (top - bottom) / 2 + abs(matrix.b) * size * bearing)
    return x - half_x, y - half_y, x + half_x, y + half_y


def _moved(area: Box, one: Any, other: Any) -> Box:
    """``area`` where ``other`` puts what ``one`` puts there."""
    determinant = one.a * one.d - one.b * one.c
    if abs(determinant) < 1e-9:
        return area
    points = []
    for corner_x, corner_y in (area[:2], area[2:]):
        x, y = corner_x - one.e, corner_y - one.f
        u, v = (one.d * x - one.c * y) / determinant, (one.a * y - one.b * x) / determinant
        points.append((other.a * u + other.c * v + other.e, other.b * u + other.d * v + other.f))
    (x0, y0), (x1, y1) = points
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


_LEAST_DESCENT = 0.1
"""Of a font's size."""
_MIDDLE = 0.28
"""Of the font's size above the base line: half way between what is below it and what is above."""
_BEARING = 0.05
"""White at a side of a letter, of the font's size."""


def _quarter(angle: float) -> int | None:
    turns = -angle / (math.pi / 2)  # PDFium measures clockwise.
    return round(turns) % 4 if abs(turns - round(turns)) < 0.1 else None


def _main_direction(marks: list[_Mark]) -> int:
    """The quarter turn of most of the text: what is upright for its reader, whatever the page says."""
    turns = Counter(mark.glyph.quarter for mark in marks if mark.glyph.quarter is not None)
    return turns.most_common(1)[0][0] if turns else 0


def _turned(area: Box, bounds: Box, quarters: int) -> Box:
    """``area`` of page space on the page turned clockwise by ``quarters``, y downwards."""
    left, bottom, right, top = bounds
    x0, y0, x1, y1 = area
    match quarters % 4:
        case 0:
            return x0 - left, top - y1, x1 - left, top - y0
        case 1:
            return y0 - bottom, x0 - left, y1 - bottom, x1 - left
        case 2:
            return right - x1, y0 - bottom, right - x0, y1 - bottom
        case _:
            return top - y1, right - x1, top - y0, right - x0


def _is_off_page(area: Box, bounds: Box) -> bool:
    x, y = (area[0] + area[2]) / 2, (area[1] + area[3]) / 2
    return not (bounds[0] <= x <= bounds[2] and bounds[1] <= y <= bounds[3])


def _height(area: Box, quarter: int | None) -> float:
    width, height = area[2] - area[0], area[3] - area[1]
    if quarter is None:
        return max(width, height)
    return width if quarter % 2 else height


def _style(text_object: Any) -> _Style:
    mode = pdfium.FPDFTextObj_GetTextRenderMode(text_object)
    colours = []
    if mode not in _STROKED_MODES:
        colours.append(_colour(pdfium.FPDFPageObj_GetFillColor, text_object))
    if mode in _STROKED_MODES or mode in (
        pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE,
        pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE_CLIP,
    ):
        colours.append(_colour(pdfium.FPDFPageObj_GetStrokeColor, text_object))
    known = [colour for colour in colours if colour is not None]
    transparent = len(known) == len(colours) and all(colour[3] < _CONTRAST for colour in known)
    font = pdfium.FPDFTextObj_GetFont(text_object)
    return _Style(
        colours=known if len(known) == len(colours) else [],
        invisible=mode in _INVISIBLE_MODES or transparent,
        can_be_drawn=bool(font) and pdfium.FPDFFont_GetIsEmbedded(font) == 1,
    )


def _colour(read: Any, text_object: Any) -> Colour | None:
    parts = [ctypes.c_uint() for _ in range(4)]
    if not read(text_object, *(ctypes.byref(part) for part in parts)):
        return None
    red, green, blue, alpha = (part.value for part in parts)
    return red, green, blue, alpha


class _Picture(NamedTuple):
    pixels: bytes
    """Blue, green, red, unused."""
    width: int
    height: int
    scale: float

    def area(self, box: Box) -> tuple[int, int, int, int]:
        """Pixels of ``box``: left, top, right, bottom, at least one each way and inside the picture."""
        left = min(max(int(box[0] * self.scale), 0), self.width - 1)
        top = min(max(int(box[1] * self.scale), 0), self.height - 1)
        right = min(max(math.ceil(box[2] * self.scale), left + 1), self.width)
        bottom = min(max(math.ceil(box[3] * self.scale), top + 1), self.height)
        return left, top, right, bottom


def _draw(page: Any, bounds: Box) -> _Picture:
    width, height = bounds[2] - bounds[0], bounds[3] - bounds[1]
    if pdfium.FPDFPage_GetRotation(page) % 2:
        width, height = height, width
    scale = min(_PIXELS, math.sqrt(_MAX_PIXELS / max(width * height, 1.0)))
    columns, rows = max(1, math.ceil(width * scale)), max(1, math.ceil(height * scale))
    if (
        columns * rows > 2 * _MAX_PIXELS
    ):  # A page of extreme proportions, where rounding up a side to 1 counts.
        raise MemoryError
    bitmap = pdfium.FPDFBitmap_CreateEx(columns, rows, pdfium.FPDFBitmap_BGRx, None, 0)
    if not bitmap:
        raise MemoryError
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, columns, rows, 0xFFFFFFFF)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, columns, rows, 0, 0)
        size = pdfium.FPDFBitmap_GetStride(bitmap) * rows
        return _Picture(ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), size), columns, rows, scale)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)


def _differences(one: _Picture, other: _Picture) -> bytes:
    """Non-zero where the pictures differ."""
    number = int.from_bytes(one.pixels) ^ int.from_bytes(other.pixels)
    return number.to_bytes(len(one.pixels))


def _blends_in(style: _Style, box: Box, behind: _Picture, changed: bytes, scanned: bool) -> bool:
    """Whether a glyph in ``box`` (upright page) cannot be told from its background."""
    left, top, right, bottom = behind.area(box)
    if style.invisible:
        return not (scanned and _is_varied(behind, left, top, right, bottom))
    if style.can_be_drawn:
        width = behind.width * 4
        rows = (changed[y * width + left * 4 : y * width + right * 4] for y in range(top, bottom))
        if not any(row.strip(b"\0") for row in rows):
            return True
    return bool(style.colours) and not any(
        _stands_out(colour, behind, left, top, right, bottom) for colour in style.colours
    )


def _stands_out(colour: Colour, behind: _Picture, left: int, top: int, right: int, bottom: int) -> bool:
    """Whether at least a third of nine points in the area are of another colour than the glyph."""
    red, green, blue, _ = colour
    different = 0
    for step_y in (1, 3, 5):
        y = top + (bottom - top) * step_y // 6
        for step_x in (1, 3, 5):
            at = (y * behind.width + left + (right - left) * step_x // 6) * 4
            b, g, r = behind.pixels[at : at + 3]
            different += (
                abs(r - red) >= _CONTRAST or abs(g - green) >= _CONTRAST or abs(b - blue) >= _CONTRAST
            )
    return different >= 3


def _is_varied(picture: _Picture, left: int, top: int, right: int, bottom: int) -> bool:
    """Whether there is something to see in the area: the ink of a scanned word."""
    width = picture.width * 4
    values = b"".join(
        picture.pixels[y * width + left * 4 : y * width + right * 4 : 4] for y in range(top, bottom)
    )
    return max(values) - min(values) >= _CONTRAST


def _has_large_image(page: Any, bounds: Box) -> bool:
    """Whether one picture covers at least half of the page."""
    area = (bounds[2] - bounds[0]) * (bounds[3] - bounds[1])
    sides = [ctypes.c_float() for _ in range(4)]
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        page_object = pdfium.FPDFPage_GetObject(page, index)
        if pdfium.FPDFPageObj_GetType(page_object) != pdfium.FPDF_PAGEOBJ_IMAGE:
            continue
        if pdfium.FPDFPageObj_GetBounds(page_object, *(ctypes.byref(side) for side in sides)):
            left, bottom, right, top = (side.value for side in sides)
            if (right - left) * (top - bottom) >= area / 2:
                return True
    return False
