"""The bundled family as ReportLab knows it, and which characters it can show."""

from functools import cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from resources import path

REGULAR = "CasebookRegular"
BOLD = "CasebookBold"
ITALIC = "CasebookItalic"

_FILES = {
    REGULAR: "CasebookInter-Regular.ttf",
    BOLD: "CasebookInter-SemiBold.ttf",
    ITALIC: "CasebookInter-Italic.ttf",
}


@cache
def covered() -> frozenset[int]:
    """Make the family known to ReportLab, once, and return the code points that every face of it can show."""
    for name, file in _FILES.items():
        pdfmetrics.registerFont(TTFont(name, str(path("fonts", file))))
    pdfmetrics.registerFontFamily(REGULAR, normal=REGULAR, bold=BOLD, italic=ITALIC, boldItalic=BOLD)
    faces = (pdfmetrics.getFont(name).face.charToGlyph for name in _FILES)
    return frozenset.intersection(
        *(frozenset(code for code, glyph in face.items() if glyph) for face in faces)
    )


def width(text: str, font: str, size: float) -> float:
    """How wide a line of text is, in points."""
    covered()
    return float(pdfmetrics.stringWidth(text, font, size))
