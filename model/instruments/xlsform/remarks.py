"""What a workbook holds beyond an instrument: left out or written otherwise, and said."""

from model.instruments.xlsform.cells import Row

_WHOLE = ""


class Remarks:
    """What there is to say of a workbook that was taken in; the same of several rows is said once."""

    def __init__(self) -> None:
        self._found: dict[str, dict[str, dict[int, list[str]]]] = {}

    def add(self, words: str, row: Row, what: str) -> None:
        """Remember this of a row; `what` names it there, and is said once for a row."""
        self._remember(words, row.sheet, row.number, what)

    def add_once(self, words: str, what: str) -> None:
        """Remember this of the whole workbook."""
        self._remember(words, _WHOLE, 0, what)

    def _remember(self, words: str, sheet: str, number: int, what: str) -> None:
        said = self._found.setdefault(words, {}).setdefault(sheet, {}).setdefault(number, [])
        if what not in said:
            said.append(what)

    def lines(self) -> tuple[str, ...]:
        """One line for each thing that there is to say, with everything of which it is said."""
        return tuple(
            f"{words}: " + "; ".join(_at(sheet, rows) for sheet, rows in sheets.items())
            for words, sheets in self._found.items()
        )


def _at(sheet: str, rows: dict[int, list[str]]) -> str:
    if sheet == _WHOLE:
        return ", ".join(rows[0])
    said = ", ".join(f"{number} ({', '.join(what)})" for number, what in rows.items())
    return f"sheet {sheet}, {'row' if len(rows) == 1 else 'rows'} {said}"
