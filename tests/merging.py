"""A small inspection at the end of its first day, as real stores and bundles that the office merges."""

import atexit
import csv
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from model.people import Role
from storage.wrapping import Cost
from ui.actions import (
    allocate,
    answer,
    assess,
    begin,
    draw_sample,
    exchange,
    practise_judging,
    read_list,
    team,
    unlock,
    write,
)
from ui.actions.make_inspection import Particulars, make_inspection
from ui.reading import cases
from ui.session import Session

QUICK = Cost(64, 1, 1)
WORDS = "practice passphrase"
SAMPLE = "case_supervision"
PEOPLE = {"Ann": Role.INSPECTOR, "Ben": Role.INSPECTOR, "Lee": Role.LEAD}
DISPUTED = "plan_engage"
"""The question that Ann answers yes and Lee no, in Ann's first case."""
CODES = [f"2.{standard}.{number}" for standard in (1, 2, 3, 4) for number in (1, 2, 3)]
ALL_YES = dict.fromkeys(CODES, "Yes")
EVENING = datetime(2018, 10, 8, 19, 0, tzinfo=UTC)
_HEADINGS = (
    "Case reference",
    "Surname",
    "Gender",
    "Responsible officer",
    "LDU",
    "Sentence type",
    "RoSH level",
)
_PARTICULARS = Particulars(
    "Small inspection", "North Vale", "NPS", "probation_services_2018", "2018-10-08", "2018-10-19"
)


@dataclass(frozen=True)
class Evening:
    """Six cases drawn, two each with Ann, Ben and Lee; nothing merged at the office yet.

    Ann has completed both of hers, in one of which Lee answered a question otherwise; her store was copied,
    and the copy went on. Ben has completed one, which Lee assessed too, and begun the other. Lee has begun
    nothing of hers. `bundles` are the files by name: ann, ann_copy, ben, lee, damaged.
    """

    folder: Path
    disputed: str
    """The assessment that is in conflict."""
    twice: str
    """The id of the case that was assessed twice."""

    @property
    def bundles(self) -> Path:
        """The folder with what was handed over."""
        return self.folder / "bundles"

    def bundle(self, name: str) -> Path:
        """One of the files."""
        return self.bundles / f"{name}.casebook"

    def open(self, who: str, clock: Callable[[], datetime] = lambda: EVENING) -> Session:
        """Unlock the store of "office", "ann", "ben" or "lee"."""
        return unlock.unlock(self.folder / who, WORDS, clock)


def evening(folder: Path) -> Evening:
    """Return an evening of one's own in `folder`; it is prepared once and copied."""
    made = _prepared()
    folder.mkdir(exist_ok=True)
    shutil.copytree(made.folder, folder / "evening")
    return Evening(folder / "evening", made.disputed, made.twice)


@cache
def _prepared() -> Evening:
    folder = Path(tempfile.mkdtemp(prefix="casebook-evening-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return _prepare(folder)


def _clock() -> Callable[[], datetime]:
    moment = datetime(2018, 10, 8, 8, 30, tzinfo=UTC)

    def look() -> datetime:
        nonlocal moment
        moment += timedelta(seconds=1)
        return moment

    return look


def _prepare(folder: Path) -> Evening:
    clock = _clock()
    office = make_inspection(
        begin.set_up_office(folder / "office", "Olwen", WORDS, clock, cost=QUICK).session, _PARTICULARS
    )
    sessions: dict[str, Session] = {}
    for name, role in PEOPLE.items():
        begun = begin.begin_with_invitation(
            folder / name.lower(), team.invite(office), name, WORDS, clock, cost=QUICK
        )
        team.take_card(office, begun.card_file, role, confirmed=True)
        sessions[name] = begun.session
    read_list.accept(office, read_list.preview(office, _list(folder), SAMPLE))
    draw_sample.draw_sample(office, SAMPLE, "a seed", size=6)
    people = [session.author for session in sessions.values()]
    allocate.allocate_cases(office, SAMPLE, allocate.propose(office, SAMPLE, people))
    morning = folder / "morning"
    morning.mkdir()
    for session in sessions.values():
        written = exchange.write_allocation_bundle(office, session.author, morning)
        assert exchange.take_bundle(session, written.path).refusal is None
    made = _work(folder, morning, **{name.lower(): session for name, session in sessions.items()})
    for session in (office, sessions["Ben"], sessions["Lee"]):
        unlock.lock(session)
    return made


def _work(folder: Path, morning: Path, ann: Session, ben: Session, lee: Session) -> Evening:
    """What the three do on the first day, and what they hand over."""
    disputed, other = assessments_of(ann)
    practise_judging.answer_all(ann, disputed, ALL_YES, most=12)
    assert exchange.take_bundle(lee, exchange.write_fieldwork_bundle(ann, morning).path).refusal is None
    answer.answer(lee, disputed, DISPUTED, "no")
    for assessment in (disputed, other):
        practise_judging.judge(ann, assessment, ALL_YES)
    whole, begun = assessments_of(ben)
    practise_judging.judge(ben, whole, {**ALL_YES, "2.4.3": "Not applicable"})
    practise_judging.answer_all(ben, begun, ALL_YES, most=20)
    twice = cases.sheet(ben, whole)
    second = assess.start_assessment(lee, twice.case.id, twice.assessment.instrument)
    practise_judging.judge(lee, second, {**ALL_YES, "2.1.2": "No"})
    bundles = folder / "bundles"
    bundles.mkdir()
    for name, session in (("ben", ben), ("lee", lee)):
        _hand_over(session, bundles, name)
    _copied(folder, ann, disputed)
    flipped = bytearray((bundles / "ben.casebook").read_bytes())
    flipped[len(flipped) // 2] ^= 1
    (bundles / "damaged.casebook").write_bytes(flipped)
    return Evening(folder, disputed, twice.case.id)


def _copied(folder: Path, ann: Session, assessment: str) -> None:
    """Ann's store is copied; both go on, and both hand over."""
    clock = ann.clock
    unlock.lock(ann)
    shutil.copytree(folder / "ann", folder / "ann_copy")
    for name, words in (("ann", "Read again at noon."), ("ann_copy", "Read again on the spare laptop.")):
        session = unlock.unlock(folder / name, WORDS, clock)
        write.write(session, "note", session.new_id(), words, assessment=assessment, question=DISPUTED)
        _hand_over(session, folder / "bundles", name)
        unlock.lock(session)


def _hand_over(session: Session, folder: Path, name: str) -> None:
    exchange.write_fieldwork_bundle(session, folder).path.rename(folder / f"{name}.casebook")


def assessments_of(session: Session) -> list[str]:
    """The ids of the assessments that a session's author holds, in drawn order."""
    held = cases.cases(session)
    mine = [one for one, _ in cases.assessments(session).values() if one.holder == session.author]
    return [one.id for one in sorted(mine, key=lambda one: held[one.case].places[SAMPLE].position)]


def untouched(session: Session) -> str:
    """The id of an assessment that a session's author holds and has not begun."""
    return next(
        id for id in assessments_of(session) if cases.sheet(session, id).assessment.state == "not_started"
    )


def _list(folder: Path) -> Path:
    path = folder / "list.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(_HEADINGS)
        for number in range(20):
            officer, level = f"Officer {number % 5}", ("Medium", "High")[number % 2]
            rows.writerow((f"X{number:06}", f"Name{number}", "Male", officer, "Cumbria", "Licence", level))
    return path
