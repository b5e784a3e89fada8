"""Roles and cards in words."""

from model.inspections import Person
from model.people import Role
from ui.presenters.people_words import GIVEN, ROLES, by_role, card_state, role_in_words


def person(role: Role | None, *, confirmed: bool = True, withdrawn: bool = False) -> Person:
    return Person("1" * 32, "Ann", role, "", confirmed, withdrawn)


def test_every_role_has_words_and_all_but_the_office_can_be_given() -> None:
    assert set(ROLES) == set(Role)
    assert set(GIVEN) == set(Role) - {Role.OFFICE}
    assert role_in_words(None) == "No role"


def test_a_withdrawn_card_is_worth_nothing_whatever_was_confirmed() -> None:
    assert card_state(person(Role.LEAD)).word == "Confirmed"
    assert card_state(person(Role.LEAD, confirmed=False)).word == "Not confirmed"
    assert card_state(person(Role.LEAD, withdrawn=True)).word == "Withdrawn"


def test_a_team_is_counted_by_role() -> None:
    people = [person(role) for role in (Role.INSPECTOR, Role.LEAD, Role.INSPECTOR)]
    assert by_role(people) == "1 lead inspector, 2 inspectors"
    assert by_role([]) == ""
