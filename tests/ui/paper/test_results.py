"""The table of results on paper: figures beside their bases, provisional on every page until final."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from model.documents.reported import reported
from model.documents.results import results_document
from model.documents.results_rows import ResultsDocument
from model.documents.stamp import Stamp
from model.instruments.instrument import Instrument
from model.instruments.programme import Programme
from model.measures import Results, Tally, Why
from tests.model.documents import varied
from ui.paper.results import lay_out


def _results(programme: Programme, instrument: Instrument, *, final: bool) -> ResultsDocument:
    tallies = {measure.id: Tally(measure.id, 96, 128, {}) for measure in programme.measures}
    tallies["m2_4_3"] = Tally("m2_4_3", 40, 61, {Why.NO_NEED: tuple(map(str, range(67)))})
    found = reported(
        programme,
        (instrument,),
        Results(tallies, {}, {}),
        awaited=dict.fromkeys(tallies, 0 if final else 12),
    )
    return results_document(
        found,
        received=128,
        expected=128 if final else 140,
        final=final,
        provider="North <Vale> division",
        sample="Case supervision",
    )


def test_standards_questions_rates_and_bases_are_on_it(
    programme: Programme,
    instrument: Instrument,
    stamp: Stamp,
    read: Callable[[bytes], Any],
    qpdf_check: Callable[[bytes], None],
) -> None:
    pdf = lay_out(_results(programme, instrument, final=True), stamp)
    found = read(pdf)
    for said in (
        "North <Vale> division",
        "Assessment is well-informed, analytical and personalised, actively involving the service user.",
        "2.4.3 Does reviewing focus sufficiently on keeping other people safe?1 66% 40 of 61",
        "2.1.1 Does assessment focus sufficiently on engaging the service user? 75% 96 of 128",
        "61 of 128 (67 no need)",
        "Outstanding: large majority, 80% or more",
        "Open Government Licence",
    ):
        assert "".join(said.split()) in found.words, said
    assert "Provisional" not in found.words
    qpdf_check(pdf)


def test_until_they_are_final_every_page_says_so_with_what_is_still_possible(
    programme: Programme, instrument: Instrument, stamp: Stamp, read: Callable[[bytes], Any]
) -> None:
    found = read(lay_out(_results(programme, instrument, final=False), stamp))
    assert all("Provisional: 128 of 140 received" in page for page in found.pages)
    assert "75%96of12869\u201377%" in found.words


def test_without_any_counted_standard_it_says_so(
    programme: Programme, instrument: Instrument, stamp: Stamp, read: Callable[[bytes], Any]
) -> None:
    nothing = reported(programme, (instrument,), Results({}, {}, {}))
    empty = results_document(nothing, received=0, expected=128, final=False)
    assert "No standard can be shown yet" in read(lay_out(empty, stamp)).bodies[0]


def test_every_kind_of_result_is_on_paper(
    stamp: Stamp, read: Callable[[bytes], Any], qpdf_check: Callable[[bytes], None]
) -> None:
    whole = varied.found(small_base=20, stated=varied.said(leading="good", found="people are met often"))
    document = results_document(whole, received=16, expected=16, final=True, sample="Whole inspection")
    pdf = lay_out(document, stamp)
    found = read(pdf)
    for said in (
        "Overall Inadequate · 4 of 6 points",
        "1.1 Leading People lead. Good",
        "Work done well enough Mean of the criteria. 61%",
        "C A criterion Mean of its questions. 84% mean of 2",
        "Was there contact before release?",
        "People are met often What helps Officers are known. Time is given. D Drugs",
        "What was found how often As recorded. Cases Share",
        "Drugs 12 of 16 12 of 16 (75%) †",
        "Small base: of 16, each case is 6.25 percentage points.",
        "Leadership 1.0",
    ):
        assert "".join(said.split()) in found.words, said
    assert found.words.count("Small base: of 16".replace(" ", "")) == 2  # one footnote, one below the table
    qpdf_check(pdf)


def test_long_codes_have_room(stamp: Stamp, read: Callable[[bytes], Any]) -> None:
    whole = varied.found()
    measures = tuple(replace(each, code="AS-D5-planning") for each in whole.programme.measures)
    longer = replace(whole, programme=replace(whole.programme, measures=measures))
    found = read(lay_out(results_document(longer, received=16, expected=16, final=True), stamp))
    assert any("AS-D5-planning" in line for line in found.bodies[0].splitlines())
