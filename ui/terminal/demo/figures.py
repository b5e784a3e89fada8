"""Published figures beside ours: figure by figure what was published, what comes out, and why not equal."""

import csv
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from fractions import Fraction
from pathlib import Path

from model.documents.percentages import per_cent
from model.documents.reported import Reported
from model.instruments.instrument import say
from model.measures import Figure as Number
from model.measures import Mean, Tally, percentage
from ui.reading.practice import Figure
from ui.reading.results import Report

NOT_COUNTED, PERCENT = "–", "percent"


@dataclass(frozen=True, slots=True)
class Compared:
    """One row: a published figure, ours in words, and whether they are equal."""

    row: Figure
    ours: str
    equal: bool

    @property
    def published(self) -> str:
        """What was published, in words: a value, or from where to where it may lie."""
        row = self.row
        unit = "%" if row.shown.startswith(PERCENT) else ""
        if row.published:
            return row.published + unit
        return f"{row.lowest}{unit} to {row.highest}{unit}" if row.lowest else NOT_COUNTED


def compare(rows: Iterable[Figure], report: Report) -> tuple[Compared, ...]:
    """Set each published figure beside what was worked out. KeyError: a row names what is not counted."""
    return tuple(_compared(row, report) for row in rows)


def by_figure(found: Iterable[Compared]) -> dict[str, bool]:
    """Return by figure whether every row of it is equal."""
    equal: dict[str, bool] = {}
    for one in found:
        equal[one.row.figure] = equal.get(one.row.figure, True) and one.equal
    return equal


def unexplained(found: Iterable[Compared]) -> list[Compared]:
    """Return the rows that are not equal though nothing says why."""
    return [one for one in found if not one.equal and not one.row.why]


def reasons(found: Iterable[Compared]) -> Counter[str]:
    """Return why figures are not equal, and of how many figures each is the reason."""
    whys = {one.row.figure: one.row.why for one in found if not one.equal}
    return Counter(whys.values())


def save(found: Iterable[Compared], file: Path) -> None:
    """Write the whole table as CSV."""
    with file.open("w", encoding="utf-8-sig", newline="") as opened:
        out: csv.DictWriter[str] | None = None
        for one in found:
            row = {**asdict(one.row), "ours": one.ours, "equal": "yes" if one.equal else "no"}
            if out is None:
                out = csv.DictWriter(opened, list(row))
                out.writeheader()
            out.writerow(row)


def _compared(row: Figure, report: Report) -> Compared:
    if not row.shown:
        return Compared(row, NOT_COUNTED, equal=False)
    if row.shown in _IN_WORDS:
        ours = _IN_WORDS[row.shown](row, report)
        return Compared(row, ours, ours == row.published)
    exact, shown = _number(row, report.found)
    unit = "%" if row.shown.startswith(PERCENT) else ""
    if row.published:
        return Compared(row, shown + unit, shown == row.published)
    equal = Fraction(row.lowest) <= exact <= Fraction(row.highest)
    return Compared(row, shown + unit, equal)


def _number(row: Figure, found: Reported) -> tuple[Fraction, str]:
    """What is compared, exactly and as it is printed; counts joined by "+" are added up, and so are bases."""
    names = row.of.split("+")
    result = found.result(names[0])
    if isinstance(result, Number):
        exact = result.total if row.shown == "sum" else result.mean or Fraction(0)
        return exact, f"{float(exact):g}"
    if isinstance(result, Mean):
        return _whole(result.percentage)
    tallies = [found.results.tallies[name] for name in names]
    if row.shown == "base":
        return _whole(tallies[0].base)
    side = sum(one.below if "below" in row.shown else one.above for one in tallies)
    if not row.shown.startswith(PERCENT):
        return _whole(side)
    base = sum(one.base for one in tallies)
    return Fraction(100 * side, base or 1), str(percentage(side, base))


def _whole(number: int | None) -> tuple[Fraction, str]:
    return Fraction(number or 0), str(number)


def _rating(row: Figure, report: Report) -> str:
    reached = report.found.reached.get(row.of)
    return say(reached.band.label) if reached and reached.band else "not rated"


def _points(_: Figure, report: Report) -> str:
    return str(report.found.score.points) if report.found.score else NOT_COUNTED


def _overall(_: Figure, report: Report) -> str:
    score = report.found.score
    return say(score.band.label) if score and score.band else "not rated"


def _received(row: Figure, report: Report) -> str:
    """How many assessments by an instrument count."""
    return str(
        sum(len(part.collected.sheets) for part in report.parts if part.collected.instrument.id == row.of)
    )


_IN_WORDS = {"rating": _rating, "points": _points, "overall": _overall, "received": _received}


def beside(one: Compared, report: Report) -> str:
    """Say after a count or a percentage of ours out of what it is."""
    if one.row.shown not in ("above", PERCENT) or "+" in one.row.of:
        return one.ours
    result = report.found.result(one.row.of)
    if not isinstance(result, Tally):
        return one.ours
    counts = f"{result.above} of {result.base}"
    return counts if one.row.shown == "above" else f"{per_cent(result.percentage)} ({counts})"
