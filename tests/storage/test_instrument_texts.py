"""Tables of wordings as files, and the text that they make: read back by the strict reader."""

from pathlib import Path

import pytest

from model.instruments.instrument import Standing
from model.instruments.reader import read_instrument
from model.instruments.rewording import Spot, Words
from model.refusal import Refusal
from resources import path
from storage.instrument_texts import translations_in, with_words, write_translations
from storage.tables.reading import read_table_file
from storage.tables.writing import Sheet, write_csv, write_xlsx

TEXT = path("programmes", "probation_services_2018", "case_supervision.toml").read_text("utf-8")


@pytest.mark.parametrize("name", ["words.csv", "words.xlsx"])
def test_a_table_goes_out_is_filled_and_comes_back(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    assert write_translations(TEXT, file) > 500
    assert translations_in(TEXT, file) == ()
    table = read_table_file(file)
    rows = [(*row[:4], f"[{row[3]}]") for row in (tuple(each) + ("",) * 5 for each in table.rows)]
    sheet = Sheet("Wordings", table.header, rows)
    file.write_bytes(write_csv(sheet) if file.suffix == ".csv" else write_xlsx([sheet]))
    text = with_words(TEXT, translations_in(TEXT, file), "1.1", "supervision")
    found = read_instrument(text, "supervision")
    assert all("cy" in question.text for question in found.questions.values())
    assert translations_in(text, file) == ()


def test_what_is_no_table_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "words.csv"
    file.write_bytes(b"\x00\x01")
    with pytest.raises(Refusal):
        translations_in(TEXT, file)


def test_every_shipped_instrument_can_be_reworded_and_keeps_all_else() -> None:
    for file in sorted(path("programmes").glob("*/*.toml")):
        if file.name == "programme.toml":
            continue
        text = file.read_text("utf-8")
        before = read_instrument(text, file.name)
        question = next(iter(before.questions.values()))
        words = Words(Spot(f"question {question.id}", "text"), "en", "Other words?", Standing.OFFICE)
        after = read_instrument(with_words(text, [words], "9.9", file.name), file.name)
        assert list(after.questions) == list(before.questions)
        assert after.question(question.id).wording is Standing.OFFICE
        others = [name for name in before.questions if name != question.id]
        assert [after.question(name) for name in others] == [before.question(name) for name in others]
