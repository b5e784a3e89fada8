"""What the codebook of an instrument says: every question with its id, answers, routing and measures."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from model.documents.blank_form import how_answered
from model.documents.routing_words import asked_when
from model.documents.wording import Edition, Wording, edition_of, quote
from model.instruments.instrument import Instrument, Line, Option, Question, Standing, say
from model.instruments.programme import Programme
from model.instruments.spoken import spoken

LINES = {Line.ABOVE: "above the line", Line.BELOW: "below the line", Line.OUTSIDE: "outside the base"}
HEADER = (
    "id",
    "code",
    "part",
    "kind",
    "meaning",
    "wording",
    "standing of wording",
    "standing of guidance",
    "options",
    "asked when",
    "hangs under",
    "measures",
    "evidence expected",
    "may be not applicable",
    "takes over answers of",
    "source",
    "instrument",
    "version",
    "fingerprint",
)
"""The columns of the codebook as a table."""


@dataclass(frozen=True, slots=True)
class CodedOption:
    """One answer: its code in the data, its label, and where it stands in a rate."""

    code: str
    label: str
    line: str


@dataclass(frozen=True, slots=True)
class CodebookEntry:
    """One question as those who read the data need it. `measures` are the codes of those that it feeds."""

    id: str
    wording: Wording
    part: str
    how: str
    meaning: int
    options: tuple[CodedOption, ...]
    routing: str
    parent: str
    measures: tuple[str, ...]
    evidence: bool
    not_applicable: bool
    was: tuple[str, ...]
    guidance_standing: Standing
    source: str


@dataclass(frozen=True, slots=True)
class Codebook:
    """All entries in the order of the instrument, with the whole fingerprint of its file."""

    title: str
    fingerprint: str
    edition: Edition
    entries: tuple[CodebookEntry, ...]

    def wordings(self) -> Iterator[Wording]:
        """Every wording that the codebook quotes."""
        yield from (entry.wording for entry in self.entries)


def codebook(instrument: Instrument, programme: Programme | None = None, language: str = "en") -> Codebook:
    """Build the codebook; without the programme nothing is said of measures."""
    fed = measures_fed(programme) if programme is not None else {}
    title = say(programme.title, language) if programme is not None else ""
    said = spoken(instrument, language)
    return Codebook(
        say(instrument.title, language),
        instrument.fingerprint,
        edition_of(instrument, title, language),
        tuple(
            _entry(question, said, fed.get(question.id, ()), language) for question in said.questions.values()
        ),
    )


def measures_fed(programme: Programme) -> Mapping[str, tuple[str, ...]]:
    """By question id, the codes of all measures and ratings that its answers reach, means of means too."""
    reached: dict[str, list[str]] = {}
    for measure in programme.measures:
        if measure.question:
            reached.setdefault(measure.question, []).extend(_codes_over(measure.id, programme))
    for standard in programme.standards:
        if standard.question:
            reached.setdefault(standard.question, []).append(f"rating of {standard.code}")
    return {question: tuple(dict.fromkeys(codes)) for question, codes in reached.items()}


def _codes_over(measure_id: str, programme: Programme) -> Iterator[str]:
    yield programme.measure(measure_id).code
    for other in programme.measures:
        if measure_id in other.of:
            yield from _codes_over(other.id, programme)


def rows(book: Codebook) -> tuple[tuple[str, ...], ...]:
    """The codebook as rows of a table under HEADER, one for each question."""
    return tuple(_row(entry, book) for entry in book.entries)


def _row(entry: CodebookEntry, book: Codebook) -> tuple[str, ...]:
    options = "; ".join(f"{one.code} = {one.label} ({one.line})" for one in entry.options)
    return (
        entry.id,
        entry.wording.code,
        entry.part,
        entry.how,
        str(entry.meaning),
        entry.wording.text,
        str(entry.wording.standing or ""),
        str(entry.guidance_standing),
        options,
        entry.routing,
        entry.parent,
        "; ".join(entry.measures),
        "yes" if entry.evidence else "",
        "yes" if entry.not_applicable else "",
        "; ".join(entry.was),
        entry.source,
        book.edition.instrument,
        book.edition.version,
        book.fingerprint,
    )


def _entry(
    question: Question, instrument: Instrument, measures: tuple[str, ...], language: str
) -> CodebookEntry:
    return CodebookEntry(
        id=question.id,
        wording=quote(question, language),
        part=question.part.value,
        how=how_answered(question),
        meaning=question.meaning,
        options=tuple(_option(option, language) for option in question.options),
        routing=asked_when(question, instrument),
        parent="" if question.parent is None else instrument.question(question.parent).code,
        measures=measures,
        evidence=question.evidence,
        not_applicable=question.allows_not_applicable,
        was=question.was,
        guidance_standing=question.guidance_standing,
        source=question.source,
    )


def _option(option: Option, language: str) -> CodedOption:
    return CodedOption(option.code, say(option.label, language), LINES[option.line])
