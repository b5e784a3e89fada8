"""The sheet of choices as sets of options."""

import re

from model.answers import NOT_APPLICABLE
from model.instruments.xlsform.cells import Row, rows_in
from model.instruments.xlsform.columns import OURS, SheetRows

FREE_KEYS = "123456789bcdfimnoqtvwxyz"
"""Keys for options that come without one: none of them belongs to the program."""

Option = dict[str, object]


class Lists:
    """The lists of the sheet of choices as sets of options, and the names by which questions call them."""

    def __init__(self, sheet: SheetRows | None, file: str) -> None:
        self.options: dict[str, dict[str, Option]] = {}
        self.may_not_apply: set[str] = set()
        self._names: dict[str, str] = {}
        for row in rows_in(sheet, file) if sheet is not None else ():
            self._take(row)
        for options in self.options.values():
            _give_keys(options)

    def name(self, written: str) -> str:
        """What a list is called in an instrument file: letters, digits and underscores."""
        if written not in self._names:
            plain = re.sub(r"[^A-Za-z0-9_]", "_", written)
            plain = plain if plain[:1].isalpha() else f"list_{plain}"
            while plain in self._names.values():
                plain += "_"
            self._names[written] = plain
        return self._names[written]

    def codes(self, name: str) -> tuple[str, ...]:
        """The codes by which a question with this list can be answered; none where there is no such list."""
        codes = tuple(self.options.get(name, ()))
        return (*codes, NOT_APPLICABLE) if name in self.may_not_apply else codes

    def _take(self, row: Row) -> None:
        name, code = self.name(row.need("list_name")), row.need("name")
        if code == NOT_APPLICABLE:
            self.may_not_apply.add(name)
            return
        options = self.options.setdefault(name, {})
        if code in options:
            raise row.wrong("name", f"“{code}” is in this list twice", "Give each choice a name of its own.")
        line = row.text(f"{OURS}line")
        options[code] = {
            "label": dict(row.words("label") or {"en": code}),
            **({"key": row.text(f"{OURS}key")} if row.text(f"{OURS}key") else {}),
            **({"line": line} if line else {}),
        }


def _give_keys(options: dict[str, Option]) -> None:
    taken = {option.get("key") for option in options.values()}
    free = iter(key for key in FREE_KEYS if key not in taken)
    for option in options.values():
        if "key" not in option and (key := next(free, None)):
            option["key"] = key
