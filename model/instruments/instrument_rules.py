"""What must hold between the questions of an instrument, so that routing always has an answer."""

from model.answers import NOT_APPLICABLE
from model.instruments.conditions import Condition, each_test, questions_of
from model.instruments.instrument import About, Instrument, Part, Question
from model.instruments.placeholders import has_stray_brace
from model.instruments.worded import wordings
from model.instruments.wrong_instrument import WrongInstrument

_PARENT_OF = {Part.PROMPT: Part.KEY, Part.WHY: Part.KEY, Part.SERVICE: Part.FACTOR}


def check_rules(instrument: Instrument, file: str) -> None:
    """WrongInstrument at the first question whose parent, condition or older ids do not fit the others."""
    for question in instrument.questions.values():
        _check_parent(question, instrument, file)
        _check_when(question, instrument, file)
    _check_was(instrument, file)
    _check_circles(instrument, file)
    _check_braces(instrument, file)
    _check_name_of_occasion(instrument, file)


def rests_on(question: Question) -> tuple[str, ...]:
    """The questions whose answers decide at once whether this one applies: its parent and its condition's."""
    parent = () if question.parent is None else (question.parent,)
    return tuple(dict.fromkeys((*parent, *questions_of(question.when))))


def _wrong(file: str, question: Question, key: str, fault: str, remedy: str) -> WrongInstrument:
    return WrongInstrument(file, f"question {question.id}", key, fault, remedy)


def _check_parent(question: Question, instrument: Instrument, file: str) -> None:
    wanted = _PARENT_OF.get(question.part)
    if wanted is None:
        if question.parent is not None:
            raise _wrong(file, question, "parent", f"a {question.part} has no parent", "Take it out.")
        return
    remedy = f"Name the {wanted} that this {question.part} belongs to."
    if question.parent is None:
        raise _wrong(file, question, "parent", "this key is missing", remedy)
    parent = instrument.questions.get(question.parent)
    if parent is None:
        raise _wrong(file, question, "parent", f"there is no question “{question.parent}”", remedy)
    if parent.part is not wanted:
        raise _wrong(file, question, "parent", f"“{parent.id}” is a {parent.part}", remedy)


def _check_when(question: Question, instrument: Instrument, file: str) -> None:
    if question.when is not None:
        check_condition(question.when, instrument, file, f"question {question.id}", "when")


def check_condition(condition: Condition, instrument: Instrument, file: str, thing: str, key: str) -> None:
    """WrongInstrument where a condition asks what no answer of the instrument can say.

    `thing` and `key` are where the condition stands in the file.
    """
    for test in each_test(condition):
        asked = instrument.questions.get(test.question)
        if asked is None:
            fault = f"there is no question “{test.question}”"
            raise WrongInstrument(file, thing, key, fault, "Name a question of this instrument.")
        if not asked.kind.has_options:
            fault = f"“{asked.id}” is a {asked.kind} and has no options to ask about"
            raise WrongInstrument(file, thing, key, fault, "Rest the condition on a judgement or a choice.")
        codes = (*asked.codes(), NOT_APPLICABLE) if asked.allows_not_applicable else asked.codes()
        for value in test.values:
            if value not in codes:
                fault = f"“{asked.id}” has no option “{value}”"
                raise WrongInstrument(file, thing, key, fault, f"Write one of: {', '.join(codes)}.")


def _check_was(instrument: Instrument, file: str) -> None:
    heirs: dict[str, str] = {}
    for question in instrument.questions.values():
        for old in question.was:
            if old in instrument.questions:
                fault = f"“{old}” is still a question of this instrument"
                raise _wrong(file, question, "was", fault, "Name only ids that older versions used.")
            if old in heirs:
                fault = f"“{heirs[old]}” takes over the answers of “{old}” already"
                raise _wrong(file, question, "was", fault, "Let one question take them over.")
            heirs[old] = question.id


def _check_circles(instrument: Instrument, file: str) -> None:
    """Take away every question that rests on nothing left, until only circles remain."""
    open_ends = {question.id: set(rests_on(question)) for question in instrument.questions.values()}
    while settled := {name for name, rests in open_ends.items() if not rests & open_ends.keys()}:
        open_ends = {name: rests for name, rests in open_ends.items() if name not in settled}
    for name in open_ends:
        question = instrument.question(name)
        circle = _circle(name, open_ends)
        if circle:
            fault = f"whether it applies depends on itself ({' → '.join(circle)})"
            key = "when" if questions_of(question.when) and circle[1] != question.parent else "parent"
            raise _wrong(file, question, key, fault, "Let conditions rest only on questions decided before.")


def _check_braces(instrument: Instrument, file: str) -> None:
    for thing, key, text in wordings(instrument):
        if has_stray_brace(text):
            fault = "a brace in the wording belongs to no placeholder"
            remedy = "Write a placeholder as {organisation}, in lower case, or take the brace out."
            raise WrongInstrument(file, thing, key, fault, remedy)


def _check_name_of_occasion(instrument: Instrument, file: str) -> None:
    """There are many occasions in an inspection, and the first fact says which one this is."""
    facts = any(question.part is Part.FACT for question in instrument.questions.values())
    if instrument.about is About.OCCASION and not facts:
        fault = "no fact says which occasion it was"
        raise WrongInstrument(file, "", "about", fault, "Let the first fact name the occasion.")


def _circle(start: str, rests: dict[str, set[str]]) -> tuple[str, ...]:
    """The way from a question back to itself, or nothing when it only leans on a circle of others."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    for way in ways:
        for step in sorted(rests.get(way[-1], ())):
            if step == start:
                return (*way, start)
            if step not in seen:
                seen.add(step)
                ways.append((*way, step))
    return ()
