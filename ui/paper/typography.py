"""The grid, the type scale and the few colours of every page, each written down once (points)."""

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm

from ui.paper.fonts import BOLD, ITALIC, REGULAR

PAGE_WIDTH, PAGE_HEIGHT = A4
LEFT, RIGHT, TOP, BOTTOM = 20 * mm, 18 * mm, 27 * mm, 25 * mm
TEXT_WIDTH = PAGE_WIDTH - LEFT - RIGHT
COLUMN = 72.0
"""Width of the column that holds codes and dates; everything else hangs to the right of it."""
BODY_WIDTH = TEXT_WIDTH - COLUMN
RULE_GAP = 8.5 * mm
"""Distance between ruled lines: room for handwriting."""

INK = HexColor("#17212B")
QUIET = HexColor("#4A5866")
HAIRLINE = HexColor("#C3CAD2")
RULE = HexColor("#98A3AF")
PAPER = HexColor("#FFFFFF")
WARNING: Color = HexColor("#A62B1F")

SMALL, BODY, LEAD, HEADING, TITLE = 8.0, 10.0, 11.5, 13.5, 21.0


def _style(name: str, size: float, leading: float, font: str = REGULAR, **more: object) -> ParagraphStyle:
    settings = {
        "fontName": font,
        "fontSize": size,
        "leading": leading,
        "textColor": INK,
        "bulletFontName": BOLD,
        "bulletFontSize": size,
        "bulletIndent": 0,
        "allowWidows": 0,
        "allowOrphans": 0,
        "splitLongWords": 1,
        **more,
    }
    return ParagraphStyle(name, **settings)


KICKER = _style("kicker", SMALL + 0.5, 12, BOLD, textColor=QUIET)
TITLE_LINE = _style("title", TITLE, 27, BOLD)
SECTION = _style("section", HEADING, 17, BOLD, spaceBefore=20, spaceAfter=7)
VIEW = _style("view", HEADING + 3, 21, BOLD, spaceBefore=22, spaceAfter=2)
SUBHEADING = _style("subheading", BODY, 14, BOLD, spaceBefore=8, spaceAfter=5, textColor=QUIET)
BODY_TEXT = _style("body", BODY, 14.5)
LEAD_TEXT = _style("lead", LEAD, 16)
SMALL_TEXT = _style("small", SMALL, 11, textColor=QUIET)
LABEL = _style("label", SMALL, 11, textColor=QUIET)
VALUE = _style("value", BODY, 14.5)
STRONG = _style("strong", BODY, 14.5, BOLD)
WARNING_LINE = _style("warning", LEAD, 16, BOLD, textColor=WARNING)

HUNG = _style("hung", BODY, 14.5, leftIndent=COLUMN)
HUNG_STRONG = _style("hung strong", BODY - 0.5, 13.5, BOLD, leftIndent=COLUMN)
NOTE = _style("note", BODY - 0.5, 13.5, leftIndent=COLUMN)
HUNG_SMALL = _style("hung small", SMALL, 11.5, leftIndent=COLUMN, textColor=QUIET)

CHOICES = _style("choices", BODY, 18, leftIndent=COLUMN)
BOXES = _style("boxes", BODY - 0.5, 15.5, leftIndent=COLUMN + 13, firstLineIndent=-13)
HUNG_LEAD = _style("hung lead", BODY + 0.5, 15, BOLD, leftIndent=COLUMN)
HUNG_LABEL = _style("hung label", SMALL, 12, leftIndent=COLUMN, textColor=QUIET, spaceBefore=3)
HUNG_ITEM = _style(
    "hung item", BODY - 0.5, 13, leftIndent=COLUMN + 12, bulletIndent=COLUMN, bulletFontName=REGULAR
)

CODE = _style("code", BODY - 0.5, 13, textColor=QUIET)
CODE_STRONG = _style("code strong", BODY + 0.5, 15, BOLD)
PROMPT = _style("prompt", BODY - 0.5, 13)
KEY_QUESTION = _style("key question", BODY + 0.5, 15, BOLD)
ANSWER = _style("answer", BODY - 0.5, 13, BOLD)
KEY_ANSWER = _style("key answer", BODY + 2, 16, BOLD)
ANSWER_QUIET = _style("answer quiet", SMALL, 11, ITALIC, textColor=QUIET)
ANSWER_COLUMN = 92.0

CELL = _style("cell", BODY - 0.5, 13)
CELL_STRONG = _style("cell strong", BODY - 0.5, 13, BOLD)
CELL_QUIET = _style("cell quiet", BODY - 0.5, 13, textColor=QUIET)
CELL_HEAD = _style("cell head", SMALL, 11, textColor=QUIET)
CELL_ITALIC = _style("cell italic", BODY - 0.5, 13, ITALIC, textColor=QUIET)
NUMBER = _style("number", BODY - 0.5, 13, alignment=TA_RIGHT)
NUMBER_QUIET = _style("number quiet", BODY - 0.5, 13, alignment=TA_RIGHT, textColor=QUIET)
NUMBER_STRONG = _style("number strong", BODY - 0.5, 13, BOLD, alignment=TA_RIGHT)
NUMBER_HEAD = _style("number head", SMALL, 11, alignment=TA_RIGHT, textColor=QUIET)
