"""A measure of any kind as a row: counts beside every figure, and a warning where a base is small."""

from dataclasses import replace

from model.measures import Results, Tally
from tests.model.documents.varied import found
from ui.presenters.rates import RateRow, rate_row


def row(measure: str, *, small_base: int = 0, awaited: int = 0) -> RateRow:
    whole = found(small_base=small_base, awaited=awaited)
    return rate_row(whole, whole.programme.measure(measure))


def told(made: RateRow) -> dict[str, str]:
    return {one.asked: one.words for one in made.told}


def test_a_rate_has_its_counts_its_band_and_its_base_in_words() -> None:
    made = row("m_safety")
    assert (made.percentage, made.count, made.band, made.share) == ("75%", "6 of 8", "Good", 75)
    assert (made.possible, made.span, made.warning) == ("", None, "")
    assert told(made)["Out of what"] == "8 cases of 16 received. cases with a need"
    assert "Small base" not in told(made)


def test_a_small_base_is_warned_of() -> None:
    made = row("m_engage", small_base=20)
    assert made.warning == "Small base: each case is 6.25 percentage points"
    assert told(made)["Small base"] == "Of 16 cases, each case is 6.25 percentage points."


def test_a_mean_names_its_method_and_says_what_it_is_of() -> None:
    made = row("criterion", awaited=4)
    assert (made.percentage, made.count, made.band) == ("84%", "mean of 2", "")
    assert made.note == "Mean of its questions."
    assert told(made)["How it is worked out"] == "Mean of its questions."
    assert made.possible == "63% to 89%"
    assert row("outcome").words == "O"  # without a title its code


def test_a_figure_has_its_number_of_answers() -> None:
    made = row("scores")
    assert (made.percentage, made.count, made.share, made.possible) == ("37.5", "16 answers", None, "")
    assert told(made)["Out of what"].startswith("16 answers: their sum is 600, their mean 37.5.")


def test_where_no_case_counts_there_is_no_figure() -> None:
    whole = found(small_base=20)
    nothing = replace(whole, results=Results({"m_engage": Tally("m_engage", 0, 0, {})}, {}, {}))
    made = rate_row(nothing, whole.programme.measure("m_engage"))
    assert (made.percentage, made.count, made.warning) == ("–", "No case counts", "")
