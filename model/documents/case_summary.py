"""What the case summary says: it lies before the officer at interview, and so carries no judgement."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from model.answers import Answers
from model.documents.facts import Fact, facts_of
from model.documents.material import CaseFacts, ChronologyLine, Point
from model.documents.wording import Edition, Wording, edition_of, quote
from model.instruments.instrument import Instrument, Part, say


@dataclass(frozen=True, slots=True)
class PointItem:
    """A point to raise with its item code ("P1"), and the question that it belongs to, if any."""

    code: str
    text: str
    wording: Wording | None


@dataclass(frozen=True, slots=True)
class Topic:
    """The questions of one view that the interview should throw light on."""

    title: str
    questions: tuple[Wording, ...]


@dataclass(frozen=True, slots=True)
class CaseSummary:
    """The whole paper, in the order of reading."""

    number: str
    officer: str
    unit: str
    interview: str
    facts: tuple[Fact, ...]
    chronology: tuple[ChronologyLine, ...]
    points: tuple[PointItem, ...]
    topics: tuple[Topic, ...]
    edition: Edition

    def wordings(self) -> Iterator[Wording]:
        """Every wording that the paper quotes."""
        yield from (fact.wording for fact in self.facts)
        yield from (point.wording for point in self.points if point.wording is not None)
        for topic in self.topics:
            yield from topic.questions


def case_summary(
    instrument: Instrument,
    case: CaseFacts,
    answers: Answers,
    chronology: Sequence[ChronologyLine],
    points: Sequence[Point],
    *,
    programme: str = "",
    language: str = "en",
) -> CaseSummary:
    """Build the case summary of one assessment.

    Of all answers it reads only the facts; which questions it lists never depends on an answer, so nothing
    about a judgement can be told from it. Chronology lines are put in the order of their dates, those without
    one last; points keep the order in which they were marked, so that an item code means the same on the next
    print.
    """
    return CaseSummary(
        number=case.number,
        officer=case.officer,
        unit=case.unit,
        interview=case.interview,
        facts=facts_of(instrument, case, answers, language),
        chronology=tuple(sorted(chronology, key=lambda line: (line.date == "", line.date))),
        points=numbered(points, instrument, language),
        topics=_topics(instrument, language),
        edition=edition_of(instrument, programme, language),
    )


def numbered(
    points: Sequence[Point], instrument: Instrument, language: str = "en", prefix: str = "P"
) -> tuple[PointItem, ...]:
    """Give points their item codes: the prefix and 1, 2, 3 in the given order."""
    return tuple(
        PointItem(f"{prefix}{number}", point.text, _question_of(point, instrument, language))
        for number, point in enumerate(points, start=1)
    )


def _question_of(point: Point, instrument: Instrument, language: str) -> Wording | None:
    question = instrument.questions.get(point.question or "")
    return None if question is None else quote(question, language)


def _topics(instrument: Instrument, language: str) -> tuple[Topic, ...]:
    topics = (
        Topic(
            say(view.title, language),
            tuple(
                quote(question, language)
                for section in view.sections
                for question in section.questions
                if question.part is Part.KEY
            ),
        )
        for view in instrument.views
    )
    return tuple(topic for topic in topics if topic.questions)
