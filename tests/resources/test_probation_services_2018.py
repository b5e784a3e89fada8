"""The programme 2018/19 quotes its bands and standards and arrives at the published results."""

import pytest

from model.instruments.instrument import say
from model.instruments.programme import Programme
from model.measures import Why, count
from model.ratings import rating
from tests.resources.files import NORTH_WEST, instrument_file, judged, programme_file, published


@pytest.fixture(scope="module")
def programme() -> Programme:
    return programme_file()


def test_bands_are_the_published_ones(programme: Programme) -> None:
    bands = [(say(band.label), say(band.words), band.at_least, band.points) for band in programme.bands]
    assert bands == [
        ("Outstanding", "Large majority", 80, 3),
        ("Good", "Reasonable majority", 65, 2),
        ("Requires improvement", "Too few", 50, 1),
        ("Inadequate", "Minority", 0, 0),
    ]


def test_statements_are_quoted_exactly(programme: Programme) -> None:
    quoted = {standard.code: say(standard.statement) for standard in programme.standards}
    assert {code: words for code, words in quoted.items() if code[0] in "23"} == {
        "2.1": "Assessment is well-informed, analytical and personalised, actively involving the "
        "service user.",
        "2.2": "Planning is well-informed, holistic and personalised, actively involving the service user.",
        "2.3": "High-quality, well-focused, personalised and coordinated services are delivered, "
        "engaging the service user.",
        "2.4": "Reviewing of progress is well-informed, analytical and personalised, actively involving the "
        "service user.",
        "3.1": "The pre-sentence information and advice provided to court supports its decision-making, "
        "with cases being allocated appropriately following sentencing.",
        "3.2": "Relevant and timely information is provided to the victim/s of a serious offence, and they "
        "are given the opportunity to contribute their views at key points in the sentence.",
    }


KEY_QUESTIONS = [
    ("case_supervision", "2.1", 3),
    ("case_supervision", "2.2", 3),
    ("case_supervision", "2.3", 3),
    ("case_supervision", "2.4", 3),
    ("court_reports", "3.1", 2),
    ("victim_work", "3.2", 4),
]


@pytest.mark.parametrize(("name", "code", "number"), KEY_QUESTIONS)
def test_each_standard_is_rated_by_all_its_key_questions(
    programme: Programme, name: str, code: str, number: int
) -> None:
    [standard] = [each for each in programme.standards if each.code == code]
    measures = [programme.measure(measure) for measure in standard.measures]
    codes = [f"{code}.{at}" for at in range(1, number + 1)]
    assert [measure.code for measure in measures] == codes
    instrument = instrument_file(name)
    assert [instrument.question(measure.question).code for measure in measures] == codes


def test_work_for_courts_and_victims_is_the_nps_alone(programme: Programme) -> None:
    """Summary report, annex A: domain three is modular; CRC reports have no chapter 3."""
    theirs = {"court_reports", "victim_work"}
    nps, crc = programme.within("NPS"), programme.within("CRC")
    for kept in (nps.samples, nps.lists, nps.standards):
        assert theirs <= {each.id for each in kept}
    for kept in (crc.samples, crc.lists, crc.standards):
        assert not theirs & {each.id for each in kept}
    assert {measure.code for measure in nps.measures if measure.code[0] == "3"} == {
        "3.1.1", "3.1.2", "3.2.1", "3.2.2", "3.2.3", "3.2.4"
    }  # fmt: skip
    assert not [measure.code for measure in crc.measures if measure.code[0] == "3"]
    files = {"court_reports.toml", "victim_work.toml"}
    assert files <= set(nps.instruments)
    assert not files & set(crc.instruments)


RESULTS = [
    (
        "case_supervision",
        {"2.1.3": (97, 128), "2.2.2": (103, 128), "2.2.3": (82, 116), "2.3.3": (80, 113), "2.4.3": (62, 94)},
    ),
    ("court_reports", {"3.1.1": (90, 120), "3.1.2": (87, 120)}),
    ("victim_work", {"3.2.1": (18, 22), "3.2.2": (18, 20), "3.2.3": (9, 10), "3.2.4": (16, 20)}),
]
"""By sample the counts behind published percentages; 87 of 120 is exactly 72.5 and was published as 73."""


@pytest.mark.parametrize(("sample", "counts"), RESULTS, ids=[sample for sample, _ in RESULTS])
def test_the_practice_answers_give_the_published_results(
    programme: Programme, sample: str, counts: dict[str, tuple[int, int]]
) -> None:
    instrument = instrument_file(programme.sample(sample).instrument)
    sheets = judged(sample, instrument)
    printed = published(NORTH_WEST)
    tallies = count(programme, instrument, sheets.items()).tallies
    keys = {measure.code: tallies[measure.id] for measure in programme.measures if measure.id in tallies}
    assert keys.keys() >= counts.keys()
    for code, tally in keys.items():
        assert tally.percentage == printed["percent"][code], code
        assert tally.base + sum(len(cases) for cases in tally.outside.values()) == len(sheets)
        assert not tally.outside or tally.outside.keys() == {Why.NO_NEED}
    assert {code: (keys[code].above, keys[code].base) for code in counts} == counts
    for standard in programme.standards:
        if standard.measures and set(standard.measures) <= tallies.keys():
            band = rating(standard, tallies, programme).band
            assert band is not None
            assert say(band.label) == printed["standards"][standard.code]


def test_half_up_is_what_makes_73_of_the_court_reports(programme: Programme) -> None:
    """Rounding half to even would give 72, and the standard would still be Good."""
    instrument = instrument_file("court_reports")
    tallies = count(programme, instrument, judged("court_reports", instrument).items()).tallies
    assert (tallies["m3_1_2"].percentage, round(100 * 87 / 120)) == (73, 72)
