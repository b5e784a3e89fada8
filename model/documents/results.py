"""What the results say: standards as they are rated, measures with their counts, and tables."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from model.documents.percentages import per_cent
from model.documents.reported import Reported, figure_words, rules
from model.documents.results_notes import Footnote, NoteOn, footnotes_for, notes_on
from model.documents.results_rows import OverallRow, QuestionRow, ResultsDocument, StandardRow
from model.documents.results_table import filled_table
from model.documents.wording import Edition, edition_of
from model.instruments.instrument import say
from model.instruments.measure import Measure
from model.instruments.programme import Band, Programme, RatingRule, Standard
from model.measures import Figure, Mean
from model.ratings import overall

NOT_RATED, NOT_PROPOSED, NO_VERDICT = "Not rated", "Not proposed yet", "No verdict yet"


def results_document(
    found: Reported,
    *,
    received: int,
    expected: int,
    final: bool,
    provider: str = "",
    sample: str = "",
) -> ResultsDocument:
    """Build the table of everything that is reported.

    `received` of `expected` assessments are counted (complete, of record); unless `final`, the table says so
    and gives what is still possible.
    """
    maker = _Maker(found, final)
    notes = footnotes_for(maker.remarks())
    return ResultsDocument(
        provider=provider,
        sample=sample,
        received=received,
        expected=expected,
        status=_status(received, expected, final),
        overall=None if found.score is None else maker.overall(),
        standards=tuple(maker.standard(each, notes) for each in found.standards),
        others=tuple(
            maker.measure(each, depth, notes, base_beside=True) for each, depth in found.other_rows()
        ),
        tables=tuple(filled_table(table, found) for table in found.tables),
        footnotes=notes,
        rules=tuple(rules(found)),
        scale=tuple(_scale(found.programme)) if found.reached else (),
        editions=tuple(_editions(found)),
    )


@dataclass(frozen=True, slots=True)
class _Maker:
    """One set of results while it is being put into rows."""

    found: Reported
    final: bool

    def standard(self, standard: Standard, notes: tuple[Footnote, ...]) -> StandardRow:
        beside = _base_beside(standard)
        return StandardRow(
            id=standard.id,
            code=standard.code,
            title=say(standard.title),
            statement=say(standard.statement),
            rating=self._rated(standard),
            verdict=self._verdict(standard),
            still_possible="" if self.final else self._range_of(standard),
            marks=_marks(standard.id, notes),
            questions=tuple(
                self.measure(measure, depth, notes, base_beside=beside)
                for measure, depth in self.found.rows(standard)
            ),
            findings=self.found.findings.get(standard.id, ()),
            note=self._method(standard),
        )

    def measure(
        self, measure: Measure, depth: int, notes: tuple[Footnote, ...], *, base_beside: bool = False
    ) -> QuestionRow:
        result = self.found.result(measure.id)
        note, figure, percentage, base = "", "", None, 0
        if isinstance(result, Figure):
            figure, base = figure_words(measure, result), result.count
            counts = "1 answer" if base == 1 else f"{base} answers"
        elif isinstance(result, Mean):
            percentage, base = result.percentage, len(result.parts)
            counts, note = f"mean of {base}", say(measure.method)
        else:
            percentage, base = result.percentage, result.base
            counts = f"{result.above} of {base}"
        return QuestionRow(
            id=measure.id,
            wording=self.found.wording(measure),
            figure=figure or per_cent(percentage),
            counts=counts,
            percentage=percentage,
            base=base,
            still_possible=None if self.final else self.found.spans.get(measure.id),
            marks=_marks(measure.id, notes),
            depth=depth,
            note=note or (say(measure.base) if base_beside else ""),
        )

    def overall(self) -> OverallRow:
        programme = self.found.programme
        score = overall(self.found.reached, programme)
        codes = {standard.id: standard.code for standard in programme.standards}
        least, most = self.found.points
        return OverallRow(
            title="" if programme.overall is None else say(programme.overall.title),
            rating="" if score.band is None else say(score.band.label),
            points=f"{score.points} of {score.at_most} points",
            still_possible="" if self.final or least == most else f"{least} to {most} points",
            waiting=_named("Not proposed yet", [codes[name] for name in score.not_proposed]),
            not_rated=_named("Not rated, and without points", [codes[name] for name in score.not_rated]),
        )

    def _rated(self, standard: Standard) -> str:
        if standard.rating is RatingRule.WORDS:
            return ""
        if standard.rating is RatingRule.SCORE:
            return per_cent(self.found.results.means[standard.measures[0]].percentage)
        standing = self.found.reached[standard.id]
        return self._label(standing.band) if standing.proposed else NOT_PROPOSED

    def _method(self, standard: Standard) -> str:
        if standard.rating is not RatingRule.SCORE:
            return ""
        return say(self.found.programme.measure(standard.measures[0]).method)

    def _verdict(self, standard: Standard) -> str:
        if standard.rating is not RatingRule.WORDS:
            return ""
        said = self.found.stated.get(standard.id)
        return said.words if said is not None else NO_VERDICT

    def _label(self, band: Band | None) -> str:
        return NOT_RATED if band is None else say(band.label)

    def _range_of(self, standard: Standard) -> str:
        if standard.id in self.found.rating_spans:
            span = self.found.rating_spans[standard.id]
            lowest, highest = self._label(span.lowest), self._label(span.highest)
        elif standard.rating is RatingRule.SCORE:
            between = self.found.spans[standard.measures[0]]
            lowest, highest = per_cent(between.lowest), per_cent(between.highest)
        else:
            return ""
        return lowest if lowest == highest else f"{lowest} to {highest}"

    def remarks(self) -> Iterator[NoteOn]:
        """What has to be said in footnotes, in the order of the table."""
        for standard in self.found.standards:
            yield from self._on_rating(standard)
            beside = _base_beside(standard)
            for measure, _ in self.found.rows(standard):
                yield from notes_on(self.found, measure, base_beside=beside)
        for measure, _ in self.found.other_rows():
            yield from notes_on(self.found, measure, base_beside=True)

    def _on_rating(self, standard: Standard) -> Iterator[NoteOn]:
        ruled = self.found.ratings.get(standard.id)
        if ruled is not None and ruled.rounding_decided:
            yield NoteOn(standard.id, "Rounding to a whole per cent decided this rating.")
        if standard.rating is RatingRule.SCORE:
            mean = self.found.programme.measure(standard.measures[0])
            for note in notes_on(self.found, mean, base_beside=True):
                yield replace(note, row=standard.id)
        standing = self.found.reached.get(standard.id)
        is_rated = standing is None or not standing.proposed or standing.band is not None
        if self.found.score is not None and not is_rated:
            yield NoteOn(standard.id, "Not rated: it adds no points to the overall rating.")


def _base_beside(standard: Standard) -> bool:
    """Whether the base of each measure is in words below it; key questions of a rating have footnotes."""
    return standard.rating is not RatingRule.LOWEST_BAND


def _named(words: str, codes: list[str]) -> str:
    return f"{words}: {', '.join(codes)}." if codes else ""


def _status(received: int, expected: int, final: bool) -> str:
    if final:
        return ""
    whole = received >= expected
    missing = "not every rating or verdict is complete" if whole else f"{received} of {expected} received"
    return f"Provisional: {missing}"


def _editions(found: Reported) -> Iterator[Edition]:
    """Of every instrument; the first with the attribution of the programme too, which is quoted."""
    programme = found.programme
    for place, instrument in enumerate(found.instruments):
        edition = edition_of(instrument, say(programme.title))
        own = (programme.attribution, edition.attribution) if place == 0 else (edition.attribution,)
        attributions = dict.fromkeys(each for each in own if each)
        yield replace(edition, attribution="\n".join(attributions))


def _marks(row: str, notes: tuple[Footnote, ...]) -> tuple[int, ...]:
    return tuple(note.number for note in notes if row in note.rows)


def _scale(programme: Programme) -> Iterator[str]:
    """The bands in words, highest first: a label, its words, "80% or more"."""
    upper: int | None = None
    for band in programme.bands:
        span = (
            f"{per_cent(band.at_least)} or more" if upper is None else f"{band.at_least} to {per_cent(upper)}"
        )
        if band.at_least == 0 and upper is not None:
            span = f"less than {per_cent(upper + 1)}"
        words = say(band.words)
        yield (f"{say(band.label)}: {words.lower()}, {span}" if words else f"{say(band.label)}: {span}")
        upper = band.at_least - 1
