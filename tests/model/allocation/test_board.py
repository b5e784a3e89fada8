"""The board: cases lie with the inspector who has fewest, and one case can be passed on along a chain."""

from model.allocation.board import Board, Piece


def piece(reference: str, officer: str, allowed: str) -> Piece:
    return Piece(reference, officer, frozenset(allowed))


def test_an_officer_goes_whole_to_whoever_has_fewest() -> None:
    board = Board("BA")
    board.place([piece("1", "u", "AB"), piece("2", "u", "AB")])
    board.place([piece("3", "v", "AB")])
    board.place([piece("4", "w", "AB")])
    assert board.placed() == {"A": ("1", "2"), "B": ("3", "4")}
    assert board.load("A") == 2


def test_an_officer_whom_nobody_may_take_whole_is_placed_case_by_case() -> None:
    board = Board("AB")
    board.place([piece("1", "u", "A"), piece("2", "u", "B"), piece("3", "u", "B")])
    assert board.placed() == {"A": ("1",), "B": ("2", "3")}


def test_a_case_is_passed_on_through_somebody_between() -> None:
    board = Board("ABC")
    board.place([piece("1", "u", "A"), piece("2", "u", "AB"), piece("3", "u", "A")])
    board.place([piece("4", "v", "BC"), piece("5", "v", "BC")])
    board.place([piece("6", "w", "C")])
    assert [board.load(person) for person in "ABC"] == [3, 2, 1]
    assert not board.improve(may_split=False)
    assert board.pass_on()
    assert [board.load(person) for person in "ABC"] == [2, 2, 2]
    assert not board.pass_on()


def test_a_chain_that_ends_only_one_lower_is_left() -> None:
    board = Board("AB")
    board.place([piece("1", "u", "AB")])
    assert not board.pass_on()
    assert not board.improve(may_split=True)
