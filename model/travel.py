"""Which entries travel to whom when the office or the lead inspector writes a bundle."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from model.authority import Travel, rule_for
from model.journal.entry import Entry, FieldKey
from model.people import Role

SECOND = "second"


@dataclass(frozen=True, slots=True)
class Holdings:
    """Who holds which assessment, which assessments were made of a case, and what hangs on them.

    `had`: everybody who was ever named as its holder. `belongs`: for each note, line, point or alert, the
    assessment it was written in. A field in conflict counts for every side of it.
    """

    holders: Mapping[str, frozenset[str]]
    had: Mapping[str, frozenset[str]]
    made: Mapping[str, frozenset[str]]
    purposes: Mapping[str, frozenset[str]]
    belongs: Mapping[str, frozenset[str]]


def holdings(entries: Iterable[Entry], past: Iterable[Entry] = ()) -> Holdings:
    """Return who holds what, from the entries that stand (heads) about assessments and what hangs on them.

    `past`: entries about holders that were replaced since.
    """
    holders: dict[str, set[str]] = {}
    made: dict[str, set[str]] = {}
    purposes: dict[str, set[str]] = {}
    belongs: dict[str, set[str]] = {}
    for entry in entries:
        body = entry.body
        if body is None or not isinstance(body.value, str):
            continue
        match body.key:
            case ("assessment", assessment, "holder"):
                holders.setdefault(assessment, set()).add(body.value)
            case ("assessment", assessment, "case"):
                made.setdefault(body.value, set()).add(assessment)
            case ("assessment", assessment, "purpose"):
                purposes.setdefault(assessment, set()).add(body.value)
            case (_, piece, "assessment"):
                belongs.setdefault(piece, set()).add(body.value)
    had = {assessment: set(people) for assessment, people in holders.items()}
    for entry in past:
        if entry.body is not None and isinstance(entry.body.value, str):
            had.setdefault(entry.body.key.id, set()).add(entry.body.value)
    return Holdings(_frozen(holders), _frozen(had), _frozen(made), _frozen(purposes), _frozen(belongs))


def travels_to(person: str, role: Role, key: FieldKey, held: Holdings) -> bool:
    """Return whether what is recorded about `key` goes into this person's next bundle.

    A blind second assessment goes only to its holder; what is the office's own goes nowhere. Who held an
    assessment before is told who does now, and nothing else of it.
    """
    rule = rule_for(key)
    if rule is None or rule.travel is Travel.OFFICE:
        return False
    if rule.travel is Travel.TEAM:
        return True
    if key.kind == "assessment" and key.field == "holder" and person in held.had.get(key.id, ()):
        return True
    assessments = _assessments(key, held)
    if any(person in held.holders.get(assessment, ()) for assessment in assessments):
        return True
    if role is not Role.LEAD:
        return False
    if key.kind == "case":
        return True
    return not any(SECOND in held.purposes.get(assessment, ()) for assessment in assessments)


def _assessments(key: FieldKey, held: Holdings) -> frozenset[str]:
    if key.kind == "assessment":
        return frozenset({key.id})
    if key.kind == "case":
        return held.made.get(key.id, frozenset())
    return held.belongs.get(key.id, frozenset())


def _frozen(found: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    return {key: frozenset(values) for key, values in found.items()}
