"""How the team is said on the office's pages: roles, and what a card stands for."""

from collections.abc import Mapping
from types import MappingProxyType

from model.inspections import Person
from model.people import Role
from ui.presenters.case_words import Said
from ui.presenters.sizes import counted

ROLES: Mapping[Role, str] = MappingProxyType(
    {
        Role.LEAD: "Lead inspector",
        Role.INSPECTOR: "Inspector",
        Role.LOCAL_ASSESSOR: "Local assessor",
        Role.QUALITY: "Quality lead",
        Role.ANALYST: "Analyst",
        Role.OFFICE: "Office",
    }
)
"""Every role in words, in the order in which a team is told."""

GIVEN = tuple(role for role in ROLES if role is not Role.OFFICE)
"""The roles that can be given to a card: the office is whoever made the inspection."""

CONFIRMED = Said("Confirmed", "sufficient", "shield")
NOT_CONFIRMED = Said("Not confirmed", "attention", "attention")
WITHDRAWN = Said("Withdrawn", "not_sufficient", "stop")


def role_in_words(role: Role | None) -> str:
    """Say a role; somebody without one is said so."""
    return ROLES[role] if role else "No role"


def card_state(person: Person) -> Said:
    """Say what a person's card is worth."""
    if person.withdrawn:
        return WITHDRAWN
    return CONFIRMED if person.confirmed else NOT_CONFIRMED


def by_role(people: list[Person]) -> str:
    """Say who they are by role, as in "1 lead inspector, 7 inspectors"."""
    counts = {role: sum(person.role is role for person in people) for role in ROLES}
    said = [counted(count, ROLES[role].lower()) for role, count in counts.items() if count]
    return ", ".join(said)
