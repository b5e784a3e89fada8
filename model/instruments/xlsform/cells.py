"""The rows of a workbook that somebody may have changed: cells by column, refusals naming the place."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from model.instruments.instrument import LANGUAGES, Text
from model.instruments.wrong_instrument import WrongInstrument
from model.instruments.xlsform.columns import HEADINGS_MEANT, NAMES_OF_LANGUAGES, SheetRows, ours_in

_LANGUAGE = re.compile(r"(\w+)::?\s*(.*?)\s*")
_ANOTHER_ANSWER = re.compile(r"\$\{[^}]*\}")
_WORDS_FOR = {
    name.casefold(): language
    for language, names in {"en": ("en", "English"), "cy": ("cy", "Cymraeg", "Welsh")}.items()
    for name in (*names, *(f"{each} ({language})" for each in names), NAMES_OF_LANGUAGES[language])
}


@dataclass(frozen=True, slots=True)
class Row:
    """One row that holds something; `cells` by heading, none of them blank."""

    file: str
    sheet: str
    number: int
    cells: Mapping[str, str]

    def wrong(self, column: str, fault: str, remedy: str) -> WrongInstrument:
        """The refusal of one cell of this row, to be raised."""
        place = f"sheet {self.sheet}, row {self.number}" + (f", column {column}" if column else "")
        return WrongInstrument(self.file, place, "", fault, remedy)

    def exact(self, column: str) -> str:
        """What a cell says to the letter, "" when it is empty."""
        return self.cells.get(column, "")

    def text(self, column: str) -> str:
        """What a cell says, without blanks around it."""
        return self.exact(column).strip()

    def need(self, column: str) -> str:
        """What a cell says, without blanks around it; WrongInstrument when it is empty."""
        if column not in self.cells:
            raise self.wrong(column, "the cell is empty", "Fill it in, or take the row out.")
        return self.text(column)

    def flag(self, column: str) -> bool:
        """Yes or no; no when the cell is empty."""
        word = self.text(column).casefold()
        if word not in ("", "yes", "no", "true", "false"):
            raise self.wrong(column, f"“{self.text(column)}” is neither yes nor no", "Write yes or no.")
        return word in ("yes", "true")

    def words(self, column: str) -> Text:
        """A wording by language, from the columns of XLSForm: `label`, `label::English (en)`, …."""
        found: dict[str, str] = {}
        for heading, words in self.cells.items():
            language = _language_of(heading, column)
            if language is None:
                continue
            if language not in LANGUAGES:
                remedy = "Take the column out: Casebook keeps English (en) and Cymraeg (cy)."
                raise self.wrong(heading, f"there is no language “{language}” here", remedy)
            if language in found:
                raise self.wrong(heading, "this wording is there twice", "Leave one of the two columns.")
            if shown := _ANOTHER_ANSWER.search(words):
                fault = f"the wording shows another answer, {shown[0]}, and here wordings stand by themselves"
                raise self.wrong(heading, fault, "Write the sentence without it.")
            found[language] = words
        return {language: found[language] for language in LANGUAGES if language in found}

    def our_words(self, column: str) -> Text:
        """A wording by language, from columns of ours."""
        named = {language: self.exact(ours_in(column, language)) for language in LANGUAGES}
        return {language: words for language, words in named.items() if words}


def _language_of(heading: str, column: str) -> str | None:
    """The language of a heading of this column: a code, or the words of one that is not known; else None."""
    if heading == column:
        return "en"
    match = _LANGUAGE.fullmatch(heading)
    if match is None or match[1] != column:
        return None
    return _WORDS_FOR.get(match[2].casefold(), match[2])


def rows_in(sheet: SheetRows, file: str, *needed: str) -> Iterator[Row]:
    """Every row of a sheet that holds anything, its cells by the headings that are meant.

    WrongInstrument where two columns have one heading, and where rows stand under no column `needed`.
    """
    meant = {heading: _meant(heading) for heading in sheet.header if heading}
    top = f"sheet {sheet.title}, row {sheet.first_row - 1}"
    headings = [_meant(heading) for heading in sheet.header if heading]
    for heading in headings:
        if headings.count(heading) > 1:
            place = f"{top}, column {heading}"
            raise WrongInstrument(file, place, "", "this heading is there twice", "Leave one of the two.")
    for number, cells in enumerate(sheet.rows, start=sheet.first_row):
        filled = {meant[heading]: words for heading, words in cells.items() if words.strip()}
        if filled:
            for heading in needed:
                if heading not in headings:
                    fault = f"there is no column with the heading {heading}"
                    raise WrongInstrument(file, top, "", fault, "Write the heading above its column.")
            yield Row(file, sheet.title, number, filled)


def _meant(heading: str) -> str:
    """The heading as XLSForm writes it nowadays: `List Name` is list_name; a language stays as it is."""
    column, mark, language = heading.partition(":")
    plain = re.sub(r"[ _]+", "_", column.strip().lower())
    return HEADINGS_MEANT.get(plain, plain) + mark + language
