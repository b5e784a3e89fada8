"""Officers: who they are as the office confirmed it, and which cases a list seems to mean by one of them.

Names and units of a provider's list only propose a match; the office confirms, splits or joins
(DESIGN section 4). An officer is asked their own items once, however many of their cases are inspected
(summary report 2019, section 2.3, note 12).
"""

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from model.cases import records_from, words
from model.journal.fields import Current


@dataclass(frozen=True, slots=True)
class Officer:
    """An officer whom somebody confirmed. `same_as`: the officer whom this one turned out to be, or ""."""

    id: str
    name: str
    unit: str
    same_as: str
    records: Mapping[str, str]
    """By instrument id, the interview of record that a named person chose."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One case with the officer and the unit that the provider's list gives for it."""

    case: str
    name: str
    unit: str


class Match(StrEnum):
    """How the cases of a proposal came together."""

    ONE_SPELLING = "one spelling"
    SEVERAL_SPELLINGS = "several spellings"


@dataclass(frozen=True, slots=True)
class Proposal:
    """Cases by which one officer seems to be meant, for somebody to confirm.

    `officer` is a confirmed one whom they seem to belong to, or "". `alike` are the ids of confirmed
    officers and of other proposals that may be the same person and are not proposed as such.
    """

    id: str
    name: str
    unit: str
    cases: tuple[str, ...]
    spellings: tuple[str, ...]
    match: Match
    officer: str
    alike: tuple[str, ...]


def officer_from(id: str, fields: Mapping[str, Current]) -> Officer:
    """Return the officer that these fields describe; what is missing or in conflict is empty."""
    return Officer(
        id, words(fields, "name"), words(fields, "unit"), words(fields, "same_as"), records_from(fields)
    )


def one_of(officers: Mapping[str, str]) -> dict[str, str]:
    """Return for each officer the one who stands for everybody they were joined with.

    `officers`: by id, the `same_as` of each. A ring, which two people joining at once can make, stands for
    one officer too: the first id of it. An officer who is not known here stands for themselves.
    """
    found = {}
    for officer in officers:
        way = [officer]
        while (further := officers.get(way[-1], "")) and further not in way:
            way.append(further)
        found[officer] = min(way[way.index(further) :]) if further else way[-1]
    return found


def officer_id(inspection: str, name: str, unit: str) -> str:
    """Return the id of an officer who is confirmed from a proposal: 32 hex digits.

    It follows from what the list says, so that two people who confirm the same proposal agree.
    """
    said = "\n".join(("casebook officer", inspection, *fold(name), fold_unit(unit)))
    return hashlib.sha256(said.encode()).hexdigest()[:32]


def propose(
    listed: Iterable[Listed], confirmed: Mapping[str, Sequence[Listed]], inspection: str
) -> tuple[Proposal, ...]:
    """Group the cases that nobody has confirmed an officer for; nothing is decided by it.

    `confirmed`: by officer, what the list says of the cases confirmed as theirs. Within a unit, spellings
    that differ in capitals, spaces, marks or order of names come together, and initials with the one full
    name that they fit. The same name in another unit is only pointed out. In order of name and unit.
    """
    waiting = [one for one in listed if one.name.strip()]
    groups: dict[tuple[tuple[str, ...], str], list[Listed]] = {}
    for one in waiting:
        groups.setdefault((fold(one.name), fold_unit(one.unit)), []).append(one)
    known = {
        officer: {(fold(one.name), fold_unit(one.unit)) for one in theirs}
        for officer, theirs in confirmed.items()
    }
    merged = _with_initials(groups, known)
    ids = {key: officer_id(inspection, " ".join(key[0]), key[1]) for key in merged}
    found = []
    for key, theirs in merged.items():
        belongs = _only(officer for officer, keys in known.items() if key in keys) or _only(
            officer for officer, keys in known.items() if any(_fits(key, other) for other in keys)
        )
        alike = [ids[other] for other in merged if other != key and _alike(key, other)]
        alike += [
            officer
            for officer, keys in known.items()
            if officer != belongs and any(_alike(key, other) or key == other for other in keys)
        ]
        spellings = tuple(sorted({one.name.strip() for one in theirs}))
        found.append(
            Proposal(
                ids[key],
                _usual(theirs),
                Counter(one.unit.strip() for one in theirs).most_common(1)[0][0],
                tuple(one.case for one in theirs),
                spellings,
                Match.ONE_SPELLING if len(spellings) == 1 else Match.SEVERAL_SPELLINGS,
                belongs,
                tuple(sorted(set(alike) - {ids[key]})),
            )
        )
    return tuple(sorted(found, key=lambda one: (fold(one.name), one.unit, one.id)))


