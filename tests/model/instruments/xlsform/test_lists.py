"""Lists of choices are sets of options with keys of their own."""

from model.instruments.xlsform.columns import SheetRows
from model.instruments.xlsform.lists import FREE_KEYS, Lists


def lists(*rows: dict[str, str]) -> Lists:
    return Lists(SheetRows("choices", (), rows), "f")


def test_a_list_is_called_as_an_instrument_file_can_call_it() -> None:
    found = lists({"list_name": "yes-no", "name": "yes"}, {"list_name": "yes.no", "name": "no"})
    assert [found.name(name) for name in ("yes-no", "yes.no", "1st")] == ["yes_no", "yes_no_", "list_1st"]
    assert found.codes("yes_no_") == ("no",)


def test_not_applicable_is_no_option() -> None:
    found = lists({"list_name": "l", "name": "yes"}, {"list_name": "l", "name": "not_applicable"})
    assert list(found.options["l"]) == ["yes"]
    assert found.codes("l") == ("yes", "not_applicable")


def test_keys_that_are_left_open_are_free_ones() -> None:
    found = lists(*({"list_name": "l", "name": f"c{number}"} for number in range(30)))
    keys = [option["key"] for option in found.options["l"].values() if "key" in option]
    assert keys == list(FREE_KEYS)
