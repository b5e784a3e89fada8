"""Any file at all is a table or a refusal in words: never an error, never a long wait, never much memory."""

import contextlib
import random
import tracemalloc
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.refusal import Refusal
from storage.platform import CannotRead
from storage.tables.archive import Archive
from storage.tables.reading import read_table, read_table_file
from storage.tables.table import MOST_BYTES, NotATable, too_large
from tests.storage.tables.workbooks import altered, no_cell, ods, row, text_cell, xlsx

GOOD_XLSX = xlsx(["Case reference", "Gender"], ["X1", "Male"], ["X2", 7])
GOOD_ODS = ods(
    row(text_cell("Case reference"), text_cell("Gender")) + row(text_cell("X1"), text_cell("Male"))
)
GOOD_CSV = "Case reference,Gender\r\nX1,Male\r\n".encode("utf-8-sig")

BILLION_LAUGHS = b'<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;">]>'


def zipped(**parts: bytes) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        for path, content in parts.items():
            file.writestr(path, content)
    return target.getvalue()


def password_protected() -> bytes:
    """A zip whose parts claim to be encrypted."""
    data = bytearray(GOOD_XLSX)
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(mark)
        while start >= 0:
            data[start + place] |= 1
            start = data.find(mark, start + 1)
    return bytes(data)


