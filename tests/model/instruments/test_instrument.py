"""Questions are found by id, children under their parents, wordings in the language asked for."""

import pytest

from model.instruments.instrument import Kind, Line, say
from tests.model.instruments.small import instrument


def test_a_wording_falls_back_to_english() -> None:
    title = instrument().title
    assert say(title, "cy") == "Goruchwyliaeth"
    assert say({"en": "Supervision"}, "cy") == "Supervision"
    assert say({}) == ""


def test_questions_keep_the_order_of_the_views() -> None:
    names = list(instrument().questions)
    assert names[:2] == ["sentence", "features"]
    assert names.index("engage_involved") < names.index("engage") < names.index("factor_drugs")


def test_a_question_is_found_by_its_id_only() -> None:
    held = instrument()
    assert held.question("engage").code == "2.1.1"
    with pytest.raises(KeyError):
        held.question("2.1.1")


def test_children_hang_under_their_parent_in_order() -> None:
    held = instrument()
    assert [child.id for child in held.children("engage")] == [
        "engage_involved",
        "engage_release",
        "engage_why",
    ]
    assert held.children("sentence") == ()


def test_options_are_found_by_code_and_by_line() -> None:
    engage = instrument().question("engage")
    yes = engage.option("yes")
    assert yes is not None
    assert (yes.key, yes.line) == ("y", Line.ABOVE)
    assert engage.option("perhaps") is None
    assert engage.codes() == ("yes", "no")
    assert engage.codes(Line.BELOW) == ("no",)
    assert engage.codes(Line.OUTSIDE) == ()


def test_only_choosing_has_options() -> None:
    assert {kind for kind in Kind if kind.has_options} == {Kind.JUDGEMENT, Kind.CHOICE, Kind.SEVERAL}


def test_neither_the_questions_nor_their_order_can_be_changed() -> None:
    with pytest.raises(TypeError):
        instrument().questions["engage"] = instrument().question("safety")  # type: ignore[index]
