"""The record of a draw in words: the strata add up, and the exact shares let anyone check the quotas."""

from model.documents.draw_sheet import DrawnCase, DrawSheet, draw_sheet, exact_share
from model.sampling.draw import draw
from model.sampling.record import SizeRule, record_of
from model.sampling.strata import Eligible

POPULATION = [Eligible(f"X{number}", ("Male" if number % 7 else "",)) for number in range(100)]


def _sheet(rule: SizeRule | None = None) -> DrawSheet:
    record = record_of(draw(POPULATION, 30, "seed"), POPULATION, rule, ("gender",))
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


def test_cases_are_in_drawn_order() -> None:
    assert [case.number for case in _sheet().cases] == ["A", "B"]


def test_no_reference_is_in_it() -> None:
    assert not any(repr(case.reference) in repr(_sheet()) for case in POPULATION)


def test_an_exact_share_is_cut_to_two_places() -> None:
    assert [exact_share(of, 128, 570) for of in (37, 1, 570)] == ["8.30", "0.22", "128.00"]
