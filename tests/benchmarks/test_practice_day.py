"""The eight bundles of a practice day: 128 cases, merged at the office as they are and then once more."""

import random
from pathlib import Path

from tests.benchmarks.figures import in_turn, line, say
from tests.benchmarks.national_round import bundles_of, make_round
from ui.actions import exchange

CASES, PEOPLE = 128, 8


def test_merging_the_bundles_of_a_practice_day(tmp_path: Path) -> None:
    round = make_round(tmp_path / "office", PEOPLE)
    bundles = list(bundles_of(round, CASES, random.Random(8), in_bundle=CASES // PEOPLE))
    assert len(bundles) == PEOPLE
    folder = tmp_path / "bundles"
    folder.mkdir()
    for number, data in enumerate(bundles):
        (folder / f"{number}.casebook").write_bytes(data)
    first = in_turn(1, warm=0, first=lambda _: exchange.take_files(round.office, exchange.bundles_in(folder)))
    again = in_turn(3, warm=0, again=lambda _: exchange.take_files(round.office, exchange.bundles_in(folder)))
    taken = exchange.take_files(round.office, exchange.bundles_in(folder))
    assert [one.arrival.new if one.arrival else None for one in taken] == [0] * PEOPLE
    say(
        f"The {PEOPLE} bundles of a practice day ({CASES} cases, {sum(map(len, bundles)):,} bytes)",
        line("merged", first["first"]),
        line("the same again, which changes nothing", again["again"]),
    )
    round.office.store.close()
