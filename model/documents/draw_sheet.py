"""What the record of a draw says on paper: enough for anyone with the provider's list to draw it again."""

from collections.abc import Sequence
from dataclasses import dataclass

from model.sampling.minimum import Minimum
from model.sampling.record import DrawRecord
from model.sampling.strata import Quota

BLANK = "blank"


@dataclass(frozen=True, slots=True)
class DrawnCase:
    """A case by its place in the drawn order and its Casebook number; `drawn` is false for a reserve."""

    position: int
    number: str
    drawn: bool


@dataclass(frozen=True, slots=True)
class StratumLine:
    """One stratum: its values, its eligible cases, its exact share of the sample, and the cases drawn."""

    values: tuple[str, ...]
    eligible: int
    share: str
    drawn: int


@dataclass(frozen=True, slots=True)
class DrawSheet:
    """The whole paper. `fields` head the values of the strata; fingerprints are SHA-256 in hexadecimal."""

    provider: str
    sample: str
    drawn_by: str
    drawn_at: str
    eligible: int
    size: int
    size_rule: str
    fields: tuple[str, ...]
    strata: tuple[StratumLine, ...]
    seed: str
    steps: tuple[str, ...]
    fingerprints: tuple[tuple[str, str], ...]
    cases: tuple[DrawnCase, ...]


def draw_sheet(
    record: DrawRecord,
    *,
    fields: Sequence[str],
    cases: Sequence[DrawnCase],
    provider: str = "",
    sample: str = "",
    drawn_by: str = "",
    drawn_at: str = "",
) -> DrawSheet:
    """Build the paper from the record of the draw.

    `fields` are the titles of the ways of dividing, in the record's order; `cases` those whose Casebook
    numbers are to be listed, in any order; `drawn_at` is UTC in ISO form. No reference and no name is on
    it.
    """
    return DrawSheet(
        provider=provider,
        sample=sample,
        drawn_by=drawn_by,
        drawn_at=drawn_at,
        eligible=record.eligible,
        size=record.size,
        size_rule=_size_rule(record),
        fields=tuple(fields),
        strata=tuple(_line(quota, record) for quota in record.strata),
        seed=record.seed,
        steps=_steps(record.minimums),
        fingerprints=(
            ("Way of drawing", record.method),
            ("Eligible cases and their strata", record.list_digest),
            ("All cases in drawn order", record.order_digest),
        ),
        cases=tuple(sorted(cases, key=lambda case: case.position)),
    )


STEPS = (
    "Take the eligible cases of the provider's list, with the values of the strata as Casebook read them.",
    "Give each stratum its share: the size of the sample times its eligible cases, divided by all of them.",
    (
        "A stratum gets the whole number of its share. The cases left over go one each to the largest "
        "remainders, and of equal remainders to the stratum whose name comes first."
    ),
    (
        "For each case write the seed, a vertical bar and the provider's reference, in UTF-8 with no space "
        "between them. Take the SHA-256 of it in hexadecimal, and put the cases in the order of these."
    ),
    (
        "Go down that order and draw each case while its stratum still lacks cases. Number the drawn cases "
        "first, in that order; the others follow as reserves. A case is replaced by the next reserve of its "
        "own stratum."
    ),
)


def _steps(minimums: Sequence[Minimum]) -> tuple[str, ...]:
    """The steps of the draw; with minimum numbers, how the shares are changed stands after the shares."""
    if not minimums:
        return STEPS
    least = "; ".join(f"{each.value or BLANK} {each.at_least}" for each in minimums)
    return (*STEPS[:3], f"Minimum numbers: {least}. {RAISED}", *STEPS[3:])


RAISED = (
    "Take them in this order. As long as a group has fewer, and the list has more of it: the stratum of the "
    "group with the largest remainder (its exact share less what it has) gets one case more, and the stratum "
    "outside with the smallest remainder gives one, unless that takes another group below its own minimum. "
    "Of equal remainders the first name gets and the last name gives."
)


def _size_rule(record: DrawRecord) -> str:
    if record.rule is None:
        return "The size was chosen by the person who drew."
    if isinstance(record.rule, int):
        return f"The programme sets {record.rule} cases."
    confidence, margin = (f"{100 * share:g}" for share in (record.rule.confidence, record.rule.margin))
    return (
        f"{confidence} per cent confidence and {margin} percentage points margin of error, for a proportion "
        "of a half in a finite population, rounded up."
    )


def _line(quota: Quota, record: DrawRecord) -> StratumLine:
    return StratumLine(
        values=tuple(value or BLANK for value in quota.group),
        eligible=quota.eligible,
        share=exact_share(quota.eligible, record.size, record.eligible),
        drawn=quota.drawn,
    )


def exact_share(of_stratum: int, size: int, eligible: int) -> str:
    """Return a stratum's share of a sample, given to two places, cut and not rounded.

    So its remainder can be compared with those of other strata.

    >>> exact_share(37, 128, 570)
    '8.30'
    """
    hundredths = 100 * size * of_stratum // eligible
    return f"{hundredths // 100}.{hundredths % 100:02d}"
