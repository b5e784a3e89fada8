"""Reading one question of an instrument file: its options, guidance and condition."""

from collections.abc import Mapping

from model.answers import NOT_APPLICABLE
from model.instruments.conditions import All, Any_, Condition, Is, Not
from model.instruments.instrument import Guidance, Kind, Line, Option, Part, Question, Standing
from model.instruments.strict_table import Table

SET_ASIDE = "set_aside"
RESERVED_CODES = (NOT_APPLICABLE, SET_ASIDE)
"""Option codes that no instrument may use, because they mean something else in an answer or in routing."""

NOT_APPLICABLE_KEY = "a"
"""The keyboard key that says "not applicable" on every screen (DESIGN section 7)."""

OptionSets = Mapping[str, tuple[Option, ...]]


def read_option_sets(table: Table) -> OptionSets:
    """The named sets of options at the top of an instrument file; none when there is no such table."""
    return {name: read_options(entry) for name, entry in table.named_tables("options").items()}


def read_options(table: Table) -> tuple[Option, ...]:
    """A set of options, at least two, each with its own keyboard key."""
    options = tuple(_option(code, table.table(code)) for code in table.names())
    keys = [option.key for option in options]
    for option in options:
        if option.code in RESERVED_CODES:
            raise table.wrong(option.code, "this code is kept for the program", "Choose another code.")
        if keys.count(option.key) > 1:
            fault = f"the keyboard key “{option.key}” chooses two options"
            raise table.wrong(option.code, fault, "Give every option of a question a key of its own.")
    return options


def _option(code: str, table: Table) -> Option:
    option = Option(
        code=code,
        label=table.wording("label"),
        key=table.text("key"),
        line=table.maybe_one_of("line", Line) or Line.OUTSIDE,
    )
    if len(option.key) != 1 or not (option.key.isdecimal() or "a" <= option.key <= "z"):
        fault = f"“{option.key}” is not one key of the keyboard"
        raise table.wrong("key", fault, "Write one lower-case letter or one digit.")
    table.close()
    return option


def read_question(table: Table, sets: OptionSets) -> Question:
    """One question, complete in itself; what it says about other questions is checked afterwards."""
    identity = table.identifier("id")
    table.thing = f"question {identity}"
    when = table.maybe_table("when")
    question = Question(
        id=identity,
        code=table.text("code"),
        part=table.one_of("part", Part),
        kind=table.one_of("kind", Kind),
        text=table.wording("text"),
        options=_options_of(table, sets),
        guidance=_guidance(table),
        wording=table.one_of("wording", Standing),
        guidance_standing=table.maybe_one_of("guidance_standing", Standing) or Standing.OURS,
        letter=table.maybe_one_of("letter", Standing),
        source=table.text("source"),
        meaning=table.whole("meaning", lowest=1, default=1),
        was=table.identifiers("was"),
        when=None if when is None else read_condition(when),
        evidence=table.flag("evidence"),
        parent=table.maybe_identifier("parent"),
        proposes=table.maybe_identifier("proposes"),
        allows_not_applicable=table.flag("not_applicable"),
        minimum=table.maybe_number("minimum"),
        maximum=table.maybe_number("maximum"),
        typical=table.maybe_identifier("typical"),
    )
    table.close()
    _check_alone(question, table)
    return question


def _options_of(table: Table, sets: OptionSets) -> tuple[Option, ...]:
    given = table.values.get("options")
    if given is None:
        table.maybe_text("options")
        return ()
    if isinstance(given, str):
        name = table.text("options")
        if name not in sets:
            known = ", ".join(sets) or "none"
            fault = f"there is no set of options called “{name}”"
            raise table.wrong("options", fault, f"Name one that the file defines ({known}), or define it.")
        return sets[name]
    return read_options(table.table("options"))


def _guidance(table: Table) -> Guidance:
    inner = table.maybe_table("guidance")
    if inner is None:
        return Guidance()
    guidance = Guidance(
        look_for=inner.maybe_wording("look_for"),
        where=inner.maybe_wording("where"),
        sufficient=inner.maybe_wording("sufficient"),
        not_applicable=inner.maybe_wording("not_applicable"),
        slip=inner.maybe_wording("slip"),
    )
    inner.close()
    return guidance


