"""The sheets and columns of an instrument's workbook: those of XLSForm, and ours that its readers ignore."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from model.instruments.instrument import Kind, Text, say

SURVEY, CHOICES, SETTINGS = "survey", "choices", "settings"

NAMES_OF_LANGUAGES: Mapping[str, str] = MappingProxyType({"en": "English (en)", "cy": "Cymraeg (cy)"})
"""How a language is called in a heading: `label::English (en)`."""

OURS = "casebook_"
"""How our own columns begin."""

GUIDANCE_BESIDE = ("where", "sufficient", "not_applicable", "slip")
"""The guidance that has columns of its own; what to look for is the hint."""

HEADINGS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "where": {"en": "Where in the record", "cy": "Ble yn y cofnod"},
        "sufficient": {"en": "What sufficient means", "cy": "Ystyr digonol"},
        "not_applicable": {"en": "When it does not apply", "cy": "Pan nad yw’n berthnasol"},
        "slip": {"en": "A common slip", "cy": "Llithriad cyffredin"},
    }
)
"""What stands before each piece of guidance in `guidance_hint`."""

TYPES: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.JUDGEMENT: "select_one",
        Kind.CHOICE: "select_one",
        Kind.SEVERAL: "select_multiple",
        Kind.NUMBER: "decimal",
        Kind.DATE: "date",
        Kind.TEXT: "text",
    }
)
"""The type in XLSForm of each kind of question."""

NOT_APPLICABLE_LABEL: Mapping[str, str] = MappingProxyType(
    {"en": "Not applicable", "cy": "Ddim yn berthnasol"}
)


@dataclass(frozen=True, slots=True)
class SheetRows:
    """One sheet: its title, its headings, and its rows as texts by heading, blank ones included.

    `first_row` is the number of the first of the rows in the file; the headings stand above it.
    """

    title: str
    header: tuple[str, ...]
    rows: Sequence[Mapping[str, str]]
    first_row: int = 2


HEADINGS_MEANT: Mapping[str, str] = MappingProxyType(
    {"relevance": "relevant", "caption": "label", "title": "form_title", "id_string": "form_id"}
)
"""Older headings, and how they are written nowadays."""

TRANSLATED = ("label", "hint", "guidance_hint")
"""Columns that may have a language in their heading."""

USED: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        SURVEY: frozenset("type name relevant constraint disabled".split()),
        CHOICES: frozenset("list_name name".split()),
        SETTINGS: frozenset("form_title form_id version default_language".split()),
    }
)
"""Columns of XLSForm that an instrument is made of; those of ours are used too, and no others."""


WORDING_MARK, GUIDANCE_MARK = f"{OURS}wording_mark", f"{OURS}guidance_mark"
"""Columns by which it shows on the way back whose words stand now: those exported, or the office's."""


def mark_of(*words: str) -> str:
    """A mark of these words: the same however they are wrapped, another as soon as one of them is another."""
    return hashlib.sha256("\n".join(" ".join(each.split()) for each in words).encode()).hexdigest()[:12]


def mark_of_guidance(pieces: Mapping[str, Text]) -> str:
    """The mark of all the guidance of a question, in English."""
    return mark_of(*(pieces.get(piece, {}).get("en", "") for piece in ("look_for", *GUIDANCE_BESIDE)))


def id_of(name: str) -> str:
    """A name of XLSForm as an id here: lower case, with underscores; what cannot become one stays wrong."""
    return re.sub(r"[.-]", "_", name.lower()).lstrip("_")


def code_of(name: str) -> str:
    """The name of a choice as the code of an option: letters, digits and underscores, a letter first."""
    plain = re.sub(r"\W", "_", name, flags=re.ASCII)
    return plain if plain[:1].isascii() and plain[:1].isalpha() else f"n{plain}"


ONE_OR_NOT_APPLICABLE = "not(selected(., 'not_applicable')) or count-selected(.) = 1"
"""The constraint where several may be chosen: "not applicable" stands alone."""


def in_language(column: str, language: str) -> str:
    """The heading of a column of XLSForm in one language."""
    return f"{column}::{NAMES_OF_LANGUAGES[language]}"


def ours_in(column: str, language: str) -> str:
    """The heading of a column of ours in one language."""
    return f"{OURS}{column}_{language}"


def guidance_in_words(pieces: Mapping[str, Text], language: str) -> str:
    """What `guidance_hint` says in a language: the pieces that it has, each under its heading."""
    return "\n".join(
        f"{say(HEADINGS[piece], language)}: {pieces[piece][language]}"
        for piece in GUIDANCE_BESIDE
        if language in pieces.get(piece, {})
    )


def constraint_of(minimum: float | None, maximum: float | None) -> str:
    """What `constraint` says of a number within bounds; empty without any."""
    bounds = ((">=", minimum), ("<=", maximum))
    return " and ".join(f". {sign} {_in_digits(bound)}" for sign, bound in bounds if bound is not None)


def _in_digits(number: float) -> str:
    """The exact number without an exponent, which XPath does not know; a whole float keeps its ".0"."""
    digits = f"{Decimal(repr(number)):f}"
    return digits if isinstance(number, int) or "." in digits else f"{digits}.0"


_BOUND = re.compile(r"\.\s*(>=|<=)\s*(-?[0-9]+(?:\.[0-9]+)?)")


def bounds_of(constraint: str) -> dict[str, int | float] | None:
    """The `minimum` and `maximum` that a constraint says; None where it says anything else."""
    found: dict[str, int | float] = {}
    for part in re.split(r"\s+and\s+", constraint.strip()):
        match = _BOUND.fullmatch(part)
        key = "minimum" if match and match[1] == ">=" else "maximum"
        if match is None or key in found:
            return None
        found[key] = float(match[2]) if "." in match[2] else int(match[2])
    return found
