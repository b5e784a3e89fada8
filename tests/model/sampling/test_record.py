"""The record of a draw: it survives writing, names no case, and tells a repeat that differs what differs."""

import json
from dataclasses import replace

import pytest

from model.refusal import Refusal
from model.sampling.draw import draw
from model.sampling.minimum import Minimum
from model.sampling.record import (
    DrawRecord,
    Rule,
    SizeRule,
    list_digest,
    read_record,
    record_of,
    repeat,
    size_by,
    written,
)
from model.sampling.size import sample_size
from model.sampling.strata import Eligible, Quota

RULE = SizeRule(0.8, 0.05)
POPULATION = tuple(Eligible(f"K{number}", ("male" if number % 3 else "", "low")) for number in range(90))
SIZE = sample_size(90, 0.8, 0.05)


def recorded(rule: Rule | None = RULE, size: int = SIZE) -> DrawRecord:
    return record_of(draw(POPULATION, size, "ŵ 7"), POPULATION, rule, ("gender", "rosh_level"))


def test_it_holds_what_a_repeat_needs() -> None:
    record = recorded()
    assert (record.seed, record.size, record.eligible, record.fields) == (
        "ŵ 7",
        SIZE,
        90,
        ("gender", "rosh_level"),
    )
    assert sum(quota.drawn for quota in record.strata) == SIZE


@pytest.mark.parametrize("record", [recorded(), recorded(None, 12)])
def test_it_is_read_as_it_was_written_and_names_no_case(record: DrawRecord) -> None:
    text = written(record)
    assert read_record(text) == record
    assert "\n" not in text
    assert not any(f'"{case.reference}"' in text for case in POPULATION)


def test_a_repeat_from_the_same_list_in_any_order_is_the_same() -> None:
    assert repeat(recorded(), POPULATION[::-1]) == ()
    assert repeat(recorded(None, 12), POPULATION) == ()


def test_a_list_with_another_case_differs_in_its_cases_and_its_order() -> None:
    differs = repeat(recorded(), (*POPULATION, Eligible("NEW", ("male", "low"))))
    assert differs[0] == "The eligible cases or their strata are not those of the draw."
    assert any(sentence.startswith("Stratum male · low: ") for sentence in differs)
    assert differs[-1] == "The drawn order is another one."


def test_a_case_in_another_stratum_differs() -> None:
    moved = (Eligible("K0", ("female", "low")), *POPULATION[1:])
    differs = repeat(recorded(), moved)
    assert "The eligible cases or their strata are not those of the draw." in differs
    assert any(sentence.endswith("of 1, recorded none.") for sentence in differs)


def test_a_forged_seed_size_or_table_is_noticed() -> None:
    record = recorded()
    assert repeat(replace(record, seed="other"), POPULATION) == ("The drawn order is another one.",)
    assert f"The rule gives {SIZE} cases, not 12." in repeat(replace(record, size=12), POPULATION)
    table = (Quota(("", "low"), 30, 0), *record.strata[1:])
    [sentence] = repeat(replace(record, strata=table), POPULATION)
    assert sentence == f"Stratum blank · low: {record.strata[0].drawn} of 30, recorded 0 of 30."


def test_a_list_too_short_for_the_size_is_told_so() -> None:
    assert repeat(recorded(), POPULATION[:3])[-1] == f"{SIZE} cases cannot be drawn from a list of 3."


def test_a_number_that_the_programme_sets_is_its_rule() -> None:
    record = recorded(12, 12)
    assert repeat(record, POPULATION) == ()
    assert "The rule gives 12 cases, not 13." in repeat(replace(record, size=13), POPULATION)
    assert size_by(47, 20) == 20
    assert size_by(RULE, 90) == SIZE


def test_minimum_numbers_are_part_of_the_way_of_drawing() -> None:
    least = (Minimum(0, "", 25),)
    record = record_of(draw(POPULATION, 30, "s", least), POPULATION, 30, ("gender", "rosh_level"), least)
    assert read_record(written(record)) == record
    assert repeat(record, POPULATION) == ()
    assert repeat(replace(record, minimums=()), POPULATION) == (
        f"It was drawn in another way ({record.method}).",
    )
    assert "Stratum blank · low: 24 of 30, recorded 25 of 30." in repeat(
        replace(record, minimums=(Minimum(0, "", 24),)), POPULATION
    )


def test_another_way_of_drawing_is_not_repeated() -> None:
    assert repeat(replace(recorded(), method="dice"), POPULATION) == ("It was drawn in another way (dice).",)


def test_the_digest_knows_cases_and_strata_apart_and_not_their_order() -> None:
    assert list_digest(POPULATION) == list_digest(POPULATION[::-1])
    assert list_digest([Eligible("A", ("b", "c"))]) != list_digest([Eligible("A", ("b\nc",))])
    assert list_digest(POPULATION) != list_digest(POPULATION[1:])


def _with(**changes: object) -> str:
    return json.dumps(json.loads(written(recorded())) | changes, ensure_ascii=False, separators=(",", ":"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "null",
        "{}",
        "[" * 200_000,
        _with(size="56"),
        _with(size=True),
        _with(seed=7),
        _with(rule=[0.8]),
        _with(rule=[8, 5]),
        _with(rule=True),
        _with(rule="47"),
        _with(rule=-1),
        _with(minimum=[]),
        _with(minimum=[[2, "male", 3]]),
        _with(minimum=[[0, "male"]]),
        _with(minimum=[[0, 7, 3]]),
        _with(strata=[["male", 1, 1]]),
        _with(strata=[[["male"], 1, -1]]),
        _with(more=1),
        written(recorded()) + "\n",
    ],
)
def test_what_is_no_record_is_refused(text: str) -> None:
    with pytest.raises(Refusal, match="record of the draw cannot be read"):
        read_record(text)
