"""Instruments with anything in them that the strict reader allows, and answers to them."""

from random import Random

from hypothesis import strategies as st

from model.answers import NOT_APPLICABLE, Answer, Answers
from model.instruments.conditions import All, Any_, Condition, Is, Not
from model.instruments.instrument import (
    About,
    Guidance,
    Instrument,
    Kind,
    Line,
    Option,
    Part,
    Question,
    Section,
    Standing,
    Text,
    View,
)

_LETTERS = "aZ9 '\"\\=+-@&<>#_.\n\t\u00a0\u2019\u0175\u4f60\U0001f600"
words = st.text(_LETTERS, min_size=1, max_size=4).filter(lambda text: bool(text.strip())) | st.sampled_from(
    ["_x0041_ b", "=1+1", "TRUE", "007", "1.50", " a ", "2018-10-08"]
)
standings = st.sampled_from(Standing)


@st.composite
def wordings(draw: st.DrawFn, *, needed: bool = True) -> Text:
    english = {"en": draw(words)} if needed or draw(st.booleans()) else {}
    return english | ({"cy": draw(words)} if draw(st.booleans()) else {})


guidances = st.builds(Guidance, *[wordings(needed=False)] * 5)


@st.composite
def option_sets(draw: st.DrawFn) -> tuple[Option, ...]:
    lines = [Line.ABOVE, Line.BELOW, *draw(st.lists(st.sampled_from(Line), max_size=2))]
    return tuple(
        Option(f"code_{number}", draw(wordings()), "ync1"[number], line) for number, line in enumerate(lines)
    )


def conditions(questions: list[Question]) -> st.SearchStrategy[Condition]:
    leaves = [
        st.builds(
            Is,
            st.just(question.id),
            st.lists(st.sampled_from(codes_of(question)), min_size=1, max_size=3, unique=True).map(tuple),
        )
        for question in questions
        if question.options
    ]
    return st.recursive(
        st.one_of(leaves),
        lambda inner: st.one_of(
            st.builds(Not, inner),
            st.lists(inner, min_size=1, max_size=3).map(lambda parts: All(tuple(parts))),
            st.lists(inner, min_size=1, max_size=3).map(lambda parts: Any_(tuple(parts))),
        ),
        max_leaves=4,
    )


def codes_of(question: Question) -> tuple[str, ...]:
    return (*question.codes(), NOT_APPLICABLE) if question.allows_not_applicable else question.codes()


@st.composite
def _questions(draw: st.DrawFn, name: str, earlier: list[Question]) -> Question:
    parents = [one for one in earlier if one.part in (Part.KEY, Part.FACTOR)]
    part = draw(st.sampled_from([Part.FACT, Part.NEED, Part.KEY, Part.FACTOR]))
    parent = draw(st.none() | st.sampled_from(parents)) if parents else None
    if parent is not None:
        part = Part.SERVICE if parent.part is Part.FACTOR else draw(st.sampled_from([Part.PROMPT, Part.WHY]))
    kinds = {
        Part.FACT: tuple(Kind),
        Part.NEED: (Kind.JUDGEMENT, Kind.CHOICE),
        Part.FACTOR: (Kind.JUDGEMENT, Kind.CHOICE),
        Part.WHY: (Kind.CHOICE, Kind.SEVERAL),
    }
    kind = draw(st.sampled_from(kinds.get(part, (Kind.JUDGEMENT,))))
    options = draw(option_sets()) if kind.has_options else ()
    if len(options) > 0 and draw(st.booleans()):
        options = next((one.options for one in earlier if one.options), options)
    choosable = [one for one in earlier if one.options]
    bounds = sorted(draw(st.lists(st.floats(-1e6, 1e6), min_size=2, max_size=2)))
    return Question(
        id=name,
        code=draw(words),
        part=part,
        kind=kind,
        text=draw(wordings()),
        options=options,
        guidance=draw(guidances),
        wording=draw(standings),
        guidance_standing=draw(standings),
        letter=draw(standings) if part is Part.PROMPT else None,
        source=draw(words),
        meaning=draw(st.integers(1, 9)),
        was=draw(st.just(()) | st.just((f"{name}_old", f"{name}_older"))),
        when=draw(st.none() | conditions(choosable)) if choosable else None,
        evidence=draw(st.booleans()),
        parent=parent.id if parent is not None else None,
        proposes=draw(st.none() | st.just("sex")) if part is Part.FACT else None,
        allows_not_applicable=draw(st.booleans()),
        minimum=draw(st.none() | st.just(bounds[0])) if kind is Kind.NUMBER else None,
        maximum=draw(st.none() | st.just(bounds[1]) | st.just(10**7)) if kind is Kind.NUMBER else None,
        typical=draw(st.none() | st.sampled_from([option.code for option in options])) if options else None,
    )


@st.composite
def instruments(draw: st.DrawFn, most: int = 4) -> Instrument:
    """Instruments of up to `most` questions in up to two views, conditions on earlier ones only."""
    questions: list[Question] = []
    for number in range(draw(st.integers(1, most))):
        questions.append(draw(_questions(f"q{number}", questions)))
    cut = draw(st.integers(0, len(questions) - 1))
    parts = [part for part in (questions[:cut], questions[cut:]) if part]
    views = tuple(
        View(f"v{number}", draw(wordings()), (Section(f"q{number}", draw(wordings()), tuple(part)),))
        for number, part in enumerate(parts)
    )
    facts = any(question.part is Part.FACT for question in questions)
    abouts = [about for about in About if facts or about is not About.OCCASION]
    return Instrument(
        "anything",
        "family",
        draw(wordings()),
        draw(words),
        draw(words),
        views,
        "0" * 64,
        draw(st.sampled_from(abouts)),
    )


_TWO = (Option("a", {"en": "A"}, "y", Line.ABOVE), Option("b", {"en": "B"}, "n", Line.BELOW))


@st.composite
def routed(draw: st.DrawFn) -> Instrument:
    """Instruments of five questions in which nearly everything rests on something; all words are the same."""
    questions: list[Question] = []
    for number in range(5):
        parents = [one.id for one in questions if one.part is Part.FACTOR]
        parent = draw(st.none() | st.sampled_from(parents)) if parents else None
        part = draw(st.sampled_from([Part.FACTOR, Part.FACT])) if parent is None else Part.SERVICE
        kind = Kind.SEVERAL if part is Part.FACT else Kind.JUDGEMENT
        questions.append(
            Question(
                id=f"q{number}",
                code=f"Q{number}",
                part=part,
                kind=kind,
                text={"en": "?"},
                options=_TWO,
                when=draw(conditions(questions) | st.none()) if questions else None,
                parent=parent,
                allows_not_applicable=draw(st.booleans()),
            )
        )
    section = Section("s", {"en": "S"}, tuple(questions))
    return Instrument("i", "f", {"en": "I"}, "1", "", (View("v", {"en": "V"}, (section,)),), "0" * 64)


def answered(instrument: Instrument, random: Random) -> Answers:
    """Answers to some of the questions that are answered by choosing, whether they apply or not."""
    answers: dict[str, Answer] = {}
    for question in instrument.questions.values():
        code = random.choice(("", *codes_of(question))) if question.options else ""
        if code:
            several = question.kind is Kind.SEVERAL and code != NOT_APPLICABLE
            answers[question.id] = Answer((code,) if several else code)
    return answers
