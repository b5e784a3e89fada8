"""Trying the practice inspection: an office, a small team and a few cases of invented people, in seconds.

Everything comes about by the same actions as in a real inspection. Nothing here is secret: the passphrase
is shown on the unlock page, and so the keys are wrapped under it lightly.
"""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from model.cases import Assessment
from model.people import Role
from resources import path
from storage.platform import make_private_folder
from storage.wrapping import Cost
from ui.actions import allocate, begin, draw_sample, exchange, read_list, schedule, team, unlock
from ui.actions.begin import Clock, utc
from ui.actions.make_inspection import Particulars, make_inspection
from ui.actions.practise_judging import Evidence, answer_all, judge
from ui.actions.write import write
from ui.reading import cases
from ui.session import Session

PASSPHRASE: Final = "practice passphrase"
"""Opens the practice store; it is shown on the unlock page."""
NAME: Final = "Practice inspector"
COLLEAGUE, OFFICE = "Robin Carter (practice)", "Practice office"
MARK: Final = "PRACTICE"
"""Stands before the name of the practice inspection, on every screen and every paper."""
FOLDER: Final = "practice"
"""The name of the folder in which the practice store lies, beside the real one."""
CASES = 6
"""How many cases the person gets; the team has one more of each kind of work."""

_LIGHT = Cost(8 * 1024, 1, 1)
_OFFICE, _SAMPLE, _LISTED, _HALF = "office", "case_supervision", 48, 30
_STEPS = 6
_JUDGED = {"2.2.3": "No"}
_EVIDENCE = Evidence(
    "The plan names no contact with children’s services, though the record mentions two children at the "
    "address. Practice text about nobody.",
    "Risk management plan",
    "2018-04-23",
)
_LINES = (
    ("2018-04-09", "Released on licence; first appointment kept the same day."),
    ("2018-04-23", "Assessment completed with the person; partner not spoken to."),
    ("2018-06-18", "Missed appointment, followed up by telephone the next morning."),
)


def practise(folder: Path, tell: Callable[[int, int, str], None], clock: Clock = utc) -> Session:
    """Make the practice inspection in `folder`, in place of one that lay there, and open it.

    The person is an inspector in it, with a few cases: one complete, one half answered, others untouched.
    """
    shutil.rmtree(folder, ignore_errors=True)
    make_private_folder(folder)
    tell(0, _STEPS, "Setting up a practice office")
    office = _office(folder / _OFFICE, clock)
    tell(1, _STEPS, "Making your practice store")
    mine = _join(office, folder, NAME, clock)
    colleague = _join(office, folder / "colleague", COLLEAGUE, clock)
    unlock.lock(colleague)
    tell(2, _STEPS, "Reading a list of invented cases")
    _read_list(office)
    tell(3, _STEPS, "Drawing and allocating")
    draw_sample.draw_sample(office, _SAMPLE, "practice", CASES + 2)
    shares = allocate.propose(office, _SAMPLE, [mine.author])
    drawn = shares.cases[mine.author]
    shared = {mine.author: drawn[:CASES], colleague.author: drawn[CASES:]}
    allocate.allocate_cases(office, _SAMPLE, replace(shares, cases=shared))
    tell(4, _STEPS, "Handing the cases over")
    bundle = exchange.write_allocation_bundle(office, mine.author, folder)
    taken = exchange.take_bundle(mine, bundle.path)
    if taken.refusal is not None:
        raise taken.refusal
    tell(5, _STEPS, "Answering two of them")
    _work(mine, clock())
    unlock.lock(office)
    return mine


def is_practice(session: Session) -> bool:
    """Return whether this is the practice store."""
    folder = session.store.folder
    return folder.name == FOLDER and (folder / _OFFICE).is_dir()


def let_the_office_answer(session: Session, bundle: Path, clock: Clock = utc) -> exchange.Taken:
    """Have the practice office read a bundle of this person, and read its answer here.

    This is what a real office does by itself; afterwards cases read "received".
    """
    office = unlock.unlock(session.store.folder / _OFFICE, PASSPHRASE, clock)
    try:
        taken = exchange.take_bundle(office, bundle)
        if taken.refusal is not None:
            return taken
        written = exchange.write_allocation_bundle(office, session.author, session.store.folder)
    finally:
        unlock.lock(office)
    return exchange.take_bundle(session, written.path)


def _office(folder: Path, clock: Clock) -> Session:
    made = begin.set_up_office(folder, OFFICE, PASSPHRASE, clock, _LIGHT)
    today = clock().date()
    return make_inspection(
        made.session,
        Particulars(
            f"{MARK} – North West",
            "North West NPS division (invented cases)",
            "NPS",
            "probation_services_2018",
            today.isoformat(),
            (today + timedelta(days=11)).isoformat(),
        ),
    )


def _join(office: Session, folder: Path, name: str, clock: Clock) -> Session:
    """Invite somebody and confirm their card; their store stays open."""
    begun = begin.begin_with_invitation(folder, team.invite(office, name), name, PASSPHRASE, clock, _LIGHT)
    team.take_card(office, begun.card_file, Role.INSPECTOR, confirmed=True)
    return begun.session


def _read_list(office: Session) -> None:
    shown = read_list.preview(
        office, path("practice", "north_west_2018", "case_supervision_list.csv"), _SAMPLE
    )
    understood = replace(shown.understood, rows=shown.understood.rows[:_LISTED])
    read_list.accept(office, replace(shown, understood=understood))


def _work(mine: Session, now: datetime) -> None:
    """Complete one case, go half through the next, and agree interviews for today and tomorrow."""
    own = sorted((one for one, _ in cases.assessments(mine).values()), key=lambda one: _position(mine, one))
    for place, made in enumerate(own[:4]):
        today = now.astimezone().date()
        day = today + timedelta(days=place // 2)
        schedule.schedule_interview(mine, made.id, f"{day}T{('10:30', '14:00')[place % 2]}")
    judge(mine, own[0].id, _JUDGED, _EVIDENCE)
    answer_all(mine, own[1].id, _JUDGED, _HALF, _EVIDENCE)
    for date, text in _LINES:
        beside = {"assessment": own[1].id, "date": date, "source": "Contact log"}
        write(mine, "line", mine.new_id(own[1].id), text, **beside)
    question = "plan_safety"
    write(
        mine,
        "point",
        mine.new_id(own[1].id),
        "Ask how children’s services were involved in the plan.",
        assessment=own[1].id,
        question=question,
    )


def _position(session: Session, assessment: Assessment) -> int:
    return cases.cases(session)[assessment.case].places[_SAMPLE].position
