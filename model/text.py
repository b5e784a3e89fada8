"""Which characters people's text may hold: everything that prints, and nothing that hides or reorders."""

import re

# The controls of Unicode but for ends of lines and tabs, the surrogates, and what turns text about.
_HIDDEN = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def hidden_characters(text: str) -> tuple[str, ...]:
    """Return the control, surrogate and bidirectional-override characters in `text`, as "U+202E"."""
    return tuple(f"U+{ord(character):04X}" for character in _HIDDEN.findall(text))
