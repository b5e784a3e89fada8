"""One case as it is read: list beside what was found, chronology, points, alerts, interview, other cases."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from model.cases import Assessment
from model.evidence import Written
from model.instruments.instrument import say
from model.instruments.routing import carry, progress
from ui.actions import close_alert as closing
from ui.actions import schedule as scheduling
from ui.actions import undo as undoing
from ui.actions import write as writing
from ui.actions.assess import stage_of
from ui.presenters import case_facts
from ui.presenters.case_facts import FactRow
from ui.presenters.case_words import ASSESSMENT, Said, appointment, moment, who
from ui.presenters.days import read_moment
from ui.presenters.interview import asked_of, time_with
from ui.presenters.pieces import PieceView, piece_view
from ui.reading import cases, fields, inspections, officers, samples
from ui.reading.cases import Sheet
from ui.session import Changes, Session


@dataclass(frozen=True, slots=True)
class AlertView:
    """An alert: who was told and when, whether it is open, and what came of it."""

    piece: PieceView
    told: str
    said: Said
    is_open: bool
    reply: str


@dataclass(frozen=True, slots=True)
class OtherCase:
    """Another case of the same officer in this store."""

    assessment: str
    number: str
    said: Said


@dataclass(frozen=True, slots=True)
class Beside:
    """One of the assessments of a case: with which instrument, how far it is, and whose it is."""

    assessment: str
    title: str
    said: Said
    progress: str
    holder: str
    """ "" where it is the person's own."""
    is_this: bool


@dataclass(frozen=True, slots=True)
class CaseState:
    """The page of one case, seen from one assessment of it."""

    assessment: str
    inspection: str
    number: str
    said: Said
    because: str
    """Why it counts no longer, where it was replaced; else the reason of its state, if one was given."""
    writable: bool
    listed: tuple[tuple[str, str], ...]
    """What the provider's list says that no question asks: (words, value)."""
    facts: tuple[FactRow, ...]
    assessments: tuple[Beside, ...]
    """Every assessment of the case that this person may see from here, by title; this one among them."""
    lines: tuple[PieceView, ...]
    """Chronology, points and alerts: of this assessment, and of the holder's others of the case."""
    points: tuple[PieceView, ...]
    """Each says the code of the question it belongs to, if any."""
    alerts: tuple[AlertView, ...]
    interview: str
    interview_words: str
    others: tuple[OtherCase, ...]
    officer: str
    asks: str
    """Who asks the officer's own items, in words; "" where the programme asks none."""
    today: date
    saved: str = ""
    """When the last thing was recorded on this page (UTC)."""


_OPEN, _CLOSED = Said("Open", "attention", "alert"), Said("Closed", "", "tick")


def show(session: Session, assessment: str) -> CaseState:
    """Read a case whole. Refusal: this store does not hold the assessment."""
    state = _read(session, assessment)
    here, of = cases.cases(session), samples.by_instrument(session)
    made = {id: one for id, (one, _) in cases.assessments(session).items() if one.case in here}
    confirmed = officers.one_for_each(officers.recorded(session))

    def officer_of(one: Assessment) -> str:
        """The officer as confirmed, else as the list names them."""
        case = here[one.case]
        return confirmed.get(case.officer) or case.facts(*of.get(one.instrument, ())).get("officer", "")

    mine = officer_of(made[assessment]) if assessment in made else ""
    others = [
        OtherCase(other.id, here[other.case].number, ASSESSMENT[other.state])
        for other in made.values()
        if mine and here[other.case].number != state.number and officer_of(other) == mine
    ]
    return replace(state, others=tuple(sorted(others, key=lambda other: other.number)))


def write(
    session: Session, state: CaseState, kind: str, id: str, text: str, beside: Mapping[str, str]
) -> CaseState:
    """Record a chronology line, a point or an alert, and return the page with it."""
    return _again(session, state, writing.write(session, kind, id, text, **beside))


def remove(session: Session, state: CaseState, kind: str, id: str) -> CaseState:
    """Take a line, a point or an alert out of sight, and return the page without it."""
    return _again(session, state, writing.remove(session, kind, id))


def close_alert(session: Session, state: CaseState, alert: str, reply: str) -> CaseState:
    """Close an alert with what came of it. Refusal: nothing is said of that."""
    return _again(session, state, closing.close_alert(session, alert, reply))


def reopen_alert(session: Session, state: CaseState, alert: str) -> CaseState:
    """Open an alert again."""
    return _again(session, state, closing.reopen_alert(session, alert))


def set_interview(session: Session, state: CaseState, when: str) -> CaseState:
    """Set when the officer is interviewed: local time as `interview_from` reads it, "" for not agreed."""
    return _again(session, state, scheduling.schedule_interview(session, state.assessment, when))


