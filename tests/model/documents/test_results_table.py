"""A table of results: counts beside shares, ordered by its first column, small bases with a sign."""

from dataclasses import replace

from model.documents.results_table import cell, filled_table
from model.instruments.measure import Order, Show
from model.measures import Results, Tally
from tests.model.documents.varied import found


def test_it_is_filled_and_ordered_by_its_first_column() -> None:
    whole = found()
    table = filled_table(whole.tables[0], whole)
    assert (table.title, table.note) == ("What was found how often", "As recorded.")
    assert table.columns == ("Cases", "Share")
    assert [(row.title, row.cells) for row in table.rows] == [
        ("Drugs", ("12 of 16", "75%")),
        ("Licence", ("8 of 16", "50%")),
        ("Nothing known", ("", "37.5")),
    ]
    assert table.warning == ""


def test_the_largest_stands_first_and_what_is_empty_last() -> None:
    whole = found()
    turned = replace(whole.tables[0], rows=whole.tables[0].rows[::-1])
    assert [row.title for row in filled_table(turned, whole).rows] == ["Drugs", "Licence", "Nothing known"]
    written = replace(turned, order=Order.AS_WRITTEN)
    assert [row.title for row in filled_table(written, whole).rows] == ["Nothing known", "Licence", "Drugs"]


def test_a_small_base_brings_its_counts_and_a_warning() -> None:
    whole = found(small_base=20)
    table = filled_table(whole.tables[0], whole)
    assert table.rows[0].cells == ("12 of 16", "12 of 16 (75%) †")
    assert table.warning == "† Small base: of 16, each case is 6.25 percentage points."


def test_every_kind_of_result_has_its_words() -> None:
    whole = found()
    assert [cell(whole, "m_engage", show) for show in Show] == ["94%", "15", "15 of 16", "15 of 16 (94%)"]
    assert [cell(whole, "criterion", show) for show in Show] == ["84%"] * 4
    words = "37.5 (16 answers)"
    assert [cell(whole, "scores", show) for show in Show] == ["37.5", "16", words, words]


def test_where_no_case_counts_there_is_no_figure() -> None:
    whole = found()
    nothing = Results({**whole.results.tallies, "drugs": Tally("drugs", 0, 0, {})}, {}, {})
    assert [cell(replace(whole, results=nothing), "drugs", show) for show in Show] == ["–"] * 4
