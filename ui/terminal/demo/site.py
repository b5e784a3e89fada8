"""On site: every case judged, officers interviewed, meetings recorded, the whole inspection answered for."""

from model.assessments import Stage
from model.cases import Assessment, Case
from model.instruments.instrument import About
from ui.actions import assess, occasions, practise_judging, write
from ui.reading import cases, interviews, samples
from ui.reading.practice import Practice
from ui.session import Session
from ui.terminal.demo.people import held_cases

EVERY = 4
"""A chronology is kept of every fourth case."""


def judge_cases(session: Session, practice: Practice) -> dict[str, list[int]]:
    """Judge and complete the cases of one person; return by sample how many items each asked."""
    asked: dict[str, list[int]] = {}
    for id, held in held_cases(session).items():
        sample = practice.sample(id)
        for case, made in held:
            place = case.places[id].position
            if place % EVERY == 0 and practice.lines:
                _keep_chronology(session, practice, made)
            count = practise_judging.judge(
                session, made.id, sample.by_position[place], practice.evidence, fill=sample.fill
            )
            asked.setdefault(id, []).append(count)
    return asked


def interview_officers(session: Session, practice: Practice) -> int:
    """Ask the officers whose interviews this person holds, and about their cases; return how many."""
    asked = practice.officers
    if asked is None:
        return 0
    known = interviews.directory(session).known
    sampled = samples.by_instrument(session)
    about_cases = [one.fingerprint for one in interviews.case_items(session) if not sampled[one.fingerprint]]
    own = {case.id for held in held_cases(session).values() for case, _ in held}
    count = 0
    for one in known:
        mine = [made for made in one.interviews if made.holder == session.author]
        for made in mine:
            row = asked.row(one.officer.name)
            practise_judging.judge(session, made.id, row, practice.evidence, fill=asked.fill)
        if mine and asked.fill:
            _ask_about(session, [case for case in one.cases if case.id in own], about_cases)
        count += bool(mine)
    return count


def meet(session: Session, practice: Practice) -> int:
    """Record every meeting, questionnaire and conversation; return how many."""
    forms = {one.id: one for one in interviews.instruments(session, About.OCCASION)}
    count = 0
    for met in practice.occasions:
        for row in met.rows:
            day = row.get(met.dated) or met.day
            made = occasions.start_occasion(session, forms[met.instrument].fingerprint, row[met.named], day)
            said = {name: words for name, words in row.items() if name not in (met.named, met.dated)}
            practise_judging.judge(session, made, said, practice.evidence, fill=met.fill)
            count += 1
    return count


def answer_for_inspection(session: Session, practice: Practice) -> int:
    """Answer what is asked of the whole inspection, by whoever holds it; return how many items."""
    count = 0
    for form in practice.inspection:
        made = interviews.of_inspection(session, form.instrument)
        if made is not None:
            (row,) = form.rows
            count += practise_judging.judge(session, made.id, row, practice.evidence, fill=form.fill)
    return count


def _ask_about(session: Session, asked_about: list[Case], instruments: list[str]) -> None:
    for case in asked_about:
        for instrument in instruments:
            made = assess.start_assessment(session, case.id, instrument)
            practise_judging.judge(session, made, {})


def _keep_chronology(session: Session, practice: Practice, made: Assessment) -> None:
    """A few dated lines and a point to raise."""
    for line in practice.lines:
        beside = {"assessment": made.id, "date": line.date, "source": line.source}
        write.write(session, "line", session.new_id(made.id), line.text, **beside)
    if practice.point:
        beside = {"assessment": made.id, "state": "open"}
        write.write(session, "point", session.new_id(made.id), practice.point.text, **beside)
    if cases.sheet(session, made.id).assessment.state == Stage.NOT_STARTED:
        assess.move(session, made.id, Stage.READING)
