"""The conditions that an office writes into `relevant` are understood, or refused in words."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.instruments.conditions import All, Any_, Condition, Is, Not
from model.instruments.xlsform.parsing import NotSayable, parsed

CODES = {"q": ("a", "b"), "r": ("a", "not_applicable"), "n_1": ("n1", "n2")}


@pytest.mark.parametrize(
    ("expression", "condition"),
    [
        ("${q} = 'a'", Is("q", ("a",))),
        ('${ q }="a"', Is("q", ("a",))),
        ("selected(${q}, 'a')", Is("q", ("a",))),
        ("${q} != 'a'", Not(Is("q", ("a",)))),
        ("not(${q} = 'a')", Not(Is("q", ("a",)))),
        ("${r} != ''", Is("r", ("a", "not_applicable"))),
        ("${Q} = ‘a’ or ${q} = “b”", Is("q", ("a", "b"))),
        ("NOT(${q} = 'a') AND ${n-1} = 1", All((Not(Is("q", ("a",))), Is("n_1", ("n1",))))),
        ("${n-1} = '1'", Is("n_1", ("n1",))),
        ("${q} = 'a' or ${q}='b'", Is("q", ("a", "b"))),
        ("${q}='a' and ${r}='a'", All((Is("q", ("a",)), Is("r", ("a",))))),
        (
            "${q}='a' or ${r}='a' and ${q}='b'",
            Any_((Is("q", ("a",)), All((Is("r", ("a",)), Is("q", ("b",)))))),
        ),
        (
            "(${q}='a' or ${r}='a') and ${q}='b'",
            All((Any_((Is("q", ("a",)), Is("r", ("a",)))), Is("q", ("b",)))),
        ),
    ],
)
def test_what_a_condition_can_say_is_understood(expression: str, condition: Condition) -> None:
    assert parsed(expression, CODES) == condition


@pytest.mark.parametrize(
    ("expression", "fault"),
    [
        ("${q} > 5", "> 5"),
        ("${q} = 5", "no choice “5”, only a, b"),
        ("${q} = 5.5", "5.5"),
        ("${q} = 'c'", "no choice “c”, only a, b"),
        ("selected(${gone}, 'a')", "${gone}, which is no question answered by choosing"),
        ("${q} = ''", "still empty"),
        ("${text} != ''", "no question answered by choosing"),
        ("${q} =", "breaks off"),
        ("(${q} = 'a'", "“)” is missing"),
        ("${q} = 'a')", "“)” is not expected"),
        ("${q} 'a'", "“a” is not expected"),
        ("${q} ( 'a'", "“(” is not expected"),
        ("today() = 'a'", "“today”"),
        ("not ${q} = 'a'", "“(” is missing"),
        ("(" * 60 + "${q} = 'a'" + ")" * 60, "too many brackets"),
    ],
)
def test_what_no_condition_can_say_is_refused(expression: str, fault: str) -> None:
    with pytest.raises(NotSayable) as refused:
        parsed(expression, CODES)
    assert fault in str(refused.value)


@given(st.text("${}q ='!=andornot(),selected" + '"', max_size=40))
def test_nothing_else_comes_of_any_text(expression: str) -> None:
    with suppress(NotSayable):
        assert isinstance(parsed(expression, CODES), All | Any_ | Is | Not)
