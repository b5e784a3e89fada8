"""The record of a draw on paper: seed, strata and order, and nobody's reference."""

from collections.abc import Callable
from typing import Any

from model.documents.draw_sheet import DrawnCase, draw_sheet
from model.documents.stamp import Stamp
from model.sampling.draw import draw
from model.sampling.record import SizeRule, record_of
from model.sampling.strata import Eligible
from ui.paper.draw_sheet import lay_out

POPULATION = [
    Eligible(f"X{number:06d}", ("Male" if number % 8 else "Female", "Medium" if number % 3 else ""))
    for number in range(570)
]


def test_seed_strata_totals_and_order_are_on_it_and_no_reference(
    stamp: Stamp, read: Callable[[bytes], Any], qpdf_check: Callable[[bytes], None]
) -> None:
    done = draw(POPULATION, 128, "a seed | with <marks>")
    record = record_of(done, POPULATION, SizeRule(0.8, 0.05), ("gender", "rosh_level"))
    places = (*done.drawn, *done.reserves)
    sheet = draw_sheet(
        record,
        fields=["Gender", "Risk"],
        cases=[
            DrawnCase(place.position, f"C{place.position:04d}", place.position <= 128) for place in places
        ],
        provider="North Vale",
        sample="Case supervision",
        drawn_by="O. Office",
        drawn_at="2018-09-20T10:00:00Z",
    )
    pdf = lay_out(sheet, stamp)
    words = read(pdf).words
    for said in (
        "a seed | with <marks>",
        "128 of 570 eligible cases",
        "All 570 128",
        record.list_digest,
        "blank",
    ):
        assert "".join(said.split()) in words, said
    assert all(f"{place.position}C{place.position:04d}" in words for place in places)
    assert "Drawncases(128)" in words
    assert "Reserves(442)" in words
    assert not any(case.reference in words for case in POPULATION)
    qpdf_check(pdf)


def test_one_undivided_stratum_and_no_listed_cases_print_too(
    stamp: Stamp, read: Callable[[bytes], Any]
) -> None:
    population = [Eligible(f"X{number}", ()) for number in range(9)]
    record = record_of(draw(population, 4, "s"), population, None, ())
    words = read(lay_out(draw_sheet(record, fields=[], cases=[]), stamp)).words
    assert "4of9eligiblecases" in words
    assert "Thesizewaschosenbythepersonwhodrew." in words
    assert "Reserves" not in words
