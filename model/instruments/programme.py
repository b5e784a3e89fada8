"""What a programme is made of: bands, measures, standards, samples and lists, as frozen values."""

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TypeVar

from model.instruments.instrument import Text
from model.instruments.measure import Measure, ResultTable
from model.instruments.placeholders import Words, filled


class PercentageRule(StrEnum):
    """How a percentage becomes a whole number: half up, once, from the counts."""

    HALF_UP = "half_up"


class BandFrom(StrEnum):
    """Whether a band is read off the rounded percentage or off the exact share."""

    ROUNDED = "rounded"
    EXACT = "exact"


class RatingRule(StrEnum):
    """How a standard is rated."""

    LOWEST_BAND = "lowest_band"  # of its measures
    STATED = "stated"  # an answer of the assessment of the whole inspection, which a named person proposed
    SCORE = "score"  # a printed percentage without a band
    WORDS = "words"  # a verdict without any number


class Whose(StrEnum):
    """Whose a case is, for sharing cases out: conflicts of interest are with an officer, a unit, or both."""

    OFFICER = "officer"
    UNIT = "unit"


class ColumnKind(StrEnum):
    """What stands in the cells of a column of the provider's list."""

    TEXT = "text"
    CHOICE = "choice"
    DATE = "date"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Rounding:
    """The two rules of rounding; both are named in the programme file and shown beside every rating."""

    percentage: PercentageRule
    band_from: BandFrom


@dataclass(frozen=True, slots=True)
class Band:
    """A rating: from `at_least` per cent (0 to 100) upwards; `points` count towards the overall rating."""

    id: str
    label: Text
    words: Text
    at_least: int
    points: int


@dataclass(frozen=True, slots=True)
class PointsBand:
    """An overall rating: from `at_least` points upwards."""

    id: str
    label: Text
    at_least: int


@dataclass(frozen=True, slots=True)
class Standard:
    """A standard and the ids of the measures that rate it, in the order of the report.

    A rating that is stated, or a verdict in words, is the answer to `question` ("" otherwise); then its
    measures only stand beside it. `findings` are questions whose answers in words are reported with it.
    """

    id: str
    code: str
    title: Text
    statement: Text
    rating: RatingRule
    measures: tuple[str, ...]
    question: str = ""
    findings: tuple[str, ...] = ()
    provider_types: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Stratum:
    """One way in which the sample is divided: a field of the list, and the group of each canonical value.

    A value without a group is a group of its own, and so is a blank. `minimum` says of some groups how many
    cases of them the sample holds at least, where the list has that many.
    """

    field: str
    title: Text
    groups: Mapping[str, str]
    minimum: Mapping[str, int] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample drawn from the list of the same id.

    Its size follows from confidence and margin, shares between 0 and 1; or the programme sets it, and there
    are neither.
    """

    id: str
    title: Text
    instrument: str
    confidence: float | None
    margin: float | None
    strata: tuple[Stratum, ...]
    size: int | None = None
    provider_types: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the provider's list: accepted headings, and for a choice the spellings of each value.

    A `personal` column (name, birth date) stays at the office. `stands_for` says whose case it is where the
    column has another name than `officer` or `ldu`: a report's author, a court.
    """

    field: str
    title: Text
    headers: tuple[str, ...]
    kind: ColumnKind
    values: Mapping[str, tuple[str, ...]]
    required: bool
    personal: bool
    stands_for: Whose | None = None


@dataclass(frozen=True, slots=True)
class ProviderList:
    """A list of eligible cases as a provider sends it."""

    id: str
    columns: tuple[Column, ...]
    provider_types: tuple[str, ...] = ()

    def column(self, field: str) -> Column | None:
        """The column of this field, or None."""
        return next((column for column in self.columns if column.field == field), None)

    def field_of(self, whose: Whose) -> str:
        """The field that names the officer or the unit of a case."""
        found = (column.field for column in self.columns if column.stands_for is whose)
        return next(found, "officer" if whose is Whose.OFFICER else "ldu")


@dataclass(frozen=True, slots=True)
class Overall:
    """How the points of all standards add up to one rating; bands from the highest down."""

    title: Text
    bands: tuple[PointsBand, ...]


_Named = TypeVar("_Named", Measure, Standard, Sample, ProviderList)
_Limited = TypeVar("_Limited", Measure, Standard, ResultTable, Sample, ProviderList)


