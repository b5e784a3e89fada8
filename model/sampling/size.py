"""How many cases a sample needs for a confidence and a margin of error."""

from math import ceil
from statistics import NormalDist

_NOISE = 1e-9
"""What computing in binary may add to a size that is exactly a whole number."""


def sample_size(eligible: int, confidence: float, margin: float) -> int:
    """Return how many of `eligible` cases to draw, from 0 (of none) to all of them.

    `confidence` (two-sided) and `margin` of error are shares between 0 and 1. The formula is the usual one
    for a proportion of a half in a finite population: n0 = z²·0.25/d², n = n0/(1 + (n0 - 1)/N), with z of
    the normal distribution. Confidence of 80 per cent and five points of margin are published (2018/19
    summary report, annex B; North West report, annex 1); the formula is not, but gives every
    published size for some N. Published sizes fit rounding to the nearest whole number as well as rounding
    up; Casebook rounds up, because then the margin is never wider than was promised. 570 cases give 127.67,
    so 128.

    Raises ValueError for a negative number of cases or shares out of range.

    >>> sample_size(570, confidence=0.80, margin=0.05)
    128
    """
    if eligible < 0 or not 0 < confidence < 1 or not 0 < margin < 1:
        raise ValueError((eligible, confidence, margin))
    if eligible == 0:
        return 0
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    unlimited = z * z * 0.25 / (margin * margin)
    exact = unlimited / (1 + (unlimited - 1) / eligible)
    return max(1, min(eligible, ceil(exact - _NOISE)))
