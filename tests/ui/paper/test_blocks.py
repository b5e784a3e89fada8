"""Nothing that belongs together is torn apart at the end of a page, and no text is too long for a table."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from model.documents.stamp import Stamp
from model.documents.wording import Edition, Wording
from model.instruments.instrument import Standing
from ui.paper.blocks import (
    Flowables,
    choices,
    closing,
    footnote,
    gap,
    heading,
    kept,
    line,
    prose,
    quoted,
    raised,
    title_block,
    with_mark_in,
)
from ui.paper.page import PageHead, write
from ui.paper.typography import BODY_TEXT, CELL, HUNG

HEAD = PageHead("Test", "Case 4101")
OURS = Wording("q", "2.1.1(a)", "Is it so?", Standing.OURS, Standing.PROVISIONAL)


@pytest.fixture
def pages(stamp: Stamp, read: Callable[[bytes], Any]) -> Callable[[Callable[[], Flowables]], tuple[str, ...]]:
    return lambda story: read(write(HEAD, stamp, story)).bodies


Pages = Callable[[Callable[[], Flowables]], tuple[str, ...]]


def _page_of(word: str, bodies: tuple[str, ...]) -> int:
    return next(number for number, body in enumerate(bodies) if word in body)


@pytest.mark.parametrize("above", range(580, 700, 6))
def test_a_heading_takes_what_follows_along(above: int, pages: Pages) -> None:
    bodies = pages(lambda: [gap(above), *heading("Heading"), line("follows")])
    assert _page_of("Heading", bodies) == _page_of("follows", bodies)


@pytest.mark.parametrize("above", range(500, 700, 8))
def test_a_head_keeps_the_first_lines_of_what_flows_after_it(above: int, pages: Pages) -> None:
    text = "start " + "word " * 2_000 + "end"
    bodies = pages(lambda: [gap(above), *kept([line("Question"), line("Answer")], prose(text))])
    assert _page_of("Question", bodies) == _page_of("Answer", bodies) == _page_of("start", bodies)
    assert _page_of("end", bodies) > _page_of("start", bodies)


def test_a_long_text_begins_where_there_is_room_and_not_on_a_page_of_its_own(pages: Pages) -> None:
    bodies = pages(lambda: [gap(300), *kept([line("Question")], prose("word " * 2_000))])
    assert "Question" in bodies[0]
    assert bodies[0].count("word") > 100


def test_a_head_taller_than_a_page_still_prints(pages: Pages) -> None:
    bodies = pages(lambda: kept([line(f"line {number} " + "x " * 150) for number in range(60)]))
    assert all(f"line {number} " in "".join(bodies) for number in range(60))


def test_a_code_too_wide_for_its_column_stands_above(pages: Pages) -> None:
    assert len(prose("text", HUNG, "2.1.1(a)")) == 1
    assert len(prose("text", HUNG, "a code that is much too wide")) == 2
    assert (
        "a code that is much too wide"
        in pages(lambda: prose("text", HUNG, "a code that is much too wide"))[0]
    )


def test_a_quotation_carries_the_signs_of_its_standing(pages: Pages) -> None:
    body = pages(lambda: [*quoted(OURS), with_mark_in(OURS, CELL, (3,))])[0]
    assert "".join(body.split()) == "2.1.1(a)*Isitso?°" + "Isitso?°3"


def test_the_end_explains_signs_and_names_the_licence_once(pages: Pages) -> None:
    edition = Edition("", "Tool", "1.0", "", "Open Government Licence")
    body = pages(lambda: closing([OURS], [edition, edition]))[0]
    assert "Our wording" in body
    assert "Provisional" in body
    assert "quoted from published" not in body
    assert body.count("Open Government Licence") == 1
    assert closing([], []) == []


def test_the_end_names_what_is_not_in_the_language_asked_for(pages: Pages) -> None:
    body = pages(lambda: closing([replace(OURS, lacks="cy")], []))[0]
    assert "Not in Welsh: 2.1.1(a)." in body


def test_small_pieces_say_what_they_are_given(pages: Pages) -> None:
    def story() -> Flowables:
        return [
            *title_block("Kicker", "Title", [("Officer", "Zoë"), ("Empty", "")], "Warning"),
            choices(["Yes", "Not needed"]),
            raised("Good", (1, 2), BODY_TEXT),
            footnote(1, "A <note>"),
        ]

    body = pages(story)[0]
    for words in (
        "Kicker",
        "Title",
        "Warning",
        "Zoë",
        "Yes",
        "Good1, 2",
        "A <note>",
    ):
        assert words in body
    assert "Empty" not in body
    assert "Not\u00a0needed" in body or "Not needed" in body
