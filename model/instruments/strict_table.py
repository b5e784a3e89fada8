"""Reading one table of a TOML file strictly: each key by name and kind, and nothing that nobody asked for."""

import difflib
import math
import re
from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from model.instruments.instrument import LANGUAGES, Text
from model.instruments.wrong_instrument import WrongInstrument
from model.text import hidden_characters

_IDENTIFIER = re.compile(r"[a-z][a-z0-9_]*")
_ENTRY_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_KINDS: dict[type, str] = {
    str: "text",
    bool: "true or false",
    int: "a whole number",
    list: "a list",
    dict: "a table",
}
_Choice = TypeVar("_Choice", bound=StrEnum)
_Kind = TypeVar("_Kind")


class Table:
    """One table on its way into a frozen value. Every method that takes a key marks it as known.

    `close` refuses the keys that nobody took. `thing` names in words what the table describes.
    """

    def __init__(self, values: Mapping[str, object], file: str, thing: str, path: str = "") -> None:
        self.values = values
        self.file = file
        self.thing = thing
        self.path = path
        self._known: set[str] = set()

    def wrong(self, key: str, fault: str, remedy: str) -> WrongInstrument:
        """The refusal of one key of this table, to be raised."""
        return WrongInstrument(self.file, self.thing, (self.path + key).removesuffix("."), fault, remedy)

    def close(self) -> None:
        """WrongInstrument when the table holds a key that the format does not have here."""
        for key in self.values:
            if key not in self._known:
                near = difflib.get_close_matches(key, sorted(self._known), 1)
                hint = f"Did you mean “{near[0]}”? " if near else ""
                raise self.wrong(
                    key, "the format has no such key here", f"{hint}Take it out, or correct its name."
                )

    def text(self, key: str) -> str:
        """A text that is there and not empty."""
        return self._clean(key, self._need(key, str))

    def maybe_text(self, key: str) -> str | None:
        """A text, or None when the key is left out."""
        return self.text(key) if self._has(key) else None

    def identifier(self, key: str) -> str:
        """An id: lower-case words, digits and underscores, beginning with a letter."""
        value = self.text(key)
        if not _IDENTIFIER.fullmatch(value):
            raise self.wrong(
                key, f"“{value}” is not an id", "Write an id in lower-case words joined by underscores."
            )
        return value

    def maybe_identifier(self, key: str) -> str | None:
        """An id, or None when the key is left out."""
        return self.identifier(key) if self._has(key) else None

    def identifiers(self, key: str) -> tuple[str, ...]:
        """A list of ids, each once; empty when the key is left out."""
        values = self.texts(key)
        for value in values:
            if not _IDENTIFIER.fullmatch(value):
                raise self.wrong(
                    key, f"“{value}” is not an id", "Write ids in lower-case words joined by underscores."
                )
        return values

    def texts(self, key: str, *, at_least_one: bool = False) -> tuple[str, ...]:
        """A list of texts, each once; empty when the key is left out, unless at least one is needed."""
        if not at_least_one and not self._has(key):
            return ()
        found: list[str] = []
        for value in self._list(key):
            if not isinstance(value, str):
                raise self.wrong(key, f"{value!r} is not text", "Write every entry of the list in quotes.")
            if value in found:
                raise self.wrong(key, f"“{value}” is there twice", "Write it once.")
            found.append(self._clean(key, value))
        if at_least_one and not found:
            raise self.wrong(key, "the list is empty", "Write at least one entry.")
        return tuple(found)

    def cells(self, key: str) -> tuple[str, ...]:
        """A list of texts in which the same may stand again, and some may be empty."""
        found = self._list(key)
        for value in found:
            if not isinstance(value, str):
                raise self.wrong(key, f"{value!r} is not text", "Write every entry of the list in quotes.")
        return tuple(self._clean(key, str(value)) if value else "" for value in found)

    def flag(self, key: str) -> bool:
        """True or false; false when the key is left out."""
        return self._has(key) and self._need(key, bool)

    def whole(self, key: str, *, lowest: int = 0, default: int | None = None) -> int:
        """A whole number, at least `lowest`; the default, if there is one, when the key is left out."""
        if default is not None and not self._has(key):
            return default
        value = self._need(key, int)
        if value < lowest:
            raise self.wrong(key, f"{value} is too small", f"Write a whole number of {lowest} or more.")
        return value

    def number(self, key: str) -> float:
        """A finite number, whole or not; WrongInstrument for anything else."""
        value = self._get(key)
        if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
            raise self.wrong(key, f"{value!r} is not a number", "Write a number without quotes.")
        return value

    def maybe_number(self, key: str) -> float | None:
        """A number, or None when the key is left out."""
        return self.number(key) if self._has(key) else None

    def one_of(self, key: str, choices: type[_Choice]) -> _Choice:
        """One of a fixed set of words; WrongInstrument names them all otherwise."""
        value = self.text(key)
        words = [choice.value for choice in choices]
        if value not in words:
            raise self.wrong(key, f"“{value}” is not known here", f"Write one of: {', '.join(words)}.")
        return choices(value)

    def maybe_one_of(self, key: str, choices: type[_Choice]) -> _Choice | None:
        """One of a fixed set of words, or None when the key is left out."""
        return self.one_of(key, choices) if self._has(key) else None

    def wording(self, key: str) -> Text:
        """A wording in one or more languages, English among them."""
        text = self.maybe_wording(key)
        if "en" not in text:
            raise self.wrong(key, "the English wording is missing", f"Write {key}.en.")
        return text

    def maybe_wording(self, key: str) -> Text:
        """A wording in any languages; empty when the key is left out."""
        if not self._has(key):
            return {}
        table = self.table(key)
        found = {language: table.maybe_text(language) for language in LANGUAGES}
        table.close()
        return {language: text for language, text in found.items() if text is not None}

    def table(self, key: str) -> "Table":
        """The table under a key; WrongInstrument where there is none."""
        return Table(self._need(key, dict), self.file, self.thing, f"{self.path}{key}.")

    def maybe_table(self, key: str) -> "Table | None":
        """The table under a key, or None when the key is left out."""
        return self.table(key) if self._has(key) else None

    def tables(self, key: str) -> tuple["Table", ...]:
        """The tables of a list, at least one."""
        found: list[Table] = []
        for value in self._list(key):
            if not isinstance(value, dict):
                raise self.wrong(key, f"{value!r} is not a table", f"Write every entry as a table [[{key}]].")
            found.append(Table(value, self.file, self.thing, self.path))
        if not found:
            raise self.wrong(key, "there is none", f"Write at least one [[{key}]].")
        return tuple(found)

    def identified(self, key: str, thing: str = "", identity: str = "id") -> tuple["Table", ...]:
        """The tables of a list, at least one, each called by its id, which no two share."""
        entries = self.tables(key)
        seen: set[str] = set()
        for number, entry in enumerate(entries, start=1):
            entry.thing = f"{thing or key} number {number}"
            name = entry.identifier(identity)
            entry.thing = f"{thing or key} {name}"
            if name in seen:
                raise entry.wrong(identity, "this id is there twice", "Give every one an id of its own.")
            seen.add(name)
        return entries

    def maybe_identified(self, key: str) -> tuple["Table", ...]:
        """The tables of a list, each called by its id; none when the key is left out."""
        return self.identified(key) if self._has(key) else ()

    def maybe_tables(self, key: str) -> tuple["Table", ...]:
        """The tables of a list; none when the key is left out."""
        return self.tables(key) if self._has(key) else ()

    def named_tables(self, key: str) -> dict[str, "Table"]:
        """The tables under a table, by name, in the order of the file; none when the key is left out."""
        table = self.maybe_table(key)
        return {} if table is None else {name: table.table(name) for name in table.names()}

    def names(self) -> tuple[str, ...]:
        """All keys of a table whose keys are names of the writer's own choosing; each is then known."""
        for name in self.values:
            if not _ENTRY_NAME.fullmatch(name):
                raise self.wrong(
                    name, "this is not a name", "Use letters, digits and underscores, a letter first."
                )
        self._known.update(self.values)
        return tuple(self.values)

    def _has(self, key: str) -> bool:
        self._known.add(key)
        return key in self.values

    def _get(self, key: str) -> object:
        if self._has(key):
            return self.values[key]
        near = difflib.get_close_matches(key, [name for name in self.values if name not in self._known], 1)
        hint = f"Is “{near[0]}” meant? " if near else ""
        raise self.wrong(key, "this key is missing", f"{hint}Write it.")

    def _need(self, key: str, kind: type[_Kind]) -> _Kind:
        value = self._get(key)
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            raise self.wrong(key, f"{value!r} is not {_KINDS[kind]}", f"Write {_KINDS[kind]} here.")
        return value

    def _list(self, key: str) -> list[object]:
        return self._need(key, list)

    def _clean(self, key: str, value: str) -> str:
        hidden = hidden_characters(value)
        if hidden:
            raise self.wrong(key, f"the text holds a hidden character ({hidden[0]})", "Type the text anew.")
        if not value.strip():
            raise self.wrong(key, "the text is empty", "Write the text, or take the key out.")
        return value
