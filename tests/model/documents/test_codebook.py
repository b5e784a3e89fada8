"""The codebook says what those who read the data need."""

import pytest

from model.documents.codebook import HEADER, codebook, measures_fed, rows
from model.instruments.reader import read_programme
from resources import path
from tests.model.instruments.small import instrument, programme


def test_an_entry_says_codes_lines_and_measures() -> None:
    book = codebook(instrument(), programme())
    entries = {entry.id: entry for entry in book.entries}
    assert list(entries) == list(instrument().questions)
    safety = entries["safety"]
    assert [(one.code, one.label, one.line) for one in safety.options] == [
        ("yes", "Yes", "above the line"),
        ("no", "No", "below the line"),
    ]
    assert safety.routing == "Only when 2.1.2 need is “Yes”"
    assert "2.1.2" in safety.measures
    assert entries["safety_why"].parent == "2.1.2"
    assert (entries["engage"].meaning, entries["engage"].was) == (2, ("old_engage", "older_engage"))


def test_rows_have_the_columns_of_the_header() -> None:
    book = codebook(instrument(), programme())
    for row in rows(book):
        assert len(row) == len(HEADER)
        assert row[-1] == instrument().fingerprint
    engage = dict(zip(HEADER, rows(book)[6], strict=True))
    assert (engage["id"], engage["code"], engage["standing of wording"]) == ("engage", "2.1.1", "published")
    assert engage["options"] == "yes = Yes (above the line); no = No (below the line)"
    assert engage["evidence expected"] == "yes"


def test_without_a_programme_nothing_is_said_of_measures() -> None:
    assert {entry.measures for entry in codebook(instrument()).entries} == {()}


@pytest.mark.parametrize("folder", ["adult_offending_2013", "probation_services_2018"])
def test_means_and_ratings_are_among_what_answers_feed(folder: str) -> None:
    whole = read_programme(path("programmes", folder, "programme.toml").read_text("utf-8"), folder)
    fed = measures_fed(whole)
    for measure in whole.measures:
        if measure.question:
            assert measure.code in fed[measure.question]
    means = [measure for measure in whole.measures if measure.of]
    for mean in means:
        under = [whole.measure(one).question for one in mean.of]
        assert all(mean.code in fed[question] for question in under if question)
    for standard in whole.standards:
        assert not standard.question or f"rating of {standard.code}" in fed[standard.question]
