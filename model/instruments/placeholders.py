"""Names in braces inside wordings, and the words that a programme puts there for each type of provider."""

import re
from collections.abc import Mapping

from model.instruments.instrument import Text, say

Words = Mapping[str, Text]
"""By the name of a placeholder, what stands in its place."""

_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")


def placeholders(text: Text) -> tuple[str, ...]:
    """The names in braces in any language of a wording, each once, in the order of writing."""
    braced = [wording for wording in text.values() if "{" in wording]
    return tuple(dict.fromkeys(name for wording in braced for name in _PLACEHOLDER.findall(wording)))


def has_stray_brace(text: Text) -> bool:
    """True when a brace of the wording belongs to no placeholder."""
    return any(set("{}") & set(_PLACEHOLDER.sub("", wording)) for wording in text.values())


def filled(text: Text, words: Words) -> Text:
    """The wording with its placeholders replaced, each in its own language, English where that has none.

    A placeholder without a word stays as it is, for everybody to see; `programme_rules.check_fit` refuses it.
    """
    if not placeholders(text):
        return text
    return {language: _filled(wording, words, language) for language, wording in text.items()}


def _filled(wording: str, words: Words, language: str) -> str:
    def word(found: re.Match[str]) -> str:
        return say(words.get(found[1], {}), language) or found[0]

    return _PLACEHOLDER.sub(word, wording)
