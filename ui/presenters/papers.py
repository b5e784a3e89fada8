"""Papers: which documents a person can ask for, their preview, and printing or saving them, recorded."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from model.authority import STEERING
from model.cases import Assessment, Case
from model.instruments.instrument import About, say
from model.people import Role
from ui.actions import print_paper
from ui.actions.print_paper import CASE_SUMMARY, DRAW, INSPECTORS_COPY, INTERVIEW_SHEET, RESULTS
from ui.presenters.case_words import ASSESSMENT, stage_in_words
from ui.reading import cases, inspections, interviews, officers, own, results, samples, subjects
from ui.session import Session

CASE, OFFICER, SAMPLE, DRAWING = "Case", "Officer", "Sample", "Draw"
"""What a document is asked of."""
OF_A_CASE = CASE_SUMMARY
"""The document that is shown first of a case."""
ALL_CASES = STEERING | {Role.QUALITY}

TITLES: Mapping[str, str] = MappingProxyType(
    {
        CASE_SUMMARY: "Case summary",
        INSPECTORS_COPY: "Inspector’s copy",
        INTERVIEW_SHEET: "Officer interview sheet",
        RESULTS: "Results",
        DRAW: "Record of the draw",
    }
)
_LIES_BEFORE = "It may lie before the officer: facts, points to raise and space to write, and no judgement."
_NOTES: Mapping[str, str] = MappingProxyType(
    {
        CASE_SUMMARY: _LIES_BEFORE,
        INTERVIEW_SHEET: _LIES_BEFORE,
        RESULTS: "Ratings by rule. While cases are waiting, it says on every page that it is provisional.",
        DRAW: "From it and the list, anybody can repeat the draw. It names Casebook numbers, and nobody.",
    }
)
NOT_FOR_THE_OFFICER = "This copy must not lie before the officer."
NOT_FOR_THE_OFFICER_MORE = (
    "It shows your judgements and the evidence for them. Keep it with you, and never in the interview."
)


@dataclass(frozen=True, slots=True)
class Offered:
    """A document that this person can ask for, and of what: `subjects` are (id, words)."""

    document: str
    title: str
    asks: str
    """What is chosen: CASE, OFFICER, SAMPLE or DRAWING."""
    subjects: tuple[tuple[str, str], ...]
    note: str
    is_private: bool
    """True for the inspector's copy: it must not lie before the officer."""


@dataclass(frozen=True, slots=True)
class PapersState:
    """The documents that there are; those of which nothing is there yet are left out."""

    offered: tuple[Offered, ...]
    officers: Mapping[str, str] = field(default_factory=dict)
    """By assessment, the officer for whom there is an interview sheet."""

    def of(self, document: str) -> Offered | None:
        """The document of that name, if it is offered."""
        return next((one for one in self.offered if one.document == document), None)


@dataclass(frozen=True, slots=True)
class Laid:
    """A document laid out: the bytes of its PDF, and what they are of."""

    document: str
    subject: str
    pdf: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Printed:
    """A document under its print number, recorded at `time` (UTC); saved as `file` where it was saved."""

    laid: Laid
    number: str
    time: str
    file: str


def show(session: Session) -> PapersState:
    """Return the documents that this person can ask for now."""
    role = own.role(session)
    held = cases.cases(session)
    mine: list[Assessment] = []
    every: list[Assessment] = []
    beside = {one.id for one in interviews.case_items(session)}
    family = subjects.family(session)
    for assessment, _ in cases.assessments(session).values():
        if assessment.case in held and family.get(assessment.instrument) not in beside:
            every.append(assessment)
            if assessment.holder == session.author:
                mine.append(assessment)
    names = inspections.names(session) if role in ALL_CASES else {}
    of = samples.by_instrument(session)
    said = {one.id: held[one.case].facts(*of.get(one.instrument, ())).get("officer", "") for one in every}
    who = {one.id: _officer(session, held[one.case], said[one.id]) for one in mine}
    shown = every if role in ALL_CASES else mine
    titles = {one.instrument: say(inspections.instrument(session, one.instrument).title) for one in shown}
    of_cases = tuple(_cases(shown, held, names, said, titles if len(titles) > 1 else {}))
    apart = tuple(_apart(session, role in ALL_CASES, names))
    found = [
        Offered(CASE_SUMMARY, TITLES[CASE_SUMMARY], CASE, of_cases, _NOTES[CASE_SUMMARY], False),
        Offered(INSPECTORS_COPY, TITLES[INSPECTORS_COPY], CASE, (*of_cases, *apart), "", True),
        _offered(INTERVIEW_SHEET, OFFICER, _officers(mine, held, who)),
        _offered(RESULTS, SAMPLE, _samples(session) if role in STEERING else ()),
        _offered(DRAW, DRAWING, _draws(session)),
    ]
    subject_of = {assessment: subject for assessment, (subject, _) in who.items()}
    return PapersState(tuple(one for one in found if one.subjects), subject_of)


