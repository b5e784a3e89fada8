"""Who has a bundle, what a new one would bring, and what nobody has told them yet that the office holds."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.office import Office, set_up, small_list
from ui.actions import answer, assess
from ui.reading import cases
from ui.reading.handed_out import handed_out


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    made = set_up(tmp_path).make_inspection().gather().read(small_list(tmp_path)).draw(6).allocate()
    yield made
    made.close()


def test_before_the_first_bundle_everything_is_new(office: Office) -> None:
    out = handed_out(office.session)
    assert set(out) == {session.author for session in office.people.values()}
    assert all(one.news > 0 and not one.written and not one.came and not one.unsaid for one in out.values())


def test_a_bundle_leaves_nothing_new_until_something_changes_for_its_person(office: Office) -> None:
    office.hand_out()
    out = handed_out(office.session)
    assert all(one.written and one.news == 0 for one in out.values())
    ann, bilal = office.id("Ann Archer"), office.id("Bilal Chowdhury")
    mine = next(one for one, _ in cases.assessments(office.session).values() if one.holder == ann)
    assess.hand_over(office.session, mine.id, bilal, "Ann is ill")
    out = handed_out(office.session)
    assert out[bilal].news > 0
    assert out[ann].news == 1  # that it is hers no longer


def test_work_that_came_is_unsaid_until_the_next_bundle(office: Office) -> None:
    office.hand_out()
    ann = office.people["Ann Archer"]
    mine = next(one for one, _ in cases.assessments(ann).values())
    answer.answer(ann, mine.id, "assess_engage", "yes")
    office.receive("Ann Archer")
    out = handed_out(office.session)[ann.author]
    assert out.came
    assert (out.news, out.unsaid > 0) == (0, True)
    office.hand_out()
    assert handed_out(office.session)[ann.author].unsaid == 0
