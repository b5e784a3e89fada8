"""What goes wrong on the practice day: work done twice, an answer edited on two laptops."""

from collections.abc import Mapping
from pathlib import Path

from model.cases import Case
from ui.actions import answer, assess, exchange, practise_judging
from ui.reading import cases
from ui.terminal.demo.people import Team
from ui.terminal.demo.published import SAMPLE, Held


def edit_on_two_laptops(
    at_work: Team,
    held: Mapping[str, list[Held]],
    published: Mapping[int, Mapping[str, str]],
    folder: Path,
) -> Case:
    """An inspector hands in half a case; the lead answers one question of it, the inspector the other way."""
    name, session = list(at_work.inspectors.items())[2]
    case, assessment = held[name][0]
    practise_judging.answer_all(session, assessment.id, published[case.places[SAMPLE].position], most=12)
    bundles = folder / "bundles" / "first-evening"
    bundles.mkdir(parents=True)
    taken = exchange.take_bundle(at_work.lead, exchange.write_fieldwork_bundle(session, bundles).path)
    if taken.refusal is not None:
        raise taken.refusal
    instrument = cases.sheet(session, assessment.id).instrument
    question = next(
        one for one in instrument.questions.values() if one.code == "2.2.1" and one.id.startswith("plan")
    )
    other = "no" if published[case.places[SAMPLE].position]["2.2.1"] == "Yes" else "yes"
    answer.answer(at_work.lead, assessment.id, question.id, other)
    return case


def assess_twice(
    at_work: Team,
    held: Mapping[str, list[Held]],
    published: Mapping[int, Mapping[str, str]],
) -> Case:
    """The lead assesses a case of somebody else as if it were hers."""
    name = list(at_work.inspectors)[4]
    case, assessment = held[name][1]
    second = assess.start_assessment(at_work.lead, case.id, assessment.instrument)
    practise_judging.judge(at_work.lead, second, published[case.places[SAMPLE].position])
    return case
