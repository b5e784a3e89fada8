"""Reading what a programme file says about its measures, and about the tables their results stand in."""

from model.instruments.measure import (
    FigureShown,
    Measure,
    MeasureKind,
    Order,
    ResultTable,
    Show,
    TableColumn,
    TableRow,
)
from model.instruments.question_reader import read_condition
from model.instruments.strict_table import Table


def read_measures(table: Table) -> tuple[Measure, ...]:
    """Every measure of the file; the parts of each mean are known, and no mean rests on itself."""
    entries = table.maybe_identified("measure")
    measures = tuple(_measure(entry) for entry in entries)
    kinds = {measure.id: measure.kind for measure in measures}
    for entry, measure in zip(entries, measures, strict=True):
        for part in measure.of:
            if part not in kinds:
                raise entry.wrong("of", f"there is no measure “{part}”", "Name measures of this programme.")
            if kinds[part] is MeasureKind.FIGURE:
                fault = f"“{part}” is a figure, and a mean is of shares"
                raise entry.wrong("of", fault, "Name proportions, or other means.")
    _check_circles(measures, entries)
    return measures


def _measure(table: Table) -> Measure:
    kind = table.one_of("kind", MeasureKind)
    is_mean, is_figure = kind is MeasureKind.MEAN, kind is MeasureKind.FIGURE
    among = None if is_mean else table.maybe_table("among")
    above, outside = _line(table) if kind is MeasureKind.PROPORTION else ((), ())
    measure = Measure(
        id=table.identifier("id"),
        code=table.text("code"),
        kind=kind,
        question="" if is_mean else table.identifier("question"),
        base=table.maybe_wording("base") if is_mean else table.wording("base"),
        title=table.maybe_wording("title"),
        above=above,
        outside=outside,
        among=None if among is None else read_condition(among),
        of=table.texts("of", at_least_one=True) if is_mean else (),
        method=table.wording("method") if is_mean else {},
        show=(table.maybe_one_of("show", FigureShown) if is_figure else None) or FigureShown.MEAN,
        provider_types=table.texts("provider_types"),
    )
    table.close()
    return measure


def _line(table: Table) -> tuple[tuple[str, ...], tuple[str, ...]]:
    above, outside = table.texts("above"), table.texts("outside")
    if outside and not above:
        raise table.wrong(
            "above", "this key is missing", "Say which options are above the measure's own line."
        )
    both = next((code for code in above if code in outside), None)
    if both is not None:
        raise table.wrong("outside", f"“{both}” is above the line too", "Let each option stand at one place.")
    return above, outside


def _check_circles(measures: tuple[Measure, ...], entries: tuple[Table, ...]) -> None:
    """Take away every mean whose parts are settled, until only circles remain."""
    open_ends = {measure.id: set(measure.of) for measure in measures}
    while settled := {name for name, parts in open_ends.items() if not parts & open_ends.keys()}:
        open_ends = {name: parts for name, parts in open_ends.items() if name not in settled}
    for entry, measure in zip(entries, measures, strict=True):
        if measure.id in open_ends:
            raise entry.wrong("of", "this mean rests on itself", "Let a mean rest on other measures only.")


def read_tables(table: Table) -> tuple[ResultTable, ...]:
    """Every table of results of the file; each row has one measure, or an empty cell, for each column."""
    return tuple(_table(entry) for entry in table.maybe_identified("table"))


def _table(table: Table) -> ResultTable:
    columns = []
    for number, entry in enumerate(table.tables("column"), start=1):
        entry.thing = f"{table.thing}, column number {number}"
        columns.append(TableColumn(entry.wording("title"), entry.one_of("show", Show)))
        entry.close()
    rows = []
    for number, entry in enumerate(table.tables("row"), start=1):
        entry.thing = f"{table.thing}, row number {number}"
        rows.append(TableRow(entry.wording("title"), entry.cells("measures")))
        entry.close()
        if len(rows[-1].measures) != len(columns):
            fault = f"{len(rows[-1].measures)} measures for {len(columns)} columns"
            raise entry.wrong("measures", fault, 'Write one for each column, "" where it stays empty.')
    found = ResultTable(
        id=table.identifier("id"),
        title=table.wording("title"),
        note=table.maybe_wording("note"),
        columns=tuple(columns),
        rows=tuple(rows),
        order=table.maybe_one_of("order", Order) or Order.AS_WRITTEN,
        provider_types=table.texts("provider_types"),
    )
    table.close()
    return found
