"""The provider's list page: what was understood of a file, row by row, before anything is recorded."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from model.documents.dates import date_in_words
from model.instruments.instrument import say
from model.instruments.programme import Column, ColumnKind, ProviderList, Sample, Whose
from model.lists.remarks import Remark, RemarkKind, quoted
from model.lists.twins import Row, Twins
from model.sampling.strata import group_name
from ui.actions import read_list
from ui.actions.read_list import Preview
from ui.presenters.case_words import Said
from ui.presenters.opened import Tell
from ui.presenters.samples_offered import Offered, chosen, offered
from ui.presenters.sizes import counted
from ui.reading import inspections, samples
from ui.session import Session

TABLES = "Lists (*.csv *.xlsx *.ods *.txt);;All files (*)"
KINDS: Mapping[RemarkKind, Said] = {
    RemarkKind.UNDERSTOOD: Said("Understood", "", "tick"),
    RemarkKind.MENDED: Said("Mended", "accent", "tick"),
    RemarkKind.LEFT_BLANK: Said("Left blank", "attention", "attention"),
    RemarkKind.REFUSED: Said("Refused", "not_sufficient", "stop"),
}
"""What became of a row, from best to worst."""
UNDERSTOOD = RemarkKind.UNDERSTOOD.value
TO_LOOK_AT = "look"
ALL = "all"


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the file: what became of it, what there is to say, and its values as (title, words)."""

    row: int
    reference: str
    kind: str
    said: Said
    remarks: str
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several rows about the same case: its number, and what it says where they differ."""

    row: int
    words: str


@dataclass(frozen=True, slots=True)
class Twin:
    """A case that comes several times with different contents; `decided` is the row that counts, or 0."""

    reference: str
    rows: tuple[Choice, ...]
    decided: int


@dataclass(frozen=True, slots=True)
class ColumnLine:
    """A heading of the file and the field it stands for; or a field without a heading, or the reverse."""

    heading: str
    field: str
    said: Said


@dataclass(frozen=True, slots=True)
class PreviewState:
    """What was understood of a file; nothing of it is recorded."""

    file: Path
    words: str
    chips: tuple[tuple[str, str, int], ...]
    lines: tuple[Line, ...]
    columns: tuple[ColumnLine, ...]
    columns_words: str
    twins: tuple[Twin, ...]
    undecided: int
    cases: int
    decided: Mapping[str, int]
    preview: Preview = field(repr=False)


@dataclass(frozen=True, slots=True)
class EligibleLine:
    """One case of a list that was taken in, without what stays in this store."""

    reference: str
    officer: str
    unit: str
    stratum: str
    values: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class TakenIn:
    """A list that was taken in, or what is left of it."""

    words: str
    more: str
    may_erase: bool
    cases: tuple[EligibleLine, ...]


@dataclass(frozen=True, slots=True)
class ListState:
    """What the page shows before a file is chosen."""

    samples: Offered
    sample: str
    taken_in: TakenIn | None
    saved: str = ""
    said: str = ""


def show(session: Session, sample: str = "") -> ListState:
    """Return the list of a sample as it was taken in, if one was."""
    programme = inspections.programme(session)
    at_hand = chosen(programme, sample)
    return ListState(_offered(session), at_hand.id, _taken_in(session, at_hand))


def preview(
    session: Session, sample: str, file: Path, decided: Mapping[str, int], *, tell: Tell
) -> PreviewState:
    """Read a file and say of every row what was understood. Refusal: it makes no such list.

    `decided`: for references that come several times, the row that counts.
    """
    tell(0, 0, f"Reading {file.name}")
    found = read_list.preview(session, file, sample, decided)
    undecided = read_list.preview(session, file, sample).understood.undecided
    twins = _twins(session, found, file, undecided, decided)
    open_ = sum(not twin.decided for twin in twins)
    counts = found.understood.counts
    total = sum(counts.values())
    return PreviewState(
        file,
        f"{file.name} · {counted(total, 'row')} · nothing is recorded yet",
        _chips(counts),
        _lines(found),
        _columns(found),
        _columns_words(found),
        twins,
        open_,
        len(found.understood.rows),
        decided,
        found,
    )


def accept(session: Session, shown: PreviewState, *, tell: Tell) -> ListState:
    """Take in the cases of a list. Refusal: one was taken in already, or no row was understood."""
    tell(0, 0, f"Taking in {counted(shown.cases, 'case')}")
    changes = read_list.accept(session, shown.preview)
    now = show(session, shown.preview.sample)
    said = f"{counted(shown.cases, 'case')} taken in"
    return ListState(now.samples, now.sample, now.taken_in, changes.time, said)


def erase(session: Session, sample: str, *, tell: Tell) -> ListState:
    """Erase a list that was taken in, names and all. Refusal: a sample was drawn from it."""
    tell(0, 0, "Erasing the list and its copies")
    gone = read_list.erase_list(session, sample)
    now = show(session, sample)
    said = f"The list is erased: {counted(gone, 'case')}"
    return ListState(now.samples, now.sample, now.taken_in, session.now(), said)


def in_words(column: Column | None, value: str) -> str:
    """Say a value of a list as its readers spell it: the first spelling of a choice, a date in words."""
    if column is None or not value:
        return value
    if column.kind is ColumnKind.CHOICE:
        return next(iter(column.values.get(value, ())), value)
    return date_in_words(value, short=True) if column.kind is ColumnKind.DATE else value


def _offered(session: Session) -> Offered:
    held = samples.every_row(session)
    drawn = {one.sample.id for one in samples.draws(session)}

    def standing(sample: str) -> str:
        if sample in held:
            return f"{len(held[sample])} taken in"
        return "list erased" if sample in drawn else "no list yet"

    return offered(inspections.programme(session), standing)


def _taken_in(session: Session, sample: Sample) -> TakenIn | None:
    rows = samples.rows(session, sample.id)
    drawn = next((one for one in samples.draws(session) if one.sample.id == sample.id), None)
    if not rows and drawn is None:
        return None
    if drawn is not None and drawn.closed:
        words = "The list was erased when the draw was closed."
        return TakenIn(words, "The drawn cases stay. There are no reserves any more.", False, ())
    columns = inspections.programme(session).list(sample.id)
    groups = {one.reference: group_name(one.group) for one in samples.population(session, sample)}
    return TakenIn(
        f"{counted(len(rows), 'eligible case')} taken in.",
        "Names and birth dates stay in this store and go into no bundle.",
        drawn is None,
        tuple(_eligible(columns, row.values, groups) for row in rows),
    )


def _eligible(columns: ProviderList, values: Mapping[str, str], groups: Mapping[str, str]) -> EligibleLine:
    reference = values.get("reference", "")
    said = tuple(
        (say(column.title), in_words(column, values.get(column.field, "")))
        for column in columns.columns
        if not column.personal
    )
    return EligibleLine(
        reference,
        values.get(columns.field_of(Whose.OFFICER), ""),
        values.get(columns.field_of(Whose.UNIT), ""),
        groups.get(reference, ""),
        said,
    )


def _chips(counts: Mapping[RemarkKind, int]) -> tuple[tuple[str, str, int], ...]:
    total = sum(counts.values())
    look = total - counts[RemarkKind.UNDERSTOOD]
    kinds = tuple((kind.value, KINDS[kind].word, counts[kind]) for kind in reversed(RemarkKind))
    return ((TO_LOOK_AT, "To look at", look), *kinds, (ALL, "All rows", total))


def _lines(found: Preview) -> tuple[Line, ...]:
    remarks: dict[int, list[Remark]] = {}
    for remark in found.understood.remarks:
        remarks.setdefault(remark.row, []).append(remark)
    taken = {row.number: row for row in found.understood.rows}
    return tuple(
        _line(found.columns, number, kind, taken.get(number), remarks.get(number, []))
        for number, kind in found.understood.standings.items()
    )


def _line(
    columns: ProviderList, number: int, kind: RemarkKind, row: Row | None, remarks: list[Remark]
) -> Line:
    refused = next((remark.raw for remark in remarks if remark.kind is RemarkKind.REFUSED), "")
    return Line(
        number,
        row.reference if row else refused,
        kind.value,
        KINDS[kind],
        " ".join(_remark(columns, remark) for remark in remarks),
        _values(columns, row) if row else (),
    )


def _remark(columns: ProviderList, remark: Remark) -> str:
    """What there is to say of a cell, its heading first; a mended value as its readers spell it."""
    if remark.kind is RemarkKind.MENDED:
        value = in_words(columns.column(remark.field), remark.value)
        return f"{remark.column}: {quoted(remark.raw)} read as “{value}”."
    return f"{remark.column}: {remark.sentence}" if remark.column else remark.sentence


def _values(columns: ProviderList, row: Row) -> tuple[tuple[str, str], ...]:
    return tuple(
        (say(column.title), in_words(column, row.values[column.field]))
        for column in columns.columns
        if column.field in row.values
    )


def _columns(found: Preview) -> tuple[ColumnLine, ...]:
    matched = found.understood.columns
    titles = {column.field: say(column.title) for column in found.columns.columns}
    return (
        *(ColumnLine(name, "", Said("Not known here", "attention")) for name in matched.unknown),
        *(
            ColumnLine("", titles[name], Said("Not in this list", "unknown", "unknown"))
            for name in matched.not_found
        ),
        *(
            ColumnLine(each.header, titles[each.column.field], Said("Found", "", "tick"))
            for each in matched.found
        ),
    )


def _columns_words(found: Preview) -> str:
    matched = found.understood.columns
    words = [f"{counted(len(matched.found), 'column')} understood"]
    if matched.not_found:
        words.append(f"{len(matched.not_found)} not in this list")
    if matched.unknown:
        words.append(f"{len(matched.unknown)} not known here, and left out")
    return ", ".join(words)


def _twins(
    session: Session, found: Preview, file: Path, undecided: Sequence[Twins], decided: Mapping[str, int]
) -> tuple[Twin, ...]:
    """What each of several rows says is what a preview takes in when that row is the one that counts."""
    most = max((len(twin.rows) for twin in undecided), default=0)
    says: dict[int, Row] = {}
    for place in range(most):
        each = {twin.reference: twin.rows[min(place, len(twin.rows) - 1)] for twin in undecided}
        once = read_list.preview(session, file, found.sample, each)
        says |= {row.number: row for row in once.understood.rows}
    return tuple(
        Twin(
            twin.reference,
            tuple(Choice(row, _differing(found.columns, says[row], twin.differ_in)) for row in twin.rows),
            decided.get(twin.reference, 0),
        )
        for twin in undecided
    )


def _differing(columns: ProviderList, row: Row, fields: Sequence[str]) -> str:
    said = []
    for name in fields:
        column = columns.column(name)
        title = say(column.title) if column else name
        said.append(f"{title}: {in_words(column, row.values[name]) or 'blank'}")
    return "; ".join(said)
