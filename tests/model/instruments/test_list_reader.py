"""A heading belongs to one column and a spelling to one value, or the list is refused."""

import pytest

from model.instruments.programme import ColumnKind
from model.instruments.wrong_instrument import WrongInstrument
from tests.model.instruments.small import PROGRAMME_TEXT, programme, swapped

SURNAME = 'headers = ["Surname"]\nkind = "text"'
VALUES = 'values = { community = ["Community order"], licence = ["Licence", "On licence"] }'


def test_columns_are_read_whole() -> None:
    reference, surname, sentence = programme().list("supervision").columns
    assert (reference.required, reference.personal, surname.required) == (True, False, False)
    assert reference.headers == ("Case reference", "Reference")
    assert (reference.kind, sentence.kind) == (ColumnKind.TEXT, ColumnKind.CHOICE)
    assert sentence.values == {"community": ("Community order",), "licence": ("Licence", "On licence")}


@pytest.mark.parametrize(
    ("old", "new", "thing", "key", "words"),
    [
        (
            SURNAME,
            SURNAME.replace("Surname", "REFERENCE"),
            "column surname",
            "headers",
            "belongs to the column",
        ),
        (SURNAME, SURNAME.replace('"Surname"', ""), "column surname", "headers", "empty"),
        (SURNAME, SURNAME + '\nvalues = { a = ["A"] }', "column surname", "values", "has no values"),
        ('field = "surname"', 'field = "reference"', "column reference", "field", "twice"),
        (VALUES, "", "column sentence_type", "values", "needs its values"),
        (
            VALUES,
            VALUES.replace("On licence", "community ORDER"),
            "column sentence_type",
            "values.licence",
            "means",
        ),
    ],
)
def test_faults_are_named(old: str, new: str, thing: str, key: str, words: str) -> None:
    with pytest.raises(WrongInstrument) as caught:
        programme(swapped(PROGRAMME_TEXT, old, new))
    assert (caught.value.thing, caught.value.key) == (f"list supervision, {thing}", key)
    assert words in caught.value.fault
