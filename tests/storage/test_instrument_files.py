"""An instrument goes out as a workbook and comes back the same; pyxform accepts every one that we ship."""

import io
from dataclasses import replace
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from defusedxml import ElementTree
from hypothesis import given
from openpyxl import Workbook, load_workbook
from pyxform.xls2xform import convert

from model.instruments.conditions import Is
from model.instruments.instrument import Instrument
from model.instruments.reader import read_instrument
from model.instruments.wrong_instrument import WrongInstrument
from model.instruments.xlsform.relevant import relevants
from model.instruments.xlsform.writing import rows_of
from model.refusal import Refusal
from resources import path
from storage.instrument_files import instrument_text, read_workbook_file, xlsform_of
from tests.model.instruments.small import instrument
from tests.model.instruments.xlsform.any_instrument import instruments
from tests.storage.tables.workbooks import ods, row, text_cell

SHIPPED = sorted(file for file in path("programmes").glob("*/*.toml") if file.name != "programme.toml")
XFORMS = {"x": "http://www.w3.org/2002/xforms"}


def shipped(file: Path) -> Instrument:
    return read_instrument(file.read_text("utf-8"), file.name)


def again(whole: Instrument) -> Instrument:
    text, left_out = instrument_text(xlsform_of(whole), "form.xlsx")
    assert left_out == ()
    return replace(read_instrument(text, "form.toml"), fingerprint=whole.fingerprint)


@given(instruments())
def test_any_instrument_comes_back_from_its_workbook(whole: Instrument) -> None:
    assert again(whole) == whole


def test_there_are_instruments_to_show_it_with() -> None:
    assert len(SHIPPED) >= 21


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: f"{file.parent.name}/{file.stem}")
def test_every_shipped_instrument_comes_back_and_pyxform_accepts_it(file: Path) -> None:
    whole = shipped(file)
    assert again(whole) == whole
    warnings: list[str] = []
    form = convert(xlsform_of(whole), warnings=warnings, file_type=".xlsx")
    assert warnings == []
    tree = ElementTree.fromstring(form.xform)
    binds = {str(bind.get("nodeset")).rsplit("/", 1)[-1]: bind for bind in tree.iterfind(".//x:bind", XFORMS)}
    routed = {name for name, said in relevants(whole).items() if said}
    assert {name for name in whole.questions if binds[name].get("relevant")} == routed
    labels = {value.text for value in tree.iterfind(".//x:text/x:value", XFORMS)} | {
        label.text for label in tree.iterfind(".//x:label", XFORMS)
    }
    assert {question.text["en"] for question in whole.questions.values()} <= labels
    assert {option.label["en"] for one in whole.questions.values() for option in one.options} <= labels


def test_pyxform_reads_welsh_beside_english() -> None:
    whole = instrument()
    form = convert(xlsform_of(welsh(whole)), file_type=".xlsx")
    tree = ElementTree.fromstring(form.xform)
    languages = {one.get("lang") for one in tree.iterfind(".//x:translation", XFORMS)}
    assert languages == {"English (en)", "Cymraeg (cy)"}
    assert "Dedfryd" in form.xform


def welsh(whole: Instrument) -> Instrument:
    view, *views = whole.views
    section, *sections = view.sections
    question, *questions = section.questions
    question = replace(question, text={**question.text, "cy": "Dedfryd"})
    section = replace(section, questions=(question, *questions))
    return replace(whole, views=(replace(view, sections=(section, *sections)), *views))


def test_a_workbook_that_somebody_saved_in_a_spreadsheet_is_read() -> None:
    book = load_workbook(io.BytesIO(xlsform_of(instrument())))
    book.create_sheet("notes", 0).append(["Ours alone"])
    book["survey"].insert_rows(3)
    book["survey"].insert_rows(1)
    book["survey"].cell(row=1, column=1).value = "Our visits, as agreed"
    book["survey"].merge_cells("A1:D1")
    book["settings"].title = "Settings "
    saved = io.BytesIO()
    book.save(saved)
    found = read_instrument(instrument_text(saved.getvalue(), "form.xlsx")[0], "form.toml")
    assert replace(found, fingerprint=instrument().fingerprint) == instrument()


def test_numbers_that_a_spreadsheet_made_of_codes_and_versions_are_read() -> None:
    book = Workbook()
    survey = book.create_sheet("survey")
    survey.append(["type", "name", "label", "relevant"])
    survey.append(["select_one how", "how", "How many?"])
    survey.append(["text", "why", "Why so many?", "${how} = 2"])
    choices = book.create_sheet("choices")
    for cells in (["list_name", "name", "label"], ["how", 1.0, 1.0], ["how", 2.0, 2.0]):
        choices.append(cells)
    settings = book.create_sheet("settings")
    settings.append(["form_id", "version"])
    settings.append(["visits", 3.0])
    saved = io.BytesIO()
    book.save(saved)
    found = read_instrument(instrument_text(saved.getvalue(), "form.xlsx")[0], "form.toml")
    assert (found.version, found.question("how").codes()) == ("3", ("n1", "n2"))
    assert found.question("why").when == Is("how", ("n2",))


def test_a_workbook_saved_as_ods_is_read() -> None:
    whole = instrument()
    sheets = rows_of(whole)
    tables = [
        "".join(
            row(*(text_cell(escape(one.get(heading, ""))) for heading in sheet.header))
            for one in ({heading: heading for heading in sheet.header}, *sheet.rows)
        )
        for sheet in sheets
    ]
    saved = ods(*tables, titles=[sheet.title for sheet in sheets])
    found = read_instrument(instrument_text(saved, "form.ods")[0], "form.toml")
    assert replace(found, fingerprint=whole.fingerprint) == whole


def test_the_row_that_is_named_is_the_row_of_the_file() -> None:
    book = load_workbook(io.BytesIO(xlsform_of(instrument())))
    book["survey"].insert_rows(1)
    book["survey"].cell(row=5, column=1).value = "geopoint"
    saved = io.BytesIO()
    book.save(saved)
    with pytest.raises(WrongInstrument, match=r"form\.xlsx, sheet survey, row 5, column type: .*geopoint"):
        instrument_text(saved.getvalue(), "form.xlsx")


def test_a_workbook_without_a_form_is_refused() -> None:
    empty = io.BytesIO()
    Workbook().save(empty)
    with pytest.raises(WrongInstrument, match="no sheet called survey"):
        instrument_text(empty.getvalue(), "form.xlsx")


@pytest.mark.parametrize("data", [b"type,name\ntext,q\n", b"PK\x03\x04 and no more"])
def test_what_is_no_workbook_is_refused(data: bytes) -> None:
    with pytest.raises(Refusal, match=r"form\.xlsx"):
        instrument_text(data, "form.xlsx")


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "form.xlsx").write_bytes(xlsform_of(instrument()))
    text, _ = instrument_text(read_workbook_file(tmp_path / "form.xlsx"), "form.xlsx")
    assert text.startswith("format = 1\n")
