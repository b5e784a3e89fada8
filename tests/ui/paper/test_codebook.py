"""The codebook on paper: ids, codes, lines, routing, measures, and the whole fingerprint."""

from collections.abc import Callable
from typing import Any

from model.documents.codebook import codebook
from model.documents.stamp import Stamp
from model.instruments.instrument import Instrument
from model.instruments.programme import Programme
from ui.paper.codebook import lay_out
from ui.paper.text import one_line


def squeezed(text: str) -> str:
    return "".join(one_line(text).split())


def test_every_entry_is_on_paper(
    instrument: Instrument,
    programme: Programme,
    stamp: Stamp,
    read: Callable[[bytes], Any],
    qpdf_check: Callable[[bytes], None],
) -> None:
    book = codebook(instrument, programme)
    pdf = lay_out(book, stamp)
    qpdf_check(pdf)
    found = read(pdf)
    for entry in book.entries:
        assert squeezed(f"{entry.id} · {entry.part}") in found.words
        assert squeezed(entry.routing) in found.words
        assert all(squeezed(one.code) in found.words for one in entry.options)
        if entry.measures:
            assert squeezed(f"Feeds {', '.join(entry.measures)}.") in found.words
    assert instrument.fingerprint in found.words
    assert all(f"Page {number} of" in page for number, page in enumerate(found.pages, start=1))
