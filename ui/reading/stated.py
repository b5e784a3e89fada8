"""What is answered about the whole inspection: the ratings and verdicts that a named person proposes."""

from collections.abc import Iterator
from dataclasses import dataclass

from model.instruments.instrument import About, Instrument, Question
from model.instruments.routing import State, carry, states
from model.journal.entry import Value
from ui.reading import cases, interviews
from ui.reading.cases import Sheet
from ui.session import Session


@dataclass(frozen=True, slots=True)
class Stated:
    """One answer of the assessment of record of the inspection: what, by whom and when (UTC).

    `value` is None while there is none, or two in conflict. `complete`: that assessment is complete.
    """

    question: Question
    instrument: Instrument
    assessment: str
    value: Value
    conflict: bool
    author: str
    time: str
    complete: bool


def stated(session: Session) -> dict[str, Stated]:
    """Return by question id what is answered about the whole inspection, and nothing else."""
    found: dict[str, Stated] = {}
    for instrument in interviews.instruments(session, About.INSPECTION):
        made = interviews.of_inspection(session, instrument.id)
        if made is not None:
            sheet = cases.sheet(session, made.id)
            found.update((one.question.id, one) for one in _answered(sheet))
    return found


def _answered(sheet: Sheet) -> Iterator[Stated]:
    answers = carry(sheet.instrument, sheet.answers)
    held = states(sheet.instrument, answers)
    for question in sheet.instrument.questions.values():
        name = next((name for name in (question.id, *question.was) if name in sheet.recorded), None)
        if name is not None and held[question.id] in (State.ANSWERED, State.CONFLICT):
            yield Stated(
                question,
                sheet.instrument,
                sheet.assessment.id,
                answers[question.id].value,
                held[question.id] is State.CONFLICT,
                sheet.recorded[name].author,
                sheet.recorded[name].time,
                sheet.assessment.state == "complete",
            )
