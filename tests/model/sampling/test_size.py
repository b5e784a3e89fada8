"""The size of a sample: the published ones, and never wider than the margin that was promised."""

from statistics import NormalDist

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.sampling.size import sample_size

SHARES = st.floats(0.01, 0.99)


@pytest.mark.parametrize(
    ("eligible", "size"),
    [(570, 128), (576, 128), (557, 128), (440, 120), (22, 20), (239, 98), (29, 25), (20, 18), (10**9, 165)],
)
def test_eighty_per_cent_and_five_points(eligible: int, size: int) -> None:
    """The sizes of the reports, for lists within the ranges that the formula allows; 165 without a limit."""
    assert sample_size(eligible, 0.80, 0.05) == size


@pytest.mark.parametrize(("eligible", "size"), [(570, 230), (1000, 278), (10**9, 385)])
def test_ninety_five_per_cent_gives_the_textbook_sizes(eligible: int, size: int) -> None:
    assert sample_size(eligible, 0.95, 0.05) == size


def test_none_of_none_and_one_of_one() -> None:
    assert sample_size(0, 0.8, 0.05) == 0
    assert sample_size(1, 0.8, 0.05) == 1
    assert sample_size(2, 0.01, 0.99) == 1


@pytest.mark.parametrize(
    "wrong", [(-1, 0.8, 0.05), (9, 0.0, 0.05), (9, 1.0, 0.05), (9, 0.8, 0.0), (9, 0.8, 1.0)]
)
def test_what_makes_no_sense_is_an_error(wrong: tuple[int, float, float]) -> None:
    with pytest.raises(ValueError, match=str(wrong[0])):
        sample_size(*wrong)


@given(st.integers(1, 10**6), SHARES, SHARES)
def test_it_lies_between_one_and_all_and_grows_with_the_list(
    eligible: int, confidence: float, margin: float
) -> None:
    size = sample_size(eligible, confidence, margin)
    assert 1 <= size <= eligible
    assert size <= sample_size(eligible + 1, confidence, margin)


@given(st.integers(2, 10**6), SHARES, SHARES)
def test_the_margin_is_kept_and_one_case_fewer_would_miss_it(
    eligible: int, confidence: float, margin: float
) -> None:
    size = sample_size(eligible, confidence, margin)
    assert _margin_of(size, eligible, confidence) <= margin * 1.000001
    if size > 1:
        assert _margin_of(size - 1, eligible, confidence) > margin * 0.999999


def _margin_of(size: int, eligible: int, confidence: float) -> float:
    """The margin of error of a proportion of a half, of `size` cases out of a finite number."""
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    return float(z * (0.25 / size * (eligible - size) / (eligible - 1)) ** 0.5)