@dataclass(frozen=True, slots=True)
class Programme:
    """A generation of inspecting. `instruments` are file names; `fingerprint` is as for an instrument.

    `words` are those that stand in the placeholders of its wordings and of its instruments', by the type of
    provider; `only` says of some instruments for which types of provider alone they are. Without `bands` it
    rates nothing. A base below `small_base` is too small for a percentage to stand alone.
    """

    id: str
    title: Text
    provider_types: Mapping[str, Text]
    rounding: Rounding
    bands: tuple[Band, ...]
    measures: tuple[Measure, ...]
    standards: tuple[Standard, ...]
    samples: tuple[Sample, ...]
    lists: tuple[ProviderList, ...]
    instruments: tuple[str, ...]
    attribution: str
    fingerprint: str
    overall: Overall | None = None
    words: Mapping[str, Words] = field(default_factory=dict)
    tables: tuple[ResultTable, ...] = ()
    only: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    small_base: int = 0

    def within(self, provider_type: str) -> "Programme":
        """What of the programme is for one type of provider, with its wordings in that provider's words.

        A type that the programme does not have keeps what is for every type.
        """
        words = self.words_of(provider_type)
        return replace(
            self,
            measures=tuple(_measure(each, words) for each in _for(provider_type, self.measures)),
            standards=tuple(_standard(each, words) for each in _for(provider_type, self.standards)),
            tables=tuple(_table(each, words) for each in _for(provider_type, self.tables)),
            samples=tuple(_for(provider_type, self.samples)),
            lists=tuple(_for(provider_type, self.lists)),
            instruments=tuple(
                name for name in self.instruments if name not in self.only or provider_type in self.only[name]
            ),
        )

    def words_of(self, provider_type: str) -> Words:
        """The words of one type of provider; none for a type that the programme does not have."""
        return self.words.get(provider_type, {})

    def wordings(self) -> Iterator[tuple[str, str, Text]]:
        """The wordings that may hold placeholders, with what each is a wording of and its key."""
        for measure in self.measures:
            yield f"measure {measure.id}", "title", measure.title
            yield f"measure {measure.id}", "base", measure.base
            yield f"measure {measure.id}", "method", measure.method
        for standard in self.standards:
            yield f"standard {standard.id}", "title", standard.title
            yield f"standard {standard.id}", "statement", standard.statement
        for table in self.tables:
            yield f"table {table.id}", "title", table.title
            yield f"table {table.id}", "note", table.note
            titles = (*(each.title for each in table.columns), *(each.title for each in table.rows))
            yield from ((f"table {table.id}", "title", title) for title in titles)

    def measure(self, measure_id: str) -> Measure:
        """The measure with this id; KeyError when there is none."""
        return _named(self.measures, measure_id)

    def standard(self, standard_id: str) -> Standard:
        """The standard with this id; KeyError when there is none."""
        return _named(self.standards, standard_id)

    def sample(self, sample_id: str) -> Sample:
        """The sample with this id; KeyError when there is none."""
        return _named(self.samples, sample_id)

    def list(self, list_id: str) -> ProviderList:
        """The provider's list with this id; KeyError when there is none."""
        return _named(self.lists, list_id)


def _for(provider_type: str, items: Iterable[_Limited]) -> Iterator[_Limited]:
    return (item for item in items if not item.provider_types or provider_type in item.provider_types)


def _measure(measure: Measure, words: Words) -> Measure:
    return replace(
        measure,
        title=filled(measure.title, words),
        base=filled(measure.base, words),
        method=filled(measure.method, words),
    )


def _table(table: ResultTable, words: Words) -> ResultTable:
    return replace(
        table,
        title=filled(table.title, words),
        note=filled(table.note, words),
        columns=tuple(replace(each, title=filled(each.title, words)) for each in table.columns),
        rows=tuple(replace(each, title=filled(each.title, words)) for each in table.rows),
    )


def _standard(standard: Standard, words: Words) -> Standard:
    title, statement = filled(standard.title, words), filled(standard.statement, words)
    return replace(standard, title=title, statement=statement)


def _named(items: tuple[_Named, ...], identity: str) -> _Named:
    for item in items:
        if item.id == identity:
            return item
    raise KeyError(identity)
