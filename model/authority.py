"""Who may record what, and to whom it travels: the one table."""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from model.journal.entry import FieldKey
from model.people import Role

OFFICE = frozenset({Role.OFFICE})
STEERING = frozenset({Role.OFFICE, Role.LEAD})
ASSESSORS = frozenset({Role.INSPECTOR, Role.LOCAL_ASSESSOR, Role.LEAD, Role.QUALITY})
EVERYBODY = frozenset(Role) - {Role.ANALYST}


class Travel(StrEnum):
    """To whom an entry goes when the office or the lead inspector writes a bundle."""

    TEAM = "team"
    HOLDER = "holder"
    OFFICE = "office"


@dataclass(frozen=True, slots=True)
class Rule:
    """Who may record fields of one kind of subject whose name begins with `field`."""

    kind: str
    field: str
    roles: frozenset[Role]
    travel: Travel


RULES = (
    Rule("inspection", "", OFFICE, Travel.TEAM),
    Rule("inspection", "record.", STEERING, Travel.TEAM),
    Rule("programme", "", OFFICE, Travel.TEAM),
    Rule("instrument", "", OFFICE, Travel.TEAM),
    Rule("person", "", OFFICE, Travel.TEAM),
    Rule("sample", "", OFFICE, Travel.OFFICE),
    Rule("row", "", OFFICE, Travel.OFFICE),
    Rule("identity", "", OFFICE, Travel.OFFICE),
    Rule("exclusion", "", OFFICE, Travel.OFFICE),
    Rule("case", "", OFFICE, Travel.HOLDER),
    Rule("case", "replaced.", STEERING, Travel.HOLDER),
    Rule("case", "record.", STEERING, Travel.HOLDER),
    Rule("case", "officer", STEERING, Travel.HOLDER),
    Rule("officer", "", STEERING, Travel.HOLDER),
    Rule("assessment", "", ASSESSORS | OFFICE, Travel.HOLDER),
    Rule("assessment", "holder", STEERING | ASSESSORS, Travel.HOLDER),
    Rule("note", "", ASSESSORS, Travel.HOLDER),
    Rule("line", "", ASSESSORS, Travel.HOLDER),
    Rule("point", "", ASSESSORS, Travel.HOLDER),
    Rule("alert", "", ASSESSORS | OFFICE, Travel.HOLDER),
    Rule("print", "", EVERYBODY, Travel.OFFICE),
    Rule("result", "", STEERING, Travel.OFFICE),
    Rule("erasure", "", OFFICE, Travel.TEAM),
)


def rule_for(key: FieldKey) -> Rule | None:
    """Return the most particular rule for a field, or None for a kind that this program does not know."""
    return _rule(key.kind, key.field)


@lru_cache(maxsize=4_096)
def _rule(kind: str, field: str) -> Rule | None:
    """Search the table once for each kind and field: a merge asks for every entry."""
    fitting = [rule for rule in RULES if rule.kind == kind and field.startswith(rule.field)]
    return max(fitting, key=lambda rule: len(rule.field), default=None)


def may_record(role: Role | None, key: FieldKey) -> bool:
    """Return whether a person in this role may record this field; None is somebody without a role."""
    rule = rule_for(key)
    return rule is not None and role in rule.roles


def may_decide(role: Role | None, key: FieldKey, *, holds: bool) -> bool:
    """Return whether a person in this role may decide between the sides of a conflict in this field.

    Lead and office decide whatever they may record; whoever holds an assessment (`holds`) decides what is
    recorded in it, though not who holds it.
    """
    return may_record(role, key) and (role in STEERING or (holds and key.field != "holder"))
