"""The parts of a zipped workbook, unpacked in memory, one by one, and never more than was declared."""

import io
import zipfile

from storage.tables.table import too_large

MOST_UNPACKED = 64_000_000
"""Bytes of all parts together."""
_MOST_PARTS = 5_000
_STORED_OR_DEFLATED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class Archive:
    """The parts of a zip file. Raises NotATable for too many or too large ones, else what zipfile raises."""

    def __init__(self, data: bytes, name: str) -> None:
        self._zip = zipfile.ZipFile(io.BytesIO(data))
        parts = self._zip.infolist()
        if len(parts) > _MOST_PARTS:
            raise too_large(name, f"it has more than {_MOST_PARTS:,} parts")
        if sum(part.file_size for part in parts) > MOST_UNPACKED:
            raise too_large(name, f"it unpacks to more than {MOST_UNPACKED // 1_000_000} million bytes")
        self._parts = {part.filename.casefold(): part for part in parts}

    def holds(self, path: str) -> bool:
        """Whether there is a part of this path; capital letters do not count."""
        return path.casefold() in self._parts

    def has_folder(self, folder: str) -> bool:
        """Whether any part lies in this folder, given with a slash at its end."""
        return any(path.startswith(folder) for path in self._parts)

    def part(self, path: str) -> bytes:
        """The bytes of a part, checked against their stated sum and length. KeyError if there is none."""
        stated = self._parts[path.casefold()]
        if stated.compress_type not in _STORED_OR_DEFLATED:
            raise zipfile.BadZipFile(path)
        with self._zip.open(stated) as opened:
            content = opened.read(stated.file_size + 1)
        if len(content) != stated.file_size:
            raise zipfile.BadZipFile(path)
        return content
