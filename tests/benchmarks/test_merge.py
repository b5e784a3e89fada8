"""Merging a round of fieldwork, beside decrypting, decoding and inserting the same rows bare.

Usually a small and a middling round; with CASEBOOK_NATIONAL_ROUND=1 the sizes of DESIGN section 8: 60,000,
600,000 and 1.5 million entries, the last in 300 bundles (some minutes, some gigabytes).
"""

import os
import random
import time
from dataclasses import dataclass
from pathlib import Path

from storage import keyring
from tests.benchmarks.figures import against, say
from tests.benchmarks.national_round import ENTRIES_IN_CASE, Floor, bundles_of, make_round
from ui.actions import exchange

BAR, BAR_OF_GROWTH, PEOPLE = 4.0, 1.2, 60
USUAL, NATIONAL = (24, 240), (240, 2_400, 6_000)
"""Cases in each round; a case has 250 entries."""


@dataclass(frozen=True, slots=True)
class Merged:
    """What a round cost, in microseconds an entry, and how large the store became, in bytes an entry."""

    entries: int
    bundles: int
    floor: float
    merge: float
    size: float

    @property
    def ratio(self) -> float:
        return self.merge / self.floor

    def words(self, small: "Merged") -> str:
        return (
            f"{self.entries:>9,} entries in {self.bundles:>3} bundles: floor {self.floor:5.1f}, merge"
            f" {self.merge:5.1f} µs an entry, {self.size:,.0f} bytes; {against(self.ratio, BAR, '×')};"
            f" to the smallest: {against(self.ratio / small.ratio, BAR_OF_GROWTH, '×')}"
            f" ({self.merge / small.merge:.2f} × its cost of an entry)"
        )


def merged(folder: Path, cases: int) -> Merged:
    """Make a round of so many cases and merge its bundles, each first bare and then really."""
    folder.mkdir()
    round = make_round(folder / "office", PEOPLE)
    office = round.office
    identity = keyring.find(office.store.db, office.inspection, keyring.IDENTITY)
    assert identity is not None
    floor = Floor(folder / "bare", identity.decode())
    bare = real = 0.0
    entries = bundles = 0
    for data in bundles_of(round, cases, random.Random(cases)):
        path = folder / "day.casebook"
        path.write_bytes(data)
        start = time.perf_counter()
        rows = floor.take(path.read_bytes())
        middle = time.perf_counter()
        taken = exchange.take_bundle(office, path)
        end = time.perf_counter()
        assert taken.arrival is not None, taken
        assert taken.arrival.new == rows
        bare, real = bare + middle - start, real + end - middle
        entries, bundles = entries + rows, bundles + 1
    held = office.store.db.execute("SELECT COUNT(*) FROM entry WHERE kind IN ('assessment', 'note')")
    assert held.fetchone()[0] == entries == cases * ENTRIES_IN_CASE
    floor.close()
    office.store.close()
    size = sum(file.stat().st_size for file in (folder / "office").glob("*.store*")) / entries
    for file in folder.rglob("*"):
        if file.is_file():
            file.unlink()
    return Merged(entries, bundles, bare / entries * 1e6, real / entries * 1e6, size)


def test_merging_a_round(tmp_path: Path) -> None:
    sizes = NATIONAL if os.environ.get("CASEBOOK_NATIONAL_ROUND") else USUAL
    found = [merged(tmp_path / str(cases), cases) for cases in sizes]
    say("Merging a round of fieldwork at the office", *(one.words(found[0]) for one in found))
