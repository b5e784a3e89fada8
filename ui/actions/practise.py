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
from model.instruments.instrument import About
from model.people import Role
from storage.platform import make_private_folder
from storage.wrapping import Cost
from ui.actions import (
    allocate,
    begin,
    draw_sample,
    exchange,
    interview,
    occasions,
    officers,
    read_list,
    schedule,
    team,
    unlock,
)
from ui.actions.begin import Clock, utc
from ui.actions.make_inspection import Particulars, make_inspection
from ui.actions.practise_judging import answer_all, judge
from ui.actions.write import write
from ui.reading import cases, interviews, samples
from ui.reading.practice import Practice, PracticeSample, Window, practices
from ui.session import Session

PASSPHRASE: Final = "practice passphrase"
"""Opens the practice store; it is shown on the unlock page."""
NAME: Final = "Practice inspector"
COLLEAGUE, OFFICE = "Robin Carter (practice)", "Practice office"
MARK: Final = "PRACTICE"
"""Stands before the name of the practice inspection, on every screen and every paper."""
FOLDER: Final = "practice"
"""The name of the folder in which the practice store lies, beside the real one."""
MORE = 1
"""How many cases of each sample are a colleague's, so that there is somebody to hand a case to."""

_LIGHT = Cost(8 * 1024, 1, 1)
_OFFICE = "office"
_STEPS = 7


def practise(folder: Path, tell: Callable[[int, int, str], None], clock: Clock = utc) -> Session:
    """Make the practice inspection in `folder`, in place of one that lay there, and open it.

    The person is an inspector in it, with a few cases of each sample: one complete, one half answered,
    others untouched; an officer was interviewed, and a meeting is recorded. `tell(done, total, words)` hears
    of each step.
    """
    inspected = next(one for one in practices() if one.window)
    shown = inspected.window
    if shown is None:  # the line above chose one that has it
        raise ValueError(inspected.folder)
    shutil.rmtree(folder, ignore_errors=True)
    make_private_folder(folder)
    tell(0, _STEPS, "Setting up a practice office")
    office = _office(folder / _OFFICE, inspected, shown, clock)
    tell(1, _STEPS, "Making your practice store")
    mine = _join(office, folder, NAME, clock)
    colleague = _join(office, folder / "colleague", COLLEAGUE, clock)
    unlock.lock(colleague)
    tell(2, _STEPS, "Reading lists of invented cases")
    for sample in inspected.samples:
        _read_list(office, sample, shown.listed)
    tell(3, _STEPS, "Drawing and allocating")
    for sample in inspected.samples:
        draw_sample.draw_sample(office, sample.id, shown.seed, sample.practised + MORE)
        _allocate(office, sample, mine.author, colleague.author)
    officers.confirm(office, interviews.directory(office).proposals)
    interview.give_interviews(office)
    tell(4, _STEPS, "Handing the cases over")
    bundle = exchange.write_allocation_bundle(office, mine.author, folder)
    taken = exchange.take_bundle(mine, bundle.path)
    if taken.refusal is not None:
        raise taken.refusal
    tell(5, _STEPS, "Answering two of them")
    _work(mine, inspected, shown, clock())
    tell(6, _STEPS, "Interviewing an officer, going to a meeting")
    _interview(mine, inspected)
    _meet(mine, inspected)
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


def _office(folder: Path, inspected: Practice, shown: Window, clock: Clock) -> Session:
    made = begin.set_up_office(folder, OFFICE, PASSPHRASE, clock, _LIGHT)
    today = clock().date()
    return make_inspection(
        made.session,
        Particulars(
            f"{MARK} – {shown.name}",
            shown.provider,
            inspected.provider_type,
            inspected.programme,
            today.isoformat(),
            (today + timedelta(days=inspected.days - 1)).isoformat(),
        ),
    )


def _join(office: Session, folder: Path, name: str, clock: Clock) -> Session:
    """Invite somebody and confirm their card; their store stays open."""
    begun = begin.begin_with_invitation(folder, team.invite(office, name), name, PASSPHRASE, clock, _LIGHT)
    team.take_card(office, begun.card_file, Role.INSPECTOR, confirmed=True)
    return begun.session


def _read_list(office: Session, sample: PracticeSample, rows: int) -> None:
    shown = read_list.preview(office, sample.list, sample.id)
    understood = replace(shown.understood, rows=shown.understood.rows[:rows])
    read_list.accept(office, replace(shown, understood=understood))


def _allocate(office: Session, sample: PracticeSample, mine: str, colleague: str) -> None:
    """The person's cases first; whoever holds a case of another sample keeps it."""
    shares = allocate.propose(office, sample.id, [mine, colleague])
    holders = {one.case: one.holder for one, _ in cases.assessments(office).values()}
    waiting = [case.id for case in allocate.unallocated(office, sample.id)]
    waiting.sort(key=lambda case: holders.get(case) != mine)
    own = [case for case in waiting if holders.get(case) != colleague][: sample.practised]
    rest = [case for case in waiting if case not in own]
    shared = {mine: tuple(own), colleague: tuple(rest)}
    allocate.allocate_cases(office, sample.id, replace(shares, cases=shared))


def _work(mine: Session, inspected: Practice, shown: Window, now: datetime) -> None:
    """Complete one case, go half through the next, and agree interviews for today and tomorrow."""
    first = inspected.samples[0].id
    own = [one for one in _in_order(mine, first) if one.holder == mine.author]
    for place, made in enumerate(own[:4]):
        today = now.astimezone().date()
        day = today + timedelta(days=place // 2)
        schedule.schedule_interview(mine, made.id, f"{day}T{('10:30', '14:00')[place % 2]}")
    judge(mine, own[0].id, shown.judged, shown.evidence)
    begun = own[1].id
    answer_all(mine, begun, shown.judged, shown.answered, shown.evidence)
    for line in shown.lines:
        beside = {"assessment": begun, "date": line.date, "source": line.source}
        write(mine, "line", mine.new_id(begun), line.text, **beside)
    point = shown.point
    write(mine, "point", mine.new_id(begun), point.text, assessment=begun, question=point.question)


def _interview(mine: Session, inspected: Practice) -> None:
    """Ask the officer of the case that is complete; the others are still to be asked."""
    (first, *_) = _in_order(mine, inspected.samples[0].id)
    officer = cases.cases(mine)[first.case].officer
    for made in interviews.own_interviews(mine, officer):
        judge(mine, made.id, {})


def _meet(mine: Session, inspected: Practice) -> None:
    """Record the first meetings of the practice files."""
    forms = {one.id: one for one in interviews.instruments(mine, About.OCCASION)}
    today = mine.clock().astimezone().date().isoformat()
    for met in inspected.occasions:
        for row in met.rows[: met.practised]:
            form = forms[met.instrument]
            made = occasions.start_occasion(mine, form.fingerprint, row[met.named], today)
            said = {name: words for name, words in row.items() if name not in (met.named, met.dated)}
            judge(mine, made, said, fill=met.fill)


def _in_order(session: Session, sample: str) -> list[Assessment]:
    """The assessments of a sample's cases by its instrument, in drawn order."""
    places = {id: case.places[sample] for id, case in cases.cases(session).items() if sample in case.places}
    own = samples.by_instrument(session)
    made = (one for one, _ in cases.assessments(session).values())
    found = [one for one in made if one.case in places and sample in own.get(one.instrument, ())]
    return sorted(found, key=lambda one: places[one.case].position)
