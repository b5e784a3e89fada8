"""The sheet of choices as sets of options."""

import re
from collections.abc import Mapping

from model.answers import NOT_APPLICABLE
from model.instruments.instrument import LANGUAGES
from model.instruments.xlsform.cells import Row, rows_in
from model.instruments.xlsform.columns import OURS, SheetRows, code_of
from model.instruments.xlsform.remarks import Remarks

FREE_KEYS = "123456789bcdfimnoqtvwxyz"
"""Keys for options that come without one: none of them belongs to the program."""
OTHER = "other"
_OTHER_LABEL = {"en": "Other", "cy": "Arall"}

Option = dict[str, object]


class Lists:
    """The lists of the sheet of choices as sets of options, and the names by which questions call them."""

    def __init__(self, sheet: SheetRows | None, file: str, remarks: Remarks) -> None:
        self.options: dict[str, dict[str, Option]] = {}
        self.may_not_apply: set[str] = set()
        self.rows: dict[str, Row] = {}
        """The row in which each option stands, by list and code: `yes_no.yes`; a list, by its last row."""
        self._names: dict[str, str] = {}
        self._remarks = remarks
        for row in rows_in(sheet, file, "list_name", "name") if sheet is not None else ():
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

    def with_other(self, name: str) -> str:
        """The list with "other" as one more option, and what it is called; itself where it has one."""
        options = self.options.get(name, {})
        if not options or OTHER in options:
            return name
        made = self.name(f"{name} or other")
        if made not in self.options:
            languages = [each for each in LANGUAGES if any(each in _label(one) for one in options.values())]
            label = {language: _OTHER_LABEL[language] for language in languages}
            self.options[made] = {**options, OTHER: {"label": label}}
            self.may_not_apply |= {made} if name in self.may_not_apply else set()
            self.rows[made] = self.rows[name]
            _give_keys(self.options[made])
        return made

    def check(self, name: str, written: str, asked: Row) -> None:
        """Refuse a list that no question can have: not there, too short, or longer than there are keys.

        `written` is what the row that asks calls it.
        """
        options = self.options.get(name, {})
        if len(options) < 2:
            fault = f"the sheet of choices has no list “{written}” with two choices or more"
            raise asked.wrong("type", fault, "Write them there, or name another list.")
        if not all("key" in option for option in options.values()):
            fault = f"this list has {len(options)} choices, more than there are keys to choose them by"
            remedy = f"Leave {len(FREE_KEYS)} at most, or ask in two questions."
            raise self.rows[name].wrong("list_name", fault, remedy)

    def keep(self, used: set[str]) -> None:
        """Leave out the lists that no question uses, and say so."""
        for name in [name for name in self.options if name not in used]:
            if self._names.get(f"{name} or other") not in used:
                self._remarks.add_once("Lists of choices that no question uses, left out", name)
            del self.options[name]

    def codes(self, name: str) -> tuple[str, ...]:
        """The codes by which a question with this list can be answered; none where there is no such list."""
        codes = tuple(self.options.get(name, ()))
        return (*codes, NOT_APPLICABLE) if name in self.may_not_apply else codes

    def _take(self, row: Row) -> None:
        name, written = self.name(row.need("list_name")), row.need("name")
        code = code_of(written)
        if code == NOT_APPLICABLE:
            self.may_not_apply.add(name)
            return
        options = self.options.setdefault(name, {})
        if code in options:
            raise row.wrong("name", f"“{code}” is in this list twice", "Give each choice a name of its own.")
        if code != written:
            self._remarks.add_once("Choices have other codes here", f"{written} is {code}")
        line = row.text(f"{OURS}line")
        options[code] = {
            "label": dict(row.words("label") or {"en": code}),
            **({"key": row.text(f"{OURS}key")} if row.text(f"{OURS}key") else {}),
            **({"line": line} if line else {}),
        }
        self.rows[name] = self.rows[f"{name}.{code}"] = row


def _label(option: Option) -> Mapping[str, str]:
    found = option["label"]
    return found if isinstance(found, dict) else {}


def _give_keys(options: dict[str, Option]) -> None:
    """Free keys for the options without one, as far as there are any."""
    taken = {option.get("key") for option in options.values()}
    free = iter(key for key in FREE_KEYS if key not in taken)
    for option in options.values():
        if "key" not in option and (key := next(free, None)):
            option["key"] = key
