"""Every page says what it is, whose print it is and which of how many; the same print is the same file."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pypdfium2
import pytest

from model.documents.stamp import Stamp
from model.documents.wording import Edition
from ui.paper.blocks import Flowables, closing, heading, line, prose
from ui.paper.page import CODES, PageHead, editions_line, write
from ui.paper.typography import VIEW

EDITION = Edition("Programme 2018", "Tool", "1.0", "3fa9 c1d2", "Licence")
HEAD = PageHead("Test paper", "Case 4101", "Not to be shown", (EDITION,))


def _long_story() -> Flowables:
    return [
        *heading("First", style=VIEW),
        *heading("Second"),
        *prose("\n".join(f"line {n}" for n in range(400))),
    ]


def test_each_page_carries_its_number_out_of_how_many(stamp: Stamp, read: Callable[[bytes], Any]) -> None:
    pages = read(write(HEAD, stamp, _long_story)).pages
    assert len(pages) > 5
    for number, page in enumerate(pages, start=1):
        assert f"Page {number} of {len(pages)}" in page


def test_one_page_is_page_one_of_one(stamp: Stamp, read: Callable[[bytes], Any]) -> None:
    assert "Page 1 of 1" in read(write(HEAD, stamp, lambda: [line("short")])).pages[0]


def test_each_page_carries_marking_print_case_warning_and_edition(
    stamp: Stamp, read: Callable[[bytes], Any]
) -> None:
    for page in read(write(HEAD, stamp, _long_story)).pages:
        assert page.count("OFFICIAL-SENSITIVE") == 2
        assert "Print 0014 · printed by A. Inspector · 8 October 2018, 14:02 UTC" in page
        assert "Case 4101" in page
        assert "Not to be shown" in page
        assert "Programme 2018 · Tool 1.0 · 3fa9 c1d2" in page


def test_another_marking_takes_the_place_of_the_usual_one(stamp: Stamp, read: Callable[[bytes], Any]) -> None:
    page = read(write(HEAD, replace(stamp, marking="OFFICIAL"), lambda: [line("short")])).pages[0]
    assert page.count("OFFICIAL") == 2
    assert "SENSITIVE" not in page


def test_the_same_print_is_the_same_file_to_the_byte(stamp: Stamp) -> None:
    assert write(HEAD, stamp, _long_story) == write(HEAD, stamp, _long_story)
    assert write(HEAD, stamp, _long_story) != write(HEAD, replace(stamp, print_number="0015"), _long_story)


def test_the_file_says_its_title_author_time_and_language(stamp: Stamp) -> None:
    pdf = write(HEAD, stamp, _long_story, "cy")
    with pypdfium2.PdfDocument(pdf) as document:
        told = document.get_metadata_dict()
    assert told["Title"] == "Test paper · Case 4101"
    assert told["Author"] == "A. Inspector"
    assert told["CreationDate"] == "D:20181008140211Z"
    assert "Print 0014" in told["Subject"]
    assert re.search(rb"/Lang \(cy\)", pdf)


def test_headings_are_in_the_table_of_contents(stamp: Stamp) -> None:
    with pypdfium2.PdfDocument(write(HEAD, stamp, _long_story)) as document:
        entries = [(entry.level, entry.get_title()) for entry in document.get_toc()]
    assert entries == [(0, "First"), (1, "Second")]


def test_only_embedded_fonts_are_used(stamp: Stamp, qpdf_check: Callable[[bytes], None]) -> None:
    pdf = write(HEAD, stamp, _long_story)
    fonts = re.findall(rb"/BaseFont /(\S+)", pdf)
    assert fonts
    assert all(re.match(rb"[A-Z]{6}\+", font) for font in fonts)
    assert b"/FontFile2" in pdf
    qpdf_check(pdf)


@pytest.mark.parametrize("name", ["B. " + "Very-Long-Name " * 12, "<b>A</b> & B", "line\nend"])
def test_a_name_is_never_markup_and_never_runs_off_the_page(
    name: str, stamp: Stamp, read: Callable[[bytes], Any], qpdf_check: Callable[[bytes], None]
) -> None:
    pdf = write(HEAD, replace(stamp, printed_by=name), lambda: [line("short")])
    assert name[:10].replace("\n", " ") in read(pdf).pages[0]
    assert "Page 1 of 1" in read(pdf).pages[0]
    qpdf_check(pdf)


def test_the_programme_is_named_once_for_several_instruments() -> None:
    other = replace(EDITION, instrument="Interview", fingerprint="77a9 0000")
    told = editions_line((EDITION, other))
    assert told == "Programme 2018 · Tool 1.0 · 3fa9 c1d2 · Interview 1.0 · 77a9 0000"


def test_instruments_that_do_not_fit_the_foot_are_counted_there_and_named_at_the_end(
    stamp: Stamp, read: Callable[[bytes], Any]
) -> None:
    many = tuple(replace(EDITION, instrument=f"Meeting of kind {number}") for number in range(6))
    pages = read(write(replace(HEAD, editions=many), stamp, lambda: closing([], many))).pages
    assert "Programme 2018 · 6 instruments, named on the last page" in pages[0]
    assert all(f"Meeting of kind {number} 1.0" in pages[-1] for number in range(6))


def test_codes_that_stand_for_characters_are_explained_where_there_are_any(
    stamp: Stamp, read: Callable[[bytes], Any]
) -> None:
    said = "".join(CODES.split())
    assert said in read(write(HEAD, stamp, lambda: [line("She sent 😀 and 中文")])).words
    assert said not in read(write(HEAD, stamp, lambda: [line("Ŵyn a’r tŷ")])).words
