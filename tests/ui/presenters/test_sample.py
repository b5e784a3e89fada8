"""The sample page's state: size with its rule, strata and seed; then drawing, replacing and closing."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from model.refusal import Refusal
from resources import path
from tests.office import PRACTICE_LIST, SAMPLE, Office, set_up, small_list
from ui.actions.make_inspection import Particulars
from ui.presenters import sample
from ui.reading import samples


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = set_up(tmp_path).make_inspection()
    yield made
    made.close()


def test_without_a_list_there_is_nothing_to_draw(office: Office) -> None:
    state = sample.show(office.session)
    assert (state.sample, state.before, state.after) == (SAMPLE, None, None)


def test_the_rule_gives_128_of_570_and_the_strata_add_up(office: Office) -> None:
    before = sample.show(office.read(PRACTICE_LIST).session).before
    assert before is not None
    assert (before.eligible, before.size) == (570, 128)
    assert "80 per cent confidence, 5 points margin" in before.rule
    assert sum(line.eligible for line in before.strata) == 570
    assert sum(line.drawn for line in before.strata) == 128
    assert any(line.name == "blank · Community sentence · Medium" for line in before.strata)
    assert any((line.eligible, line.share, line.drawn) == (67, "15.04", 15) for line in before.strata)


@pytest.fixture
def area(tmp_path: Path) -> Iterator[Office]:
    """An inspection whose programme sets the size of its sample, and minimum numbers for some groups."""
    particulars = Particulars("Cumbria", "Cumbria", "AREA", "quality_impact_2017", "2017-06-05", "2017-06-23")
    made = set_up(tmp_path).make_inspection(particulars)
    yield made.read(path("practice", "cumbria_2017", "cases_list.csv"), "cases")
    made.close()


def test_a_set_size_and_minimum_numbers_are_told_and_kept(area: Office) -> None:
    before = sample.show(area.session).before
    assert before is not None
    assert (before.size, before.problem) == (47, "")
    assert before.rule == (
        "The programme sets 47 cases. At least, where the list has them: CRC 31, NPS 16, Female 8, "
        "Minority ethnic 3."
    )
    assert sum(line.drawn for line in before.strata if line.name.startswith("NPS")) == 16
    state = sample.draw(area.session, "cases", "1111-2222", 47)
    assert state.after is not None
    assert sample.show(area.session).after is not None
    record = samples.draws(area.session)[0].record
    assert (record.rule, len(record.minimums)) == (47, 4)
    line = next(
        line for line in state.after.lines if line.stratum == "CRC · Male · White · Licence · Carlisle"
    )
    after = sample.replace_case(area.session, "cases", line.case, "Moved to another area.").after
    assert after is not None
    [new] = {line.case for line in after.lines} - {line.case for line in state.after.lines}
    assert next(each.stratum for each in after.lines if each.case == new) == line.stratum


def test_a_size_too_small_for_the_minimum_numbers_is_said_so(area: Office) -> None:
    before = sample.weigh(area.session, "cases", "40")
    assert before.strata == ()
    assert before.problem.startswith("The minimum of ")
    with pytest.raises(Refusal, match="cannot be met"):
        sample.draw(area.session, "cases", "1111-2222", 40)
    assert samples.draws(area.session) == ()


@pytest.mark.parametrize("typed", ["0", "21", "many", "-3", "²"])
def test_a_size_that_cannot_be_drawn_is_said_so(office: Office, typed: str) -> None:
    before = sample.weigh(office.read(small_list(office.folder)).session, SAMPLE, typed)
    assert before.problem == "Type a whole number from 1 to 20."


def test_a_size_of_ones_own_is_weighed_and_named(office: Office) -> None:
    before = sample.weigh(office.read(small_list(office.folder)).session, SAMPLE, " 7 ")
    assert (before.size, sum(line.drawn for line in before.strata)) == (7, 7)
    assert "You ask for 7" in before.rule


def test_a_seed_is_four_groups_of_digits_from_the_sessions_randomness(office: Office) -> None:
    fixed = replace(office.session, random=lambda size: bytes(size - 1) + b"\x07")
    assert sample.seed(fixed) == "0000-0000-0000-0007"
    assert sample.seed(office.session) != sample.seed(office.session)


def test_a_draw_by_the_rule_says_so_in_its_record(office: Office) -> None:
    office.read(small_list(office.folder))
    state = sample.draw(office.session, SAMPLE, "1111-2222", 18)
    assert (state.before, state.said) == (None, "18 cases drawn")
    assert state.after is not None
    (done,) = samples.draws(office.session)
    assert (done.record.seed, done.record.rule is None) == ("1111-2222", False)
    with pytest.raises(Refusal, match="drawn already"):
        sample.draw(office.session, SAMPLE, "1111-2222", 18)


def test_a_draw_of_another_size_is_recorded_as_chosen(office: Office) -> None:
    office.read(small_list(office.folder))
    sample.draw(office.session, SAMPLE, "1111-2222", 6)
    assert samples.draws(office.session)[0].record.rule is None


def test_a_replaced_case_and_a_closed_draw(office: Office) -> None:
    office.read(small_list(office.folder)).draw(6)
    after = sample.show(office.session).after
    assert after is not None
    old = after.lines[2]
    state = sample.replace_case(office.session, SAMPLE, old.case, "Moved away")
    assert state.after is not None
    lines = {line.number: line for line in state.after.lines}
    new = next(line for line in lines.values() if line.said.word == f"Replaces {old.number}")
    assert state.said == f"Case {new.number} takes its place"
    assert (new.stratum, new.why, new.position > 6) == (old.stratum, "Moved away", True)
    assert lines[old.number].said.word == f"Replaced by {new.number}"
    assert not lines[old.number].may_replace
    state = sample.close(office.session, SAMPLE, state.after.id)
    assert state.said == "The draw is closed: 13 rows erased"
    assert state.after is not None
    assert state.after.closed
    assert not any(line.may_replace for line in state.after.lines)
