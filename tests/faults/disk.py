"""A disk that loses power: from a recording of what a program did, every file as a disk could hold it then.

What was flushed stays. A write that was not flushed survives whole, not at all, or by sectors of 512 bytes at
random. A new name, a changed name or a removal survives once its folder was flushed; until then those that
survive are the first few of them.
"""

import struct
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from random import Random

SECTOR = 512
_HEAD = struct.Struct("<cIIQQ")


class Cut(StrEnum):
    """What became of everything that was not flushed when the power went."""

    NOTHING = "nothing of it"
    ALL = "all of it"
    NAMES = "names, not contents"
    SOME = "some of it"


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that a program did to a file (see recorder.c for the letters)."""

    letter: str
    name: str
    second: str
    offset: int
    data: bytes


def read_recording(path: Path) -> tuple[Operation, ...]:
    """Return what a recorder wrote, in order."""
    data, place, found = path.read_bytes(), 0, []
    while place < len(data):
        letter, first, second, offset, length = _HEAD.unpack_from(data, place)
        start = place + _HEAD.size
        middle, end = start + first, start + first + second
        name, other = data[start:middle].decode(), data[middle:end].decode()
        found.append(Operation(letter.decode(), name, other, offset, data[end : end + length]))
        place = end + length
    return tuple(found)


@dataclass
class _File:
    """One file, whatever it is called: its bytes on the disk, and the changes that are not flushed."""

    safe: bytearray = field(default_factory=bytearray)
    waiting: list[Operation] = field(default_factory=list)


@dataclass
class Disk:
    """Follows a recording; `cut` says what is there if the power goes now. `marks` are those set so far."""

    names: dict[str, _File] = field(default_factory=dict)
    marks: list[str] = field(default_factory=list)
    _safe_names: dict[str, _File] = field(default_factory=dict)
    _renamed: list[tuple[Operation, _File]] = field(default_factory=list)

    def follow(self, operation: Operation) -> None:
        """Take one operation of the program into account."""
        name = operation.name
        match operation.letter:
            case "M":
                self.marks.append(name)
            case "C":
                self.names[name] = _File()
                self._renamed.append((operation, self.names[name]))
            case "W" | "L":
                self.names[name].waiting.append(operation)
            case "F" if name in self.names:
                file = self.names[name]
                for change in file.waiting:
                    _apply(file.safe, change.letter, change.offset, change.data)
                file.waiting.clear()
            case "F":
                _rename(self._safe_names, self._renamed)
                self._renamed.clear()
            case "N":
                self.names[operation.second] = self.names.pop(name)
                self._renamed.append((operation, self.names[operation.second]))
            case "R":
                self._renamed.append((operation, self.names.pop(name)))

    def cut(self, how: Cut, dice: Random) -> dict[str, bytes]:
        """Return the files that are on the disk, by name, if the power goes now."""
        survive = {Cut.NOTHING: 0, Cut.SOME: dice.randint(0, len(self._renamed))}
        names = dict(self._safe_names)
        _rename(names, self._renamed[: survive.get(how, len(self._renamed))])
        return {name: _contents(file, how, dice) for name, file in names.items()}


def cuts(
    recording: Iterable[Operation], number: int, dice: Random, begin: str = ""
) -> Iterator[tuple[tuple[str, ...], Cut, Mapping[str, bytes]]]:
    """Yield `number` states of the disk: the marks until then, how the cut went, and the files there.

    The cuts fall at random, after the mark `begin` if one is named.
    """
    operations = tuple(recording)
    first = next((place for place, one in enumerate(operations) if one.name == begin), 0)
    places = sorted(dice.choices(range(first, len(operations)), k=number))
    disk, done = Disk(), 0
    for place in places:
        for operation in operations[done : place + 1]:
            disk.follow(operation)
        done = place + 1
        how = dice.choice(list(Cut))
        yield tuple(disk.marks), how, disk.cut(how, dice)


def lay_out(files: Mapping[str, bytes], recorded: Path, here: Path) -> None:
    """Write files that were recorded below one folder below another."""
    here.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        path = here / Path(name).relative_to(recorded)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _rename(names: dict[str, _File], changes: Iterable[tuple[Operation, _File]]) -> None:
    for operation, file in changes:
        if operation.letter == "R":
            names.pop(operation.name, None)
        elif operation.letter == "N":
            names.pop(operation.name, None)
            names[operation.second] = file
        else:
            names[operation.name] = file


def _contents(file: _File, how: Cut, dice: Random) -> bytes:
    data = bytearray(file.safe)
    if how is Cut.ALL:
        for change in file.waiting:
            _apply(data, change.letter, change.offset, change.data)
    elif how is Cut.SOME:
        for change in file.waiting:
            _apply_torn(data, change, dice)
    return bytes(data)


def _apply_torn(data: bytearray, change: Operation, dice: Random) -> None:
    share = dice.choice((0.0, 0.5, 1.0))
    if change.letter == "L":
        if dice.random() < share:
            _apply(data, "L", change.offset, b"")
        return
    start, end = change.offset, change.offset + len(change.data)
    while start < end:
        stop = min(end, (start // SECTOR + 1) * SECTOR)
        if dice.random() < share:
            _apply(data, "W", start, change.data[start - change.offset : stop - change.offset])
        start = stop


def _apply(data: bytearray, letter: str, offset: int, written: bytes) -> None:
    if letter == "L":
        del data[offset:]
        data.extend(bytes(offset - len(data)))
    else:
        if len(data) < offset:
            data.extend(bytes(offset - len(data)))
        data[offset : offset + len(written)] = written
