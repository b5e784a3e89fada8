"""Entries as lines."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.journal.entry import Body, FieldKey, Value, encode, link, origin
from storage.wire import Unreadable, canonical, decode_body, read_line, write_line

HEX = st.text("0123456789abcdef", min_size=8, max_size=32)
WORDS = st.text(st.characters(exclude_categories=["Cc", "Cs", "Cf"]), max_size=30)
VALUES: st.SearchStrategy[Value] = st.one_of(
    st.none(), st.booleans(), st.integers(-(2**53), 2**53), WORDS, st.lists(WORDS, max_size=3).map(tuple)
)
BODIES = st.builds(
    Body,
    author=HEX,
    time=st.just("2018-10-08T10:00:00Z"),
    act=HEX,
    key=st.builds(FieldKey, st.just("note"), HEX, st.just("answer.assess_engage")),
    value=VALUES,
    nonce=HEX,
    replaces=st.lists(st.binary(min_size=32, max_size=32), max_size=2).map(tuple),
    reason=st.none() | WORDS,
    meaning=st.none() | st.integers(1, 9),
    instrument=st.none() | st.just("a" * 64),
    undoes=st.none() | HEX,
)
STREAM = "5" * 32
GOOD = write_line(
    STREAM,
    1,
    origin(STREAM),
    b"",
    encode(Body("a" * 8, "2018-10-08T10:00:00Z", "b" * 8, FieldKey("note", "c" * 8, "text"), "x", "d" * 8)),
)


@given(BODIES)
def test_a_body_comes_back_from_its_bytes_and_an_entry_from_its_line(body: Body) -> None:
    encoded = canonical(body)
    assert decode_body(encoded) == body
    entry = link(STREAM, 1, origin(STREAM), body, encoded)
    again, bytes_again = read_line(write_line(STREAM, 1, entry.previous, entry.body_hash, encoded))
    assert (again, bytes_again) == (entry, encoded)
    erased, nothing = read_line(write_line(STREAM, 1, entry.previous, entry.body_hash, None))
    assert (erased.hash, erased.body, nothing) == (entry.hash, None, None)
    assert hashlib.sha256(encoded).digest() == entry.body_hash


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"{}",
        b"[" * 100_000,
        b"\xff\xfe",
        GOOD.replace(b'"number":1', b'"number":0'),
        GOOD.replace(b'"number":1', b'"number":1e400'),
        GOOD.replace(b'"number":1', b'"number":9007199254740993'),
        GOOD.replace(b'"x"', b'"\\u0000"'),
        GOOD.replace(b'"x"', b'"\\u202e"'),
        GOOD.replace(b'"x"', b'"\\ud800"'),
        GOOD.replace(b'"x"', b'{"a":1}'),
        GOOD.replace(b'"x"', b"NaN"),
        GOOD.replace(b'"kind":"note"', b'"kind":"note\\n"'),
        GOOD.replace(b'"kind":"note"', b'"kind":"note","more":1'),
        GOOD.replace(b"10:00:00Z", b"10:00:00"),
        GOOD[:-1] + b',"body_hash":"' + b"0" * 64 + b'"}',
        b'{"stream":"55555555","number":1,"previous":"' + b"0" * 64 + b'"}',
    ],
)
def test_what_casebook_would_not_have_written_is_unreadable(line: bytes) -> None:
    read_line(GOOD)
    with pytest.raises(Unreadable):
        read_line(line)


@given(st.binary(max_size=120))
def test_any_bytes_are_read_or_unreadable(line: bytes) -> None:
    with pytest.raises(Unreadable):
        read_line(line)
