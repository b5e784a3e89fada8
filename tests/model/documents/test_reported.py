"""What is reported: every kind of standard, measures in their order, the overall rating, small bases."""

import pytest

from model.documents.reported import each_is, figure_words, reported, rules
from model.measures import Mean, Range, Results, Tally
from tests.model.documents.varied import found, instruments, programme, said


def test_everything_that_is_counted_or_stated_is_there() -> None:
    whole = found(stated=said(leading="good"))
    assert [standard.id for standard in whole.standards] == ["assessment", "leading", "done_well", "found"]
    assert [table.id for table in whole.tables] == ["prevalence"]
    assert (whole.others, whole.other_rows()) == ((), ())
    assert list(whole.reached) == ["assessment", "leading"]
    assert whole.score is not None
    assert (whole.score.points, whole.score.at_most, whole.points) == (4, 6, (4, 4))


def test_of_a_sample_nothing_is_stated_and_there_is_no_overall_rating() -> None:
    sample = found(whole=False)
    assert [standard.id for standard in sample.standards] == ["assessment", "done_well"]
    assert sample.score is None
    assert list(sample.reached) == ["assessment"]


def test_what_is_not_counted_is_not_reported() -> None:
    rates = {"m_engage": Tally("m_engage", 3, 4, {}), "licence": Tally("licence", 1, 2, {})}
    part = reported(programme(), instruments(), Results(rates, {}, {}))
    assert (part.standards, part.tables) == ((), ())
    assert [measure.id for measure in part.others] == ["licence"]  # the other one is part of a mean
    with pytest.raises(KeyError):
        part.result("drugs")


def test_below_a_mean_stands_what_it_is_of() -> None:
    whole = found()
    rows = whole.rows(whole.programme.standard("done_well"))
    assert [(measure.id, depth) for measure, depth in rows] == [
        ("criterion", 0),
        ("m_engage", 1),
        ("m_safety", 1),
        ("released", 0),
    ]
    plain = whole.rows(whole.programme.standard("assessment"))
    assert [(measure.id, depth) for measure, depth in plain] == [("m_engage", 0), ("m_safety", 0)]


def test_a_mean_is_of_exact_shares() -> None:
    whole = found()
    criterion, outcome = whole.result("criterion"), whole.result("outcome")
    assert isinstance(criterion, Mean)
    assert isinstance(outcome, Mean)
    assert criterion.percentage == 84  # (15/16 + 6/8) / 2 = 84.375
    assert outcome.percentage == 61  # (27/32 + 3/8) / 2 = 60.9375


def test_a_measure_is_called_by_its_title_or_by_its_question() -> None:
    whole = found()
    assert whole.wording(whole.programme.measure("licence")).text == "On licence"
    assert whole.wording(whole.programme.measure("licence")).mark == ""
    engage = whole.wording(whole.programme.measure("m_engage"))
    assert (engage.code, engage.text) == ("2.1.1", "Does it focus sufficiently on engaging the person?")
    assert whole.wording(whole.programme.measure("outcome")).text == ""
    assert whole.home(whole.programme.measure("outcome")) is None


def test_what_may_still_come_widens_rates_means_ratings_and_points() -> None:
    whole = found(awaited=4, stated=said(leading="good"))
    assert whole.spans["m_engage"] == Range(75, 95)
    assert whole.spans["criterion"].lowest == 63  # (15/20 + 6/12) / 2 = 62.5
    assert whole.rating_spans["assessment"].lowest is not None
    assert whole.rating_spans["assessment"].lowest.id == "requires_improvement"
    assert whole.points == (3, 5)
    assert found(awaited=4).points == (1, 6)


def test_a_figure_is_printed_as_a_mean_or_a_sum() -> None:
    whole = found()
    scores = whole.results.figures["scores"]
    assert figure_words(whole.programme.measure("scores"), scores) == "37.5"


def test_a_base_is_small_below_what_the_programme_says() -> None:
    assert [found(small_base=20).is_small(base) for base in (0, 1, 19, 20)] == [False, True, True, False]
    assert not found().is_small(1)


@pytest.mark.parametrize(
    ("base", "points"), [(16, "6.25"), (10, "10"), (3, "33.33"), (6, "16.67"), (1, "100"), (8, "12.5")]
)
def test_what_one_case_is_worth(base: int, points: str) -> None:
    assert each_is(base) == f"each case is {points} percentage points"


def test_the_rules_that_are_used_are_told() -> None:
    told = tuple(rules(found()))
    assert len(told) == 4
    assert told[0] == "A standard is rated by its lowest key question."
    assert len(tuple(rules(found(whole=False)))) == 2
