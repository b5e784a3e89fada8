"""What measures are made of: rates, means and figures, counted from sheets, with everybody outside named."""

from model.measures.counted import Sheets, Why
from model.measures.counts import Counts, Results, count, fed_by, together
from model.measures.figure import Figure, Number, figure_of, one_decimal
from model.measures.mean import Mean, leaves, mean_of, means, possible_means, whole_percent
from model.measures.proportion import (
    Contribution,
    Range,
    Tally,
    contribution,
    percentage,
    possible,
    tally,
    tally_of,
)
from model.measures.under_older import named_apart

__all__ = [
    "Contribution",
    "Counts",
    "Figure",
    "Mean",
    "Number",
    "Range",
    "Results",
    "Sheets",
    "Tally",
    "Why",
    "contribution",
    "count",
    "fed_by",
    "figure_of",
    "leaves",
    "mean_of",
    "means",
    "named_apart",
    "one_decimal",
    "percentage",
    "possible",
    "possible_means",
    "tally",
    "tally_of",
    "together",
    "whole_percent",
]
