"""Drawing, replacing and closing where a case stands in several samples: it is one case."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from model.cases import Case
from model.refusal import Refusal
from model.sampling.record import repeat
from storage import projection
from tests.office import Office
from tests.several import COURT, SUPERVISION, VICTIMS, list_of, several
from ui.actions import allocate, draw_sample, read_list, undo
from ui.reading import cases, inspections, samples


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """Lists of 20, 12 and 6; references 8 to 13 stand in the first two, 10 to 15 in the last."""
    made = several(tmp_path)
    made.read(list_of(tmp_path, SUPERVISION, range(20)), SUPERVISION)
    made.read(list_of(tmp_path, COURT, range(8, 14)), COURT)
    made.read(list_of(tmp_path, VICTIMS, range(10, 16)), VICTIMS)
    yield made
    made.close()


def by_reference(office: Office) -> dict[str, Case]:
    return {case.reference: case for case in cases.cases(office.session).values()}


def bodies(office: Office) -> bytes:
    return b"".join(body or b"" for (body,) in office.session.store.db.execute("SELECT body FROM entry"))


def draw_id(office: Office, sample: str) -> str:
    return next(one.id for one in samples.draws(office.session) if one.sample.id == sample)


def test_rows_of_two_lists_with_one_reference_share_their_case(office: Office) -> None:
    every = samples.every_row(office.session)
    ids: dict[str, set[str]] = {}
    for row in (row for rows in every.values() for row in rows):
        ids.setdefault(row.values["reference"], set()).add(row.case)
    assert all(len(found) == 1 for found in ids.values())
    assert len({row.id for rows in every.values() for row in rows}) == 20 + 6 + 6


def test_the_size_that_the_rule_gives_is_of_the_rule_and_another_is_chosen(office: Office) -> None:
    sample = inspections.programme(office.session).sample(SUPERVISION)
    draw_sample.draw_sample(
        office.session, SUPERVISION, "one", draw_sample.proposed_size(office.session, sample)
    )
    draw_sample.draw_sample(office.session, COURT, "two", 3)
    records = {one.sample.id: one.record for one in samples.draws(office.session)}
    assert records[SUPERVISION].rule is not None
    assert records[COURT].rule is None


def test_a_case_drawn_twice_is_one_case_with_a_place_in_each(office: Office) -> None:
    office.draw(20, SUPERVISION).draw(6, COURT).draw(6, VICTIMS)
    held = by_reference(office)
    assert len(held) == len(cases.cases(office.session)) == 20
    assert len({case.number for case in held.values()}) == 20
    assert set(held["X000012"].places) == {SUPERVISION, COURT, VICTIMS}
    assert set(held["X000008"].places) == {SUPERVISION, COURT}
    assert set(held["X000003"].places) == {SUPERVISION}
    place = held["X000012"].places[COURT]
    assert place.facts["officer"] == "Court reports 0"
    assert held["X000012"].facts(COURT)["officer"] == "Court reports 0"
    assert held["X000012"].facts(VICTIMS)["officer"] == "Victim work 0"
    for drawn in samples.draws(office.session):
        mine = [case.places[drawn.sample.id] for case in held.values() if drawn.sample.id in case.places]
        assert sorted(one.position for one in mine) == list(range(1, drawn.record.size + 1))
        assert repeat(drawn.record, samples.population(office.session, drawn.sample)) == ()


def test_a_later_list_finds_the_cases_that_there_are_though_the_first_list_is_gone(office: Office) -> None:
    read_list.erase_list(office.session, VICTIMS)
    office.draw(20, SUPERVISION)
    draw_sample.close_draw(office.session, draw_id(office, SUPERVISION))
    before = {reference: (case.id, case.number) for reference, case in by_reference(office).items()}
    office.read(list_of(office.folder, VICTIMS, range(18, 23)), VICTIMS).draw(5, VICTIMS)
    held = by_reference(office)
    assert {name: (case.id, case.number) for name, case in held.items() if name in before} == before
    assert set(held["X000019"].places) == {SUPERVISION, VICTIMS}
    assert set(held["X000022"].places) == {VICTIMS}


def test_a_case_replaced_in_one_sample_stays_in_the_other(office: Office) -> None:
    office.draw(10, SUPERVISION).draw(6, VICTIMS)
    old = next(case for case in by_reference(office).values() if {SUPERVISION, VICTIMS} <= set(case.places))
    new = draw_sample.replace_case(office.session, SUPERVISION, old.id, "Moved away")
    held = cases.cases(office.session)
    assert held[old.id].places[SUPERVISION].replaced == new
    assert held[old.id].places[VICTIMS].replaced == ""
    assert held[old.id].counts_in(VICTIMS)
    assert not held[old.id].counts_in(SUPERVISION)
    assert held[new].places[SUPERVISION].reserve
    with pytest.raises(Refusal, match="already"):
        draw_sample.replace_case(office.session, SUPERVISION, old.id, "Again")


def test_a_reserve_can_be_a_case_of_another_sample_and_keeps_its_number(office: Office) -> None:
    office.draw(5, SUPERVISION).draw(6, COURT).draw(6, VICTIMS)
    numbers = {case.id: case.number for case in cases.cases(office.session).values()}
    old = next(case for case in by_reference(office).values() if SUPERVISION in case.places).id
    found: list[str] = []
    while not found or found[-1] not in numbers:
        found.append(draw_sample.replace_case(office.session, SUPERVISION, old, "Moved away"))
        old = found[-1]
    case = cases.cases(office.session)[old]
    assert case.number == numbers[old]
    assert len(case.places) > 1
    assert (case.places[SUPERVISION].position, case.places[SUPERVISION].reserve) == (5 + len(found), True)


def test_closing_one_draw_keeps_what_the_other_samples_need(office: Office) -> None:
    office.draw(4, SUPERVISION).draw(6, VICTIMS)
    drawn = {name for name, case in by_reference(office).items() if SUPERVISION in case.places}
    assert draw_sample.close_draw(office.session, draw_id(office, SUPERVISION)) == 16
    said = bodies(office)
    for number in range(20):
        name, needed = f"X{number:06}", number in range(8, 16)
        assert (f"{SUPERVISION}name{number}".encode() in said) == (name in drawn or needed)
    assert samples.rows(office.session, SUPERVISION) == ()
    assert len(samples.rows(office.session, COURT)) == len(samples.rows(office.session, VICTIMS)) == 6
    office.draw(2, COURT)
    court = {name for name, case in by_reference(office).items() if COURT in case.places}
    draw_sample.close_draw(office.session, draw_id(office, COURT))
    draw_sample.close_draw(office.session, draw_id(office, VICTIMS))
    said = bodies(office)
    for number in range(20):
        name = f"X{number:06}"
        is_case = name in drawn or name in court or number in range(10, 16)
        assert (f"{SUPERVISION}name{number}".encode() in said) == is_case
        assert (name.encode() in said) == is_case
    live = projection.read_subjects(office.session.store.db, office.session.inspection, "case")
    projection.rebuild(office.session.store.db, office.session.inspection)
    assert projection.read_subjects(office.session.store.db, office.session.inspection, "case") == live


def test_a_draw_that_was_undone_leaves_the_other_sample_as_it_was(office: Office) -> None:
    office.draw(20, SUPERVISION)
    before = cases.cases(office.session)
    office.draw(6, VICTIMS)
    undo.undo(office.session)
    assert cases.cases(office.session) == before
    assert allocate.unallocated(office.session, VICTIMS) == ()
