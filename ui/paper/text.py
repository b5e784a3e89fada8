"""How text from people reaches a page: letter for letter, never as markup, and with nothing lost."""

import re
import unicodedata
from xml.sax.saxutils import escape

from ui.paper.fonts import covered

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_CODE = re.compile(r"\[U\+[0-9A-F]{4,6}\]")
_LAYOUT_HINTS = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_TAB = "\u00a0\u00a0\u00a0 "
_REPLACEMENT = 0xFFFD
_LAST = 0xFFFF  # beyond it the PDF would not say which character a glyph stands for
_UNSEEN = ("Cc", "Cf")
_RIGHT_TO_LEFT = ("R", "AL", "AN")


def shown(text: str) -> str:
    """Return the text as the page can show it.

    Every kind of line end becomes a newline; control characters and invisible hints where to break a word
    go; a character that the font has no glyph for, or that would reorder its neighbours, stands as its
    code, as in "[U+1F600]".
    """
    lines = _LINE_ENDS.sub("\n", unicodedata.normalize("NFC", text)).replace("\t", _TAB)
    return "".join(map(_shown, lines.translate(_LAYOUT_HINTS)))


def stands_for(text: str) -> bool:
    """Whether a code stands for some character of a text that was made to be shown."""
    return _CODE.search(text) is not None


def _shown(character: str) -> str:
    category = unicodedata.category(character)
    if character == "\n" or _has_glyph(character, category):
        return character
    if category == "Cc":
        return ""
    return " " if category == "Zs" else f"[U+{ord(character):04X}]"


def _has_glyph(character: str, category: str) -> bool:
    code = ord(character)
    left_to_right = unicodedata.bidirectional(character) not in _RIGHT_TO_LEFT
    return (
        code in covered()
        and code <= _LAST
        and code != _REPLACEMENT
        and left_to_right
        and category not in _UNSEEN
    )


def one_line(text: str) -> str:
    """The same for places that have one line: newlines become spaces."""
    return shown(text).replace("\n", " ")


def marked_up(text: str) -> str:
    """The text as ReportLab's paragraph markup: everything from people escaped, rows of spaces kept."""
    return escape(shown(text)).replace("  ", "\u00a0 ").replace("\n", "<br/>")


def paragraphs_of(text: str) -> list[str]:
    """The lines of a text as markup, with "" for a blank line; blank lines at both ends go."""
    return [marked_up(line) for line in shown(text).strip("\n").split("\n")]
