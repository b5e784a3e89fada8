"""The record of a draw: all that anyone with the provider's list needs to draw it again and compare."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass

from model.instruments.programme import Sample
from model.refusal import Refusal
from model.sampling.draw import Draw, draw
from model.sampling.minimum import Minimum
from model.sampling.size import sample_size
from model.sampling.strata import Eligible, Quota, group_name

METHOD = "stratified, largest remainder, order by SHA-256 of seed|reference, 1"
"""Names the way of drawing; it changes when the same seed would give other cases."""

METHOD_WITH_MINIMUMS = (
    "stratified, largest remainder, raised to minimum numbers, order by SHA-256 of seed|reference, 1"
)
"""Names the way of drawing where some groups have minimum numbers (see `minimum.raised`)."""


@dataclass(frozen=True, slots=True)
class SizeRule:
    """How the size was found: a confidence and a margin of error, shares between 0 and 1."""

    confidence: float
    margin: float


Rule = SizeRule | int
"""A rule of the programme: confidence and margin, or a number of cases that it sets."""


def rule_of(sample: Sample) -> Rule:
    """Return the rule by which a programme finds the size of a sample. ValueError when it has none."""
    if sample.size is not None:
        return sample.size
    if sample.confidence is None or sample.margin is None:
        raise ValueError(sample.id)
    return SizeRule(sample.confidence, sample.margin)


def size_by(rule: Rule, eligible: int) -> int:
    """Return how many of the eligible cases a rule draws: at most all of them."""
    return (
        min(rule, eligible) if isinstance(rule, int) else sample_size(eligible, rule.confidence, rule.margin)
    )


@dataclass(frozen=True, slots=True)
class DrawRecord:
    """What was drawn and how, without a single reference.

    `rule` is None where a person chose the size. `fields` name the ways of dividing, in the order of each
    stratum's values; `minimums` are those that the draw kept to. `list_digest` stands for the eligible cases
    and their strata, `order_digest` for all references in drawn order; both are SHA-256 in hexadecimal.
    """

    method: str
    seed: str
    size: int
    rule: Rule | None
    fields: tuple[str, ...]
    strata: tuple[Quota, ...]
    list_digest: str
    order_digest: str
    minimums: tuple[Minimum, ...] = ()

    @property
    def eligible(self) -> int:
        """How many cases could be drawn."""
        return sum(quota.eligible for quota in self.strata)


def record_of(
    done: Draw,
    population: Sequence[Eligible],
    rule: Rule | None,
    fields: Sequence[str],
    minimums: Sequence[Minimum] = (),
) -> DrawRecord:
    """Return the record of a draw just made from this population, with the minimum numbers it kept to."""
    return DrawRecord(
        _method(minimums),
        done.seed,
        done.size,
        rule,
        tuple(fields),
        done.strata,
        list_digest(population),
        _order_digest(done),
        tuple(minimums),
    )


def _method(minimums: Sequence[Minimum]) -> str:
    return METHOD_WITH_MINIMUMS if minimums else METHOD


def list_digest(population: Sequence[Eligible]) -> str:
    """Return the SHA-256 of the cases and their strata, whatever order they come in."""
    lines = sorted(json.dumps([case.reference, *case.group]) for case in population)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def repeat(record: DrawRecord, population: Sequence[Eligible]) -> tuple[str, ...]:
    """Draw again as recorded; return one sentence for each thing that differs, none if all is the same."""
    if record.method != _method(record.minimums):
        return (f"It was drawn in another way ({record.method}).",)
    differs = []
    if list_digest(population) != record.list_digest:
        differs.append("The eligible cases or their strata are not those of the draw.")
    if record.rule is not None:
        size = size_by(record.rule, len(population))
        if size != record.size:
            differs.append(f"The rule gives {size} cases, not {record.size}.")
    try:
        again = draw(population, record.size, record.seed, record.minimums)
    except Refusal as refusal:
        return (*differs, refusal.happened)
    differs += _strata_that_differ(record.strata, again.strata)
    if _order_digest(again) != record.order_digest:
        differs.append("The drawn order is another one.")
    return tuple(differs)


def written(record: DrawRecord) -> str:
    """Return the record as one line of JSON, the same for the same record; `read_record` reads it."""
    return json.dumps(
        {
            "method": record.method,
            "seed": record.seed,
            "size": record.size,
            "rule": _rule_written(record.rule),
            "fields": record.fields,
            "strata": [[quota.group, quota.eligible, quota.drawn] for quota in record.strata],
            "list": record.list_digest,
            "order": record.order_digest,
            **_minimums_written(record.minimums),
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def read_record(text: str) -> DrawRecord:
    """Read what `written` wrote; anything else raises Refusal."""
    try:
        parts = json.loads(text)
        record = DrawRecord(
            parts["method"],
            parts["seed"],
            parts["size"],
            SizeRule(*parts["rule"]) if isinstance(parts["rule"], list) else parts["rule"],
            tuple(parts["fields"]),
            tuple(Quota(tuple(group), eligible, drawn) for group, eligible, drawn in parts["strata"]),
            parts["list"],
            parts["order"],
            tuple(Minimum(*each) for each in parts.get("minimum", ())),
        )
        if _sound(record) and written(record) == text:
            return record
    except (ValueError, TypeError, KeyError, RecursionError):
        pass
    raise Refusal(
        "The record of the draw cannot be read.",
        "The cases that were drawn are as they were.",
        "Ask the office for the record as it was first written.",
    )


def _sound(record: DrawRecord) -> bool:
    """Whether every part of a record from outside is of its kind."""
    groups = [value for quota in record.strata for value in quota.group]
    counts = [count for quota in record.strata for count in (quota.eligible, quota.drawn)]
    counts += [number for each in record.minimums for number in (each.place, each.at_least)]
    counts += [record.rule] if isinstance(record.rule, int) else []
    shares = [record.rule.confidence, record.rule.margin] if isinstance(record.rule, SizeRule) else []
    texts = [record.method, record.seed, record.list_digest, record.order_digest, *record.fields, *groups]
    texts += [each.value for each in record.minimums]
    return (
        (record.rule is None or isinstance(record.rule, SizeRule | int))
        and all(isinstance(text, str) for text in texts)
        and all(each.place < len(record.fields) for each in record.minimums)
        and all(type(count) is int and count >= 0 for count in [record.size, *counts])
        and all(type(share) is float and 0 < share < 1 for share in shares)
    )


def _rule_written(rule: Rule | None) -> list[float] | int | None:
    return [rule.confidence, rule.margin] if isinstance(rule, SizeRule) else rule


def _minimums_written(minimums: Sequence[Minimum]) -> dict[str, list[list[object]]]:
    """Nothing where there are none: such a record is what it was before there were minimum numbers."""
    written = [[each.place, each.value, each.at_least] for each in minimums]
    return {"minimum": written} if written else {}


def _order_digest(done: Draw) -> str:
    references = [place.reference for place in (*done.drawn, *done.reserves)]
    return hashlib.sha256(json.dumps(references).encode()).hexdigest()


def _strata_that_differ(recorded: Sequence[Quota], now: Sequence[Quota]) -> list[str]:
    before = {quota.group: quota for quota in recorded}
    after = {quota.group: quota for quota in now}
    return [
        f"Stratum {group_name(group)}: {_counts(after.get(group))}, recorded {_counts(before.get(group))}."
        for group in sorted(before.keys() | after.keys())
        if before.get(group) != after.get(group)
    ]


def _counts(quota: Quota | None) -> str:
    return "none" if quota is None else f"{quota.drawn} of {quota.eligible}"
