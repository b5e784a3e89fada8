"""Interviews and meetings: what this store holds that is not about a case, and what can be started."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from model.authority import STEERING
from model.cases import Assessment
from model.documents.dates import date_in_words
from model.instruments.instrument import About, Instrument, say
from model.instruments.routing import Progress, carry, states
from model.officers import Officer
from ui.actions import assess, occasions
from ui.presenters.assessment.state import count
from ui.presenters.case_words import Said, appointment, stage_in_words
from ui.presenters.days import read_day
from ui.reading import cases, inspections, interviews, naming, officers, own, subjects
from ui.session import Session

ALL, TODAY, OPEN = "all", "today", "open"
_GROUPS: Mapping[About, str] = {
    About.OFFICER: "Officers",
    About.OCCASION: "Meetings",
    About.INSPECTION: "The inspection",
}
_DONE = ("complete", "cannot_inspect")


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """One interview of an officer, one meeting, or the assessment of the whole inspection."""

    assessment: str
    about: About
    name: str
    kind: str
    """The title of its instrument."""
    said: Said
    state: str
    progress: Progress
    when: str
    """A day, or a local day and time, as it sorts; "" where none is agreed."""
    when_words: str
    is_today: bool
    holder: str
    is_mine: bool


@dataclass(frozen=True, slots=True)
class Startable:
    """What can be started: its instrument (a fingerprint), its title, and whether it takes place on a day."""

    instrument: str
    title: str
    is_occasion: bool


@dataclass(frozen=True, slots=True)
class MeetingsState:
    """What the page shows. `others`: how many rows somebody else holds. `started`: what was just started."""

    inspection: str
    rows: tuple[MeetingRow, ...]
    others: int
    startable: tuple[Startable, ...]
    today: date
    started: str = ""
    mine: bool = True
    """Whether what was just started is this person's to answer."""
    saved: str = ""
    said: str = ""


def show(session: Session) -> MeetingsState:
    """Return every assessment here that is not about a case: today's first, then what is open, then the rest.

    Of others' only lead and office see anything: to everybody else a colleague's interview is just a name.
    """
    today, names = session.clock().astimezone().date(), inspections.names(session)
    known = officers.recorded(session)
    standing = officers.one_for_each(known)
    sees_all = own.role(session) in STEERING
    rows = []
    for one, answers in subjects.assessments(session).values():
        about, mine = one.about, one.holder == session.author
        if about is None or about is About.CASE or not (mine or sees_all):
            continue
        instrument = inspections.instrument(session, one.instrument)
        held = carry(instrument, answers)
        when = one.interview or one.day
        rows.append(
            MeetingRow(
                one.id,
                about,
                _name(session, one, known, standing, naming.occasion_title(one, instrument, answers)),
                say(instrument.title),
                stage_in_words(one),
                one.state,
                count(states(instrument, held)),
                when,
                appointment(when, today) if "T" in when else _day(when, today),
                when.startswith(today.isoformat()),
                names.get(one.holder, ""),
                mine,
            )
        )
    rows.sort(
        key=lambda row: (not row.is_today, row.state in _DONE, row.about, row.when, row.name.casefold())
    )
    others = sum(not row.is_mine for row in rows)
    return MeetingsState(
        inspections.inspection(session).name, tuple(rows), others, _startable(session), today
    )


def chips(rows: Sequence[MeetingRow]) -> tuple[tuple[str, str, int], ...]:
    """Return the filters as (code, words, how many rows it would show)."""
    found = [(ALL, "All", len(rows))]
    found += [
        (about.value, words, sum(row.about is about for row in rows)) for about, words in _GROUPS.items()
    ]
    found.append((TODAY, "Today", sum(row.is_today for row in rows)))
    found.append((OPEN, "Still to be done", sum(row.state not in _DONE for row in rows)))
    return tuple(found)


def wanted(rows: Sequence[MeetingRow], chip: str, words: str, *, everybody: bool) -> tuple[MeetingRow, ...]:
    """Return the rows that a filter and typed words leave; without `everybody` only the person's own."""
    typed = words.casefold().split()
    return tuple(
        row
        for row in rows
        if (everybody or row.is_mine) and _fits(row, chip) and all(word in _words(row) for word in typed)
    )


def start(session: Session, what: Startable, title: str, day: str) -> MeetingsState:
    """Start a meeting, or the assessment of the whole inspection, and say which it is.

    `day` is an ISO date. Refusal: a meeting without a title; the inspection has one already.
    """
    if what.is_occasion:
        made = occasions.start_occasion(session, what.instrument, title, day)
    else:
        made = occasions.start_for_inspection(session, what.instrument)
    state = show(session)
    person = cases.sheet(session, made).assessment.holder
    mine, holder = person == session.author, inspections.names(session).get(person, "the lead inspector")
    words = f"{title.strip() or what.title} started" if mine else f"Started; {holder} holds it"
    return replace(state, started=made, mine=mine, saved=session.now(), said=words)


def give(session: Session, row: MeetingRow, to: str, reason: str) -> MeetingsState:
    """Give an interview or a meeting to somebody else, who confirms each answer. Refusal: no reason."""
    changes = assess.hand_over(session, row.assessment, to, reason)
    name = inspections.names(session).get(to, "")
    words = f"{row.name} is with {name} now; write their bundle, and tell whoever had it"
    return replace(show(session), saved=changes.time, said=words)


def day_from(typed: str, today: date) -> tuple[str, str]:
    """Return the ISO date that was typed, and what is wrong with it, if anything."""
    found = read_day(typed, today)
    return (found, "") if found else ("", "Type a day, for example 9 Oct.")


def _startable(session: Session) -> tuple[Startable, ...]:
    """Every kind of meeting, and what is about the whole inspection as long as nobody has started it."""
    found = [Startable(one.fingerprint, say(one.title), True) for one in _about(session, About.OCCASION)]
    found += [
        Startable(one.fingerprint, say(one.title), False)
        for one in _about(session, About.INSPECTION)
        if interviews.of_inspection(session, one.id) is None
    ]
    return tuple(found)


def _about(session: Session, about: About) -> Sequence[Instrument]:
    return sorted(interviews.instruments(session, about), key=lambda one: say(one.title))


def _name(
    session: Session,
    one: Assessment,
    known: Mapping[str, Officer],
    standing: Mapping[str, str],
    title: str,
) -> str:
    match one.about:
        case About.OFFICER:
            officer = known.get(standing.get(one.officer, one.officer))
            return officer.name if officer else ""
        case About.INSPECTION:
            return inspections.inspection(session).name
    return title


def _day(day: str, today: date) -> str:
    return "today" if day == today.isoformat() else date_in_words(day, short=True) if day else ""


def _fits(row: MeetingRow, chip: str) -> bool:
    match chip:
        case "today":
            return row.is_today
        case "open":
            return row.state not in _DONE
    return chip in (ALL, row.about)


def _words(row: MeetingRow) -> str:
    return " ".join((row.name, row.kind, row.said.word, row.holder, row.when_words)).casefold()
