"""A zipped workbook whose parts are opened one by one, in memory, and only within limits."""

import io
import zipfile
from typing import IO, Literal

from storage.tables.table import too_large
from storage.tables.xml_limits import check_xml

MOST_UNPACKED = 64_000_000
"""Bytes of all parts together."""
_MOST_PARTS = 5_000
_STORED_OR_DEFLATED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_TYPE = "mimetype"


class Archive(zipfile.ZipFile):
    """A zip file to hand to a library: a part that is opened has the length stated, and XML within limits.

    Raises NotATable for too many or too large parts, BadZipFile for packings that no spreadsheet uses, else
    what zipfile and expat raise.
    """

    def __init__(self, data: bytes, name: str) -> None:
        super().__init__(io.BytesIO(data))
        self._called = name
        self._elements: dict[str, int] = {}
        parts = self.infolist()
        if len(parts) > _MOST_PARTS:
            raise too_large(name, f"it has more than {_MOST_PARTS:,} parts")
        if sum(part.file_size for part in parts) > MOST_UNPACKED:
            raise too_large(name, f"it unpacks to more than {MOST_UNPACKED // 1_000_000} million bytes")
        if any(part.compress_type not in _STORED_OR_DEFLATED for part in parts):
            raise zipfile.BadZipFile

    def stated_type(self) -> bytes:
        """What the file says that it is, where its kind of file says so; else nothing."""
        return self._unpacked(_TYPE) if _TYPE in self.namelist() else b""

    def open(
        self,
        name: str | zipfile.ZipInfo,
        mode: Literal["r", "w"] = "r",
        pwd: bytes | None = None,
        *,
        force_zip64: bool = False,
    ) -> IO[bytes]:
        """Open a part of XML; `read` comes here too. KeyError if there is none."""
        content = self._unpacked(name)
        path = name if isinstance(name, str) else name.filename
        if path not in self._elements:
            self._elements[path] = check_xml(content, self._called, sum(self._elements.values()))
        return io.BytesIO(content)

    def _unpacked(self, name: str | zipfile.ZipInfo) -> bytes:
        part = name if isinstance(name, zipfile.ZipInfo) else self.getinfo(name)
        with super().open(part) as opened:
            content = opened.read(part.file_size + 1)
        if len(content) != part.file_size:
            raise zipfile.BadZipFile
        return content
