"""The table of who may record what."""

import pytest

from model.authority import RULES, may_decide, may_record, rule_for
from model.journal.entry import FieldKey
from model.people import Role


def key(kind: str, field: str) -> FieldKey:
    return FieldKey(kind, "a" * 32, field)


@pytest.mark.parametrize(
    ("kind", "field", "allowed"),
    [
        ("case", "number", {Role.OFFICE}),
        ("case", "record.case_supervision", {Role.OFFICE, Role.LEAD}),
        ("case", "officer", {Role.OFFICE, Role.LEAD}),
        ("officer", "name", {Role.OFFICE, Role.LEAD}),
        ("officer", "same_as", {Role.OFFICE, Role.LEAD}),
        ("inspection", "name", {Role.OFFICE}),
        ("inspection", "record.organisation", {Role.OFFICE, Role.LEAD}),
        ("person", "role", {Role.OFFICE}),
        ("erasure", "note.*", {Role.OFFICE}),
        ("identity", "names", {Role.OFFICE}),
        ("note", "text", {Role.INSPECTOR, Role.LOCAL_ASSESSOR, Role.LEAD, Role.QUALITY}),
        ("assessment", "answer.q", set(Role) - {Role.ANALYST}),
        ("print", "number", set(Role) - {Role.ANALYST}),
        ("a kind of a later version", "x", set()),
    ],
)
def test_each_field_has_the_people_who_may_record_it(kind: str, field: str, allowed: set[Role]) -> None:
    assert {role for role in Role if may_record(role, key(kind, field))} == allowed
    assert not may_record(None, key(kind, field))


def test_the_most_particular_rule_counts() -> None:
    found = rule_for(key("case", "record.x"))
    assert found is not None
    assert found.field == "record."


def test_no_two_rules_speak_of_the_same_fields() -> None:
    assert len({(rule.kind, rule.field) for rule in RULES}) == len(RULES)


def test_lead_and_office_decide_and_whoever_holds_the_assessment() -> None:
    answer, holder, case = key("assessment", "answer.q"), key("assessment", "holder"), key("case", "officer")
    steering = {Role.OFFICE, Role.LEAD}
    assert {role for role in Role if may_decide(role, answer, holds=False)} == steering
    assert {role for role in Role if may_decide(role, answer, holds=True)} == set(Role) - {Role.ANALYST}
    assert {role for role in Role if may_decide(role, holder, holds=True)} == steering
    assert {role for role in Role if may_decide(role, case, holds=True)} == steering
    assert not may_decide(None, answer, holds=True)
