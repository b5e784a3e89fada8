"""Who holds which case, and to whom one can be given."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from model.instruments.reader import fingerprint_of
from model.refusal import Refusal
from tests.apart import ABOUT_CASE, bring
from tests.office import SAMPLE, Office, set_up, small_list
from tests.several import SAMPLES, drawn
from ui.actions import allocate, assess, draw_sample
from ui.presenters import holders
from ui.presenters.holders import NOBODY
from ui.reading import cases


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = set_up(tmp_path).make_inspection().gather().read(small_list(tmp_path)).draw(6)
    yield made
    made.close()


def test_cases_wait_for_somebody_and_are_counted_by_holder(office: Office) -> None:
    state = holders.show(office.session)
    assert {line.holder for line in state.lines} == {NOBODY}
    assert state.holders == (("", "Everybody’s cases (6)"), (NOBODY, "Nobody yet (6)"))
    state = holders.show(office.allocate().session)
    assert [words for _, words in state.holders] == [
        "Everybody’s cases (6)",
        "Ann Archer (2)",
        "Bilal Chowdhury (2)",
        "Lesley Marsh (2)",
    ]
    assert {line.said.word for line in state.lines} == {"Not started"}


def test_a_replaced_case_is_nobodys_any_more(office: Office) -> None:
    office.allocate()
    old = next(iter(cases.cases(office.session)))
    new = draw_sample.replace_case(office.session, SAMPLE, old, "Moved away")
    lines = {line.case: line for line in holders.show(office.session).lines}
    assert old not in lines
    assert lines[new].holder_name == "Nobody yet"


def test_a_case_is_given_with_a_reason_and_not_to_whom_it_must_not_go(office: Office) -> None:
    office.allocate()
    lesley, bilal = office.id("Lesley Marsh"), office.id("Bilal Chowdhury")
    line = next(line for line in holders.show(office.session).lines if line.holder_name == "Ann Archer")
    allocate.exclude(office.session, lesley, unit=line.unit)
    offer = holders.offer(office.session, line.assessment)
    assert (offer.words, offer.holder) == (f"case {line.number}", "Ann Archer")
    assert offer.people == ((bilal, "Bilal Chowdhury, 2 cases"),)
    assert offer.barred == "Not offered, because of a conflict of interest: Lesley Marsh."
    with pytest.raises(Refusal, match="reason"):
        holders.hand_over(office.session, line.assessment, bilal, "")
    state = holders.hand_over(office.session, line.assessment, bilal, "Ann is ill")
    assert next(one.holder for one in state.lines if one.case == line.case) == bilal
    assert state.said.startswith(f"Case {line.number} is with Bilal Chowdhury now")


def test_a_case_of_two_samples_is_one_case_and_what_goes_along_has_no_line(tmp_path: Path) -> None:
    several = drawn(tmp_path)
    bring(several.session, ABOUT_CASE)
    for sample in SAMPLES:
        several.allocate(sample)
    held = [one for one, _ in cases.assessments(several.session).values()]
    for one in held:
        assess.start_assessment(several.session, one.case, fingerprint_of(ABOUT_CASE), holder=one.holder)
    state = holders.show(several.session)
    assert len(state.lines) == len(held)
    assert state.count == len({one.case for one in held}) < len(state.lines)
    assert state.holders[0][1] == f"Everybody’s cases ({state.count})"
    assess.start_assessment(
        several.session, held[0].case, fingerprint_of(ABOUT_CASE), holder=several.session.author
    )
    assert len(holders.show(several.session).lines) == len(held) + 1
    several.close()
