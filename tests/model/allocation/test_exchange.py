"""The best exchange between two inspectors: evenness first, then whole officers, then few cases moved."""

from model.allocation.exchange import Exchange, Holding, best_exchange


def held(officer: str, first: int, second: int) -> Holding:
    return Holding(officer, (first, second), (first, second))


def test_a_whole_officer_goes_where_that_evens_the_loads() -> None:
    holdings = [held("a", 3, 0), held("b", 2, 0), held("c", 0, 1)]
    assert best_exchange(holdings, 4, may_split=False) == Exchange(-8, 0, (("b", 2),))


def test_the_officer_who_evens_most_goes() -> None:
    holdings = [held("a", 4, 0), held("b", 3, 0), held("c", 0, 3)]
    assert best_exchange(holdings, 4, may_split=False) == Exchange(-6, 0, (("b", 3),))


def test_a_swap_back_makes_it_exact() -> None:
    holdings = [held("a", 4, 0), held("b", 0, 2)]
    assert best_exchange(holdings, 4, may_split=False) == Exchange(-8, 0, (("a", 4), ("b", -2)))


def test_an_officer_is_split_only_where_that_is_allowed() -> None:
    holdings = [held("a", 4, 0)]
    assert best_exchange(holdings, 4, may_split=False) is None
    assert best_exchange(holdings, 4, may_split=True) == Exchange(-8, 1, (("a", 2),))


def test_a_split_officer_is_put_together_again() -> None:
    holdings = [held("a", 1, 2), held("b", 1, 0)]
    assert best_exchange(holdings, 0, may_split=False) is None
    assert best_exchange([*holdings, held("d", 2, 0)], 0, may_split=False) == Exchange(
        0, -1, (("a", -2), ("d", 2))
    )


def test_what_the_other_may_not_take_stays() -> None:
    assert best_exchange([Holding("a", (4, 0), (0, 0))], 4, may_split=True) is None
    assert best_exchange([Holding("a", (4, 0), (1, 0))], 4, may_split=True) == Exchange(-6, 1, (("a", 1),))


def test_nothing_to_exchange() -> None:
    assert best_exchange([], 0, may_split=True) is None
