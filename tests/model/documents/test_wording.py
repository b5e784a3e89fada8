"""Every quoted wording shows its standing, and the key explains what is shown."""

from model.documents.wording import Wording, edition_of, key_to_marks, not_supplied, quote
from model.instruments.instrument import Instrument, Kind, Part, Question, Standing


def _wording(standing: Standing, letter: Standing | None = None) -> Wording:
    return Wording("q", "2.1.1(a)", "Words?", standing, letter)


def test_published_words_carry_no_sign_and_all_others_one_of_their_own() -> None:
    signs = [_wording(standing).mark for standing in Standing]
    assert _wording(Standing.PUBLISHED).mark == ""
    assert len(set(signs)) == len(signs)


def test_a_letter_that_no_report_confirms_is_marked_at_the_code() -> None:
    assert _wording(Standing.PUBLISHED, Standing.PROVISIONAL).marked_code == "2.1.1(a)*"
    assert _wording(Standing.OURS, Standing.PUBLISHED).marked_code == "2.1.1(a)"


def test_the_key_explains_the_signs_that_are_there_and_no_others() -> None:
    key = key_to_marks([_wording(Standing.OURS, Standing.PROVISIONAL), _wording(Standing.OURS)])
    assert [sign for sign, _ in key] == ["*", "°"]
    assert key_to_marks([]) == ()


def test_a_quotation_falls_back_to_english() -> None:
    question = Question("q", "1", Part.FACT, Kind.TEXT, {"en": "Words", "cy": "Geiriau"})
    assert quote(question, "cy").text == "Geiriau"
    assert quote(question, "fr").text == "Words"


def test_an_edition_shortens_the_fingerprint_to_what_a_person_compares() -> None:
    instrument = Instrument("i", "f", {"en": "Title"}, "1.0", "Licence", (), "3fa9c1d2" * 8)
    edition = edition_of(instrument, "Programme")
    assert (edition.instrument, edition.fingerprint, edition.programme) == ("Title", "3fa9 c1d2", "Programme")


def test_what_is_not_in_the_language_asked_for_is_named_once() -> None:
    english = Question("q", "2.1", Part.FACT, Kind.TEXT, {"en": "Enough?"})
    welsh = Question("r", "2.2", Part.FACT, Kind.TEXT, {"en": "Enough?", "cy": "Prawf"})
    quoted = [quote(one, "cy") for one in (english, welsh, english)]
    assert not_supplied(quoted) == ("Not in Welsh: 2.1.",)
    assert not_supplied([quote(english)]) == ()
