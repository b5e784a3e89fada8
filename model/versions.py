"""Which version of an instrument stands, and by which version each assessment is read."""

import re
from collections.abc import Iterable, Mapping
from typing import TypeVar

from model.cases import Assessment
from model.instruments.instrument import Head, Instrument

VERSION = "version."
"""Fields of the inspection: by id of an instrument, the fingerprint of the version that was issued last."""


V = TypeVar("V", Head, Instrument)


def standing(versions: Iterable[V], issued: Mapping[str, str]) -> dict[str, V]:
    """Return by id the version of each instrument that stands: the one issued last.

    `issued` is fingerprint by id. Where none was issued, nobody has decided between two, or its text has not
    arrived, it is the lowest version at hand, with which the inspection was made; of two of one number, by
    fingerprint.
    """
    by_id: dict[str, list[V]] = {}
    for one in versions:
        by_id.setdefault(one.id, []).append(one)
    return {
        id: next((one for one in held if one.fingerprint == issued.get(id)), min(held, key=_height))
        for id, held in by_id.items()
    }


def read_by(made: Assessment, versions: Mapping[str, Head], stands: Mapping[str, Head]) -> str:
    """Return the fingerprint of the version by which an assessment is read.

    That is the version that stands; of a closed assessment the one under which it was closed, so that what
    is complete stays complete. `versions` are by fingerprint; one that has not arrived stays as recorded.
    """
    under = made.closed_under or (made.instrument if made.is_closed else "")
    if under in versions:
        return under
    held = versions.get(made.instrument)
    return made.instrument if held is None else stands[held.id].fingerprint


def next_version(version: str, taken: Iterable[str]) -> str:
    """Return a version number after this one that is not taken: "1.0" → "1.1", "draft" → "draft.1"."""
    known = set(taken)
    head, dot, last = version.rpartition(".")
    head, number = (head + dot, int(last)) if last.isdecimal() else (f"{version}.", 0)
    while f"{head}{number}" in known or number == 0 or f"{head}{number}" == version:
        number += 1
    return f"{head}{number}"


def _height(instrument: Head | Instrument) -> tuple[list[tuple[int, str]], str]:
    """A version number as it is meant: 1.10 stands above 1.9."""
    pieces = re.findall(r"\d+|[^\d.]+", instrument.version)
    return [
        (int(piece), "") if piece.isdecimal() else (-1, piece) for piece in pieces
    ], instrument.fingerprint
