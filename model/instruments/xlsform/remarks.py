"""What a workbook holds beyond an instrument: left out or written otherwise, and said."""

from model.instruments.xlsform.cells import Row


class Remarks:
    """What there is to say of a workbook that was taken in; the same of several rows is said once."""

    def __init__(self) -> None:
        self._found: dict[str, dict[str, list[str]]] = {}

    def add(self, words: str, row: Row, what: str) -> None:
        """Remember this of a row; `what` names it there, and is said once for a row."""
        said = self._found.setdefault(words, {}).setdefault(f"sheet {row.sheet}, row {row.number}", [])
        if what not in said:
            said.append(what)

    def add_once(self, words: str, what: str) -> None:
        """Remember this of the whole workbook."""
        said = self._found.setdefault(words, {}).setdefault("", [])
        if what not in said:
            said.append(what)

    def lines(self) -> tuple[str, ...]:
        """One line for each thing that there is to say, with everything of which it is said."""
        return tuple(
            f"{words}: " + "; ".join(_at(place, what) for place, what in places.items())
            for words, places in self._found.items()
        )


def _at(place: str, what: list[str]) -> str:
    return f"{place} ({', '.join(what)})" if place else ", ".join(what)
