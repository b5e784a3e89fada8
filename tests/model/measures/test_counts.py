"""One changed answer counts like counting anew, through conditions and means."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.answers import Answer
from model.measures import Counts, count, fed_by, together
from tests.model.instruments.small import (
    INSTRUMENT_TEXT,
    PROGRAMME_TEXT,
    instrument,
    programme,
    sheet,
    swapped,
)
from tests.texts import measure

HELD, PROGRAMME = instrument(), programme()
SAFETY = PROGRAMME.measure("m_safety")
ON_LICENCE = 'among = { question = "sentence", is = ["licence"] }'
NEEDED = (
    'among = { all = [{ question = "sentence", is = ["licence"] }, '
    '{ question = "safety_need", is = ["yes"] }] }'
)
MORE = programme(
    PROGRAMME_TEXT
    + measure("all", "A", "mean", 'of = ["both", "licence"]', 'method.en = "Mean of means."')
    + measure("both", "B", "mean", 'of = ["m_engage", "m_safety"]', 'method.en = "Mean."')
    + measure("licence", "L", "proportion", 'question = "engage"', 'base.en = "on licence"', ON_LICENCE)
    + measure("scores", "F", "figure", 'question = "score"', 'base.en = "with a need"', NEEDED)
)
QUESTIONS = ("engage", "safety", "safety_need", "sentence", "score")
values = st.sampled_from([None, "yes", "no", "licence", "community", "not_clear", 0, 7, 12.5])
answers = st.fixed_dictionaries(
    {}, optional={name: st.builds(Answer, values, conflict=st.booleans()) for name in QUESTIONS}
)
sheets = st.dictionaries(st.text("abc", min_size=1, max_size=3), answers, min_size=1, max_size=8)


def figures(counts: Counts) -> tuple[Mapping[str, object], ...]:
    """Everything that was counted."""
    return counts.tallies, counts.figures, counts.means, counts.contributions, counts.numbers


@given(sheets, st.data())
def test_one_changed_answer_counts_like_counting_anew(
    held: dict[str, dict[str, Answer]], data: st.DataObject
) -> None:
    before = count(MORE, HELD, held.items())
    label = data.draw(st.sampled_from(sorted(held)))
    question = data.draw(st.sampled_from(QUESTIONS))
    changed = {**held[label], question: Answer(data.draw(values))}
    after = before.recount(label, changed, question)
    assert figures(after) == figures(count(MORE, HELD, {**held, label: changed}.items()))
    assert figures(before) == figures(count(MORE, HELD, held.items()))


@given(sheets, st.lists(st.tuples(st.sampled_from(QUESTIONS), values), max_size=12))
def test_many_changes_one_after_another_count_like_counting_anew(
    held: dict[str, dict[str, Answer]], changes: list[tuple[str, str | int | float | None]]
) -> None:
    counts = count(MORE, HELD, held.items())
    label = min(held)
    for question, value in changes:
        held = {**held, label: {**held[label], question: Answer(value)}}
        counts = counts.recount(label, held[label], question)
    assert figures(counts) == figures(count(MORE, HELD, held.items()))


def test_an_answer_that_feeds_nothing_touches_no_tally() -> None:
    before = count(PROGRAMME, HELD, [("1", sheet(engage="yes"))])
    after = before.recount("1", sheet(engage="yes", sentence="licence"), "sentence")
    assert all(after.tallies[name] is before.tallies[name] for name in before.tallies)
    with pytest.raises(KeyError):
        before.recount("2", sheet(engage="no"), "engage")


def test_only_the_means_above_what_changed_are_worked_out_anew() -> None:
    before = count(MORE, HELD, [("1", sheet(engage="yes", sentence="community", safety_need="yes"))])
    after = before.recount("1", sheet(engage="yes", sentence="licence", safety_need="yes"), "sentence")
    assert after.means["both"] is before.means["both"]
    assert (before.means["all"].percentage, after.means["all"].percentage) == (100, 100)
    assert (before.means["all"].parts, after.means["all"].parts) == (("both",), ("both", "licence"))


def ids(name: str) -> list[str]:
    return [measure.id for measure in fed_by(MORE, HELD).get(name, ())]


def test_a_question_feeds_every_measure_that_rests_on_it() -> None:
    feeds = fed_by(PROGRAMME, HELD)
    assert set(feeds) == {"engage", "safety", "safety_need"}
    assert feeds["safety_need"] == (SAFETY,)
    twice = swapped(PROGRAMME_TEXT, 'question = "safety"', 'question = "engage"')
    assert [measure.id for measure in fed_by(programme(twice), HELD)["engage"]] == ["m_engage", "m_safety"]
    elsewhere = swapped(PROGRAMME_TEXT, 'question = "safety"', 'question = "in_court"')
    assert set(fed_by(programme(elsewhere), HELD)) == {"engage"}


def test_a_question_feeds_groups_and_the_means_above_them() -> None:
    assert ids("sentence") == ["licence", "scores", "all"]
    assert ids("safety_need") == ["m_safety", "scores", "both", "all"]
    assert ids("engage") == ["m_engage", "licence", "both", "all"]
    assert ids("score") == ["scores"]
    assert ids("begun") == []


def test_a_mean_may_rest_on_two_instruments() -> None:
    there = swapped(PROGRAMME_TEXT, 'question = "safety"', 'question = "in_court"')
    mean = '[[measure]]\nid = "both"\ncode = "B"\nkind = "mean"\nmethod.en = "Mean."\n'
    mean += 'of = ["m_engage", "m_safety"]\n'
    rules = programme(there + mean)
    text = INSTRUMENT_TEXT.replace('"engage"', '"engaged"').replace('"safety"', '"in_court"')
    other = instrument(text.replace("old_engage", "court_engage").replace("older_engage", "courts_engage"))
    here = count(rules, HELD, [("1", sheet(engage="yes")), ("2", sheet(engage="no"))])
    court = count(rules, other, [("1", sheet(safety_need="yes", in_court="yes"))])
    assert (here.means, court.means) == ({}, {})
    assert "both" not in [measure.id for measure in here.feeds["engage"]]
    found = together(rules, [here, court])
    assert set(found.tallies) == {"m_engage", "m_safety"}
    assert found.means["both"].percentage == 75
