"""A zip file gives its parts, checked, and never more than it stated."""

import io
import struct
import zipfile
from xml.parsers import expat

import pytest

from storage.tables import archive, xml_limits
from storage.tables.archive import Archive
from storage.tables.table import NotATable


def zipped(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as file:
        for path, content in parts.items():
            file.writestr(path, content)
    return target.getvalue()


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_part_is_opened_and_read_as_in_any_zip_file(method: int) -> None:
    opened = Archive(zipped({"xl/workbook.xml": b"<a/>"}, method), "a.xlsx")
    assert opened.namelist() == ["xl/workbook.xml"]
    assert opened.read("xl/workbook.xml") == b"<a/>"
    with opened.open("xl/workbook.xml") as part:
        assert part.read(2) == b"<a"
    with pytest.raises(KeyError):
        opened.open("other")


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_packings_that_no_spreadsheet_uses_are_not_opened(method: int) -> None:
    with pytest.raises(zipfile.BadZipFile):
        Archive(zipped({"a": b"hello"}, method), "a.xlsx")


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
    data = zipped({"a": b"<a>" + b"<row/>" * 499_998 + b"     </a>"})
    lying = data.replace(struct.pack("<L", 3_000_000), struct.pack("<L", stated))
    assert lying != data
    assert len(Archive(data, "a.xlsx").read("a")) == 3_000_000
    with pytest.raises(zipfile.BadZipFile):
        Archive(lying, "a.xlsx").open("a")


def test_no_part_is_opened_that_is_over_the_limits() -> None:
    with pytest.raises(NotATable, match="holds too many smaller ones"):
        Archive(zipped({"a": b"<a>" * 500}), "a.xlsx").open("a")
    with pytest.raises(expat.ExpatError):
        Archive(zipped({"a": b"no XML"}), "a.xlsx").open("a")


def test_elements_count_over_all_parts_and_each_part_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xml_limits, "MOST_ELEMENTS", 30)
    part = b"<a>" + b"<b/>" * 19 + b"</a>"
    opened = Archive(zipped({"a": part, "b": part}), "a.xlsx")
    assert opened.read("a") == opened.read("a") == part
    with pytest.raises(NotATable, match="made of more than 30 pieces"):
        opened.open("b")


def test_the_kind_of_file_that_it_says_it_is() -> None:
    assert Archive(zipped({"mimetype": b"text/plain"}), "a.ods").stated_type() == b"text/plain"
    assert Archive(zipped({"other": b"text/plain"}), "a.ods").stated_type() == b""
