"""The one strict way from a TOML text to an instrument or a programme."""

import hashlib
import re
import tomllib
from functools import lru_cache

from model.instruments.instrument import About, Head, Instrument, Section, View
from model.instruments.instrument_rules import check_rules
from model.instruments.programme import Programme
from model.instruments.programme_reader import programme_from
from model.instruments.question_reader import OptionSets, read_option_sets, read_question
from model.instruments.strict_table import Table
from model.instruments.wrong_instrument import WrongInstrument

FORMAT = 1
_KEPT = 32
"""How many files that were read are kept: what a text means never changes, and a large one takes a while."""

_FIRST_TABLE = re.compile(r"^\s*\[", re.MULTILINE)

__all__ = ["FORMAT", "WrongInstrument", "fingerprint_of", "read_head", "read_instrument", "read_programme"]


def fingerprint_of(text: str) -> str:
    """The SHA-256 of the exact UTF-8 text, in lower-case hex: the name of one version of a file."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def read_instrument(text: str, name: str) -> Instrument:
    """Read an instrument; `name` is how a refusal calls the file.

    WrongInstrument names file, question and key and says what to do: TOML that does not read, another format,
    a key that is unknown, missing or of the wrong kind, an id or a keyboard key that is there twice, an
    unknown set of options, a parent or condition that does not fit, a circle of conditions, a brace that is
    no placeholder.
    """
    return _instrument(text, name)


def read_head(text: str, name: str) -> Head:
    """Read what stands before the first table alone, which is a small part of a file, as `read_instrument`.

    WrongInstrument as there, for what that part holds.
    """
    first = _FIRST_TABLE.search(text)
    try:
        table = _open(text[: first.start()] if first else text, name)
    except WrongInstrument:  # a text over several lines may have such a line too
        table = _open(text, name)
    return Head(table.identifier("id"), table.text("version"), fingerprint_of(text))


def read_programme(text: str, name: str) -> Programme:
    """Read a programme; `name` is how a refusal calls the file.

    WrongInstrument as for an instrument, and for bands that do not descend, standards over unknown measures
    and strata over unknown columns. Whether it fits its instruments, `programme_rules.check_fit` says.
    """
    return _programme(text, name)


@lru_cache(_KEPT)
def _instrument(text: str, name: str) -> Instrument:
    table = _open(text, name)
    sets = read_option_sets(table)
    instrument = Instrument(
        id=table.identifier("id"),
        family=table.identifier("family"),
        title=table.wording("title"),
        version=table.text("version"),
        attribution=table.text("attribution"),
        views=tuple(_view(entry, sets) for entry in table.tables("view")),
        fingerprint=fingerprint_of(text),
        about=table.maybe_one_of("about", About) or About.CASE,
    )
    table.close()
    _check_ids(instrument, name)
    check_rules(instrument, name)
    return instrument


@lru_cache(_KEPT)
def _programme(text: str, name: str) -> Programme:
    return programme_from(_open(text, name), fingerprint_of(text))


def _open(text: str, name: str) -> Table:
    try:
        values = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        remedy = "Correct the file at that place; the format is TOML 1.0."
        raise WrongInstrument(name, "", "", f"the file cannot be read ({error})", remedy) from error
    table = Table(values, name, "")
    found = table.whole("format")
    if found > FORMAT:
        fault = f"this is format {found}, and this program reads format {FORMAT}"
        raise table.wrong("format", fault, "Take the newer program, or ask for the file in the older format.")
    if found != FORMAT:
        raise table.wrong("format", f"there is no format {found}", f"Write format = {FORMAT}.")
    return table


def _view(table: Table, sets: OptionSets) -> View:
    identity = table.identifier("id")
    table.thing = f"view {identity}"
    title = table.wording("title")
    view = View(identity, title, tuple(_section(entry, sets) for entry in table.tables("section")))
    table.close()
    return view


def _section(table: Table, sets: OptionSets) -> Section:
    identity = table.identifier("id")
    table.thing = f"section {identity}"
    title = table.wording("title")
    questions = []
    for number, entry in enumerate(table.tables("question"), start=1):
        entry.thing = f"section {identity}, question number {number}"
        questions.append(read_question(entry, sets))
    table.close()
    return Section(identity, title, tuple(questions))


def _check_ids(instrument: Instrument, file: str) -> None:
    seen: set[tuple[str, str]] = set()
    for view in instrument.views:
        sections = [("section", section.id) for section in view.sections]
        questions = [("question", question.id) for section in view.sections for question in section.questions]
        for kind, identity in [("view", view.id), *sections, *questions]:
            if (kind, identity) in seen:
                remedy = f"Give every {kind} an id of its own."
                raise WrongInstrument(file, f"{kind} {identity}", "id", "this id is there twice", remedy)
            seen.add((kind, identity))
