"""What was closed under an older version of its instrument, and so was never asked what a measure counts."""

from collections.abc import Mapping
from dataclasses import replace

from model.instruments.instrument import Line
from model.instruments.programme import Programme
from model.measures.counted import Why
from model.measures.counts import Counts, questions_behind
from model.measures.figure import Number, figure_of
from model.measures.mean import means
from model.measures.proportion import Contribution, tally_of

_UNSAID = frozenset({Why.NOT_ANSWERED, Why.NOT_KNOWN_YET})


def named_apart(programme: Programme, counts: Counts, not_asked: Mapping[str, frozenset[str]]) -> Counts:
    """The counts with those named apart whose version did not ask what the measure needs.

    `not_asked`: by label the questions that its version does not share with the one that counts. Nobody comes
    to count or ceases to by this: only the reason is another.
    """
    if not not_asked:
        return counts
    held_contributions, tallies = dict(counts.contributions), dict(counts.tallies)
    held_numbers, figures = dict(counts.numbers), dict(counts.figures)
    for measure in programme.measures:
        if measure.id in held_contributions:
            behind = frozenset(questions_behind(measure, counts.instrument))
            held_contributions[measure.id] = {
                label: Contribution(Line.OUTSIDE, Why.OTHER_VERSION)
                if each.why in _UNSAID and behind & not_asked.get(label, frozenset())
                else each
                for label, each in held_contributions[measure.id].items()
            }
            tallies[measure.id] = tally_of(measure, held_contributions[measure.id])
        elif measure.id in held_numbers:
            behind = frozenset(questions_behind(measure, counts.instrument))
            held_numbers[measure.id] = {
                label: Number(None, Why.OTHER_VERSION)
                if each.why in _UNSAID and behind & not_asked.get(label, frozenset())
                else each
                for label, each in held_numbers[measure.id].items()
            }
            figures[measure.id] = figure_of(measure, held_numbers[measure.id])
    return replace(
        counts,
        contributions=held_contributions,
        tallies=tallies,
        numbers=held_numbers,
        figures=figures,
        means=means(programme, tallies),
    )
