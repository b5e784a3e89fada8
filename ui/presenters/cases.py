"""Today's cases: every assessment that the person holds, with what is to be seen before opening it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from model.answers import Answers
from model.cases import Assessment, Case, Purpose
from model.evidence import Written
from model.instruments.instrument import About, Instrument, say
from model.instruments.routing import Progress, carry, states
from ui.presenters.assessment.state import count
from ui.presenters.case_words import ASSESSMENT, REPLACED, Said, appointment
from ui.presenters.sizes import counted
from ui.reading import cases, inspections, naming, samples
from ui.session import Session


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One assessment of one case. `interview` is local ("2018-10-09T10:30") or empty."""

    assessment: str
    number: str
    kind: str
    """Which instrument, and what for unless it is the first assessment."""
    also: str
    """What else the same person assesses the case for, where it stands in two samples."""
    beside: bool
    """True where it goes along with another row, as what officers are asked about a case does."""
    officer: str
    unit: str
    state: str
    said: Said
    progress: Progress
    interview: str
    interview_words: str
    is_today: bool
    alerts: int
    points: int
    holder: str
    is_mine: bool

    @property
    def raised(self) -> str:
        """Open alerts and points to raise, as in "1 alert, 3 points"."""
        alerts = counted(self.alerts, "alert") if self.alerts else ""
        points = counted(self.points, "point") if self.points else ""
        return ", ".join(part for part in (alerts, points) if part)


@dataclass(frozen=True, slots=True)
class Appointment:
    """An interview or a meeting of today: its time ("" for some time today), and the page it leads to."""

    time: str
    words: str
    spoken: str
    page: str
    assessment: str


@dataclass(frozen=True, slots=True)
class CasesState:
    """The page: rows in the order of the day, and whether others' cases are in this store too."""

    inspection: str
    rows: tuple[CaseRow, ...]
    others: int
    """How many rows are held by somebody else."""
    several_kinds: bool
    """True where there is more than one instrument or purpose to tell apart."""
    apart: tuple[Appointment, ...] = ()
    """What this person has today that is not about a case: officers' interviews and meetings."""


ALL = "all"
_EVERY = ""
"""Instead of a kind of assessment: every row, those beside another too."""
_EXTRA: Mapping[str, tuple[str, Callable[[CaseRow], bool]]] = {
    ALL: ("All", lambda _: True),
    "alert": ("With open alert", lambda row: row.alerts > 0),
    "today": ("Interview today", lambda row: row.is_today),
}
GONE = "replaced"
"""The state of an assessment of a case that was replaced by another in its sample."""
_LAST = ("complete", "cannot_inspect", GONE)


def show(session: Session) -> CasesState:
    """Read every assessment in the store with its case."""
    here, names = cases.cases(session), inspections.names(session)
    today = session.clock().astimezone().date()
    alerts = _counted(cases.written(session, "alert"), lambda piece: piece.state == "open")
    points = _counted(cases.written(session, "point"), lambda _: True)
    of, whose = samples.by_instrument(session), samples.whose(session)
    rows, sampled = [], dict[str, bool]()
    made = cases.assessments(session)
    for id, (assessment, answers) in made.items():
        case = here.get(assessment.case)
        if case is None:
            continue
        instrument = inspections.instrument(session, assessment.instrument)
        progress = count(states(instrument, carry(instrument, answers)))
        counts = (alerts.get(id, 0), points.get(id, 0))
        own = of.get(assessment.instrument, ())
        sampled[id] = bool(own)
        officer = whose.of(case.facts(*own), *own)
        row = _row(case, officer, assessment, instrument, progress, counts, today, names, session.author)
        rows.append(row if case.counts_in(*own) else replace(row, state=GONE, said=REPLACED))
    rows = _with_others(rows, sampled)
    rows.sort(key=_in_order_of_the_day)
    return CasesState(
        inspections.inspection(session).name,
        tuple(rows),
        sum(not row.is_mine for row in rows),
        len({row.kind for row in rows}) > 1,
        _apart(session, made, today),
    )


def kinds(rows: Sequence[CaseRow]) -> tuple[tuple[str, str], ...]:
    """Return what assessments can be told apart by, as (code, words with the number of rows); all first."""
    found = sorted({row.kind for row in rows})
    each = ((kind, f"{kind} ({sum(row.kind == kind for row in rows)})") for kind in found)
    return ((ALL, f"All kinds ({sum(not row.beside for row in rows)})"), *each)


def chips(rows: Sequence[CaseRow]) -> tuple[tuple[str, str, int], ...]:
    """Return the filters as (code, words, how many rows it would show)."""
    found = [(ALL, _EXTRA[ALL][0], len(rows))]
    found += [(code, said.word, sum(row.state == code for row in rows)) for code, said in ASSESSMENT.items()]
    found += [
        (code, words, sum(fits(row) for row in rows)) for code, (words, fits) in _EXTRA.items() if code != ALL
    ]
    gone = sum(row.state == GONE for row in rows)
    return (*found, (GONE, REPLACED.word, gone)) if gone else tuple(found)