def undo(session: Session, state: CaseState) -> CaseState:
    """Take back the last thing this person recorded. Refusal: nothing is left, or it was changed since."""
    return _again(session, state, undoing.undo(session))


def interview_from(day: str, clock: str, today: date) -> tuple[str, str]:
    """Return the interview's time as typed, and what is wrong with it, if anything."""
    when = read_moment(day, clock, today)
    if when is None:
        return "", "Type a day and a time, for example 9 Oct and 10:30; leave both empty if none is agreed."
    return when, ""


def _again(session: Session, state: CaseState, changes: Changes) -> CaseState:
    fresh = _read(session, state.assessment)
    return replace(fresh, others=state.others, saved=changes.time)


def _read(session: Session, assessment: str) -> CaseState:
    sheet = cases.sheet(session, assessment)
    sheet = replace(sheet, answers=carry(sheet.instrument, sheet.answers))
    names, today = inspections.names(session), session.clock().astimezone().date()
    beside = [sheet, *_others(session, sheet)]
    together = [one for one in beside if one.assessment.holder == sheet.assessment.holder]

    def view(piece: Written, of: Sheet) -> PieceView:
        shown = piece_view(piece, today, session.author, names)
        return shown if of is sheet else replace(shown, about=f"{say(of.instrument.title)} · {shown.about}")

    def written(kind: str) -> list[tuple[Written, Sheet]]:
        found = [(piece, one) for one in together for piece in one.of(kind)]
        return sorted(found, key=lambda each: (each[0].date, each[0].time, each[0].id))

    when = sheet.assessment.interview or time_with(session, sheet.case)
    alerts = sorted(written("alert"), key=lambda each: (each[0].state != "open", each[0].time))
    return CaseState(
        assessment,
        inspections.inspection(session).name,
        sheet.case.number,
        ASSESSMENT[sheet.assessment.state],
        _because(session, sheet),
        stage_of(sheet.assessment).is_open,
        case_facts.listed(session, sheet),
        case_facts.facts(session, sheet, names, today),
        tuple(_beside(session, one, sheet, names) for one in sorted(beside, key=_by_title)),
        tuple(view(piece, of) for piece, of in written("line")),
        tuple(_point(view(piece, of), piece, of) for piece, of in written("point")),
        tuple(_alert(session, view(piece, of), piece, today, names) for piece, of in alerts),
        when,
        appointment(when, today),
        (),
        sheet.listed.get("officer", ""),
        asked_of(session, sheet.case),
        today,
    )


def _others(session: Session, sheet: Sheet) -> list[Sheet]:
    """The other assessments of the case for the same purpose: nobody sees the first beside a blind second."""
    made = (one for one, _ in cases.assessments(session).values())
    mine = sheet.assessment
    alike = [one.id for one in made if (one.case, one.purpose) == (mine.case, mine.purpose) and mine.case]
    return [cases.sheet(session, id) for id in alike if id != mine.id]


def _because(session: Session, sheet: Sheet) -> str:
    own = samples.by_instrument(session).get(sheet.assessment.instrument, ())
    if sheet.case.counts_in(*own):
        said, reason = ASSESSMENT[sheet.assessment.state], sheet.assessment.state_reason
        return f"{said.word}: {reason}" if reason else ""
    places = [place for sample, place in sheet.case.places.items() if sample in own]
    why = "; ".join(place.replaced_because for place in places if place.replaced_because)
    reason = f" ({why})" if why else ""
    return f"Another case takes the place of this one{reason}. It counts no longer; leave it as it is."


def _by_title(sheet: Sheet) -> tuple[str, str]:
    return say(sheet.instrument.title), sheet.assessment.id


def _beside(session: Session, one: Sheet, this: Sheet, names: Mapping[str, str]) -> Beside:
    far = progress(one.instrument, carry(one.instrument, one.answers))
    holder = one.assessment.holder
    return Beside(
        one.assessment.id,
        say(one.instrument.title),
        ASSESSMENT[one.assessment.state],
        f"{far.words} answered",
        "" if holder == session.author else names.get(holder, ""),
        one is this,
    )


def _point(view: PieceView, piece: Written, sheet: Sheet) -> PieceView:
    question = sheet.instrument.questions.get(piece.question)
    return replace(view, about=f"{question.code} · {view.about}") if question else view


def _alert(
    session: Session, view: PieceView, piece: Written, today: date, names: Mapping[str, str]
) -> AlertView:
    is_open = piece.state != "closed"
    reply = ""
    if not is_open:
        field = fields.fields_of(session, "alert", piece.id)["state"]
        reply = (
            f"{field.reason or ''} ({who(field.author, session.author, names)}, {moment(field.time, today)})"
        )
    told = f"Told: {piece.told}" if piece.told else "Nobody is named as told."
    told += f", {view.date}" if piece.told and view.date else ""
    return AlertView(view, told, _OPEN if is_open else _CLOSED, is_open, reply)
