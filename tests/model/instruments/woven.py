"""Small instruments with random conditions between their questions, for trying everything."""

from hypothesis import strategies as st

from model.instruments.conditions import All, Any_, Condition, Is, Not
from model.instruments.instrument import Instrument, Kind, Option, Part, Question, Section, View

ANSWERS = ("a", "b", "c")
OPTIONS = tuple(Option(code, {"en": code}, code) for code in ANSWERS)


@st.composite
def _condition(draw: st.DrawFn, names: list[str]) -> Condition:
    leaf = st.builds(
        Is,
        st.sampled_from(names),
        st.lists(st.sampled_from(ANSWERS), min_size=1, max_size=3, unique=True).map(tuple),
    )
    pair = st.tuples(leaf, leaf)
    return draw(st.one_of(leaf, st.builds(Not, leaf), st.builds(All, pair), st.builds(Any_, pair)))


@st.composite
def woven(draw: st.DrawFn, most: int = 5) -> Instrument:
    """Instruments of up to `most` questions with three options each, conditions on earlier ones only."""
    questions: list[Question] = []
    for number in range(draw(st.integers(1, most))):
        names = [question.id for question in questions]
        factors = [question.id for question in questions if question.part is Part.FACTOR]
        part = draw(st.sampled_from([Part.FACTOR, Part.SERVICE] if factors else [Part.FACTOR]))
        questions.append(
            Question(
                id=f"q{number}",
                code=f"Q{number}",
                part=part,
                kind=Kind.CHOICE,
                text={"en": "?"},
                options=OPTIONS,
                when=draw(st.none() | _condition(names)) if names else None,
                parent=draw(st.sampled_from(factors)) if part is Part.SERVICE else None,
            )
        )
    section = Section("s", {"en": "S"}, tuple(questions))
    return Instrument("i", "f", {"en": "I"}, "1", "", (View("v", {"en": "V"}, (section,)),), "0" * 64)
