"""Reading the provider's list of eligible cases: a preview, row by row, and then taking it in."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from model.cases import facts_to
from model.instruments.programme import ProviderList
from model.journal.change import Change
from model.journal.entry import FieldKey
from model.lists.understanding import Understood, understand
from model.refusal import Refusal
from storage.tables.reading import read_table_file
from ui.actions.draw_sample import erase
from ui.reading import cases, inspections, samples
from ui.session import Changes, Session

RULE = "A list taken in by mistake is erased, names and all, before anything is drawn from it"


@dataclass(frozen=True, slots=True)
class Preview:
    """What was understood of a list; nothing of it is recorded yet."""

    sample: str
    file_name: str
    columns: ProviderList
    understood: Understood


def preview(session: Session, file: Path, sample: str, decided: Mapping[str, int] | None = None) -> Preview:
    """Read a CSV, XLSX or ODS list for a sample and say of every row what was understood.

    `decided`: for references that several rows give with different contents, the row that counts. A blank in
    a field that divides the sample is remarked on.
    Refusal: the file cannot be read as a table, or its headings make no such list.
    """
    programme = inspections.programme(session)
    columns = programme.list(sample)
    table = read_table_file(file)
    understood = understand(
        table.header,
        table.rows,
        columns.columns,
        header_row=table.header_row,
        decided=decided,
        missed=[stratum.field for stratum in programme.sample(sample).strata],
    )
    return Preview(sample, file.name, columns, understood)


def accept(session: Session, shown: Preview) -> Changes:
    """Record the eligible cases of a list: facts, and apart from them what stays at the office.

    A reference that another list gave already, or that is a case already, is that same case.
    Refusal: a list was taken in for this sample already, or no row was understood.
    """
    if samples.rows(session, shown.sample) or any(
        drawn.sample.id == shown.sample for drawn in samples.draws(session)
    ):
        raise Refusal(
            "A list was taken in for this sample already.",
            "That list stands; nothing of the new one was recorded.",
            "Erase that list first, if nothing was drawn from it yet.",
        )
    if not shown.understood.rows:
        raise Refusal(
            "No row of this list could be understood.", "Nothing was recorded.", "Look at the remarks."
        )
    personal = {column.field for column in shown.columns.columns if column.personal}
    known = _known(session)
    changes: list[Change] = []
    for row in shown.understood.rows:
        own, case = session.new_id(), known.get(row.reference) or session.new_id()
        said = {field: value for field, value in row.values.items() if value}
        facts = {field: value for field, value in said.items() if field not in personal}
        names = {field: value for field, value in said.items() if field in personal}
        changes.append(Change(FieldKey("row", own, "sample"), shown.sample))
        changes.append(Change(FieldKey("row", own, "case"), case))
        changes.append(Change(FieldKey("row", own, "values"), facts_to(facts)))
        if names:
            changes.append(Change(FieldKey("identity", own, "case"), case))
            changes.append(Change(FieldKey("identity", own, "names"), facts_to(names)))
    return session.record(*changes)


def erase_list(session: Session, sample: str) -> int:
    """Erase a list that was taken in, here and in the rolling copies; return how many cases it had.

    Refusal: a sample was drawn from it (closing the draw erases what was not drawn), or there is none.
    """
    if any(drawn.sample.id == sample for drawn in samples.draws(session)):
        raise Refusal(
            "A sample was drawn from this list already.",
            "Nothing was erased.",
            "Close the draw: that erases every row that was not drawn.",
        )
    held = [row.id for row in samples.rows(session, sample)]
    if not held:
        raise Refusal("There is no list to erase.", "Nothing was erased.", "Take in the provider's list.")
    erase(session, [(kind, id) for kind in ("row", "identity") for id in held], RULE)
    return len(held)


def _known(session: Session) -> dict[str, str]:
    """By reference the cases that there are, and those that other lists would give."""
    rows = (row for held in samples.every_row(session).values() for row in held)
    drawn = {case.reference: case.id for case in cases.cases(session).values() if case.reference}
    return {row.values["reference"]: row.case for row in rows} | drawn
