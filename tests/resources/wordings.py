"""What tests of instrument files look at: parts, wordings, guidance, lengths and routing."""

from collections.abc import Iterable, Iterator, Mapping

from model.answers import Answer, Value
from model.instruments.check import check
from model.instruments.instrument import Guidance, Instrument, Kind, Part, Question, Standing, say
from model.instruments.routing import State, states

WHERE_IT_APPLIES = [State.NOT_KNOWN_YET, State.NOT_ANSWERED, State.SET_ASIDE]
"""What becomes of a question while its condition is not known, when it holds, and when it does not."""


def of_part(instrument: Instrument, part: Part) -> list[Question]:
    """The questions that are for this, in order."""
    return [question for question in instrument.questions.values() if question.part is part]


def quoted(instrument: Instrument, part: Part) -> dict[str, str]:
    """The wordings that are called published, by code."""
    published = (each for each in of_part(instrument, part) if each.wording is Standing.PUBLISHED)
    return {question.code: say(question.text) for question in published}


def labels(instrument: Instrument, question: str) -> list[str]:
    """The options of a question as they are read, in order."""
    return [say(option.label) for option in instrument.question(question).options]


def last_letters(instrument: Instrument) -> dict[str, str]:
    """By code of each key question the letter of its last prompt."""
    keys = of_part(instrument, Part.KEY)
    prompts = [[each.code for each in instrument.children(key.id) if each.letter] for key in keys]
    return {key.code: codes[-1][-2] for key, codes in zip(keys, prompts, strict=True)}


def pieces(guidance: Guidance) -> dict[str, str]:
    """The pieces of guidance that are there."""
    names = ("look_for", "where", "sufficient", "not_applicable", "slip")
    return {name: words for name in names if (words := say(getattr(guidance, name)))}


def unguided(instrument: Instrument) -> Iterator[tuple[str, set[str]]]:
    """Each question that lacks guidance it should have, with the pieces that are missing."""
    judged = {"look_for", "where", "sufficient", "slip"}
    for question in instrument.questions.values():
        wanted = {"look_for", "where", "slip"}
        if question.part in (Part.KEY, Part.NEED):
            wanted = {*judged, "not_applicable"}
        elif question.part in (Part.PROMPT, Part.FACTOR) or question.kind is Kind.JUDGEMENT:
            wanted = judged
        elif question.part is Part.WHY:
            wanted = {"look_for", "slip"}
        if question.allows_not_applicable:
            wanted = {*wanted, "not_applicable"}
        if lacking := wanted - set(pieces(question.guidance)):
            yield question.id, lacking


def our_words(instrument: Instrument) -> Iterator[str]:
    """Everything in an instrument that is not quoted."""
    for question in instrument.questions.values():
        yield from pieces(question.guidance).values()
        yield from (say(option.label) for option in question.options)
        if question.wording is Standing.OURS:
            yield say(question.text)


def length(instrument: Instrument) -> tuple[int, int, int]:
    """How many items a case asks at least, a typical one, and at most."""
    report = check(instrument, None)
    return report.shortest.items, len(report.typical), report.longest.items


def follows(instrument: Instrument, question: str, *answers: Mapping[str, Value]) -> list[State]:
    """What becomes of a question with each of these sheets."""
    sheets = ({name: Answer(value) for name, value in each.items()} for each in answers)
    return [states(instrument, sheet)[question] for sheet in sheets]


def misrouted(
    instrument: Instrument, routed: Iterable[tuple[str, str, Value, Value]]
) -> dict[str, list[State]]:
    """What becomes of the questions that are not asked just where they apply.

    Each row names a question, the question that decides, and its answers that have it asked and set aside.
    """
    found = (
        (question, follows(instrument, question, {}, {on: asked}, {on: aside}))
        for question, on, asked, aside in routed
    )
    return {question: became for question, became in found if became != WHERE_IT_APPLIES}
