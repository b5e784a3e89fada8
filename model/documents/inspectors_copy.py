"""What the inspector's copy says: every judgement of one assessment with its reasons and evidence."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from model.answers import Answer, Answers
from model.documents.answer_words import answer_in_words, chosen_labels
from model.documents.facts import sourced
from model.documents.material import CaseFacts, EvidenceNote
from model.documents.wording import Edition, Wording, edition_of, quote
from model.instruments.instrument import Instrument, Kind, Part, Question, Section, View, say
from model.instruments.routing import Progress, State, progress, states

NOT_FOR_THE_OFFICER = "Inspector's copy: not to be shown to the officer"

STATE_WORDS: Mapping[State, str] = {
    State.NOT_ANSWERED: "Not yet answered",
    State.NOT_KNOWN_YET: "Not known yet whether this applies",
    State.SET_ASIDE: "Set aside",
    State.ASK_AGAIN: "To be asked again",
    State.CONFLICT: "In conflict: different answers are recorded",
}
"""What stands in place of an answer, or beside an answer that does not count now."""

PLAIN = frozenset({State.ANSWERED, State.NOT_ANSWERED, State.NOT_KNOWN_YET})


@dataclass(frozen=True, slots=True)
class Judged:
    """One question with what was answered.

    `answer` is in words and empty where there is none; `standing` says why it does not count now, if it does
    not; `whys` are the choices of why it is not sufficient.
    """

    wording: Wording
    is_key: bool
    answer: str
    standing: str
    reason: str
    whys: tuple[str, ...]
    notes: tuple[EvidenceNote, ...]


@dataclass(frozen=True, slots=True)
class JudgedSection:
    """The questions of one section; `view` is the title of the view that it stands in."""

    view: str
    title: str
    questions: tuple[Judged, ...]


@dataclass(frozen=True, slots=True)
class InspectorsCopy:
    """The whole paper. `gaps` are the questions without an answer that counts; `set_aside` asks nothing now.

    `loose_notes` belong to questions that this version of the instrument does not have.
    """

    number: str
    """The Casebook number; "" where the assessment is of no case."""
    about: str
    """What it is of, as in "Case 4101" or "Officer Zoë Thompson"."""
    officer: str
    unit: str
    assessor: str
    state: str
    progress: Progress
    gaps: tuple[tuple[str, tuple[Wording, ...]], ...]
    sections: tuple[JudgedSection, ...]
    set_aside: tuple[Wording, ...]
    loose_notes: tuple[EvidenceNote, ...]
    edition: Edition

    def wordings(self) -> Iterator[Wording]:
        """Every wording that the paper quotes."""
        for section in self.sections:
            yield from (judged.wording for judged in section.questions)
        yield from self.set_aside
        for _, wordings in self.gaps:
            yield from wordings


def inspectors_copy(
    instrument: Instrument,
    case: CaseFacts,
    answers: Answers,
    notes: Sequence[EvidenceNote],
    *,
    about: str = "",
    assessor: str = "",
    state: str = "",
    programme: str = "",
    language: str = "en",
) -> InspectorsCopy:
    """Build the inspector's copy of one assessment.

    `about` says what it is of, where that is no case; `assessor` is the holder's name and `state` the
    assessment's state in words. A question that routing sets aside is printed in its place only where an
    answer or a note is kept for it; otherwise it is listed at the end.
    """
    now = states(instrument, answers)
    sheet = _Sheet(instrument, case, answers, notes, now, language)
    known = instrument.questions
    return InspectorsCopy(
        number=case.number,
        about=about or f"Case {case.number}",
        officer=case.officer,
        unit=case.unit,
        assessor=assessor,
        state=state,
        progress=progress(instrument, answers),
        gaps=sheet.gaps(),
        sections=sheet.sections(),
        set_aside=tuple(
            quote(question, language)
            for question in known.values()
            if now[question.id] is State.SET_ASIDE and not sheet.is_recorded(question)
        ),
        loose_notes=tuple(note for note in notes if note.question not in known),
        edition=edition_of(instrument, programme, language),
    )


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One assessment while it is being put into words."""

    instrument: Instrument
    case: CaseFacts
    answers: Answers
    notes: Sequence[EvidenceNote]
    now: Mapping[str, State]
    language: str

    def gaps(self) -> tuple[tuple[str, tuple[Wording, ...]], ...]:
        groups = (
            (
                STATE_WORDS[state],
                tuple(
                    quote(question, self.language)
                    for question in self.instrument.questions.values()
                    if self.now[question.id] is state
                ),
            )
            for state in (State.CONFLICT, State.ASK_AGAIN, State.NOT_ANSWERED, State.NOT_KNOWN_YET)
        )
        return tuple(group for group in groups if group[1])

    def sections(self) -> tuple[JudgedSection, ...]:
        built = (self._section(view, section) for view in self.instrument.views for section in view.sections)
        return tuple(section for section in built if section.questions)

    def _section(self, view: View, section: Section) -> JudgedSection:
        return JudgedSection(
            say(view.title, self.language),
            say(section.title, self.language),
            tuple(self._judged(question) for question in section.questions if self._is_printed(question)),
        )

    def _is_printed(self, question: Question) -> bool:
        if self._is_told_by_parent(question):
            return False
        return self.now[question.id] is not State.SET_ASIDE or self.is_recorded(question)

    def _is_told_by_parent(self, question: Question) -> bool:
        """True for plain whys, which stand under their key question; one with more to say stands alone."""
        parent = self.instrument.questions.get(question.parent or "")
        if question.part is not Part.WHY or parent is None or not self._is_printed(parent):
            return False
        answer = self.answers.get(question.id)
        return self.now[question.id] in PLAIN and (answer is None or not answer.reason)

    def is_recorded(self, question: Question) -> bool:
        """True where an answer or a note is kept for the question itself."""
        answer = self.answers.get(question.id)
        kept = answer is not None and (answer.conflict or not answer.is_empty)
        return kept or any(note.question == question.id for note in self.notes)

    def _judged(self, question: Question) -> Judged:
        answer = self.answers.get(question.id)
        whys = [child for child in self.instrument.children(question.id) if self._is_told_by_parent(child)]
        told = {question.id, *(why.id for why in whys)}
        return Judged(
            wording=quote(question, self.language),
            is_key=question.part is Part.KEY,
            answer="" if answer is not None and answer.conflict else self._words(question, answer),
            standing=STATE_WORDS.get(self.now[question.id], ""),
            reason=(answer.reason or "") if answer is not None else "",
            whys=tuple(label for why in whys for label in self._why_labels(why)),
            notes=tuple(note for note in self.notes if note.question in told),
        )

    def _words(self, question: Question, answer: Answer | None) -> str:
        return sourced(answer_in_words(question, answer, self.language), question, self.case)

    def _why_labels(self, why: Question) -> tuple[str, ...]:
        answer = self.answers.get(why.id)
        if why.kind is Kind.SEVERAL or why.kind is Kind.CHOICE:
            return chosen_labels(why, answer, self.language)
        words = self._words(why, answer)
        return (words,) if words else ()
