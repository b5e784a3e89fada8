"""Which entries travel to whom when the office or the lead inspector writes a bundle."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from model.authority import Travel, rule_for
from model.journal.entry import Entry, FieldKey
from model.people import Role

SECOND = "second"
ASKED_BY = frozenset({"officer", "instrument", "purpose", "holder"})
"""What colleagues with cases of an officer are told of the officer's interview: who asks, no more."""


@dataclass(frozen=True, slots=True)
class Holdings:
    """Who holds which assessment, which assessments were made of a case, and what hangs on them.

    `had`: everybody who was ever named as its holder. `belongs`: for each note, line, point or alert, the
    assessment it was written in. `asked`: for each assessment of an officer, that officer; `concerned`: for
    each officer, who holds a case or an interview of them, or of an officer they were joined with. A field in
    conflict counts for every side of it.
    """

    holders: Mapping[str, frozenset[str]]
    had: Mapping[str, frozenset[str]]
    made: Mapping[str, frozenset[str]]
    purposes: Mapping[str, frozenset[str]]
    belongs: Mapping[str, frozenset[str]]
    asked: Mapping[str, frozenset[str]]
    concerned: Mapping[str, frozenset[str]]


def holdings(entries: Iterable[Entry], past: Iterable[Entry] = ()) -> Holdings:
    """Return who holds what, from the entries that stand (heads) about assessments, officers and writing.

    `past`: entries about holders that were replaced since.
    """
    held: dict[tuple[str, str], dict[str, set[str]]] = {}
    belongs: dict[str, set[str]] = {}
    for entry in entries:
        body = entry.body
        if body is None or not isinstance(body.value, str):
            continue
        kind, subject, field = body.key
        held.setdefault((kind, field), {}).setdefault(subject, set()).add(body.value)
        if field == "assessment":
            belongs.setdefault(subject, set()).add(body.value)
    holders, cases, purposes, asked = (
        held.get(("assessment", field), {}) for field in ("holder", "case", "purpose", "officer")
    )
    made: dict[str, set[str]] = {}
    for assessment, named in cases.items():
        for case in named:
            made.setdefault(case, set()).add(assessment)
    had = {assessment: set(people) for assessment, people in holders.items()}
    for entry in past:
        if entry.body is not None and isinstance(entry.body.value, str):
            had.setdefault(entry.body.key.id, set()).add(entry.body.value)
    meant = held.get(("case", "officer"), {})
    joined = [(one, other) for one, named in held.get(("officer", "same_as"), {}).items() for other in named]
    theirs = {case: made.get(case, set()) for case in meant}
    concerned = _concerned([*_officers(meant, theirs), *_officers(asked)], holders, joined)
    found = (holders, had, made, purposes, belongs, asked, concerned)
    return Holdings(*(_frozen(each) for each in found))


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
    if key.kind == "officer" and person in held.concerned.get(key.id, ()):
        return True
    assessments = _assessments(key, held)
    if any(person in held.holders.get(assessment, ()) for assessment in assessments):
        return True
    if key.kind != "case" and any(SECOND in held.purposes.get(each, ()) for each in assessments):
        return False
    if key.kind == "assessment" and key.field in ASKED_BY:
        officers = held.asked.get(key.id, frozenset())
        if any(person in held.concerned.get(officer, ()) for officer in officers):
            return True
    return role is Role.LEAD


def _assessments(key: FieldKey, held: Holdings) -> frozenset[str]:
    if key.kind == "assessment":
        return frozenset({key.id})
    if key.kind == "case":
        return held.made.get(key.id, frozenset())
    return held.belongs.get(key.id, frozenset())


def _officers(
    named: Mapping[str, set[str]], of: Mapping[str, set[str]] | None = None
) -> Iterator[tuple[str, set[str]]]:
    """Each officer named by a case or an interview, with the assessments through which people know them."""
    for subject, officers in named.items():
        for officer in officers:
            yield officer, {subject} if of is None else of[subject]


def _concerned(
    known: Iterable[tuple[str, set[str]]], holders: Mapping[str, set[str]], joined: Iterable[tuple[str, str]]
) -> dict[str, set[str]]:
    """By officer, who holds something of them; officers who were joined share everybody."""
    people: dict[str, set[str]] = {}
    for officer, assessments in known:
        people.setdefault(officer, set()).update(
            *(holders.get(assessment, set()) for assessment in assessments)
        )
    together = {officer: {officer} for officer in people}
    for one, other in joined:
        both = together.get(one, {one}) | together.get(other, {other})
        together |= dict.fromkeys(both, both)
    return {
        officer: set().union(*(people.get(each, set()) for each in group))
        for officer, group in together.items()
    }


def _frozen(found: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    return {key: frozenset(values) for key, values in found.items()}
