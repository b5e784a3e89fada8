"""Lists of choices are sets of options with keys of their own."""

import pytest

from model.instruments.wrong_instrument import WrongInstrument
from model.instruments.xlsform.cells import Row
from model.instruments.xlsform.columns import SheetRows
from model.instruments.xlsform.lists import FREE_KEYS, Lists
from model.instruments.xlsform.remarks import Remarks


def lists(*rows: dict[str, str]) -> Lists:
    return Lists(SheetRows("choices", tuple(rows[0]), rows), "f", Remarks())


def test_a_list_is_called_as_an_instrument_file_can_call_it() -> None:
    found = lists({"list_name": "yes-no", "name": "yes"}, {"list_name": "yes.no", "name": "no"})
    assert [found.name(name) for name in ("yes-no", "yes.no", "1st")] == ["yes_no", "yes_no_", "list_1st"]
    assert found.codes("yes_no_") == ("no",)


def test_not_applicable_is_no_option() -> None:
    found = lists({"list_name": "l", "name": "yes"}, {"list_name": "l", "name": "not_applicable"})
    assert list(found.options["l"]) == ["yes"]
    assert found.codes("l") == ("yes", "not_applicable")


def test_keys_that_are_left_open_are_free_ones_and_a_list_is_no_longer_than_there_are_keys() -> None:
    rows = [{"list_name": "l", "name": f"c{number}"} for number in range(30)]
    asked = Row("f", "survey", 2, {"type": "select_one l"})
    found = lists(*rows[: len(FREE_KEYS)])
    assert [option["key"] for option in found.options["l"].values()] == list(FREE_KEYS)
    found.check("l", "l", asked)
    with pytest.raises(WrongInstrument, match="sheet choices, row 31, column list_name: this list has 30"):
        lists(*rows).check("l", "l", asked)
    with pytest.raises(WrongInstrument, match=r"sheet survey, row 2, column type: .* no list “m-n” with two"):
        found.check("m_n", "m-n", asked)


def test_a_list_that_no_question_uses_is_left_out_and_said() -> None:
    remarks = Remarks()
    rows = [{"list_name": name, "name": f"c{number}"} for name in ("yes", "offices") for number in range(30)]
    found = Lists(SheetRows("choices", ("list_name", "name"), rows), "f", remarks)
    with_other = found.with_other("yes")
    found.keep({with_other})
    assert list(found.options) == [with_other]
    assert remarks.lines() == ("Lists of choices that no question uses, left out: offices",)


def test_choices_that_are_numbers_get_codes_that_an_instrument_can_have() -> None:
    remarks = Remarks()
    rows = [{"list_name": "l", "name": name} for name in ("1", "-88", "no", "not sure")]
    found = Lists(SheetRows("choices", ("list_name", "name"), rows), "f", remarks)
    assert found.codes("l") == ("n1", "n_88", "no", "not_sure")
    assert remarks.lines() == ("Choices have other codes here: 1 is n1, -88 is n_88, not sure is not_sure",)


def test_other_is_one_more_option_of_a_list_of_its_own() -> None:
    found = lists(
        {"list_name": "l", "name": "yes", "label": "Yes", "label::cy": "Oes"},
        {"list_name": "l", "name": "not_applicable", "label": "Does not apply"},
    )
    assert found.with_other("l") == found.with_other("l") == "l_or_other"
    assert found.codes("l_or_other") == ("yes", "other", "not_applicable")
    assert found.options["l_or_other"]["other"] == {"label": {"en": "Other", "cy": "Arall"}, "key": "2"}
    assert found.codes("l") == ("yes", "not_applicable")
    assert (found.with_other("l_or_other"), found.with_other("gone")) == ("l_or_other", "gone")
