"""The interview view: what may lie before an officer, and what is asked; it never shows a judgement."""

from dataclasses import dataclass, replace
from datetime import date

from model.cases import Case
from model.documents.interview_sheet import CaseOnSheet, InterviewSheet
from model.documents.wording import not_supplied
from model.instruments.instrument import About, say
from model.refusal import Refusal
from ui.actions import assess
from ui.actions import schedule as scheduling
from ui.actions.print_paper import INTERVIEW_SHEET
from ui.presenters.case_words import appointment
from ui.reading import cases, documents, inspections, interviews, officers, samples
from ui.session import Session

PAPER = INTERVIEW_SHEET
"""The document that says the same on paper."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One fact of a case: its code and words, and what was found or what the list says."""

    code: str
    words: str
    value: str


@dataclass(frozen=True, slots=True)
class ItemsOfCase:
    """Items about one case that are asked in the interview; `assessment` is "" until they were begun."""

    case: str
    instrument: str
    title: str
    assessment: str


@dataclass(frozen=True, slots=True)
class CaseShown:
    """One case of the officer that this person holds: facts and points to raise, and no judgement."""

    number: str
    unit: str
    assessment: str
    facts: tuple[Shown, ...]
    points: tuple[str, ...]
    items: tuple[ItemsOfCase, ...]


@dataclass(frozen=True, slots=True)
class InterviewState:
    """What the view shows of one officer. `subject`: the officer's id, or the name that the list gives."""

    inspection: str
    subject: str
    name: str
    unit: str
    own: tuple[tuple[str, str], ...]
    """Assessments of the officer that this person holds, as (id, title)."""
    asks: str
    """Who asks the officer's own items, in words."""
    cases: tuple[CaseShown, ...]
    timed: str
    """The assessment in which the time is kept."""
    interview: str
    interview_words: str
    today: date
    saved: str = ""
    opened: str = ""
    """The assessment that was just begun, to be opened."""
    in_english: str = ""
    """Which of the facts shown are not in the language that was asked for, in words."""


def asked_of(session: Session, case: Case) -> str:
    """Say who asks the own items of a case's officer; "" where officers are asked nothing of their own."""
    if not interviews.instruments(session, About.OFFICER):
        return ""
    officer = officers.one_for_each(officers.recorded(session)).get(case.officer, "")
    return who_asks(session, officer, mine=bool(interviews.own_interviews(session, officer)))


def time_with(session: Session, case: Case) -> str:
    """When this person interviews a case's officer, as agreed with the officer; "" where nothing is."""
    officer = officers.one_for_each(officers.recorded(session)).get(case.officer, "")
    times = sorted(one.interview for one in interviews.own_interviews(session, officer) if one.interview)
    return times[0] if times else ""


def show(session: Session, assessment: str) -> InterviewState:
    """Return the view of the officer whom an assessment is of, or whose case it is of.

    Refusal: neither the case nor the list names an officer.
    """
    sheet = cases.sheet(session, assessment)
    one = officers.one_for_each(officers.recorded(session))
    confirmed = sheet.assessment.officer or sheet.case.officer
    subject = one.get(confirmed, "") or sheet.listed.get("officer", "")
    if not subject:
        raise Refusal(
            "Nobody is named as the officer of this case.",
            "Nothing was changed.",
            "Look at the facts of the case; the office may know more.",
        )
    return _read(session, subject, sheet.assessment.id)


def set_time(session: Session, state: InterviewState, when: str) -> InterviewState:
    """Set when the officer is interviewed: "2018-10-09T10:30", or "" for not agreed."""
    changes = scheduling.schedule_interview(session, state.timed, when)
    return replace(_read(session, state.subject, state.timed), saved=changes.time)


def begin_items(session: Session, state: InterviewState, items: ItemsOfCase) -> InterviewState:
    """Begin the items about a case, if they are not begun yet, and say which assessment is to be opened."""
    opened = items.assessment or assess.start_assessment(session, items.case, items.instrument)
    return replace(_read(session, state.subject, state.timed), opened=opened)


def _read(session: Session, subject: str, seen_from: str) -> InterviewState:
    today = session.clock().astimezone().date()
    own = interviews.own_interviews(session, subject)
    timed = own[0].id if own else seen_from
    held = _sheet(session, subject)
    when = cases.sheet(session, timed).assessment.interview or (held.interview if held else "")
    known = officers.recorded(session).get(subject)
    return InterviewState(
        inspections.inspection(session).name,
        subject,
        known.name if known else subject,
        (known.unit if known else "") or (held.unit if held else ""),
        tuple(
            (one.id, say(inspections.instrument(session, one.instrument).title, session.language))
            for one in own
        ),
        who_asks(session, subject, mine=bool(own)),
        tuple(_case(session, case) for case in held.cases) if held else (),
        timed,
        when,
        appointment(when, today),
        today,
        in_english=" ".join(_in_english(held)) if held else "",
    )


def _in_english(held: InterviewSheet) -> tuple[str, ...]:
    shown = (fact.wording for case in held.cases for fact in case.facts if fact.found or fact.listed)
    return not_supplied(shown)


def _sheet(session: Session, subject: str) -> InterviewSheet | None:
    """What the paper would say; None where this person holds no case of the officer."""
    try:
        return documents.interview_sheet_of(session, subject)
    except Refusal:
        return None


def who_asks(session: Session, subject: str, *, mine: bool) -> str:
    """Say who asks an officer's own items; `mine`: this person holds an interview of the officer."""
    if not interviews.instruments(session, About.OFFICER):
        return "This programme asks officers about their cases only."
    asker = interviews.asked_by(session, subject)
    if mine and asker in ("", session.author):
        return "You ask the officer’s own items."
    if asker:
        name = inspections.names(session).get(asker, "A colleague")
        return f"{name} asks the officer’s own items; here only your cases are asked about."
    return "Nobody is named yet to ask the officer’s own items: the office or the lead inspector says who."


def _case(session: Session, on_sheet: CaseOnSheet) -> CaseShown:
    case = next(one for one in cases.cases(session).values() if one.number == on_sheet.number)
    mine = {
        one.instrument: one.id
        for one, _ in cases.assessments(session).values()
        if one.case == case.id and one.holder == session.author
    }
    of = samples.by_instrument(session)
    first = next((mine[one] for one in sorted(mine) if of.get(one)), "")
    family = {one.id: one for one in interviews.case_items(session)}
    begun = {inspections.instrument(session, name).id: id for name, id in mine.items()}
    return CaseShown(
        on_sheet.number,
        on_sheet.unit,
        first,
        tuple(
            Shown(fact.wording.code, fact.wording.text, fact.found or f"{fact.listed} (list)")
            for fact in on_sheet.facts
            if fact.found or fact.listed
        ),
        tuple(f"{point.code}  {point.text}" for point in on_sheet.points),
        tuple(
            ItemsOfCase(case.id, one.fingerprint, say(one.title, session.language), begun.get(one.id, ""))
            for one in family.values()
        ),
    )
