"""Writing the tables for analysts: 2,300 cases of 200 fields as CSV and as XLSX."""

from storage.tables.writing import Cell, Sheet, write_csv, write_xlsx
from tests.benchmarks.figures import against, in_turn, line, say

CASES, FIELDS, TIMES, BAR = 2_300, 200, 3, 2.0
WORDS = ("yes", "no", "not clear from records", "Zoë Thompson", "=1+1", "")


def test_writing_tables() -> None:
    rows: list[list[Cell]] = [
        [
            number * field if field % 5 == 0 else WORDS[(number + field) % len(WORDS)]
            for field in range(FIELDS)
        ]
        for number in range(CASES)
    ]
    sheet = Sheet("Cases", tuple(f"field_{number}" for number in range(FIELDS)), rows)
    written: dict[str, int] = {}

    def csv(_: int) -> None:
        written["csv"] = len(write_csv(sheet))

    def xlsx(_: int) -> None:
        written["xlsx"] = len(write_xlsx([sheet]))

    found = in_turn(TIMES, csv=csv, xlsx=xlsx)
    say(
        f"Tables of {CASES:,} cases × {FIELDS} fields",
        *(
            f"{line(name.upper(), times)}  {against(times.median / 1000, BAR, 's')}, {written[name]:,} bytes"
            for name, times in found.items()
        ),
        f"together: {against(sum(times.median for times in found.values()) / 1000, BAR, 's')}",
    )
    assert all(written.values())