def read_condition(table: Table) -> Condition:
    """A condition: `question` with `is`, or one of `all`, `any`, `not`."""
    forms = [form for form in ("question", "all", "any", "not") if form in table.values]
    if len(forms) != 1:
        fault = "a condition needs exactly one of question, all, any and not"
        raise table.wrong("", fault, 'Write for example { question = "…", is = ["yes"] }.')
    condition: Condition
    if forms == ["question"]:
        condition = Is(table.identifier("question"), table.texts("is", at_least_one=True))
    elif forms == ["not"]:
        condition = Not(read_condition(table.table("not")))
    else:
        parts = tuple(read_condition(part) for part in table.tables(forms[0]))
        condition = All(parts) if forms == ["all"] else Any_(parts)
    table.close()
    return condition


def _check_alone(question: Question, table: Table) -> None:
    if question.kind.has_options and len(question.options) < 2:
        raise table.wrong(
            "options",
            f"a {question.kind} needs at least two options",
            "Name a set of options, or write them here.",
        )
    if not question.kind.has_options and question.options:
        raise table.wrong(
            "options", f"a {question.kind} has no options", "Take them out, or change the kind."
        )
    if question.kind is Kind.JUDGEMENT and not (question.codes(Line.ABOVE) and question.codes(Line.BELOW)):
        fault = "a judgement needs an option above and one below the line"
        raise table.wrong("options", fault, 'Set line = "above" and line = "below", or make it a choice.')
    if question.allows_not_applicable and any(o.key == NOT_APPLICABLE_KEY for o in question.options):
        fault = f"the key “{NOT_APPLICABLE_KEY}” says “not applicable” here and cannot choose an option"
        raise table.wrong("options", fault, "Give that option another key.")
    if question.typical is not None and question.typical not in question.codes():
        fault = f"“{question.typical}” is not an option of this question"
        raise table.wrong("typical", fault, f"Write one of: {', '.join(question.codes())}.")
    _check_range(question, table)
    _check_part(question, table)


def _check_range(question: Question, table: Table) -> None:
    for key, value in (("minimum", question.minimum), ("maximum", question.maximum)):
        if value is not None and question.kind is not Kind.NUMBER:
            raise table.wrong(key, f"a {question.kind} has no {key}", "Take it out, or make it a number.")
    low, high = question.minimum, question.maximum
    if low is not None and high is not None and low > high:
        raise table.wrong("maximum", f"{high:g} is less than the minimum", "Exchange the two.")


_KINDS_OF_PART = {
    Part.KEY: (Kind.JUDGEMENT,),
    Part.PROMPT: (Kind.JUDGEMENT,),
    Part.SERVICE: (Kind.JUDGEMENT,),
    Part.NEED: (Kind.JUDGEMENT, Kind.CHOICE),
    Part.FACTOR: (Kind.JUDGEMENT, Kind.CHOICE),
    Part.WHY: (Kind.CHOICE, Kind.SEVERAL),
    Part.FACT: tuple(Kind),
}


def _check_part(question: Question, table: Table) -> None:
    kinds = _KINDS_OF_PART[question.part]
    if question.kind not in kinds:
        fault = f"a {question.part} cannot be a {question.kind}"
        raise table.wrong("kind", fault, f"Write one of: {', '.join(kinds)}.")
    if (question.letter is not None) != (question.part is Part.PROMPT):
        fault = "a prompt needs it" if question.part is Part.PROMPT else "only a prompt has a letter"
        remedy = "Say how sure its letter is: published or provisional."
        raise table.wrong("letter", fault, remedy if question.part is Part.PROMPT else "Take it out.")
    if question.id in question.was:
        raise table.wrong("was", "the question names itself", "Name only older ids.")
    if question.proposes is not None and question.part is not Part.FACT:
        raise table.wrong("proposes", "only a fact is proposed from the provider's list", "Take it out.")