def fold(name: str) -> tuple[str, ...]:
    """Return the parts of a name as they are compared: plain small letters, surname last.

    "THOMPSON, Zoë" and "Zoe  Thompson" are the same; a hyphen joins, a full stop does not count.
    """
    surname, comma, others = name.partition(",")
    ordered = f"{others} {surname}" if comma else name
    apart = unicodedata.normalize("NFKD", ordered.casefold())
    plain = "".join(letter for letter in apart if not unicodedata.combining(letter))
    letters = "".join(letter if letter.isalnum() else "" if letter in "-'’" else " " for letter in plain)
    return tuple(letters.split())


def fold_unit(unit: str) -> str:
    """Return a unit as it is compared: letters and digits in lower case, commas as blanks, "&" as "and"."""
    return " ".join(fold(unit.replace(",", " ").replace("&", " and ")))


def proposed_holder(holders: Iterable[str]) -> str:
    """Return who should interview an officer: whoever holds most of their cases, "" where nobody does.

    `holders`: the holder of each of the officer's cases, in order of the cases; of two with as many, the
    one who holds the earlier case.
    """
    counted = Counter(holder for holder in holders if holder)
    return max(counted, key=lambda holder: counted[holder], default="")


_Key = tuple[tuple[str, ...], str]


def _with_initials(
    groups: Mapping[_Key, list[Listed]], known: Mapping[str, set[_Key]]
) -> dict[_Key, list[Listed]]:
    """Put names with initials to the one full name in their unit that they fit, if there is only one."""
    full = [key for key in groups if not _is_short(key)]
    elsewhere = {key for keys in known.values() for key in keys if not _is_short(key)} - set(full)
    found = {key: list(theirs) for key, theirs in groups.items()}
    for key, theirs in groups.items():
        fitting = [other for other in full if _fits(key, other)] if _is_short(key) else []
        if len(fitting) == 1 and not any(_fits(key, other) for other in elsewhere):
            found[fitting[0]] += theirs
            del found[key]
    return found


def _is_short(key: _Key) -> bool:
    return any(len(part) == 1 for part in key[0][:-1])


def _fits(short: _Key, full: _Key) -> bool:
    """Whether initials and a full name in one unit may be the same: each part the other, or its initial."""
    return short != full and short[1] == full[1] and _names_fit(short[0], full[0])


def _names_fit(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if not one or not other or one[-1] != other[-1]:
        return False
    pairs = zip(one[:-1], other[:-1], strict=False)
    return all(a == b or (min(len(a), len(b)) == 1 and a[0] == b[0]) for a, b in pairs)


def _alike(one: _Key, other: _Key) -> bool:
    """Whether two names may be one person although nothing proposes it."""
    return one != other and _names_fit(one[0], other[0])


def _usual(theirs: Sequence[Listed]) -> str:
    """The spelling that stands most often; of those as frequent a plain one, then the longest."""
    counted = Counter(" ".join(one.name.split()) for one in theirs)
    return max(
        counted,
        key=lambda name: (
            counted[name],
            "," not in name,
            name not in (name.upper(), name.lower()),
            len(name),
            name,
        ),
    )


def _only(found: Iterable[str]) -> str:
    every = list(found)
    return every[0] if len(every) == 1 else ""
