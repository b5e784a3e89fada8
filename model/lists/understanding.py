"""What a provider's list says, row by row: taken in, mended, left blank or refused, and why."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from model.instruments.programme import Column
from model.lists.cells import read_cell, tidy
from model.lists.columns import REFERENCE, Columns, FoundColumn, match_columns
from model.lists.remarks import SEVERITY, Remark, RemarkKind, quoted, visible
from model.lists.twins import Row, Twins, settle_twins
from model.text import hidden_characters


@dataclass(frozen=True, slots=True)
class Understood:
    """A whole list as it was understood. Every row of the file is in `rows` or in `refused`, never both."""

    rows: tuple[Row, ...]
    remarks: tuple[Remark, ...]
    columns: Columns
    undecided: tuple[Twins, ...]

    @property
    def refused(self) -> tuple[int, ...]:
        """The numbers of the rows not taken in; each has exactly one remark that says why."""
        return tuple(remark.row for remark in self.remarks if remark.kind is RemarkKind.REFUSED)

    @property
    def standings(self) -> Mapping[int, RemarkKind]:
        """For each row of the file, by number, the worst that happened in it."""
        worst = dict.fromkeys((row.number for row in self.rows), RemarkKind.UNDERSTOOD)
        for remark in self.remarks:
            if SEVERITY[remark.kind] >= SEVERITY[worst.get(remark.row, RemarkKind.UNDERSTOOD)]:
                worst[remark.row] = remark.kind
        return dict(sorted(worst.items()))

    @property
    def counts(self) -> Mapping[RemarkKind, int]:
        """How many rows stand how; the four numbers add up to the rows of the file."""
        standing = Counter(self.standings.values())
        return {kind: standing[kind] for kind in RemarkKind}


def understand(
    header: Sequence[str],
    rows: Sequence[Sequence[str]],
    columns: Sequence[Column],
    *,
    header_row: int = 1,
    decided: Mapping[str, int] | None = None,
    missed: Collection[str] = (),
) -> Understood:
    """Understand a list: its heading row and the rows below it, all cells as text.

    `header_row` is the row number of the headings in the file; `decided` says which row counts for a
    reference that several rows give with different contents. Raises Refusal when the headings do not make
    such a list.

    A blank cell is worth a remark in required columns and in the fields `missed`, by which the sample is
    divided.
    """
    matched = match_columns(header, columns)
    read: list[Row] = []
    remarks: list[Remark] = []
    for number, cells in enumerate(rows, header_row + 1):
        row, about = _read_row(number, cells, matched.found, missed, len(header))
        remarks += about
        if row is not None:
            read.append(row)
    settled = settle_twins(read, decided or {})
    for row in read:
        if (why := settled.refused.get(row.number)) is not None:
            remarks.append(_refusal(row.number, row.reference, why))
    remarks.sort(key=lambda remark: remark.row)
    return Understood(settled.kept, tuple(remarks), matched, settled.undecided)


def _read_row(
    number: int,
    raw_cells: Sequence[str],
    found: Sequence[FoundColumn],
    missed: Collection[str],
    width: int,
) -> tuple[Row | None, list[Remark]]:
    cells = [cell.replace("\r\n", "\n").replace("\r", "\n") for cell in raw_cells]
    at = {each.column.field: cells[each.place] if each.place < len(cells) else "" for each in found}
    why = _why_refused(cells, found, at, width)
    if why:
        return None, [_refusal(number, at[REFERENCE], why)]
    values: dict[str, str] = {}
    remarks = []
    for each in found:
        field = each.column.field
        reading = read_cell(each.column, at[field], missed=each.column.required or field in missed)
        values[field] = reading.value
        if reading.sentence:
            remarks.append(
                Remark(number, field, each.header, reading.kind, at[field], reading.value, reading.sentence)
            )
    return Row(number, values), remarks


def _why_refused(
    cells: Sequence[str], found: Sequence[FoundColumn], at: Mapping[str, str], width: int
) -> str:
    """Why a row is not taken in, as a sentence; "" if it is."""
    if not any(cell.strip() for cell in cells):
        return "The row is empty."
    if any(cell.strip() for cell in cells[width:]):
        return "The row has more cells than there are headings, so its values may have slipped."
    for each in found:
        hidden = hidden_characters(at[each.column.field])
        if hidden:
            return (
                f"The cell {quoted(each.header)} holds a character that hides or reorders text "
                f"({', '.join(dict.fromkeys(hidden))})."
            )
    if not tidy(at[REFERENCE]):
        return "The row has no case reference."
    return ""


def _refusal(number: int, reference: str, why: str) -> Remark:
    return Remark(number, "", "", RemarkKind.REFUSED, visible(reference), "", why)
