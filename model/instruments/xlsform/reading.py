"""The rows of an XLSForm workbook as the values of an instrument file, which the strict reader then reads."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath

from model.instruments.wrong_instrument import WrongInstrument
from model.instruments.xlsform.cells import Row, rows_in
from model.instruments.xlsform.columns import (
    CHOICES,
    OURS,
    SETTINGS,
    SURVEY,
    TRANSLATED,
    USED,
    SheetRows,
    id_of,
)
from model.instruments.xlsform.groups import views_in
from model.instruments.xlsform.lists import Lists
from model.instruments.xlsform.remarks import Remarks

Values = dict[str, object]
Sheets = Mapping[str, SheetRows]
_COLUMNS = {
    "id": "name",
    "text": "label",
    "title": "label",
    "options": "type",
    "when": "relevant",
    "minimum": "constraint",
    "maximum": "constraint",
    "label": "label",
}
"""The column in which the sheet says what a key of an instrument file says, where it is not one of ours."""
_OF_SETTINGS = {"id": "form_id", "title": "form_title", "version": "version"}
"""The same of the sheet of settings."""


@dataclass(frozen=True, slots=True)
class Form:
    """The instrument file that a workbook means, as TOML would read it.

    `remarks` are what the workbook holds beyond an instrument; `rows` says where each thing stands.
    """

    values: Values
    remarks: tuple[str, ...]
    rows: Mapping[str, Row]

    def placed(self, wrong: WrongInstrument) -> WrongInstrument:
        """The strict reader's refusal, with the place of the fault in the workbook where it has one."""
        thing, key = wrong.thing, wrong.key
        if not thing and key.startswith("options."):
            thing, key = key, key.rpartition(".")[2]
        while thing not in self.rows and "." in thing:
            thing = thing.rpartition(".")[0]
        if thing not in self.rows:
            return wrong
        first = key.partition(".")[0]
        column = (_COLUMNS if thing else _OF_SETTINGS).get(first, OURS + first)
        said = f" ({wrong.thing})" if wrong.thing else ""
        return self.rows[thing].wrong(column + said, wrong.fault, wrong.next)


def form_of(sheets: Sheets, file: str) -> Form:
    """The instrument that a workbook means; `file` is how a refusal calls it.

    What the columns of ours leave open is filled as an office's own: a fact, in the office's wording, called
    by its name. WrongInstrument names sheet and row, and says what to do; what is wrong with the instrument
    itself the strict reader says.
    """
    if SURVEY not in sheets:
        fault = f"the workbook has no sheet called {SURVEY}"
        raise WrongInstrument(file, "", "", fault, "Call the sheet of questions so: type, name and label.")
    remarks = Remarks()
    row = _row_of_settings(sheets.get(SETTINGS), file)
    settings = _settings(row, remarks)
    lists = Lists(sheets.get(CHOICES), file, remarks)
    rows = tuple(rows_in(sheets[SURVEY], file, "type", "name"))
    order = views_in(rows, settings, lists, remarks)
    if not order.views:
        raise WrongInstrument(
            file, f"sheet {SURVEY}", "", "there is no question in it", "Write one at least."
        )
    lists.keep({str(question.get("options", "")) for question in order.questions()})
    _remark_columns(sheets, file, remarks)
    placed = {"": row, **order.rows, **{f"options.{name}": row for name, row in lists.rows.items()}}
    return Form({**settings, "options": lists.options, "view": order.views}, remarks.lines(), placed)


def _row_of_settings(sheet: SheetRows | None, file: str) -> Row:
    rows = tuple(rows_in(sheet, file)) if sheet is not None else ()
    if len(rows) > 1:
        fault = f"there are {len(rows)} rows below the headings"
        raise WrongInstrument(
            file, f"sheet {SETTINGS}", "", fault, "Write one row: form_title, form_id, version."
        )
    return rows[0] if rows else Row(file, SETTINGS, 2, {})


def _settings(row: Row, remarks: Remarks) -> Values:
    written = row.text("form_id") or row.text("form_title") or PurePath(row.file).stem
    identity = id_of("_".join(written.split()))
    if not row.text("form_id"):
        remarks.add_once("The workbook has no form_id, and the instrument is called", identity)
    return {
        "format": 1,
        "id": identity,
        "about": row.text(f"{OURS}about") or "case",
        "family": row.text(f"{OURS}family") or identity,
        "version": row.exact("version") or "1",
        "title": {"en": row.exact("form_title") or written, **row.our_words("title")},
        "attribution": row.exact(f"{OURS}attribution") or "Written by the office.",
    }


def _remark_columns(sheets: Sheets, file: str, remarks: Remarks) -> None:
    """Say which columns hold something that an instrument has no use for."""
    for title, used in USED.items():
        rows = rows_in(sheets[title], file) if title in sheets else ()
        for heading in dict.fromkeys(heading for row in rows for heading in row.cells):
            is_wording = heading.partition(":")[0] in TRANSLATED
            if heading not in used and not is_wording and not heading.startswith(OURS):
                remarks.add_once("Columns that Casebook does not use", f"{heading} (sheet {title})")
