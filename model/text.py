"""Which characters people's text may hold: everything that prints, and nothing that hides or reorders."""

import unicodedata

_ALLOWED_CONTROLS = frozenset("\n\t")
_REORDERING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def hidden_characters(text: str) -> tuple[str, ...]:
    """Return the control, surrogate and bidirectional-override characters in `text`, as "U+202E"."""
    return tuple(
        f"U+{ord(character):04X}"
        for character in text
        if character in _REORDERING
        or (unicodedata.category(character) in ("Cc", "Cs") and character not in _ALLOWED_CONTROLS)
    )
