"""Expressions are short, flat and bracketed where XPath needs it."""

from model.instruments.xlsform.expression import ALWAYS, NEVER, Compared, Denied, denied, every, some, written

A, B, C = Compared("a"), Compared("b"), Compared("c")


def test_parts_are_flat_and_each_there_once() -> None:
    assert written(every((A, every((B, A)), C))) == "a and b and c"
    assert written(some((A, some((B,)), B))) == "a or b"


def test_brackets_stand_where_words_are_mixed() -> None:
    assert written(every((some((A, B)), C))) == "(a or b) and c"
    assert written(some((every((A, B)), C))) == "(a and b) or c"
    assert written(denied(some((A, B)))) == "not(a or b)"


def test_what_always_or_never_holds_swallows_the_rest() -> None:
    assert every((A, NEVER)) == NEVER
    assert some((A, ALWAYS)) == ALWAYS
    assert every((A, ALWAYS)) == A
    assert some((A, NEVER)) == A
    assert denied(ALWAYS) == NEVER
    assert denied(NEVER) == ALWAYS
    assert denied(Denied(A)) == A


def test_what_always_holds_needs_no_cell() -> None:
    assert written(ALWAYS) == ""
    assert written(NEVER) == "false()"
