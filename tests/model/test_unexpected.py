"""An error is told by type, file and line, and by no value."""

from model.unexpected import line_of

NOTE = "the note of an inspector"


def caught(depth: int) -> BaseException:
    def fail(left: int) -> None:
        if left == 0:
            raise ValueError(NOTE)
        fail(left - 1)

    try:
        fail(depth)
    except ValueError as error:
        return error
    raise AssertionError


def test_the_line_names_type_file_and_line_and_no_value() -> None:
    line = line_of(caught(0))
    assert line.startswith("ValueError at test_unexpected.py:")
    assert NOTE not in line


def test_of_a_long_way_only_the_innermost_calls_are_named() -> None:
    line = line_of(caught(30))
    assert line.count("test_unexpected.py:") == 6
    assert line == line_of(caught(40))


def test_an_error_that_was_never_raised_is_told_too() -> None:
    assert line_of(KeyError(NOTE)) == "KeyError at unknown place"
