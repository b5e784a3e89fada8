"""Which wordings of an instrument lack a language that others of it have."""

from collections.abc import Mapping
from types import MappingProxyType

from model.instruments.instrument import LANGUAGES, Instrument
from model.instruments.worded import wordings

LANGUAGE_NAMES: Mapping[str, str] = MappingProxyType({"en": "English", "cy": "Welsh"})


def languages_of(instrument: Instrument) -> tuple[str, ...]:
    """The languages in which any of its wordings is supplied, in the order of the format."""
    used = {language for _, _, text in wordings(instrument) for language in text}
    return tuple(language for language in LANGUAGES if language in used)


def untranslated(instrument: Instrument) -> Mapping[str, tuple[str, ...]]:
    """By language beside English, the wordings that lack it: "question engage, text". No Welsh: no entry."""
    return {
        language: tuple(
            ", ".join(part for part in (thing, key) if part)
            for thing, key, text in wordings(instrument)
            if text and language not in text
        )
        for language in languages_of(instrument)
        if language != "en"
    }
