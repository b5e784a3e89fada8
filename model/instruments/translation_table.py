"""The table in which an office supplies a language: one row for each wording, English beside the other."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from model.instruments.rewording import Spot, Words, spots
from model.instruments.translations import LANGUAGE_NAMES
from model.refusal import Refusal

HEADINGS = ("Where", "Place", "Code", "English", "Welsh")
_LANGUAGE = "cy"
_MOST_NAMED = 10


def rows_of(values: Mapping[str, Any]) -> tuple[tuple[str, ...], ...]:
    """Return the rows of an instrument's table; the last cell is blank where the wording lacks Welsh."""
    codes = {
        f"question {question['id']}": question["code"]
        for view in values["view"]
        for section in view["section"]
        for question in section["question"]
    }
    return tuple(
        (spot.thing, spot.place, codes.get(spot.thing, ""), text.get("en", ""), text.get(_LANGUAGE, ""))
        for spot, text in spots(values).items()
    )


def words_in(
    values: Mapping[str, Any], header: Sequence[str], rows: Sequence[Sequence[str]]
) -> tuple[Words, ...]:
    """Return what a filled table changes: the rows whose Welsh is another than the instrument's.

    A blank leaves what is there. Refusal, with each row that cannot be taken and why: a heading is missing, a
    row names a wording that the instrument does not have or has under other English, or one stands twice.
    """
    columns = {name.strip().casefold(): place for place, name in enumerate(header)}
    missing = [name for name in HEADINGS if name != "Code" and name.casefold() not in columns]
    if missing:
        raise _refused([f"the heading “{name}” is missing" for name in missing])
    held, seen = spots(values), dict[Spot, int]()
    found, wrong = [], []
    for number, row in enumerate(rows, start=2):
        thing, place, english, words = (
            _cell(row, columns[name.casefold()]) for name in ("Where", "Place", "English", "Welsh")
        )
        spot = Spot(thing, place)
        if not any((thing, place, english, words)):
            continue
        fault = _fault(spot, english, words, held, seen)
        if fault:
            wrong.append(f"row {number}: {fault}")
        elif words and words != held[spot].get(_LANGUAGE, ""):
            found.append(Words(spot, _LANGUAGE, words))
        seen.setdefault(spot, number)
    if wrong:
        raise _refused(wrong)
    return tuple(found)


def _fault(
    spot: Spot, english: str, words: str, held: Mapping[Spot, Mapping[str, str]], seen: Mapping[Spot, int]
) -> str:
    where = f"“{spot.place}” of {spot.thing or 'the instrument'}"
    if spot not in held:
        return f"{where} is not in this instrument"
    if spot in seen:
        return f"{where} stands in row {seen[spot]} already"
    if words and " ".join(english.split()) != " ".join(held[spot].get("en", "").split()):
        return f"the English of {where} has changed since this table was written"
    lost = sorted(_braces(held[spot].get("en", "")) ^ _braces(words)) if words else []
    return f"{', '.join(lost)} must stand in both languages of {where}" if lost else ""


def _braces(text: str) -> set[str]:
    return {f"{{{part.split('}')[0]}}}" for part in text.split("{")[1:]}


def _cell(row: Sequence[str], place: int) -> str:
    text = row[place].strip() if place < len(row) else ""
    return text[1:] if text.startswith("'") and text[1:2] in tuple("=+-@|%") else text


def _refused(wrong: Sequence[str]) -> Refusal:
    return Refusal(
        f"The table cannot be taken in: {'; '.join(_few(wrong))}.",
        "Nothing was changed; the version that stands goes on.",
        f"Correct these rows, or write the table anew and fill in the {LANGUAGE_NAMES[_LANGUAGE]} there.",
    )


def _few(wrong: Sequence[str]) -> Iterator[str]:
    yield from wrong[:_MOST_NAMED]
    if len(wrong) > _MOST_NAMED:
        yield f"and {len(wrong) - _MOST_NAMED} more"
