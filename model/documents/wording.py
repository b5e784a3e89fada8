"""How a document quotes questions and the instrument they come from, with the standing of every wording."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from model.instruments.instrument import Instrument, Question, Standing, say
from model.instruments.spoken import ENGLISH, lacks, named

MARKS: Mapping[Standing, str] = MappingProxyType(
    {Standing.PUBLISHED: "", Standing.PROVISIONAL: "*", Standing.OURS: "°", Standing.OFFICE: "+"}
)
"""The small sign that stands behind words, or behind a code whose letter is not certain."""

EXPLAINED: Mapping[Standing, str] = MappingProxyType(
    {
        Standing.PUBLISHED: "Wordings without a sign are quoted from published reports.",
        Standing.PROVISIONAL: "Provisional: no published report confirms these words, or this letter.",
        Standing.OURS: "Our wording: written for Casebook where none is published.",
        Standing.OFFICE: "The office's own wording, in place of ours.",
    }
)


@dataclass(frozen=True, slots=True)
class Wording:
    """A question as it is quoted: its printed code, its words, and the standing of each.

    `standing` is None where a programme's own title stands in place of a question.
    """

    question: str
    code: str
    text: str
    standing: Standing | None
    letter: Standing | None = None
    lacks: str = ""
    """The language asked for, where this stands in English because it is not supplied."""

    @property
    def mark(self) -> str:
        """The sign behind the words; empty for published ones."""
        return MARKS[self.standing or Standing.PUBLISHED]

    @property
    def marked_code(self) -> str:
        """The code, with the sign of its letter where that is not a published one."""
        return self.code + MARKS[self.letter or Standing.PUBLISHED]


@dataclass(frozen=True, slots=True)
class Edition:
    """Which programme and which version of which instrument a document quotes.

    `fingerprint` is the beginning of the SHA-256 of the instrument's text, in two groups of four digits.
    """

    programme: str
    instrument: str
    version: str
    fingerprint: str
    attribution: str


def quote(question: Question, language: str = "en") -> Wording:
    """Quote a question in a language (English where it has none)."""
    return Wording(
        question.id,
        question.code,
        say(question.text, language),
        question.wording,
        question.letter,
        language if language != ENGLISH and lacks(question, language) else "",
    )


def edition_of(instrument: Instrument, programme: str = "", language: str = "en") -> Edition:
    """Say which instrument is quoted; `programme` is the title of the programme as it should be printed."""
    short = instrument.fingerprint[:8]
    return Edition(
        programme=programme,
        instrument=say(instrument.title, language),
        version=instrument.version,
        fingerprint=f"{short[:4]} {short[4:]}".strip(),
        attribution=instrument.attribution,
    )


def key_to_marks(wordings: Iterable[Wording]) -> tuple[tuple[str, str], ...]:
    """Explain the signs that stand in a document: (sign, sentence) for each that is there, and no other.

    Published words have no sign; their sentence is first, where any are quoted.
    """
    quoted = tuple(wordings)
    used = {wording.standing for wording in quoted} | {wording.letter for wording in quoted}
    return tuple((MARKS[standing], EXPLAINED[standing]) for standing in Standing if standing in used)


def not_supplied(wordings: Iterable[Wording]) -> tuple[str, ...]:
    """Name the quoted items that stand in English because the language asked for is not supplied."""
    quoted = [wording for wording in wordings if wording.lacks]
    languages = dict.fromkeys(wording.lacks for wording in quoted)
    return tuple(
        named(tuple(dict.fromkeys(each.code for each in quoted if each.lacks == language)), language)
        for language in languages
    )
