"""Inspections and people out of recorded fields."""

from model.inspections import inspection_from, person_from
from model.journal.entry import Value
from model.journal.fields import Current
from model.people import Role


def held(value: Value) -> Current:
    return Current(value, False, "office", "2018-10-08T10:00:00Z")


def test_an_inspection_is_read_from_its_fields() -> None:
    inspection = inspection_from("i", {"name": held("North Vale"), "key": held("age1x"), "start": held(None)})
    assert (inspection.name, inspection.key, inspection.start) == ("North Vale", "age1x", "")


def test_a_card_is_unconfirmed_until_that_is_recorded_and_an_unknown_role_is_none() -> None:
    person = person_from("p", {"name": held("Ann"), "role": held("inspector")})
    assert (person.role, person.confirmed, person.withdrawn) == (Role.INSPECTOR, False, False)
    later = person_from("p", {"role": held("sovereign"), "confirmed": held(True), "withdrawn": held(True)})
    assert (later.role, later.confirmed, later.withdrawn) == (None, True, True)
