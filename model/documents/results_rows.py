"""The rows of the results as they are printed: standards, measures, and the overall rating."""

from collections.abc import Iterator
from dataclasses import dataclass

from model.documents.reported import Finding
from model.documents.results_notes import Footnote
from model.documents.results_table import FilledTable
from model.documents.wording import Edition, Wording
from model.measures import Range


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A measure with its figure as it is printed, and the `counts` beside it ("96 of 128").

    A rate has its whole per cent above the line (None when no case counts), out of `base` cases.
    `still_possible` is None in final results; `marks` are numbers of footnotes; `depth` is 1 for what a mean
    is of, and so on; `note` says how a mean is worked out, or which cases count.
    """

    id: str
    wording: Wording
    figure: str
    counts: str
    percentage: int | None
    base: int
    still_possible: Range | None
    marks: tuple[int, ...]
    depth: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class StandardRow:
    """A standard with its statement, its rating or score or verdict in words, findings and measures.

    `note` says by which method a score is worked out.
    """

    id: str
    code: str
    title: str
    statement: str
    rating: str
    verdict: str
    still_possible: str
    marks: tuple[int, ...]
    questions: tuple[QuestionRow, ...]
    findings: tuple[Finding, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class OverallRow:
    """The overall rating: its band, its points out of how many, what is still possible ("" if settled)."""

    title: str
    rating: str
    points: str
    still_possible: str
    waiting: str
    not_rated: str


@dataclass(frozen=True, slots=True)
class ResultsDocument:
    """The whole table. `status` says that the results are provisional; it is empty when they are final."""

    provider: str
    sample: str
    received: int
    expected: int
    status: str
    overall: OverallRow | None
    standards: tuple[StandardRow, ...]
    others: tuple[QuestionRow, ...]
    tables: tuple[FilledTable, ...]
    footnotes: tuple[Footnote, ...]
    rules: tuple[str, ...]
    scale: tuple[str, ...]
    editions: tuple[Edition, ...]

    def wordings(self) -> Iterator[Wording]:
        """Every wording that the table quotes."""
        for standard in self.standards:
            yield from (question.wording for question in standard.questions)
        yield from (question.wording for question in self.others)
