"""A table gives what is asked for in the kind that is asked for, and lets nothing else through."""

from collections.abc import Callable
from enum import StrEnum

import pytest

from model.instruments.strict_table import Table
from model.instruments.wrong_instrument import WrongInstrument


class Colour(StrEnum):
    RED = "red"
    GREEN = "green"


def of(**values: object) -> Table:
    return Table(values, "x.toml", "measure m1", "inner.")


def test_each_kind_is_given_as_it_is_written() -> None:
    table = of(a="Text", b=True, c=3, d=2.5, e=["x", "y"], f="red", g={"en": "Hello", "cy": "Helo"})
    assert table.text("a") == "Text"
    assert table.flag("b") is True
    assert table.whole("c") == 3
    assert table.number("d") == 2.5
    assert table.texts("e") == ("x", "y")
    assert table.one_of("f", Colour) is Colour.RED
    assert table.wording("g") == {"en": "Hello", "cy": "Helo"}
    table.close()


def test_what_is_left_out_has_its_default() -> None:
    table = of()
    assert table.maybe_text("a") is None
    assert table.flag("b") is False
    assert table.whole("c", default=1) == 1
    assert table.maybe_number("d") is None
    assert table.texts("e") == ()
    assert table.identifiers("e") == ()
    assert table.maybe_tables("e") == ()
    assert table.maybe_one_of("f", Colour) is None
    assert table.maybe_wording("g") == {}
    assert table.maybe_table("h") is None
    assert table.named_tables("h") == {}
    assert table.maybe_identifier("i") is None
    table.close()


READINGS: list[tuple[object, Callable[[Table], object]]] = [
    (1, lambda table: table.text("a")),
    (" \t", lambda table: table.text("a")),
    ("bell\x07", lambda table: table.text("a")),
    ("Not An Id", lambda table: table.identifier("a")),
    ("id\n", lambda table: table.identifier("a")),
    (["Not"], lambda table: table.identifiers("a")),
    (["a", "a"], lambda table: table.texts("a")),
    ([], lambda table: table.texts("a", at_least_one=True)),
    (1, lambda table: table.flag("a")),
    (True, lambda table: table.whole("a")),
    (-1, lambda table: table.whole("a")),
    (2.5, lambda table: table.whole("a")),
    (True, lambda table: table.number("a")),
    (float("inf"), lambda table: table.number("a")),
    ("blue", lambda table: table.one_of("a", Colour)),
    ({"cy": "Helo"}, lambda table: table.wording("a")),
    ("Hello", lambda table: table.wording("a")),
    ([], lambda table: table.table("a")),
    ([], lambda table: table.tables("a")),
    (["x"], lambda table: table.tables("a")),
    ({}, lambda table: table.tables("a")),
    ([{"id": "x"}, {"id": "x"}], lambda table: table.identified("a")),
]


@pytest.mark.parametrize(("value", "read"), READINGS)
def test_what_does_not_fit_is_refused_with_its_place(value: object, read: Callable[[Table], object]) -> None:
    with pytest.raises(WrongInstrument) as caught:
        read(of(a=value))
    assert caught.value.file == "x.toml"
    assert caught.value.next


def test_a_missing_key_suggests_the_one_that_may_be_meant() -> None:
    with pytest.raises(WrongInstrument, match="Is “lable” meant") as caught:
        of(lable="x").text("label")
    assert caught.value.key == "inner.label"


def test_a_key_nobody_asked_for_suggests_the_one_that_may_be_meant() -> None:
    table = of(label="x", evidnce=True)
    table.text("label")
    table.flag("evidence")
    with pytest.raises(WrongInstrument, match="Did you mean “evidence”") as caught:
        table.close()
    assert caught.value.key == "inner.evidnce"


def test_tables_of_a_list_are_called_by_their_ids() -> None:
    entries = of(column=[{"id": "x"}, {"id": "y"}]).identified("column", "list l, column")
    assert [entry.thing for entry in entries] == ["list l, column x", "list l, column y"]


def test_named_tables_keep_the_order_of_the_file() -> None:
    assert list(of(sets={"b": {}, "a": {}}).named_tables("sets")) == ["b", "a"]
    with pytest.raises(WrongInstrument, match="not a name"):
        of(sets={"b c": {}}).named_tables("sets")
