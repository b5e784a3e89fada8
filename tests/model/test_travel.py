"""To whom entries travel."""

import pytest

from model.journal.entry import Body, Entry, FieldKey
from model.people import Role
from model.travel import holdings, travels_to

ANN, BEN, LEE = "a" * 32, "b" * 32, "c" * 32
FIRST, SECOND, CASE, NOTE = "1" * 32, "2" * 32, "3" * 32, "4" * 32
OFFICER, JOINED, TALK, SAID = "6" * 32, "7" * 32, "8" * 32, "9" * 32


def entries(kind: str, id: str, **said: str) -> list[Entry]:
    """What Ann recorded of one thing, an entry a field."""
    keys = {FieldKey(kind, id, field): value for field, value in said.items()}
    bodies = [
        Body(ANN, "2018-10-08T10:00:00Z", "d" * 32, key, value, "0" * 16) for key, value in keys.items()
    ]
    return [Entry("5" * 32, 1, b"", b"", b"", body) for body in bodies]


HELD = holdings(
    [
        *entries("assessment", FIRST, holder=ANN, case=CASE, purpose="first"),
        *entries("assessment", SECOND, holder=BEN, case=CASE, purpose="second"),
        *entries("note", NOTE, assessment=SECOND),
    ]
)


@pytest.mark.parametrize(
    ("kind", "id", "field", "ann", "ben", "lead"),
    [
        ("assessment", FIRST, "answer.q1", True, False, True),
        ("assessment", SECOND, "answer.q1", False, True, False),
        ("note", NOTE, "text", False, True, False),
        ("case", CASE, "number", True, True, True),
        ("case", "9" * 32, "number", False, False, True),
        ("identity", CASE, "names", False, False, False),
        ("row", CASE, "values", False, False, False),
        ("inspection", "7" * 32, "name", True, True, True),
        ("something new", CASE, "x", False, False, False),
    ],
)
def test_each_person_is_sent_only_what_is_theirs(
    kind: str, id: str, field: str, ann: bool, ben: bool, lead: bool
) -> None:
    key = FieldKey(kind, id, field)
    assert travels_to(ANN, Role.INSPECTOR, key, HELD) is ann
    assert travels_to(BEN, Role.LOCAL_ASSESSOR, key, HELD) is ben
    assert travels_to(LEE, Role.LEAD, key, HELD) is lead


def test_who_held_an_assessment_before_is_told_who_does_now_and_nothing_else_of_it() -> None:
    now, before = entries("assessment", FIRST, holder=BEN), entries("assessment", FIRST, holder=ANN)
    for standing in (now, entries("assessment", FIRST, case=CASE)):
        held = holdings(standing, before + now)
        assert travels_to(ANN, Role.INSPECTOR, FieldKey("assessment", FIRST, "holder"), held)
        assert not travels_to(ANN, Role.INSPECTOR, FieldKey("assessment", FIRST, "answer.q1"), held)
        assert not travels_to(LEE, Role.INSPECTOR, FieldKey("assessment", FIRST, "holder"), held)


def test_while_two_people_are_named_holder_both_get_the_assessment() -> None:
    held = holdings(entries("assessment", FIRST, holder=ANN) + entries("assessment", FIRST, holder=BEN))
    key = FieldKey("assessment", FIRST, "answer.q1")
    assert travels_to(ANN, Role.INSPECTOR, key, held)
    assert travels_to(BEN, Role.INSPECTOR, key, held)


TEAM = holdings(
    [
        *entries("assessment", FIRST, holder=ANN, case=CASE),
        *entries("case", CASE, officer=JOINED),
        *entries("officer", JOINED, same_as=OFFICER),
        *entries("assessment", TALK, officer=OFFICER, holder=BEN),
        *entries("note", SAID, assessment=TALK),
    ]
)


@pytest.mark.parametrize(
    ("kind", "id", "field", "ann", "ben", "other"),
    [
        ("officer", OFFICER, "name", True, True, False),
        ("officer", JOINED, "same_as", True, True, False),
        ("case", CASE, "officer", True, False, False),
        ("assessment", TALK, "holder", True, True, False),
        ("assessment", TALK, "officer", True, True, False),
        ("assessment", TALK, "answer.workload", False, True, False),
        ("assessment", TALK, "state", False, True, False),
        ("note", SAID, "text", False, True, False),
    ],
)
def test_an_officer_travels_to_those_who_hold_something_of_them_and_what_they_said_to_one(
    kind: str, id: str, field: str, ann: bool, ben: bool, other: bool
) -> None:
    key = FieldKey(kind, id, field)
    assert travels_to(ANN, Role.LOCAL_ASSESSOR, key, TEAM) is ann
    assert travels_to(BEN, Role.INSPECTOR, key, TEAM) is ben
    assert travels_to("d" * 32, Role.INSPECTOR, key, TEAM) is other
    assert travels_to(LEE, Role.LEAD, key, TEAM)


def test_a_blind_second_interview_is_known_to_its_holder_alone() -> None:
    held = holdings(
        [
            *entries("assessment", FIRST, holder=ANN, case=CASE),
            *entries("case", CASE, officer=OFFICER),
            *entries("assessment", TALK, officer=OFFICER, holder=BEN, purpose="second"),
        ]
    )
    key = FieldKey("assessment", TALK, "holder")
    assert [travels_to(who, Role.INSPECTOR, key, held) for who in (ANN, BEN)] == [False, True]
    assert not travels_to(LEE, Role.LEAD, key, held)
