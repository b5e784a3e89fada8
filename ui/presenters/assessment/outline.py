"""The outline of an assessment: views, sections with their counts, and every question with its state."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from model.answers import Answers
from model.documents.answer_words import answer_in_words
from model.instruments.instrument import Instrument, Kind, Part, Question, Section, say
from model.instruments.routing import State
from ui.presenters.assessment.shape import Shape
from ui.presenters.case_words import QUESTION, Said, answered

VIEW, SECTION, QUESTION_ROW = "view", "section", "question"
_CODES_SAY_ENOUGH = (Part.PROMPT, Part.KEY, Part.WHY, Part.SERVICE)


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """One row. `words` is a title or a question's wording; `said` its state, or the count of a section."""

    kind: str
    id: str
    code: str
    words: str
    said: Said
    greyed: bool = False
    notes: int = 0
    points: int = 0
    names: bool = True
    """False where the code says enough, because the wordings of all neighbours begin alike."""
    under: bool = False
    """True for what hangs under a key question or a need: it is set in a little."""

    def spoken(self) -> str:
        """Say the whole row, as screen readers do."""
        if self.kind != QUESTION_ROW:
            return f"{self.words}. {self.said.word}" if self.said.word else self.words
        extras = [
            f"{self.notes} evidence" if self.notes else "",
            f"{self.points} to raise" if self.points else "",
        ]
        return ". ".join(part for part in (self.code, self.said.word, self.words, *extras) if part)


@dataclass(frozen=True, slots=True)
class Standing:
    """What the outline is made from: answers, states, and how many notes and points each question has."""

    answers: Answers
    states: Mapping[str, State]
    notes: Mapping[str, int]
    points: Mapping[str, int]


def outline(instrument: Instrument, standing: Standing) -> tuple[OutlineRow, ...]:
    """Return every row, in the order of the instrument."""
    rows: list[OutlineRow] = []
    for view in instrument.views:
        rows.append(OutlineRow(VIEW, view.id, "", say(view.title), Said("")))
        for section in view.sections:
            rows.append(_section(section, standing))
            rows += [_question(question, standing) for question in section.questions]
    return tuple(rows)


def outline_after(
    rows: tuple[OutlineRow, ...],
    instrument: Instrument,
    standing: Standing,
    touched: Collection[str],
    shape: Shape,
) -> tuple[OutlineRow, ...]:
    """Return the rows; those of touched questions and the counts of their sections are worked out anew."""
    known = [question for question in touched if question in shape.rows]
    if not known:
        return rows
    fresh = list(rows)
    for question in known:
        fresh[shape.rows[question]] = _question(instrument.question(question), standing)
    for place, section in dict(shape.sections[question] for question in known).items():
        fresh[place] = _section(section, standing)
    return tuple(fresh)


def state_in_words(question: Question, standing: Standing) -> Said:
    """Say where a question stands: its answer where it has one, else its state."""
    state, answer = standing.states[question.id], standing.answers.get(question.id)
    if state is not State.ANSWERED or answer is None:
        return QUESTION[state]
    if question.kind is Kind.SEVERAL and isinstance(answer.value, tuple):
        return Said(f"{len(answer.value)} chosen", "", "tick")
    if question.kind is Kind.TEXT:
        return QUESTION[state]
    return answered(question, answer_in_words(question, answer), answer.value)


def _section(section: Section, standing: Standing) -> OutlineRow:
    held = [standing.states[question.id] for question in section.questions]
    asked, settled = sum(state.is_asked for state in held), sum(state.is_settled for state in held)
    done = asked == settled and State.NOT_KNOWN_YET not in held
    return OutlineRow(
        SECTION,
        section.id,
        "",
        say(section.title),
        Said(f"{settled} of {asked}", "", "tick" if done else ""),
    )


def _question(question: Question, standing: Standing) -> OutlineRow:
    return OutlineRow(
        QUESTION_ROW,
        question.id,
        question.code,
        say(question.text),
        state_in_words(question, standing),
        standing.states[question.id] is State.SET_ASIDE,
        standing.notes.get(question.id, 0),
        standing.points.get(question.id, 0),
        question.part not in _CODES_SAY_ENOUGH,
        question.parent is not None,
    )
