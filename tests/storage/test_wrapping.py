"""A wrapped key opens with the right secret and binding alone, at a cost that no file can push up."""

import msgspec
import pytest

from storage.wrapping import (
    KEY_BYTES,
    MEMORY_LIMIT,
    SHIPPED,
    Cost,
    PassphraseRefused,
    Wrapped,
    WrongSecret,
    check_passphrase,
    unwrap,
    wrap,
)

CHEAP = Cost(64, 1, 4)
KEY = bytes(range(KEY_BYTES))


def test_the_right_secret_opens_and_any_other_does_not() -> None:
    wrapped = wrap(KEY, "four quiet grey geese", b"here", CHEAP)
    assert unwrap(wrapped, "four quiet grey geese", b"here") == KEY
    for secret, bound in (
        ("four quiet grey goose", b"here"),
        ("four quiet grey geese", b"there"),
        ("", b"here"),
    ):
        with pytest.raises(WrongSecret):
            unwrap(wrapped, secret, bound)


def test_every_bit_of_a_wrapped_key_counts() -> None:
    wrapped = wrap(KEY, "four quiet grey geese", b"here", CHEAP)
    for position in range(len(wrapped.sealed)):
        changed = bytearray(wrapped.sealed)
        changed[position] ^= 1
        with pytest.raises(WrongSecret):
            unwrap(msgspec.structs.replace(wrapped, sealed=bytes(changed)), "four quiet grey geese", b"here")


def test_the_same_key_is_never_wrapped_alike_twice() -> None:
    one, other = (wrap(KEY, "four quiet grey geese", b"", CHEAP) for _ in range(2))
    assert one.salt != other.salt
    assert one.sealed[:12] != other.sealed[:12]


def test_a_letter_with_a_mark_is_the_same_however_the_keyboard_spells_it() -> None:
    wrapped = wrap(KEY, "t\u0175r ar y bryn", b"", CHEAP)
    assert unwrap(wrapped, "tw\u0302r ar y bryn", b"") == KEY


def test_even_half_a_character_from_a_broken_keyboard_driver_is_a_passphrase() -> None:
    assert unwrap(wrap(KEY, "\ud83d" * 12, b"", CHEAP), "\ud83d" * 12, b"") == KEY


def test_what_ships_costs_64_mib_three_times_over() -> None:
    assert Cost(65_536, 3, 4) == SHIPPED
    wrapped = wrap(KEY, "four quiet grey geese", b"here", SHIPPED)
    assert (wrapped.memory, wrapped.passes, wrapped.lanes) == (65_536, 3, 4)
    assert unwrap(wrapped, "four quiet grey geese", b"here") == KEY


@pytest.mark.parametrize(
    "change",
    [
        {"memory": MEMORY_LIMIT + 1},
        {"memory": 2**40},
        {"memory": 7},
        {"memory": 64, "lanes": 9},
        {"passes": 11},
        {"passes": 0},
        {"lanes": 17},
        {"lanes": 0},
        {"salt": "AAAA"},
        {"sealed": "AAAA"},
        {"extra": 1},
    ],
)
def test_a_file_cannot_ask_for_more_than_this_computer_should_spend(change: dict[str, object]) -> None:
    fields = msgspec.to_builtins(wrap(KEY, "four quiet grey geese", b"", CHEAP))
    assert msgspec.convert(fields, Wrapped)
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({**fields, **change}, Wrapped)


def test_a_passphrase_has_twelve_to_a_thousand_characters() -> None:
    check_passphrase("twelve chars")
    check_passphrase("\u0175" * 1000)
    with pytest.raises(PassphraseRefused, match="at least 12 characters; this one has 11"):
        check_passphrase("eleven char")
    with pytest.raises(PassphraseRefused, match="this one has 6"):
        check_passphrase("w\u0302" * 6)
    with pytest.raises(PassphraseRefused, match="at most 1,000 characters"):
        check_passphrase("a" * 1001)
