"""What an instrument is made of: views, sections, questions, options and guidance, as frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from model.instruments.conditions import Condition

Text = Mapping[str, str]
"""One wording by language ("en", "cy")."""

LANGUAGES = ("en", "cy")


def no_text() -> Text:
    """The wording of something that has none."""
    return {}


def say(text: Text, language: str = "en") -> str:
    """The wording in a language; English where that language has none; empty where there is no wording."""
    return text.get(language) or text.get("en", "")


class Kind(StrEnum):
    """How a question is answered."""

    JUDGEMENT = "judgement"
    CHOICE = "choice"
    SEVERAL = "several"
    NUMBER = "number"
    DATE = "date"
    TEXT = "text"

    @property
    def has_options(self) -> bool:
        """True for the kinds that are answered by choosing."""
        return self in (Kind.JUDGEMENT, Kind.CHOICE, Kind.SEVERAL)


class About(StrEnum):
    """What one assessment by an instrument is about."""

    CASE = "case"
    OFFICER = "officer"  # once for each officer
    INSPECTION = "inspection"  # one of record in the inspection
    OCCASION = "occasion"  # any number: a meeting, a focus group, a questionnaire


class Part(StrEnum):
    """What a question is for."""

    FACT = "fact"
    NEED = "need"  # was there a need? asked before a key question
    KEY = "key"
    PROMPT = "prompt"
    WHY = "why"  # why not sufficient: choices under a key question
    FACTOR = "factor"  # is this one of the eight needs linked to offending?
    SERVICE = "service"  # were sufficient services delivered for that need?


class Line(StrEnum):
    """Where an option stands in a rate."""

    ABOVE = "above"
    BELOW = "below"
    OUTSIDE = "outside"


class Standing(StrEnum):
    """Whose words these are; shown wherever they are shown."""

    PUBLISHED = "published"
    PROVISIONAL = "provisional"
    OURS = "ours"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class Option:
    """One choice; `key` is the single keyboard character that chooses it."""

    code: str
    label: Text
    key: str
    line: Line = Line.OUTSIDE


@dataclass(frozen=True, slots=True)
class Guidance:
    """What stands beside a question while it is judged; any of the five may be empty."""

    look_for: Text = field(default_factory=no_text)
    where: Text = field(default_factory=no_text)
    sufficient: Text = field(default_factory=no_text)
    not_applicable: Text = field(default_factory=no_text)
    slip: Text = field(default_factory=no_text)


@dataclass(frozen=True, slots=True)
class Question:
    """One item of an instrument, found by its stable id and never by its wording (DESIGN section 5).

    `meaning` grows when the question comes to mean something else; `was` names older ids whose answers it
    reads.
    `typical` is the option code of a typical case, used to say how long the instrument is.
    """

    id: str
    code: str
    part: Part
    kind: Kind
    text: Text
    options: tuple[Option, ...] = ()
    guidance: Guidance = Guidance()
    wording: Standing = Standing.OURS
    guidance_standing: Standing = Standing.OURS
    letter: Standing | None = None
    source: str = ""
    meaning: int = 1
    was: tuple[str, ...] = ()
    when: Condition | None = None
    evidence: bool = False
    parent: str | None = None
    proposes: str | None = None
    allows_not_applicable: bool = False
    minimum: float | None = None
    maximum: float | None = None
    typical: str | None = None

    def option(self, code: str) -> Option | None:
        """The option with this code, or None."""
        return next((option for option in self.options if option.code == code), None)

    def codes(self, line: Line | None = None) -> tuple[str, ...]:
        """The codes of all options, or of those that stand at one line, in order."""
        return tuple(option.code for option in self.options if line is None or option.line is line)


@dataclass(frozen=True, slots=True)
class Section:
    """Questions that are worked through together."""

    id: str
    title: Text
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class View:
    """Sections in the order of work: one way of going through a case."""

    id: str
    title: Text
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """What tells one version of an instrument from another, without its questions."""

    id: str
    version: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Instrument:
    """A versioned set of questions; `fingerprint` is the SHA-256 (hex) of the exact text it was read from."""

    id: str
    family: str
    title: Text
    version: str
    attribution: str
    views: tuple[View, ...]
    fingerprint: str
    about: About = About.CASE
    questions: Mapping[str, Question] = field(init=False, repr=False, compare=False)
    _children: Mapping[str, tuple[Question, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        questions = {q.id: q for view in self.views for section in view.sections for q in section.questions}
        children: dict[str, tuple[Question, ...]] = {}
        for question in questions.values():
            if question.parent is not None:
                children[question.parent] = (*children.get(question.parent, ()), question)
        object.__setattr__(self, "questions", MappingProxyType(questions))
        object.__setattr__(self, "_children", MappingProxyType(children))

    def question(self, question_id: str) -> Question:
        """The question with this id; KeyError when the instrument has none."""
        return self.questions[question_id]

    def children(self, question_id: str) -> tuple[Question, ...]:
        """The questions that hang under this one (prompts, whys, services), in order."""
        return self._children.get(question_id, ())
