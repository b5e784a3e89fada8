"""The programme 2018/19 reads the practice list, draws its sample and arrives at the published results."""

import csv
import json
from collections import defaultdict

import pytest

from model.answers import Answer
from model.instruments.instrument import Instrument, say
from model.instruments.programme import Programme
from model.instruments.programme_rules import check_fit
from model.instruments.reader import read_instrument, read_programme
from model.lists.remarks import RemarkKind
from model.lists.understanding import Understood, understand
from model.measures import Why, count
from model.ratings import rating
from model.sampling.record import rule_of, size_by
from model.sampling.strata import eligible_cases, group_name, quotas
from resources import path

FOLDER = path("programmes", "probation_services_2018")
PRACTICE = path("practice", "north_west_2018")


@pytest.fixture(scope="module")
def programme() -> Programme:
    return read_programme((FOLDER / "programme.toml").read_text("utf-8"), "programme.toml")


@pytest.fixture(scope="module")
def instrument() -> Instrument:
    return read_instrument((FOLDER / "case_supervision.toml").read_text("utf-8"), "case_supervision.toml")


@pytest.fixture(scope="module")
def understood(programme: Programme) -> Understood:
    with (PRACTICE / "case_supervision_list.csv").open(encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file)
    return understand(header, rows, programme.list("case_supervision").columns)


def test_the_programme_fits_its_instruments(programme: Programme) -> None:
    instruments = {
        name: read_instrument((FOLDER / name).read_text("utf-8"), name) for name in programme.instruments
    }
    assert "case_supervision.toml" in instruments
    check_fit(programme, instruments, "programme.toml")


def test_bands_are_the_published_ones(programme: Programme) -> None:
    bands = [(say(band.label), say(band.words), band.at_least, band.points) for band in programme.bands]
    assert bands == [
        ("Outstanding", "Large majority", 80, 3),
        ("Good", "Reasonable majority", 65, 2),
        ("Requires improvement", "Too few", 50, 1),
        ("Inadequate", "Minority", 0, 0),
    ]


def test_statements_are_quoted_exactly(programme: Programme) -> None:
    assert {standard.code: say(standard.statement) for standard in programme.standards} == {
        "2.1": "Assessment is well-informed, analytical and personalised, actively involving the "
        "service user.",
        "2.2": "Planning is well-informed, holistic and personalised, actively involving the service user.",
        "2.3": "High-quality, well-focused, personalised and coordinated services are delivered, "
        "engaging the service user.",
        "2.4": "Reviewing of progress is well-informed, analytical and personalised, actively involving the "
        "service user.",
    }


def test_each_standard_counts_its_three_key_questions(programme: Programme, instrument: Instrument) -> None:
    for standard in programme.standards:
        measures = [programme.measure(name) for name in standard.measures]
        codes = [f"{standard.code}.{number}" for number in (1, 2, 3)]
        assert [measure.code for measure in measures] == codes
        assert [instrument.question(measure.question).code for measure in measures] == codes
    assert len(programme.measures) == 12


def test_the_practice_list_is_understood(understood: Understood) -> None:
    assert len(understood.rows) == 570
    assert [each.kind for each in understood.remarks].count(RemarkKind.MENDED) == 3
    assert [each.raw for each in understood.remarks if each.kind is RemarkKind.REFUSED] == ["X399658"]
    assert understood.columns.unknown == ()
    assert understood.columns.not_found == ("age_group",)


def test_only_names_and_birth_dates_are_personal(programme: Programme) -> None:
    columns = programme.list("case_supervision").columns
    assert [column.field for column in columns if column.personal] == ["surname", "forename", "date_of_birth"]
    assert [column.field for column in columns if column.required] == ["reference"]


def test_every_value_of_a_proposed_column_is_an_option_of_its_fact(
    programme: Programme, instrument: Instrument
) -> None:
    provider_list = programme.list("case_supervision")
    proposed = {
        question.proposes: question
        for question in instrument.questions.values()
        if question.proposes is not None
    }
    assert len(proposed) == 11
    for field, question in proposed.items():
        column = provider_list.column(field)
        assert column is not None
        if column.values:
            assert set(column.values) <= set(question.codes()), field


def test_the_sample_is_128_of_570_over_every_stratum(programme: Programme, understood: Understood) -> None:
    sample = programme.sample("case_supervision")
    size = size_by(rule_of(sample), len(understood.rows))
    assert size == 128
    cases = eligible_cases([row.values for row in understood.rows], sample.strata)
    table = {
        group_name(line.group): (line.eligible, line.drawn) for line in quotas([c.group for c in cases], size)
    }
    assert table["Male · Post-custody · High/Very high"] == (220, 49)
    assert table["Male · Community sentence · Medium"] == (72, 16)
    assert table["Male · Post-custody · blank"] == (2, 1)
    assert sum(drawn for _, drawn in table.values()) == 128


def test_the_practice_answers_give_the_published_results(
    programme: Programme, instrument: Instrument
) -> None:
    keys = {measure.code: measure.question for measure in programme.measures}
    sheets: dict[str, dict[str, Answer]] = defaultdict(dict)
    with (PRACTICE / "answers.csv").open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            if row["sample"] == "case_supervision":
                sheet, key = sheets[row["position"]], keys[row["question"]]
                if row["answer"] == "Not applicable":
                    sheet[f"{key}_need"] = Answer("no")
                else:
                    sheet[f"{key}_need"] = Answer("yes")
                    sheet[key] = Answer(row["answer"].lower())
    published = json.loads((PRACTICE / "published.json").read_text("utf-8"))
    tallies = count(programme, instrument, sheets.items()).tallies
    for measure in programme.measures:
        assert tallies[measure.id].percentage == published["percent"][measure.code], measure.code
    for standard in programme.standards:
        band = rating(standard, tallies, programme).band
        assert band is not None
        assert say(band.label) == published["standards"][standard.code]
    bases = [tallies[name].base for name in ("m2_1_3", "m2_2_3", "m2_3_3", "m2_4_3")]
    assert bases == [128, 116, 113, 94]
    assert len(tallies["m2_4_3"].outside[Why.NO_NEED]) == 34
