"""What the officer interview sheet says: the officer's cases, the points to raise, and the items to ask."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from model.answers import Answers
from model.documents.case_summary import PointItem, numbered
from model.documents.facts import Fact, facts_of
from model.documents.material import CaseFacts, Point
from model.documents.wording import Edition, Wording, edition_of, quote
from model.instruments.instrument import Instrument, Kind, Question, Section, say


@dataclass(frozen=True, slots=True)
class CaseToDiscuss:
    """One case of the officer, with the instrument that it is read with and what is answered so far."""

    instrument: Instrument
    case: CaseFacts
    answers: Answers
    points: Sequence[Point]


@dataclass(frozen=True, slots=True)
class InterviewItem:
    """One interview item; `choices` are the answers to tick, where it is answered by choosing."""

    wording: Wording
    kind: Kind
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ItemGroup:
    """Items that belong together."""

    title: str
    items: tuple[InterviewItem, ...]


@dataclass(frozen=True, slots=True)
class CaseOnSheet:
    """One case with its facts and points; item codes begin with the case's place on the sheet ("2P1")."""

    number: str
    unit: str
    facts: tuple[Fact, ...]
    points: tuple[PointItem, ...]
    items: tuple[InterviewItem, ...]


@dataclass(frozen=True, slots=True)
class InterviewSheet:
    """The whole sheet. `asked_by` names the colleague who asks the officer's own items, if another does."""

    officer: str
    unit: str
    interview: str
    cases: tuple[CaseOnSheet, ...]
    groups: tuple[ItemGroup, ...]
    asked_by: str
    editions: tuple[Edition, ...]

    @property
    def numbers(self) -> tuple[str, ...]:
        """The Casebook numbers of the cases on the sheet."""
        return tuple(case.number for case in self.cases)

    def wordings(self) -> Iterator[Wording]:
        """Every wording that the paper quotes."""
        for case in self.cases:
            yield from (fact.wording for fact in case.facts)
            yield from (point.wording for point in case.points if point.wording is not None)
            yield from (item.wording for item in case.items)
        for group in self.groups:
            yield from (item.wording for item in group.items)


def interview_sheet(
    officer: str,
    cases: Sequence[CaseToDiscuss],
    *,
    unit: str = "",
    interview: str = "",
    items: Sequence[Instrument] = (),
    case_items: Sequence[Instrument] = (),
    asked_by: str = "",
    programme: str = "",
    language: str = "en",
) -> InterviewSheet:
    """Build the sheet for one officer.

    `items` are the instruments about officers, `case_items` those of the interview that are about a case. An
    officer is asked their own items once, however many of their cases are inspected (summary report 2019,
    section 2.3, note 12): with `asked_by` the sheet leaves them out and says who asks them. Like the case
    summary it carries no judgement.
    """
    per_case = tuple(
        _item(question, language) for section in _sections(case_items) for question in section.questions
    )
    quoted = (*(each.instrument for each in cases), *items, *case_items)
    return InterviewSheet(
        officer=officer,
        unit=unit,
        interview=interview,
        cases=tuple(
            CaseOnSheet(
                number=each.case.number,
                unit=each.case.unit,
                facts=facts_of(each.instrument, each.case, each.answers, language),
                points=numbered(
                    each.points, each.instrument, language, f"{place}P" if len(cases) > 1 else "P"
                ),
                items=per_case,
            )
            for place, each in enumerate(cases, start=1)
        ),
        groups=() if asked_by else tuple(_groups(items, language)),
        asked_by=asked_by,
        editions=tuple(dict.fromkeys(edition_of(each, programme, language) for each in quoted)),
    )


def _groups(items: Sequence[Instrument], language: str) -> Iterator[ItemGroup]:
    for section in _sections(items):
        asked = tuple(_item(question, language) for question in section.questions)
        yield ItemGroup(say(section.title, language), asked)


def _sections(instruments: Sequence[Instrument]) -> Iterator[Section]:
    for instrument in instruments:
        for view in instrument.views:
            yield from view.sections


def _item(question: Question, language: str) -> InterviewItem:
    return InterviewItem(
        wording=quote(question, language),
        kind=question.kind,
        choices=tuple(say(option.label, language) or option.code for option in question.options),
    )
