"""A person's own counts: how often each key question was answered yes, out of what, and without whom."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from model.documents.percentages import per_cent
from model.documents.reported import Reported, each_is, figure_words, reported
from model.instruments.instrument import say
from model.instruments.measure import Measure
from model.instruments.programme import RatingRule
from model.measures import Figure, Mean, Tally, Why, percentage, possible, together
from ui.presenters.sizes import counted
from ui.reading import inspections, results
from ui.session import Session

NO_RATINGS = "These are counts of your own cases, and no ratings."
WHY_NONE = (
    "A rating is given to all cases of the inspection together, by rule and at the office. Nobody judges a "
    "case towards it, so these numbers stand on a page of their own."
)
_REASONS: Mapping[Why, str] = {
    Why.NO_NEED: "in which there was no need",
    Why.NOT_APPLICABLE: "not applicable, with a reason",
    Why.SET_ASIDE: "in which it is not asked",
    Why.ANSWERED_OUTSIDE: "answered with what counts neither way",
    Why.NOT_AMONG: "not in the group that this is about",
    Why.NOT_ANSWERED: "not answered yet",
    Why.NOT_KNOWN_YET: "not known yet whether it is asked",
    Why.CONFLICT: "two answers that differ, not decided",
    Why.ASK_AGAIN: "to be answered again",
    Why.OTHER_VERSION: "closed under a version that did not ask it",
}


@dataclass(frozen=True, slots=True)
class Rate:
    """One rate: what it counts, and the four answers that every rate gives."""

    code: str
    words: str
    count: str
    percentage: str
    share: int | None
    """Whole per cent, None where no case counts yet."""
    answers: tuple[tuple[str, str], ...]
    """Out of what, without whom, why, and what would change it: the question, and the answer."""


@dataclass(frozen=True, slots=True)
class Group:
    """The rates of one standard."""

    title: str
    rates: tuple[Rate, ...]


@dataclass(frozen=True, slots=True)
class CountsState:
    """What one instrument counts over the cases that this person holds."""

    title: str
    heading: str
    groups: tuple[Group, ...]


def show(session: Session) -> tuple[CountsState, ...]:
    """Return the counts of every instrument this person holds cases of; none before the first bundle."""
    if not session.inspection or not inspections.inspection(session).programme:
        return ()
    programme = inspections.programme(session)
    return tuple(
        CountsState(
            say(instrument.title),
            f"Your cases ({held})",
            groups_of(reported(programme, (instrument,), together(programme, [counts]))),
        )
        for instrument, held, counts in results.own_counts(session)
        if counts.tallies or counts.figures
    )


def groups_of(found: Reported) -> tuple[Group, ...]:
    """Return standards with their measures, a score first; then tables, then what stands in none of them."""
    groups, shown = [], set[str]()
    for standard in found.standards:
        names = [name for name in standard.measures if standard.rating is RatingRule.SCORE]
        names += [measure.id for measure, _ in found.rows(standard)]
        groups.append(Group(f"{standard.code}  {say(standard.title)}", _rates(names, found)))
        shown.update(names)
    for table in found.tables:
        wanted = (name for row in table.rows for name in row.measures if name)
        names = [name for name in dict.fromkeys(wanted) if name not in shown]
        groups.append(Group(say(table.title), _rates(names, found)))
        shown.update(names)
    others = [measure.id for measure, _ in found.other_rows() if measure.id not in shown]
    groups.append(Group("Other counts", _rates(others, found)))
    return tuple(group for group in groups if group.rates)


def _rates(names: Iterable[str], found: Reported) -> tuple[Rate, ...]:
    return tuple(_rate(found.programme.measure(name), found) for name in dict.fromkeys(names))


def _rate(measure: Measure, found: Reported) -> Rate:
    result, words = found.result(measure.id), found.wording(measure).text or measure.code
    if isinstance(result, Mean):
        count = f"mean of {len(result.parts)}" if result.parts else "none yet"
        how = f"{say(measure.method)} {_left_out(result, found)}".strip()
        share = result.percentage
        return Rate(measure.code, words, count, per_cent(share), share, (("How it is worked out", how),))
    if isinstance(result, Figure):
        out_of = f"{counted(result.count, 'answer')}. {say(measure.base)}"
        answers = (("Out of what", out_of), ("Without whom, and why", _without(result.outside)))
        count = counted(result.count, "answer") if result.count else "none yet"
        return Rate(measure.code, words, count, figure_words(measure, result), None, answers)
    return Rate(
        measure.code,
        words,
        f"{result.above} of {result.base}" if result.base else "none yet",
        per_cent(result.percentage),
        result.percentage,
        (
            ("Out of what", _out_of_what(measure, result, found)),
            ("Without whom, and why", _without(result.outside)),
            ("What would change it", _change(result)),
        ),
    )


def _left_out(mean: Mean, found: Reported) -> str:
    codes = ", ".join(found.programme.measure(name).code for name in mean.without_base)
    return f"Left out, because no case counts there yet: {codes}." if codes else ""


def _out_of_what(measure: Measure, tally: Tally, found: Reported) -> str:
    cases = counted(tally.base, "case")
    small = f" Small base: {each_is(tally.base)}." if found.is_small(tally.base) else ""
    return f"{cases} of your {tally.cases}. {say(measure.base)}{small}"


def _without(outside: Mapping[Why, tuple[str, ...]]) -> str:
    if not outside:
        return "Nobody: each of your cases counts here."
    parts = ((len(labels), _REASONS[why], sorted(labels)) for why, labels in outside.items())
    return " ".join(f"{count} {reason}: {', '.join(labels)}." for count, reason, labels in parts)


def _change(tally: Tally) -> str:
    yes, no = (per_cent(percentage(tally.above + more, tally.base + 1)) for more in (1, 0))
    parts = [f"One more case answered yes makes it {yes}, one more answered no {no}."]
    if tally.unsettled:
        reach = possible(tally, 0)
        parts.append(
            f"{counted(tally.unsettled, 'case')} may still come to count: then it lies between "
            f"{per_cent(reach.lowest)} and {per_cent(reach.highest)}."
        )
    return " ".join(parts)
