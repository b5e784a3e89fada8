"""Measures of every kind and tables of results are read whole, or refused where they do not hold together."""

import pytest

from model.instruments.conditions import Is
from model.instruments.measure import FigureShown, MeasureKind, Order, Show
from model.instruments.wrong_instrument import WrongInstrument
from tests.model.instruments.small import PROGRAMME_TEXT, programme
from tests.texts import measure, table

MORE = (
    measure(
        "licence",
        "P1",
        "proportion",
        'question = "sentence"',
        'title.en = "On licence"',
        'base.en = "cases whose sentence is known and that go well"',
        'above = ["licence"]',
        'outside = ["not_clear"]',
        'among = { question = "engage", is = ["yes"] }',
    )
    + measure(
        "both",
        "S1",
        "mean",
        'title.en = "Both"',
        'of = ["m_engage", "m_safety"]',
        'method.en = "Mean of the two percentages."',
    )
    + measure("all", "S2", "mean", 'of = ["both", "licence"]', 'method.en = "Mean of the criteria."')
    + measure(
        "scores", "F3", "figure", 'question = "score"', 'base.en = "cases with a score"', 'show = "sum"'
    )
    + table(
        "prevalence",
        "What was found",
        "As judged by inspectors.",
        {"Cases": "count", "Share": "percentage"},
        {"Licence": '["licence", "licence"]', "Engaged": '["", "m_engage"]'},
    )
)


def test_every_kind_of_measure_is_read() -> None:
    held = programme(PROGRAMME_TEXT + MORE)
    licence, both, scores = (held.measure(name) for name in ("licence", "both", "scores"))
    assert (licence.above, licence.outside) == (("licence",), ("not_clear",))
    assert licence.among == Is("engage", ("yes",))
    assert licence.title == {"en": "On licence"}
    assert (both.kind, both.question, both.base) == (MeasureKind.MEAN, "", {})
    assert (both.of, both.method) == (("m_engage", "m_safety"), {"en": "Mean of the two percentages."})
    assert (scores.kind, scores.question, scores.show) == (MeasureKind.FIGURE, "score", FigureShown.SUM)
    plain = held.measure("m_engage")
    assert (plain.above, plain.outside, plain.among, plain.of) == ((), (), None, ())


def test_a_table_is_read() -> None:
    table = programme(PROGRAMME_TEXT + MORE).tables[0]
    assert (table.id, table.order, table.note) == (
        "prevalence",
        Order.LARGEST_FIRST,
        {"en": "As judged by inspectors."},
    )
    assert [column.show for column in table.columns] == [Show.COUNT, Show.PERCENTAGE]
    assert [row.measures for row in table.rows] == [("licence", "licence"), ("", "m_engage")]


@pytest.mark.parametrize(
    ("old", "new", "thing", "key", "words"),
    [
        ('above = ["licence"]\n', "", "measure licence", "above", "missing"),
        ('outside = ["not_clear"]', 'outside = ["licence"]', "measure licence", "outside", "above the line"),
        ('base.en = "cases with a score"\n', "", "measure scores", "base", "missing"),
        ('show = "sum"', 'show = "median"', "measure scores", "show", "not known"),
        ('of = ["m_engage", "m_safety"]\n', "", "measure both", "of", "missing"),
        ('of = ["m_engage", "m_safety"]', "of = []", "measure both", "of", "empty"),
        ('of = ["m_engage", "m_safety"]', 'of = ["m_other"]', "measure both", "of", "no measure “m_other”"),
        ('of = ["m_engage", "m_safety"]', 'of = ["scores"]', "measure both", "of", "is a figure"),
        ('of = ["m_engage", "m_safety"]', 'of = ["all"]', "measure both", "of", "rests on itself"),
        ('of = ["m_engage", "m_safety"]', 'of = ["both"]', "measure both", "of", "rests on itself"),
        ('method.en = "Mean of the two percentages."\n', "", "measure both", "method", "missing"),
        ('title.en = "Both"', 'question = "engage"', "measure both", "question", "no such key"),
        ('title.en = "Both"', 'among = { question = "engage" }', "measure both", "among", "no such key"),
        ('show = "sum"', 'above = ["1"]', "measure scores", "above", "no such key"),
        ('title.en = "On licence"', 'of = ["m_engage"]', "measure licence", "of", "no such key"),
        ('show = "count"', 'show = "n"', "table prevalence, column number 1", "show", "not known"),
        (
            '["", "m_engage"]',
            '["m_engage"]',
            "table prevalence, row number 2",
            "measures",
            "1 measures for 2",
        ),
        ('["", "m_engage"]', '["", "m_x"]', "table prevalence", "row.measures", "no measure for NPS “m_x”"),
        ('["", "m_engage"]', '["", 3]', "table prevalence, row number 2", "measures", "not text"),
        ('order = "largest first"', 'order = "by name"', "table prevalence", "order", "not known"),
    ],
)
def test_faults_are_named(old: str, new: str, thing: str, key: str, words: str) -> None:
    assert MORE.count(old) == 1
    with pytest.raises(WrongInstrument) as caught:
        programme(PROGRAMME_TEXT + MORE.replace(old, new))
    assert (caught.value.thing, caught.value.key) == (thing, key)
    assert words in caught.value.fault


def test_a_programme_may_measure_nothing_yet() -> None:
    start, end = PROGRAMME_TEXT.index("[[measure]]"), PROGRAMME_TEXT.index("[[sample]]")
    assert programme(PROGRAMME_TEXT[:start] + PROGRAMME_TEXT[end:]).measures == ()