HOSTILE = {
    "empty": b"",
    "blank": b" \r\n\r\n,,\r\n",
    "byte-order mark only": b"\xef\xbb\xbf",
    "zeros": bytes(1_000),
    "all bytes": bytes(range(256)) * 4,
    "old Excel or password": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    "picture": b"\x89PNG\r\n\x1a\n" + bytes(40),
    "web page": b"\n<html><table><tr><td>a</td></tr></table></html>",
    "sealed": b"age-encryption.org/v1\n-> X25519 abc\n",
    "gzip": b"\x1f\x8b\x08" + bytes(30),
    "headings of control characters": b"a\x01,b\x02\n1,2\n",
    "headings that reorder": "a\u202eb,c\n1,2\n".encode(),
    "open quotation mark": b'a,b\n"1,2\n',
    "one endless cell": b"a\n" + b"x" * 5_000_000,
    "endless headings": b"," * 2_000_000 + b"a\n",
    "too many bytes": b"a" * (MOST_BYTES + 1),
    "too many rows": b"a\n" * 30_000,
    "zip of nothing": zipped(),
    "zip of something": zipped(**{"readme.txt": b"hello"}),
    "word document": zipped(**{"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<document/>"}),
    "zip cut short": GOOD_XLSX[:-40],
    "zip without its beginning": b"PK\x03\x04" + GOOD_XLSX[400:],
    "password on its parts": password_protected(),
    "zip bomb": altered(GOOD_XLSX, sheet1=lambda _: bytes(70_000_000)),
    "bomb of entities": altered(GOOD_XLSX, sheet1=lambda xml: BILLION_LAUGHS + xml),
    "entities from outside": altered(
        GOOD_XLSX, sharedStrings=lambda xml: b'<!DOCTYPE sst SYSTEM "file:///etc/passwd">' + xml
    ),
    "entities in UTF-16": altered(
        GOOD_XLSX, styles=lambda xml: (BILLION_LAUGHS + xml.partition(b"?>")[2]).decode().encode("utf-16")
    ),
    "attributes without end": altered(
        GOOD_XLSX, sheet1=lambda _: b"<a %s/>" % b" ".join(b'a%d=""' % number for number in range(120_000))
    ),
    "row without end": altered(GOOD_XLSX, sheet1=lambda _: b"<row>" + b"<c/>" * 250_000 + b"</row>"),
    "rows out of order": altered(GOOD_XLSX, sheet1=lambda xml: xml.replace(b'<row r="3"', b'<row r="1"')),
    "number without end": altered(
        GOOD_XLSX, sheet1=lambda xml: xml.replace(b"<v>7</v>", b"<v>%s</v>" % (b"7" * 10_000))
    ),
    "no XML": altered(GOOD_XLSX, workbook=lambda _: b"\x00\x01\x02"),
    "deep XML": altered(GOOD_XLSX, sheet1=lambda _: b"<a>" * 500_000),
    "far cell": altered(GOOD_XLSX, sheet1=lambda xml: xml.replace(b'"B2"', b'"XFD1048576"')),
    "far row": altered(GOOD_XLSX, sheet1=lambda xml: xml.replace(b'<row r="3"', b'<row r="20002"')),
    "string that is not there": altered(GOOD_XLSX, sheet1=lambda xml: xml.replace(b"<v>1</v>", b"<v>99</v>")),
    "sheet that is not there": altered(
        GOOD_XLSX, workbook=lambda xml: xml.replace(b'r:id="rId1"', b'r:id="rId9"')
    ),
    "empty workbook": xlsx([""]),
    "text document": ods(row(text_cell("a")), kind="application/vnd.oasis.opendocument.text"),
    "empty ODS": ods(row(no_cell())),
    "ODS of a million rows": ods(row(text_cell("x" * 1_000, 400), times=1_000_000)),
    "ODS of a far cell": ods(row(no_cell(10**9), text_cell("a"))),
    "ODS of no numbers": ods(row(text_cell("a")).replace('"1"', '"many"')),
    "ODS cut short": GOOD_ODS[:-30],
    "ODS with text cut short": altered(GOOD_ODS, content=lambda xml: xml[:-30]),
    "ODS with entities": altered(GOOD_ODS, content=lambda xml: BILLION_LAUGHS + xml),
    "ODS of spaces": ods(row(text_cell('a<text:s text:c="2000000000"/>'))),
    "ODS of deep text": ods(row(text_cell("<text:span>" * 5_000 + "a" + "</text:span>" * 5_000))),
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_files_are_refused_in_words_and_cheaply(data: bytes) -> None:
    tracemalloc.start()
    try:
        with pytest.raises(NotATable) as caught:
            read_table(data, "list.xlsx")
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert "“list.xlsx”" in caught.value.happened
    assert caught.value.kept == "Nothing was taken in."
    assert caught.value.next.endswith(".")
    assert most < 400_000_000


@pytest.mark.parametrize(
    ("error", "how"),
    [
        (MemoryError(), "needs more memory than there is"),
        (RecursionError(), "damaged"),
        (ZeroDivisionError(), "damaged"),
        (too_large("“list.xlsx”", "so it is"), "so it is"),
    ],
)
def test_whatever_a_library_raises_is_a_refusal(
    error: Exception, how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(archive: Archive, name: str) -> None:
        raise error

    monkeypatch.setattr("storage.tables.xlsx.read_xlsx", fails)
    with pytest.raises(NotATable, match=how):
        read_table(GOOD_XLSX, "list.xlsx")


def test_a_count_that_lies_reserves_nothing() -> None:
    """Readers that set aside room for as many strings as are stated fall over here."""
    stated = altered(GOOD_XLSX, sharedStrings=lambda xml: xml.replace(b"ount=", b'ount="99999999999" x=', 1))
    assert read_table(stated, "x").rows == read_table(GOOD_XLSX, "x").rows


@pytest.mark.parametrize(
    ("data", "source", "last"),
    [
        (GOOD_CSV, "CSV, UTF-8, commas", ("X1", "Male")),
        (GOOD_XLSX, "XLSX, sheet “Cases”", ("X2", "7")),
        (GOOD_ODS, "ODS, sheet “Sheet1”", ("X1", "Male")),
    ],
)
def test_each_kind_is_known_by_its_content(data: bytes, source: str, last: tuple[str, ...]) -> None:
    table = read_table(data, "no ending")
    assert (table.header, table.header_row) == (("Case reference", "Gender"), 1)
    assert table.source == source
    assert table.rows[-1] == last


def test_a_file_is_read_from_disk_by_any_name(tmp_path: Path) -> None:
    path = tmp_path / "Liste d’été ŵ.dat"
    path.write_bytes(GOOD_CSV)
    assert read_table_file(path) == read_table(GOOD_CSV, "x")


def test_a_file_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "nothing.csv"):
        with pytest.raises(CannotRead):
            read_table_file(path)
    large = tmp_path / "large.csv"
    large.write_bytes(b"a" * (MOST_BYTES + 1))
    with pytest.raises(CannotRead, match="larger than"):
        read_table_file(large)


@given(st.binary(max_size=400))
def test_any_bytes_are_a_table_or_refused(data: bytes) -> None:
    for start in (b"", b"PK\x03\x04", b"\xef\xbb\xbf", b"\xff\xfe"):
        _table_or_refusal(start + data)


@settings(deadline=None, max_examples=300)
@given(st.sampled_from([GOOD_XLSX, GOOD_ODS]), st.data())
def test_any_damage_to_a_workbook_is_a_table_or_refused(good: bytes, data: st.DataObject) -> None:
    damaged = bytearray(good)
    for place in data.draw(st.lists(st.integers(0, len(good) - 1), min_size=1, max_size=8)):
        damaged[place] = data.draw(st.integers(0, 255))
    _table_or_refusal(bytes(damaged[: data.draw(st.integers(len(good) // 2, len(good)))]))


@pytest.mark.parametrize("seed", range(8))
def test_damage_inside_the_parts_is_a_table_or_refused(seed: int) -> None:
    """Packed anew after the damage, so that no checksum gives it away: 50 times for each seed."""
    chance = random.Random(seed)
    parts = ("sheet1", "workbook", "sharedStrings", "styles", "content", "")

    def damage(content: bytes) -> bytes:
        changed = bytearray(content)
        for _ in range(chance.randint(1, 6)):
            place = chance.randrange(len(changed))
            piece = chance.choice([b"", b"9", b'"', b"<", b"-1", b"99999999999", b"\xff", b"</c>", b'r="A9"'])
            changed[place : place + chance.randint(0, 5)] = piece
        return bytes(changed)

    for _ in range(50):
        for good in (GOOD_XLSX, GOOD_ODS):
            _table_or_refusal(altered(good, **{chance.choice(parts): damage}))


def _table_or_refusal(data: bytes) -> None:
    """A refusal is as it should be; any other error fails the test."""
    with contextlib.suppress(Refusal):
        assert any(read_table(data, "x").header)
