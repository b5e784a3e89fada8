"""Rows about the same case: the second of two equal ones goes, of two different ones both."""

import pytest

from model.lists.twins import Row, Twins, settle_twins


def row(number: int, reference: str, **values: str) -> Row:
    return Row(number, {"reference": reference, **values})


FIRST, SECOND, OTHER = row(2, "A1", ldu="Leeds"), row(5, "A1", ldu="Leeds"), row(3, "B2", ldu="Leeds")
DIFFERENT = row(7, "A1", ldu="York")


def test_a_row_knows_its_reference() -> None:
    assert OTHER.reference == "B2"


def test_of_equal_rows_the_first_counts() -> None:
    settled = settle_twins([FIRST, OTHER, SECOND], {})
    assert settled.kept == (FIRST, OTHER)
    assert settled.refused == {5: "Case “A1” is already in row 2, with the same content."}
    assert settled.undecided == ()


def test_of_different_rows_none_counts_until_one_is_chosen() -> None:
    settled = settle_twins([FIRST, OTHER, DIFFERENT], {})
    assert settled.kept == (OTHER,)
    sentence = "Case “A1” is in rows 2, 7, which differ (ldu); somebody must choose."
    assert settled.refused == {2: sentence, 7: sentence}
    assert settled.undecided == (Twins("A1", (2, 7), ("ldu",)),)


def test_a_choice_settles_it() -> None:
    settled = settle_twins([FIRST, OTHER, DIFFERENT], {"A1": 7})
    assert settled.kept == (OTHER, DIFFERENT)
    assert settled.refused == {2: "Of the rows about case “A1”, row 7 was chosen."}
    assert settled.undecided == ()


@pytest.mark.parametrize("decided", [{"A1": 3}, {"B2": 7}, {"A1": 99}])
def test_a_choice_of_another_row_settles_nothing(decided: dict[str, int]) -> None:
    assert settle_twins([FIRST, OTHER, DIFFERENT], decided).kept == (OTHER,)


def test_many_different_rows_are_told_briefly() -> None:
    settled = settle_twins([row(number, "A1", ldu=str(number)) for number in range(2, 1002)], {})
    assert settled.kept == ()
    assert len(settled.refused) == 1000
    assert settled.refused[2].startswith("Case “A1” is in rows 2, 3, 4, 5, 6, 7 and 994 more, which differ")
