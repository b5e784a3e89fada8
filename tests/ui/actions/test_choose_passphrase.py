"""The one rule for a passphrase."""

from ui.actions.choose_passphrase import SHORTEST, weakness


def test_length_is_the_one_rule() -> None:
    short = weakness("x" * (SHORTEST - 1))
    assert short is not None
    assert str(SHORTEST) in short.happened
    assert weakness("x" * SHORTEST) is None
    assert weakness("ŵŷ" * SHORTEST) is None
    assert weakness("x" * 1_001) is not None
