"""Around the sheets of a workbook: which are visible, where they lie, shared strings, styles of days."""

import io
import zipfile

import pytest

from storage.tables.archive import Archive
from storage.tables.numbers import SINCE_1900, SINCE_1904
from storage.tables.xlsx_parts import surroundings, unescaped

KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PARTS = {
    "_rels/.rels": f"""
        <Relationships>
          <Relationship Id="r" Type="{KIND}/officeDocument" Target="xl/workbook.xml"/>
        </Relationships>""",
    "xl/_rels/workbook.xml.rels": f"""
        <Relationships>
          <Relationship Id="r1" Type="{KIND}/worksheet" Target="worksheets/sheet1.xml"/>
          <Relationship Id="r2" Type="{KIND}/worksheet" Target="/xl/other/../two.xml"/>
          <Relationship Id="r3" Type="{KIND}/chartsheet" Target="chart.xml"/>
          <Relationship Id="r4" Type="{KIND}/sharedStrings" Target="strings.xml"/>
          <Relationship Id="r5" Type="{KIND}/styles" Target="styles.xml"/>
          <Relationship Id="r6" Type="{KIND}/hyperlink" Target="http://x" TargetMode="External"/>
        </Relationships>""",
    "xl/workbook.xml": """
        <workbook xmlns:r="urn:r">
          <workbookPr/>
          <sheets>
            <sheet name="Cover" r:id="r3"/>
            <sheet name="Secret" state="veryHidden" r:id="r1"/>
            <sheet name="Cases" state="visible" r:id="r2"/>
          </sheets>
        </workbook>""",
    "xl/strings.xml": """
        <sst>
          <si><t>plain</t></si>
          <si><r><t>Zo</t></r><r><t xml:space="preserve">ë </t></r></si>
          <si><t>課</t><rPh><t>か</t></rPh></si>
          <si/>
          <si><t>a_x000D_b</t></si>
        </sst>""",
    "xl/styles.xml": """
        <styleSheet>
          <numFmts><numFmt numFmtId="165" formatCode="d mmm yyyy"/></numFmts>
          <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
          <cellXfs>
            <xf numFmtId="0"/><xf numFmtId="165"/><xf numFmtId="9"/><xf/><xf numFmtId="14"/>
          </cellXfs>
        </styleSheet>""",
}


def archive(**changes: str) -> Archive:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as file:
        for path, content in (PARTS | changes).items():
            if content:
                file.writestr(path, content.strip())
    return Archive(target.getvalue(), "x.xlsx")


def test_what_surrounds_the_sheets_is_read() -> None:
    around = surroundings(archive())
    assert around.sheets == (("Cases", "xl/two.xml"),)
    assert around.strings == ("plain", "Zoë ", "課", "", "a\rb")
    assert around.days == {1, 4}
    assert around.shares == {2}
    assert around.since == SINCE_1900


def test_a_workbook_that_counts_from_1904_says_so() -> None:
    changed = PARTS["xl/workbook.xml"].replace("<workbookPr/>", '<workbookPr date1904="1"/>')
    assert surroundings(archive(**{"xl/workbook.xml": changed})).since == SINCE_1904


@pytest.mark.parametrize("path", PARTS)
def test_a_part_that_is_missing_is_an_error(path: str) -> None:
    with pytest.raises(KeyError):
        surroundings(archive(**{path: ""}))


def test_a_package_of_no_document_or_two_is_an_error() -> None:
    with pytest.raises(ValueError, match="not enough values"):
        surroundings(archive(**{"_rels/.rels": "<Relationships/>"}))


@pytest.mark.parametrize(
    ("text", "read"),
    [("_x005F_x0041_", "_x0041_"), ("_x0041_", "A"), ("_x41_", "_x41_"), ("x", "x")],
)
def test_characters_written_by_number(text: str, read: str) -> None:
    assert unescaped(text) == read