def preview(session: Session, document: str, subject: str) -> Laid:
    """Lay a document out without recording a print. Refusal: there is nothing to lay out."""
    paper = print_paper.preview(session, document, subject)
    return Laid(document, subject, paper.pdf)


def print_out(session: Session, document: str, subject: str) -> Printed:
    """Lay a document out under the next print number, and record who prints what and when."""
    paper = print_paper.print_paper(session, document, subject)
    laid = Laid(document, subject, paper.pdf)
    return Printed(laid, paper.number, session.now(), "")


def save(session: Session, document: str, subject: str, folder: Path) -> Printed:
    """Print a document into a file in `folder`, recorded like any print. CannotWrite."""
    paper = print_paper.print_paper(session, document, subject)
    path = print_paper.save_paper(paper, folder)
    laid = Laid(document, subject, paper.pdf)
    return Printed(laid, paper.number, session.now(), path.name)


def _offered(document: str, asks: str, subjects: Iterable[tuple[str, str]]) -> Offered:
    return Offered(document, TITLES[document], asks, tuple(subjects), _NOTES[document], False)


def _cases(
    made: Iterable[Assessment],
    held: Mapping[str, Case],
    names: Mapping[str, str],
    officers: Mapping[str, str],
    titles: Mapping[str, str],
) -> Iterable[tuple[str, str]]:
    """Each case in a line; with the instrument where there are several."""
    for one in sorted(made, key=lambda one: (held[one.case].number, titles.get(one.instrument, ""), one.id)):
        case = held[one.case]
        state = ASSESSMENT[one.state].word if one.state in ASSESSMENT else one.state
        title = titles.get(one.instrument, "")
        parts = (case.number, title, officers[one.id], state, names.get(one.holder, ""))
        yield one.id, " · ".join(part for part in parts if part)


def _apart(session: Session, every: bool, names: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    """Interviews, meetings, the inspection, and the items asked about a case in an interview."""
    beside, family = {one.id for one in interviews.case_items(session)}, subjects.family(session)
    for one, _ in subjects.assessments(session).values():
        is_case = one.about in (None, About.CASE) and family.get(one.instrument) not in beside
        if is_case or one.about is None or not (every or one.holder == session.author):
            continue
        sheet = cases.sheet(session, one.id)
        state = stage_in_words(one).word
        parts = (sheet.name, say(sheet.instrument.title), state, names.get(one.holder, ""))
        yield one.id, " · ".join(part for part in parts if part)


def _officers(
    mine: Iterable[Assessment], held: Mapping[str, Case], officers: Mapping[str, tuple[str, str]]
) -> Iterable[tuple[str, str]]:
    numbers: dict[tuple[str, str], set[str]] = {}
    for one in mine:
        if officers[one.id][0]:
            numbers.setdefault(officers[one.id], set()).add(held[one.case].number)
    for subject, name in sorted(numbers, key=lambda officer: officer[1].casefold()):
        yield subject, f"{name} · {', '.join(sorted(numbers[subject, name]))}"


def _officer(session: Session, case: Case, listed: str) -> tuple[str, str]:
    """What an officer's sheet is asked by, and their name: as confirmed, else as the list has it."""
    known = officers.recorded(session)
    one = officers.one_for_each(known).get(case.officer, "")
    return (one, known[one].name) if one in known else (listed, listed)


def _samples(session: Session) -> Iterable[tuple[str, str]]:
    if not inspections.inspection(session).programme:
        return
    for one in results.reports(session):
        yield one.id, f"{one.title} · {one.received} of {one.expected} received"


def _draws(session: Session) -> Iterable[tuple[str, str]]:
    if not inspections.inspection(session).programme:
        return
    for drawn in samples.draws(session):
        yield drawn.id, f"{say(drawn.sample.title)} · seed {drawn.record.seed}"
