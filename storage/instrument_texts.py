"""An instrument's text with other words in it, and the table of its wordings as a file."""

import tomllib
from collections.abc import Iterable
from pathlib import Path

import tomli_w

from model.instruments.reader import read_instrument
from model.instruments.rewording import Words, reworded
from model.instruments.translation_table import HEADINGS, rows_of, words_in
from storage.platform import write_safely
from storage.tables.reading import read_table_file
from storage.tables.writing import Sheet, write_csv, write_xlsx


def with_words(text: str, changes: Iterable[Words], version: str, name: str) -> str:
    """Return the text of an instrument with other words and another version number.

    It has been read by the strict reader. Refusal: no such place, or WrongInstrument under `name`.
    """
    written = tomli_w.dumps(reworded(tomllib.loads(text), changes, version))
    read_instrument(written, name)
    return written


def write_translations(text: str, file: Path) -> int:
    """Write the table of an instrument's wordings, as XLSX where the name ends so, else as CSV.

    Returns how many rows it has.
    """
    rows = rows_of(tomllib.loads(text))
    sheet = Sheet("Wordings", HEADINGS, rows)
    write_safely(file, write_xlsx([sheet]) if file.suffix.lower() == ".xlsx" else write_csv(sheet))
    return len(rows)


def translations_in(text: str, file: Path) -> tuple[Words, ...]:
    """Return what a filled table changes. Refusal: no table, or rows that cannot be taken, each named."""
    table = read_table_file(file)
    return words_in(tomllib.loads(text), table.header, table.rows)
