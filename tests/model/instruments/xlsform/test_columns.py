"""Bounds and guidance as a workbook says them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.instruments.xlsform.columns import bounds_of, code_of, constraint_of, guidance_in_words, id_of

numbers = st.none() | st.integers(-(10**12), 10**12) | st.floats(allow_nan=False, allow_infinity=False)


@given(numbers, numbers)
def test_bounds_come_back_exactly_and_without_exponents(low: float | None, high: float | None) -> None:
    said = constraint_of(low, high)
    assert "e" not in said.replace(" and ", "")
    wanted = {key: bound for key, bound in (("minimum", low), ("maximum", high)) if bound is not None}
    assert (bounds_of(said) if said else {}) == wanted


@pytest.mark.parametrize(
    "constraint", ["", ". > 1", ". >= 1 or . <= 2", ". >= 1 and . >= 2", "regex(., 'a')"]
)
def test_what_is_no_bound_is_not_taken_for_one(constraint: str) -> None:
    assert bounds_of(constraint) is None


def test_guidance_stands_under_its_headings() -> None:
    pieces = {"slip": {"en": "Counting."}, "where": {"en": "Log.", "cy": "Cofnod."}}
    assert guidance_in_words(pieces, "en") == "Where in the record: Log.\nA common slip: Counting."
    assert guidance_in_words(pieces, "cy") == "Ble yn y cofnod: Cofnod."


def test_names_of_xlsform_become_names_that_an_instrument_can_have() -> None:
    assert [id_of(name) for name in ("need", "Q1", "q-1.a", "_start", "a__b_")] == [
        "need",
        "q1",
        "q_1_a",
        "start",
        "a__b_",
    ]
    assert [code_of(name) for name in ("yes", "DK", "1", "-88", "not sure", "é")] == [
        "yes",
        "DK",
        "n1",
        "n_88",
        "not_sure",
        "n_",
    ]
