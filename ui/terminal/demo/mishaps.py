"""What goes wrong on the practice day: work done twice, an answer edited on two laptops, a damaged bundle."""

from pathlib import Path

from model.cases import Case
from ui.actions import answer, assess, decide, exchange, practise_judging
from ui.actions.practise_answers import judged, other_side
from ui.reading import cases
from ui.reading.practice import Conflict, DoubleWork, Practice
from ui.terminal.demo.people import Team, held_cases


def edit_on_two_laptops(at_work: Team, practice: Practice, wanted: Conflict, folder: Path) -> Case:
    """An inspector hands in half a case; the lead answers one question of it, the inspector the other way."""
    session, sample = at_work.others[0], practice.sample(wanted.sample)
    case, made = held_cases(session)[wanted.sample][0]
    given = sample.by_position[case.places[wanted.sample].position]
    practise_judging.answer_all(session, made.id, given, wanted.before, practice.evidence)
    bundles = folder / "bundles" / "first-evening"
    bundles.mkdir(parents=True)
    taken = exchange.take_bundle(at_work.lead, exchange.write_fieldwork_bundle(session, bundles).path)
    if taken.refusal is not None:
        raise taken.refusal
    question = cases.sheet(session, made.id).instrument.question(wanted.question)
    answer.answer(at_work.lead, made.id, question.id, other_side(question, judged(question, given)))
    return case


def assess_twice(at_work: Team, practice: Practice, wanted: DoubleWork) -> Case:
    """The lead assesses a case of somebody else as if it were hers."""
    case, made = held_cases(at_work.others[-1])[wanted.sample][1]
    second = assess.start_assessment(at_work.lead, case.id, made.instrument)
    sample = practice.sample(wanted.sample)
    given = sample.by_position[case.places[wanted.sample].position]
    practise_judging.judge(at_work.lead, second, given, practice.evidence, fill=sample.fill)
    return case


def damage(bundle: Path) -> Path:
    """Copy a bundle with one bit of it the other way round."""
    damaged = bundle.with_name("damaged-on-the-way.casebook")
    whole = bytearray(bundle.read_bytes())
    whole[len(whole) // 2] ^= 1
    damaged.write_bytes(bytes(whole))
    return damaged


def decide_conflicts(at_work: Team, practice: Practice, wanted: Conflict) -> list[str]:
    """The office decides what was answered differently, as it is given; return the decisions in words."""
    said = []
    for conflict in decide.conflicts(at_work.office):
        sheet = cases.sheet(at_work.office, conflict.key.id)
        question = sheet.instrument.question(wanted.question)
        given = practice.sample(wanted.sample).by_position[sheet.case.places[wanted.sample].position]
        right = str(judged(question, given).value)
        sides = ", ".join(f"{side.recorded.value}" for side in conflict.sides)
        decide.decide_conflict(at_work.office, conflict.key, right, wanted.reason)
        said.append(f"Conflict in case {sheet.case.number}, {question.code}: {sides}. Decided: {right}.")
    return said


def decide_double_work(at_work: Team, wanted: DoubleWork) -> list[str]:
    """The office says that the assessment of the case's own inspector counts; return for what, in words."""
    said = []
    for work in decide.work_done_twice(at_work.office):
        own = next(one for one in work.assessments if one.holder != at_work.lead.author)
        decide.choose_record(at_work.office, work.subject.id, work.instrument, own.id, wanted.reason)
        said.append(f"Double work in {work.subject.words}: the assessment of its own inspector counts.")
    return said
