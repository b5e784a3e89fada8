"""A sample that was drawn, as the page shows it: chips, strata with reserves, and drawing again."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.office import SAMPLE, Office, set_up, small_list
from ui.actions import draw_sample
from ui.presenters import drawn
from ui.presenters.drawn import DrawnState
from ui.reading import cases, samples


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = set_up(tmp_path).make_inspection().gather().read(small_list(tmp_path)).draw(6)
    yield made
    made.close()


def shown(office: Office) -> DrawnState:
    return drawn.drawn(office.session, samples.draws(office.session)[0])


def test_cases_stand_in_drawn_order_with_who_holds_them(office: Office) -> None:
    state = shown(office)
    assert [line.position for line in state.lines] == [1, 2, 3, 4, 5, 6]
    assert state.words == "6 of 20 eligible cases drawn"
    assert "seed a seed" in state.more
    assert "by Olwen Parry" in state.more
    assert {line.holder for line in state.lines} == {""}
    assert {line.holder for line in shown(office.allocate()).lines} <= set(office.people)
    assert all(line.holder for line in shown(office).lines)
    assert (state.not_drawn, state.chips) == (14, (("in", "In the sample", 6),))


def test_reserves_are_counted_by_stratum(office: Office) -> None:
    state = shown(office)
    assert [int(line.reserves) for line in state.strata] == [
        line.eligible - line.drawn for line in state.strata
    ]
    old = next(iter(cases.cases(office.session).values()))
    stratum = old.places[SAMPLE].stratum
    draw_sample.replace_case(office.session, SAMPLE, old.id, "Moved away")
    now = {line.name: line for line in shown(office).strata}
    before = {line.name: line for line in state.strata}
    assert int(now[stratum].reserves) == int(before[stratum].reserves) - 1
    assert shown(office).chips == (("in", "In the sample", 6), ("replaced", "Replaced", 1), ("all", "All", 7))


def test_drawing_again_gives_the_same_until_the_list_is_gone(office: Office) -> None:
    state = shown(office)
    again = drawn.again(office.session, state.id)
    assert (again.same, again.words) == (True, "Drawn again: the same 6 cases in the same order.")
    draw_sample.close_draw(office.session, state.id)
    again = drawn.again(office.session, state.id)
    assert not again.same
    assert "erased" in again.words
    assert shown(office).not_drawn == 0
    assert {line.reserves for line in shown(office).strata} == {""}
