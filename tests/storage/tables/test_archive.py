"""A zip file gives its parts, checked, and never more than it stated."""

import io
import struct
import zipfile

import pytest

from storage.tables import archive
from storage.tables.archive import Archive
from storage.tables.table import NotATable


def zipped(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as file:
        for path, content in parts.items():
            file.writestr(path, content)
    return target.getvalue()


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_parts_are_found_whatever_their_capitals(method: int) -> None:
    opened = Archive(zipped({"xl/Workbook.xml": b"hello"}, method), "a.xlsx")
    assert opened.holds("XL/workbook.XML")
    assert opened.part("xl/workbook.xml") == b"hello"
    assert not opened.holds("other")
    assert opened.has_folder("xl/")
    assert not opened.has_folder("word/")
    with pytest.raises(KeyError):
        opened.part("other")


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_packings_that_no_spreadsheet_uses_are_not_opened(method: int) -> None:
    with pytest.raises(zipfile.BadZipFile):
        Archive(zipped({"a": b"hello"}, method), "a.xlsx").part("a")


def test_more_than_any_list_needs_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    data = zipped({"a": bytes(3_000_000), "b": bytes(3_000_000)})
    assert len(data) < 20_000
    monkeypatch.setattr(archive, "MOST_UNPACKED", 5_000_000)
    with pytest.raises(NotATable, match="unpacks to more than 5 million bytes"):
        Archive(data, "a.xlsx")


def test_too_many_parts_are_refused() -> None:
    with pytest.raises(NotATable, match="more than 5,000 parts"):
        Archive(zipped({str(number): b"" for number in range(5_001)}, zipfile.ZIP_STORED), "a.xlsx")


@pytest.mark.parametrize("stated", [10, 3_000_001])
def test_a_part_that_is_not_as_long_as_stated_is_damaged(stated: int) -> None:
    """Both places that state the length are changed, as somebody would who hides how much there is."""
    data = zipped({"a": bytes(3_000_000)})
    lying = data.replace(struct.pack("<L", 3_000_000), struct.pack("<L", stated))
    assert lying != data
    with pytest.raises(zipfile.BadZipFile):
        Archive(lying, "a.xlsx").part("a")
