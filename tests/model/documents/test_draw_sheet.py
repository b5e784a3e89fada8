"""The record of a draw in words: the strata add up, and the exact shares let anyone check the quotas."""

from model.documents.draw_sheet import DrawnCase, DrawSheet, draw_sheet, exact_share
from model.sampling.draw import draw
from model.sampling.minimum import Minimum
from model.sampling.record import Rule, SizeRule, record_of
from model.sampling.strata import Eligible

POPULATION = [Eligible(f"X{number}", ("Male" if number % 7 else "",)) for number in range(100)]


def _sheet(rule: Rule | None = None, *minimums: Minimum) -> DrawSheet:
    record = record_of(draw(POPULATION, 30, "seed", minimums), POPULATION, rule, ("gender",), minimums)
    cases = [DrawnCase(2, "B", True), DrawnCase(1, "A", True)]
    return draw_sheet(record, fields=["Gender"], cases=cases)


def test_strata_add_up_and_shares_are_cut_not_rounded() -> None:
    sheet = _sheet()
    assert [(each.values, each.eligible, each.share, each.drawn) for each in sheet.strata] == [
        (("blank",), 15, "4.50", 5),
        (("Male",), 85, "25.50", 25),
    ]
    assert (sheet.size, sheet.eligible) == (30, 100)


def test_the_rule_of_the_size_is_said_in_words() -> None:
    assert "80 per cent confidence and 5 percentage points" in _sheet(SizeRule(0.8, 0.05)).size_rule
    assert "chosen by the person" in _sheet().size_rule
    assert _sheet(30).size_rule == "The programme sets 30 cases."


def test_minimum_numbers_are_said_where_they_change_the_shares() -> None:
    plain, least = _sheet().steps, _sheet(30, Minimum(0, "", 7)).steps
    assert least[:3] + least[4:] == plain
    assert least[3].startswith("Minimum numbers: blank 7. Take them in this order.")
    assert _sheet(30, Minimum(0, "", 7)).strata[0].drawn == 7


def test_cases_are_in_drawn_order() -> None:
    assert [case.number for case in _sheet().cases] == ["A", "B"]


def test_no_reference_is_in_it() -> None:
    assert not any(repr(case.reference) in repr(_sheet()) for case in POPULATION)


def test_an_exact_share_is_cut_to_two_places() -> None:
    assert [exact_share(of, 128, 570) for of in (37, 1, 570)] == ["8.30", "0.22", "128.00"]
