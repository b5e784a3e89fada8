"""End of the day: what is done and what is open, handing it over, and what the office says it holds."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from model.cases import Assessment
from model.instruments.instrument import say
from model.instruments.routing import progress
from model.people import Role
from ui.actions import assess, home
from ui.actions import practise as practising
from ui.presenters.case_words import ASSESSMENT, Said, stage_in_words
from ui.presenters.sizes import counted, days_since, how_long_ago, when
from ui.reading import cases, handed_over, own
from ui.reading.cases import Sheet
from ui.reading.handed_over import HandedOver
from ui.session import Session

LATE = 2
"""Days without a hand-over after which the page points it out, where something waits."""

DONE = frozenset({"complete", "cannot_inspect"})


@dataclass(frozen=True, slots=True)
class Row:
    """One assessment of this person as it stands tonight; `number` is its case, or what else it is about."""

    assessment: str
    number: str
    kind: str
    """Which instrument it is assessed with."""
    said: Said
    done: bool
    open: str
    """What is still to be done in it, in words; "" when nothing is."""
    office: Said
    """What the office has said it holds of it."""


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to know before handing over: its words, the tone of its colour, and what follows from it."""

    words: str
    tone: str
    more: str = ""


@dataclass(frozen=True, slots=True)
class DayEnd:
    """What the page shows. `several_kinds`: there is more than one instrument to tell apart."""

    several_kinds: bool
    counts: tuple[tuple[str, str, int], ...]
    """Code, words and number of assessments by state, "all" first."""
    rows: tuple[Row, ...]
    notices: tuple[Notice, ...]
    reads_folders: bool
    """The lead inspector reads a folder of bundles; everybody else one bundle."""
    practice: bool
    last_place: Path | None


def show(session: Session, place: Path) -> DayEnd:
    """Return what is done, what is open and what was handed over; `place` is this person's own place."""
    mine = [one.id for one, _ in cases.assessments(session).values() if one.holder == session.author]
    sheets = [cases.sheet(session, id) for id in mine]
    sheets.sort(key=_in_order)
    waiting = {sheet.assessment.id: assess.inherited(session, sheet) for sheet in sheets}
    over = handed_over.handed_over(session)
    rows = tuple(_row(sheet, len(waiting[sheet.assessment.id]), over) for sheet in sheets)
    return DayEnd(
        len({row.kind for row in rows}) > 1,
        _counts(sheets),
        rows,
        (*_of_cases(sheets, waiting), *_of_the_hand_over(over, session.clock())),
        own.role(session) is Role.LEAD,
        practising.is_practice(session),
        home.last_place(place),
    )


def _in_order(sheet: Sheet) -> tuple[bool, str, str, str]:
    return not sheet.case.number, sheet.name, say(sheet.instrument.title), sheet.assessment.id


def _counts(sheets: list[Sheet]) -> tuple[tuple[str, str, int], ...]:
    states = [sheet.assessment.state for sheet in sheets]
    found = ((code, said.word, states.count(code)) for code, said in ASSESSMENT.items())
    return (("all", "All", len(sheets)), *(each for each in found if each[2]))


def _row(sheet: Sheet, inherited: int, over: HandedOver) -> Row:
    at_hand = sheet.assessment
    done = at_hand.state in DONE
    return Row(
        at_hand.id,
        sheet.name,
        say(sheet.instrument.title),
        stage_in_words(at_hand),
        done,
        _open(sheet, inherited, done),
        _at_the_office(at_hand, done, over),
    )


def _open(sheet: Sheet, inherited: int, done: bool) -> str:
    parts = []
    if not done and sheet.assessment.state != "not_started":
        missing = len(assess.what_is_open(sheet).missing)
        so_far = progress(sheet.instrument, sheet.answers)
        needed = f"{missing} needed to complete" if missing else "can be completed"
        parts.append(f"{so_far.words} answered, {needed}")
    alerts = sum(alert.state == "open" for alert in sheet.of("alert"))
    if alerts:
        parts.append(counted(alerts, "open alert"))
    if inherited:
        parts.append(f"{inherited} inherited to confirm")
    return ", ".join(parts)


def _at_the_office(at_hand: Assessment, done: bool, over: HandedOver) -> Said:
    """Only the office's own statement makes a case "received", and only a case that is finished."""
    if at_hand.state == "not_started":
        return Said("Nothing recorded", "", "minus")
    if at_hand.id in over.waiting or not over.said:
        return Said("Not yet received", "", "not_answered")
    return Said("Received", "sufficient", "receive") if done else Said("Received so far", "", "receive")


def _of_cases(sheets: list[Sheet], inherited: dict[str, tuple[str, ...]]) -> list[Notice]:
    found = []
    alerts = [(sheet.words, sum(a.state == "open" for a in sheet.of("alert"))) for sheet in sheets]
    open_alerts = [number for number, count in alerts if count]
    if open_alerts:
        total = sum(count for _, count in alerts)
        found.append(
            Notice(
                f"{counted(total, 'alert')} open.",
                "attention",
                f"In {_listed(open_alerts)}. Close one when somebody has been told and it is settled.",
            )
        )
    unconfirmed = [sheet.words for sheet in sheets if inherited[sheet.assessment.id]]
    if unconfirmed:
        total = sum(len(questions) for questions in inherited.values())
        found.append(
            Notice(
                f"{counted(total, 'inherited judgement')} not confirmed.",
                "attention",
                f"In {_listed(unconfirmed)}. Look at each, and confirm it or answer it yourself.",
            )
        )
    return found


def _of_the_hand_over(over: HandedOver, now: datetime) -> list[Notice]:
    return [_written(over, now), _held(over, now)]


def _written(over: HandedOver, now: datetime) -> Notice:
    waiting = counted(over.since, "entry", "entries")
    if not over.written:
        if not over.own:
            return Notice("Nothing has been recorded here yet.", "")
        return Notice("Nothing has been handed over yet.", "attention", f"{waiting} wait for a bundle.")
    words = f"Last handed over {how_long_ago(over.written, now)}."
    if not over.since:
        return Notice(words, "sufficient", "Nothing was recorded since then.")
    late = days_since(over.written, now) >= LATE
    recorded = "was" if over.since == 1 else "were"
    return Notice(words, "attention" if late else "", f"{waiting} {recorded} recorded since then.")


def _held(over: HandedOver, now: datetime) -> Notice:
    if not over.own:
        return Notice("The office holds nothing of yours, because nothing was recorded here.", "")
    entries = counted(over.own, "entry", "entries")
    if not over.held:
        return Notice(
            f"The office has not said yet that it holds any of your {entries}.",
            "",
            "It says so in its next bundle; only then does a case read “received”.",
        )
    words = f"The office holds {over.held:,} of your {entries}."
    more = f"As its bundle said that you read {when(over.said, now)}."
    return Notice(words, "sufficient" if over.held == over.own else "", more)


def _listed(numbers: list[str]) -> str:
    return numbers[0] if len(numbers) == 1 else f"{', '.join(numbers[:-1])} and {numbers[-1]}"