def wanted(
    rows: Sequence[CaseRow], chip: str, words: str, *, everybody: bool, kind: str = _EVERY
) -> tuple[CaseRow, ...]:
    """Return the rows that a chip, a kind of assessment and typed words leave.

    Without `everybody` only the person's own. ALL kinds leaves out rows that go along with another.
    """
    fits = _EXTRA[chip][1] if chip in _EXTRA else lambda row: row.state == chip
    typed = words.casefold().split()
    return tuple(
        row
        for row in rows
        if (everybody or row.is_mine)
        and (kind in (_EVERY, row.kind) or (kind == ALL and not row.beside))
        and fits(row)
        and all(word in _words(row) for word in typed)
    )


def today(rows: Sequence[CaseRow], apart: Sequence[Appointment] = ()) -> tuple[Appointment, ...]:
    """Return today's interviews and meetings in order of time; those without a time last."""
    found = [_appointment(row) for row in rows if row.is_today]
    return tuple(sorted((*found, *apart), key=lambda one: (not one.time, one.time, one.words)))


def _appointment(row: CaseRow) -> Appointment:
    time = row.interview[11:]
    return Appointment(
        time,
        f"{row.officer or 'no officer named'}, {row.number}",
        f"Interview at {time}, {row.officer}, case {row.number}",
        "assessment",
        row.assessment,
    )


def _apart(
    session: Session, made: Mapping[str, tuple[Assessment, Answers]], today: date
) -> tuple[Appointment, ...]:
    """What this person has today that is not about a case.

    An officer's interview leads to the interview view, a meeting to its questions.
    """
    found = []
    for one, answers in made.values():
        when = one.interview or one.day
        apart = one.about not in (None, About.CASE) and one.holder == session.author
        if not apart or not when.startswith(today.isoformat()):
            continue
        instrument, time = inspections.instrument(session, one.instrument), when[11:]
        kind = say(instrument.title)
        if one.about is About.OFFICER:
            name, page = naming.officer_name(session, one.officer), "interview"
            words = name
        else:
            name, page = naming.in_words(session, one, "", instrument, answers), "assessment"
            words = f"{kind}: {name}"
        spoken = f"{kind}{f' at {time}' if time else ' today'}, {name}"
        found.append(Appointment(time, words, spoken, page, one.id))
    return tuple(found)


def _row(
    case: Case,
    whose: tuple[str, str],
    assessment: Assessment,
    instrument: Instrument,
    progress: Progress,
    counts: tuple[int, int],
    today: date,
    names: Mapping[str, str],
    me: str,
) -> CaseRow:
    title = say(instrument.title)
    kind = title if assessment.purpose is Purpose.FIRST else f"{title}, {assessment.purpose.value}"
    return CaseRow(
        assessment.id,
        case.number,
        kind,
        "",
        False,
        *whose,
        assessment.state,
        ASSESSMENT[assessment.state],
        progress,
        assessment.interview,
        appointment(assessment.interview, today),
        assessment.interview.startswith(today.isoformat()),
        counts[0],
        counts[1],
        names.get(assessment.holder, ""),
        assessment.holder == me,
    )


def _with_others(rows: Sequence[CaseRow], sampled: Mapping[str, bool]) -> list[CaseRow]:
    """Say in each row of a sample what else the same person assesses that case for; put the others beside it.

    What is left to do when the row of the sample is done has a row of its own.
    """
    by_case: dict[tuple[str, str], list[CaseRow]] = {}
    for row in rows:
        if sampled[row.assessment]:
            by_case.setdefault((row.number, row.holder), []).append(row)
    found = []
    for row in rows:
        others = [other for other in by_case.get((row.number, row.holder), ()) if other != row]
        if sampled[row.assessment]:
            found.append(replace(row, also=", ".join(other.kind for other in others)))
        else:
            done = row.state in _LAST
            found.append(replace(row, beside=any(done or other.state not in _LAST for other in others)))
    return found


def _in_order_of_the_day(row: CaseRow) -> tuple[bool, bool, str, str, str]:
    """Interviews of today first in order of time, then what is still to be done, then what is done."""
    first = row.interview if row.is_today else ""
    return not row.is_today, row.state in _LAST, first, row.number, row.kind


def _counted(pieces: Sequence[Written], fits: Callable[[Written], bool]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for piece in pieces:
        if not piece.removed and fits(piece):
            counts[piece.assessment] = counts.get(piece.assessment, 0) + 1
    return counts


def _words(row: CaseRow) -> str:
    said = (row.number, row.officer, row.unit, row.said.word, row.holder, row.kind, row.interview_words)
    return " ".join(said).casefold()
