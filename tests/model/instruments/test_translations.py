"""Wordings that lack a language which others have are named."""

from model.instruments.translations import languages_of, untranslated
from tests.model.instruments.small import INSTRUMENT_TEXT, instrument, swapped


def test_an_instrument_in_english_alone_lacks_nothing() -> None:
    english = instrument(swapped(INSTRUMENT_TEXT, 'title.cy = "Goruchwyliaeth"\n', ""))
    assert languages_of(english) == ("en",)
    assert untranslated(english) == {}


def test_every_wording_without_welsh_is_named_where_any_is_given() -> None:
    assert languages_of(instrument()) == ("en", "cy")
    lacking = untranslated(instrument())["cy"]
    assert "title" not in lacking
    assert "question engage, text" in lacking
    assert "question engage, guidance.look_for" in lacking
    assert "question engage, options.yes.label" in lacking
    assert not any("question remark, guidance" in one for one in lacking)
