"""What is questionable in an instrument that reads without fault, and how long it is."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from model.instruments.conditions import All, Any_, Condition, Is, Not, each_test, questions_of
from model.instruments.instrument import Instrument, Kind, Line, Part, Question, say
from model.instruments.lengths import Length, lengths, typical
from model.instruments.measure import Measure
from model.instruments.programme import Programme
from model.instruments.reach import can_be_asked, can_hold
from model.instruments.translations import untranslated


class Fault(StrEnum):
    """What may be wrong with a question."""

    NEVER_HOLDS = "its condition can never hold"
    UNREACHABLE = "no answers let it be asked"
    ASKED_TOO_EARLY = "it stands before a question that decides about it"
    WHY_UNTIED = "it asks why not, but is not tied to an answer below the line"
    NO_GUIDANCE = "guidance is missing"
    PROPOSES_NOTHING = "what it proposes is not in the provider's list, or not among its options"


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault of one question, and what exactly."""

    fault: Fault
    question: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class EmptyBase:
    """When the base of a measure is empty though every case is judged; no reasons means never."""

    measure: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What was found; `typical_parts` counts the items of a typical case by what they are for.

    `lacking` names, for each language beside English that any wording has, the wordings that have it not.
    """

    findings: tuple[Finding, ...]
    bases: tuple[EmptyBase, ...]
    items: int
    shortest: Length
    longest: Length
    typical: tuple[str, ...]
    typical_parts: Mapping[Part, int]
    lacking: Mapping[str, tuple[str, ...]]


def check(instrument: Instrument, programme: Programme | None) -> Report:
    """Look through an instrument, and through what the programme makes of it. Refuses nothing."""
    shortest, longest = lengths(instrument)
    asked = typical(instrument)
    parts = Counter(instrument.question(name).part for name in asked)
    return Report(
        findings=tuple(
            finding
            for question in instrument.questions.values()
            for finding in _findings(question, instrument, programme)
        ),
        bases=() if programme is None else tuple(_empty_bases(instrument, programme)),
        items=len(instrument.questions),
        shortest=shortest,
        longest=longest,
        typical=asked,
        typical_parts={part: parts[part] for part in Part if parts[part]},
        lacking=untranslated(instrument),
    )


def in_words(condition: Condition, instrument: Instrument) -> str:
    """Say a condition with the codes of its questions and the labels of their options."""
    if isinstance(condition, Is):
        question = instrument.question(condition.question)
        labels = [_label(question, value) for value in condition.values]
        return f"{question.code} is {' or '.join(labels)}"
    if isinstance(condition, Not):
        return f"not ({in_words(condition.part, instrument)})"
    word = " and " if isinstance(condition, All) else " or "
    return word.join(
        f"({in_words(part, instrument)})" if _has_or(part) else in_words(part, instrument)
        for part in condition.parts
    )


def _has_or(condition: Condition) -> bool:
    """Whether its words hold an "and" or "or" that needs brackets within a longer sentence."""
    return isinstance(condition, All | Any_) or (isinstance(condition, Is) and len(condition.values) > 1)


def _label(question: Question, value: str) -> str:
    option = question.option(value)
    return "not applicable" if option is None else f"“{say(option.label)}”"


def _findings(question: Question, instrument: Instrument, programme: Programme | None) -> Iterator[Finding]:
    if question.when is not None and not can_hold(instrument, question.when):
        yield Finding(Fault.NEVER_HOLDS, question.id, in_words(question.when, instrument))
    elif not can_be_asked(instrument, question):
        yield Finding(Fault.UNREACHABLE, question.id)
    order = list(instrument.questions)
    for name in questions_of(question.when):
        if order.index(name) > order.index(question.id):
            yield Finding(Fault.ASKED_TOO_EARLY, question.id, instrument.question(name).code)
    if question.part is Part.WHY and not _is_tied(question, instrument):
        yield Finding(Fault.WHY_UNTIED, question.id)
    lacking = [piece for piece in _guidance_wanted(question) if not say(getattr(question.guidance, piece))]
    if lacking:
        yield Finding(Fault.NO_GUIDANCE, question.id, ", ".join(lacking))
    if programme is not None and question.proposes is not None:
        detail = _unproposed(question, question.proposes, programme)
        if detail:
            yield Finding(Fault.PROPOSES_NOTHING, question.id, detail)


def _is_tied(question: Question, instrument: Instrument) -> bool:
    """Whether a why is asked only after an answer of its key question that stands below the line."""
    if question.parent is None or question.when is None:
        return False
    below = instrument.question(question.parent).codes(Line.BELOW)
    tests = [test for test in each_test(question.when) if test.question == question.parent]
    return bool(tests) and all(value in below for test in tests for value in test.values)


def _guidance_wanted(question: Question) -> tuple[str, ...]:
    if question.part is Part.WHY or (question.part is Part.FACT and question.kind is not Kind.JUDGEMENT):
        return ()
    wanted = ("look_for", "where", "sufficient", "slip") if question.kind is Kind.JUDGEMENT else ("look_for",)
    return (*wanted, "not_applicable") if question.allows_not_applicable else wanted


def _unproposed(question: Question, field: str, programme: Programme) -> str:
    columns = [column for each in programme.lists if (column := each.column(field)) is not None]
    if not columns:
        return field
    if not question.kind.has_options:
        return ""
    unknown = [value for column in columns for value in column.values if question.option(value) is None]
    return ", ".join(dict.fromkeys(unknown))


def _empty_bases(instrument: Instrument, programme: Programme) -> Iterator[EmptyBase]:
    for measure in programme.measures:
        if measure.question in instrument.questions:
            yield EmptyBase(measure.id, tuple(_ways_out_of(measure, instrument)))


def _ways_out_of(measure: Measure, instrument: Instrument) -> Iterator[str]:
    """Of the measure's own group and line; a figure counts every number."""
    question = instrument.question(measure.question)
    if measure.among is not None:
        yield f"when in no case {in_words(measure.among, instrument)}"
    yield from _ways_out(question, instrument)
    codes = measure.outside if measure.above else question.codes(Line.OUTSIDE)
    outside = [_label(question, code) for code in codes]
    if outside:
        yield f"when in every case {question.code} is {' or '.join(outside)}"


def _ways_out(question: Question, instrument: Instrument) -> Iterator[str]:
    if question.when is not None:
        yield f"when in no case {in_words(question.when, instrument)}"
    if question.parent is not None:
        yield from _ways_out(instrument.question(question.parent), instrument)
    if question.allows_not_applicable:
        yield f"when {question.code} is not applicable in any case"
