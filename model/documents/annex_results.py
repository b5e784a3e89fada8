"""What the annex 2 results say: each standard with its rating, each key question with rate and base."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from model.documents.percentages import per_cent
from model.documents.results_notes import Footnote, NoteOn, footnotes_for
from model.documents.wording import Edition, Wording, edition_of, quote
from model.instruments.instrument import Instrument, say
from model.instruments.measure import Measure
from model.instruments.programme import Band, Programme, Standard
from model.measures import Range, Tally, possible
from model.ratings import RatingRange, possible_rating, rating

NOT_RATED = "Not rated"


@dataclass(frozen=True, slots=True)
class Discretion:
    """A rating that the panel changed by its discretion, with the reason that it gave."""

    band: Band
    reason: str


NO_DISCRETION: Mapping[str, Discretion] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A key question: whole per cent above the line (None when no case counts), out of `base` cases.

    `still_possible` is None in final results; `marks` are numbers of footnotes.
    """

    wording: Wording
    percentage: int | None
    base: int
    still_possible: Range | None
    marks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class StandardRow:
    """A standard with its statement, its rating in words, and its key questions."""

    code: str
    title: str
    statement: str
    rating: str
    still_possible: str
    marks: tuple[int, ...]
    questions: tuple[QuestionRow, ...]


@dataclass(frozen=True, slots=True)
class AnnexResults:
    """The whole table. `status` says that the results are provisional; it is empty when they are final."""

    provider: str
    sample: str
    received: int
    expected: int
    status: str
    standards: tuple[StandardRow, ...]
    footnotes: tuple[Footnote, ...]
    scale: tuple[str, ...]
    edition: Edition

    def wordings(self) -> Iterator[Wording]:
        """Every wording that the table quotes."""
        for standard in self.standards:
            yield from (question.wording for question in standard.questions)


def annex_results(
    programme: Programme,
    instrument: Instrument,
    tallies: Mapping[str, Tally],
    *,
    received: int,
    expected: int,
    final: bool,
    outstanding: int | None = None,
    provider: str = "",
    sample: str = "",
    discretion: Mapping[str, Discretion] = NO_DISCRETION,
    language: str = "en",
) -> AnnexResults:
    """Build the table for the standards whose measures are all among `tallies` (by measure id).

    `received` of `expected` cases are counted (complete assessments of record); unless `final`, the table
    says so and gives what is still possible while `outstanding` cases may still come to count (without it,
    all that were not received). A panel's discretion (by standard id) changes the rating and
    never a percentage (summary report 2019, annex A).
    """
    awaited = expected - received if outstanding is None else outstanding
    maker = _Maker(programme, instrument, tallies, 0 if final else awaited, final, discretion, language)
    standards = [each for each in programme.standards if all(name in tallies for name in each.measures)]
    notes = footnotes_for(maker.remarks(standards))
    return AnnexResults(
        provider=provider,
        sample=sample,
        received=received,
        expected=expected,
        status="" if final else f"Provisional: {received} of {expected} received",
        standards=tuple(maker.standard(each, notes) for each in standards),
        footnotes=notes,
        scale=tuple(_scale(programme, language)),
        edition=_edition(programme, instrument, language),
    )


@dataclass(frozen=True, slots=True)
class _Maker:
    """One set of results while it is being put into rows."""

    programme: Programme
    instrument: Instrument
    tallies: Mapping[str, Tally]
    outstanding: int
    final: bool
    discretion: Mapping[str, Discretion]
    language: str

    def standard(self, standard: Standard, notes: tuple[Footnote, ...]) -> StandardRow:
        measures = [self.programme.measure(name) for name in standard.measures]
        return StandardRow(
            code=standard.code,
            title=say(standard.title, self.language),
            statement=say(standard.statement, self.language),
            rating=self._rated(standard),
            still_possible="" if self.final else self._range_of(standard),
            marks=_marks(standard.id, notes),
            questions=tuple(self._question(measure, notes) for measure in measures),
        )

    def _question(self, measure: Measure, notes: tuple[Footnote, ...]) -> QuestionRow:
        tally = self.tallies[measure.id]
        return QuestionRow(
            wording=quote(self.instrument.question(measure.question), self.language),
            percentage=tally.percentage,
            base=tally.base,
            still_possible=None if self.final else possible(tally, self.outstanding),
            marks=_marks(measure.id, notes),
        )

    def _rated(self, standard: Standard) -> str:
        changed = self.discretion.get(standard.id)
        return self._label(changed.band if changed is not None else self._by_rule(standard))

    def _by_rule(self, standard: Standard) -> Band | None:
        return rating(standard, self.tallies, self.programme).band

    def _label(self, band: Band | None) -> str:
        return NOT_RATED if band is None else say(band.label, self.language)

    def _range_of(self, standard: Standard) -> str:
        span: RatingRange = possible_rating(standard, self.tallies, self.outstanding, self.programme)
        lowest, highest = self._label(span.lowest), self._label(span.highest)
        return lowest if lowest == highest else f"{lowest} to {highest}"

    def remarks(self, standards: list[Standard]) -> Iterator[NoteOn]:
        """What has to be said in footnotes, in the order of the table."""
        for standard in standards:
            yield from self._on_rating(standard)
            for name in standard.measures:
                yield from NoteOn.of_tally(self.programme.measure(name), self.tallies[name], self.language)

    def _on_rating(self, standard: Standard) -> Iterator[NoteOn]:
        changed = self.discretion.get(standard.id)
        if changed is not None:
            by_rule = self._label(self._by_rule(standard))
            text = f"By the panel's discretion; by rule the rating is {by_rule}. Reason: {changed.reason}"
            yield NoteOn(standard.id, text)
        elif rating(standard, self.tallies, self.programme).rounding_decided:
            yield NoteOn(standard.id, "Rounding to a whole per cent decided this rating.")


def _edition(programme: Programme, instrument: Instrument, language: str) -> Edition:
    """Of the instrument, with the attribution of the programme too, whose statements are quoted."""
    edition = edition_of(instrument, say(programme.title, language), language)
    attributions = dict.fromkeys(each for each in (programme.attribution, edition.attribution) if each)
    return replace(edition, attribution="\n".join(attributions))


def _marks(row: str, notes: tuple[Footnote, ...]) -> tuple[int, ...]:
    return tuple(note.number for note in notes if row in note.rows)


def _scale(programme: Programme, language: str) -> Iterator[str]:
    """The bands in words, highest first: "Outstanding: large majority, 80% or more"."""
    upper: int | None = None
    for band in programme.bands:
        span = (
            f"{per_cent(band.at_least)} or more" if upper is None else f"{band.at_least} to {per_cent(upper)}"
        )
        if band.at_least == 0 and upper is not None:
            span = f"less than {per_cent(upper + 1)}"
        words = say(band.words, language)
        yield (
            f"{say(band.label, language)}: {words.lower()}, {span}" if words else f"{say(band.label)}: {span}"
        )
        upper = band.at_least - 1
