"""The rows of an XLSForm workbook as the values of an instrument file, which the strict reader then reads."""

from collections.abc import Mapping

from model.instruments.wrong_instrument import WrongInstrument
from model.instruments.xlsform.cells import rows_in
from model.instruments.xlsform.columns import CHOICES, OURS, SETTINGS, SURVEY, SheetRows
from model.instruments.xlsform.groups import views_of
from model.instruments.xlsform.lists import Lists

Values = dict[str, object]
Sheets = Mapping[str, SheetRows]


def values_of(sheets: Sheets, file: str) -> Values:
    """The instrument file that a workbook means, as TOML would read it; `file` is how a refusal calls it.

    What the columns of ours leave open is filled as an office's own: a fact, in the office's wording, called
    by its name. WrongInstrument names sheet and row, and says what to do; what is wrong with the instrument
    itself the strict reader says.
    """
    for title, columns in ((SURVEY, "type, name and label"), (SETTINGS, "form_id, form_title and version")):
        if title not in sheets:
            fault = f"the workbook has no sheet called {title}"
            raise WrongInstrument(file, "", "", fault, f"Add it, with the columns {columns}.")
    settings = _settings(sheets[SETTINGS], file)
    lists = Lists(sheets.get(CHOICES), file)
    views = views_of(tuple(rows_in(sheets[SURVEY], file)), settings, lists)
    return {**settings, "options": lists.options, "view": views}


def _settings(sheet: SheetRows, file: str) -> Values:
    rows = tuple(rows_in(sheet, file))
    if len(rows) != 1:
        place = f"sheet {sheet.title}"
        fault = f"there are {len(rows)} rows below the headings"
        raise WrongInstrument(file, place, "", fault, "Write one row: form_title, form_id, version.")
    row = rows[0]
    identity = row.need("form_id")
    return {
        "format": 1,
        "id": identity,
        "about": row.text(f"{OURS}about") or "case",
        "family": row.text(f"{OURS}family") or identity,
        "version": row.exact("version") or "1",
        "title": {"en": row.exact("form_title") or identity, **row.our_words("title")},
        "attribution": row.exact(f"{OURS}attribution") or "Written by the office.",
    }
