"""Bytes and chains of entries."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.journal.entry import Body, Entry, FieldKey, broken_at, comparable, encode, link, origin

BODY = Body("1" * 32, "2018-10-08T10:00:00Z", "a" * 32, FieldKey("note", "b" * 32, "text"), "ŵ", "0" * 16)


def chain_of(count: int) -> list[Entry]:
    entries: list[Entry] = []
    for number in range(1, count + 1):
        before = entries[-1].hash if entries else origin("5" * 32)
        entries.append(link("5" * 32, number, before, replace(BODY, nonce=f"{number:016x}")))
    return entries


def test_the_same_body_always_has_the_same_bytes() -> None:
    assert (
        encode(BODY)
        == (
            '{"author":"11111111111111111111111111111111","time":"2018-10-08T10:00:00Z",'
            '"act":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa","kind":"note","id":"bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb",'
            '"field":"text","value":"ŵ","nonce":"0000000000000000"}'
        ).encode()
    )


@given(st.integers(3, 8), st.data())
def test_any_entry_that_is_changed_left_out_or_moved_breaks_the_chain(
    count: int, data: st.DataObject
) -> None:
    entries = chain_of(count)
    assert broken_at(entries) is None
    place = data.draw(st.integers(0, count - 2))
    changed = entries[:]
    changed[place] = replace(entries[place], body_hash=b"\0" * 32)
    assert broken_at(changed) == place + 1
    gap = [entries[0], *entries[2:]] if place == 0 else entries[:place] + entries[place + 1 :]
    assert broken_at(gap) is not None
    moved = entries[:]
    moved[place], moved[place + 1] = moved[place + 1], moved[place]
    assert broken_at(moved) is not None


def test_a_stream_cannot_be_given_another_name() -> None:
    assert broken_at([replace(entry, stream="6" * 32) for entry in chain_of(2)]) == 1


@pytest.mark.parametrize(
    ("one", "other"), [(True, 1), (1, 1.0), ("1", 1), (None, "null"), (("a",), "a"), ("", None)]
)
def test_different_values_never_look_equal(one: object, other: object) -> None:
    assert comparable(one) != comparable(other)  # type: ignore[arg-type]
