"""What the letters of TeX's bitmap fonts are, which do not say so themselves.

A TeX without outlines for its T1 fonts (no ``cm-super``) puts bitmaps into the file, as fonts of type 3 that
name no characters. Their codes are those of the T1 ("Cork") encoding: M. Ferguson, "Report on multilingual
activities", TUGboat 11 (1990). Ligatures stand at lower codes in the older OT1.
"""

from itertools import chain

_LIGATURES = ("ff", "fi", "fl", "ffi", "ffl")
_LETTERS = "ĂĄĆČĎĚĘĞĹĽŁŃŇŊŐŔŘŚŠŞŤŢŰŮŸŹŽŻĲİđ§ăąćčďěęğĺľłńňŋőŕřśšşťţűůÿźžżĳ¡¿£"
_BULLET = 0x88
"""In the font of symbols that goes with T1; its Ĺ is far rarer."""

LETTERS: dict[int, str] = dict(
    chain(
        enumerate(map(chr, range(0x21, 0x7F)), 0x21),
        enumerate(map(chr, range(0xC0, 0x100)), 0xC0),
        enumerate(_LETTERS, 0x80),
        enumerate(_LIGATURES, 0x0B),
        enumerate(("“", "”", "„", "«", "»", "–", "—"), 0x10),
        enumerate(_LIGATURES, 0x1B),
        {0x27: "’", 0x60: "‘", 0x7F: "-", 0xD7: "Œ", 0xDF: "SS", 0xF7: "œ", 0xFF: "ß", _BULLET: "•"}.items(),
    )
)
"""The characters by their codes."""
