"""Tables: rows go to the next page whole, no text is too long for a cell, and ruled space breaks anywhere."""

from collections.abc import Callable
from typing import Any

import pytest

from model.documents.stamp import Stamp
from ui.paper.blocks import Flowables, gap, line
from ui.paper.page import PageHead, write
from ui.paper.tables import grid, row, ruled, table
from ui.paper.typography import CELL

HEAD = PageHead("Test", "Case 4101")
Pages = Callable[[Callable[[], Flowables]], tuple[str, ...]]


@pytest.fixture
def pages(stamp: Stamp, read: Callable[[bytes], Any]) -> Pages:
    return lambda story: read(write(HEAD, stamp, story)).bodies


def _page_of(word: str, bodies: tuple[str, ...]) -> int:
    return next(number for number, body in enumerate(bodies) if word in body)


def test_a_cell_taller_than_a_page_flows(pages: Pages) -> None:
    text = " ".join(f"w{number}" for number in range(6_000))
    head = [line("Head", CELL), line("Other", CELL)]
    bodies = pages(lambda: [table(head, [[line(text, CELL), line("short", CELL)]], [200, 200])])
    assert "".join(text.split()) in "".join(
        "".join(bodies).replace("Head", "").replace("Other", "").split()
    ).replace("short", "")
    assert all("Head" in body for body in bodies)


@pytest.mark.parametrize("above", range(600, 690, 7))
def test_a_row_that_fits_on_a_page_goes_to_the_next_one_whole(above: int, pages: Pages) -> None:
    def story() -> Flowables:
        rows = [[line(f"first{number} " + "word " * 40 + f"last{number}", CELL)] for number in range(6)]
        return [gap(above), table([line("Head", CELL)], rows, [200])]

    bodies = pages(story)
    for number in range(6):
        assert _page_of(f"first{number}", bodies) == _page_of(f"last{number}", bodies)


def test_ruled_space_breaks_between_lines_and_never_fails(pages: Pages) -> None:
    bodies = pages(lambda: [line("before"), ruled(100), line("after")])
    assert len(bodies) >= 4
    assert "after" in bodies[-1]


def test_a_question_stands_beside_its_answer(pages: Pages) -> None:
    body = pages(lambda: [row(line("1.1"), line("Wording?"), [line("Answer"), line("Set aside")])])[0]
    assert [part.split() for part in body.splitlines()] == [["1.1", "Wording?", "Answer"], ["Set", "aside"]]


@pytest.mark.parametrize("above", range(600, 690, 7))
def test_a_grid_fills_its_last_row_and_keeps_its_cells_whole(above: int, pages: Pages) -> None:
    def story() -> Flowables:
        cells = [[line(f"label{number}", CELL), line(f"value{number}", CELL)] for number in range(7)]
        return [gap(above), grid(cells)]

    bodies = pages(story)
    for number in range(7):
        assert _page_of(f"label{number}", bodies) == _page_of(f"value{number}", bodies)
