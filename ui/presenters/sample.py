"""The sample page before the draw: how many cases and why, the seed, and what each stratum gives."""

from dataclasses import dataclass, replace

from model.documents.draw_sheet import exact_share
from model.instruments.instrument import say
from model.instruments.programme import Sample
from model.refusal import Refusal
from model.sampling.minimum import Minimum, minimums_of
from model.sampling.record import SizeRule, rule_of, size_by
from model.sampling.strata import Eligible, Quota, group_name, quotas
from ui.actions import draw_sample
from ui.presenters.drawn import DrawnState, drawn
from ui.presenters.samples_offered import Offered, chosen, offered
from ui.presenters.sizes import counted
from ui.reading import inspections, samples
from ui.session import Session

SEED_GROUPS = 4


@dataclass(frozen=True, slots=True)
class StratumLine:
    """One stratum: its eligible cases, its exact share of the sample, and the cases to be drawn."""

    name: str
    eligible: int
    share: str
    drawn: int


@dataclass(frozen=True, slots=True)
class BeforeDraw:
    """A draw that has not been made; `size` is what is asked for."""

    eligible: int
    size: int
    rule: str
    """Where the size comes from, in words."""
    problem: str
    """Why `size` cannot be drawn, "" where it can."""
    strata: tuple[StratumLine, ...]


@dataclass(frozen=True, slots=True)
class SampleState:
    """What the page shows: what can be drawn, or what was drawn; neither where there is no list yet."""

    samples: Offered
    sample: str
    title: str
    before: BeforeDraw | None
    seed: str
    """A seed proposed at random."""
    after: DrawnState | None
    saved: str = ""
    said: str = ""


def show(session: Session, sample: str = "") -> SampleState:
    """Return the draw of a sample as it was made, or what can be drawn by the programme's rule."""
    programme = inspections.programme(session)
    at_hand = chosen(programme, sample)
    done = next((one for one in samples.draws(session) if one.sample.id == at_hand.id), None)
    before = None if done else _before(at_hand, samples.population(session, at_hand), "")
    return SampleState(
        _offered(session),
        at_hand.id,
        say(at_hand.title),
        before if before and before.eligible else None,
        seed(session),
        drawn(session, done) if done else None,
    )


def _offered(session: Session) -> Offered:
    drawn = {one.sample.id: one.record for one in samples.draws(session)}
    held = samples.every_row(session)

    def standing(sample: str) -> str:
        if sample in drawn:
            return f"{drawn[sample].size} of {drawn[sample].eligible} drawn"
        return "ready to be drawn" if sample in held else "no list yet"

    return offered(inspections.programme(session), standing)


def weigh(session: Session, sample: str, size: str) -> BeforeDraw:
    """Return what another size, as typed, would draw from each stratum; "" stands for the rule's own."""
    at_hand = inspections.programme(session).sample(sample)
    return _before(at_hand, samples.population(session, at_hand), size)


def seed(session: Session) -> str:
    """Return a seed at random, in groups of digits that can be read aloud."""
    number = int.from_bytes(session.random(16), "big") % 10 ** (4 * SEED_GROUPS)
    digits = f"{number:0{4 * SEED_GROUPS}d}"
    return "-".join(digits[start : start + 4] for start in range(0, len(digits), 4))


def draw(session: Session, sample: str, words: str, size: int) -> SampleState:
    """Draw. Refusal: seed or size do not fit, there is no list, or it was drawn before."""
    changes = draw_sample.draw_sample(session, sample, words, size)
    return replace(show(session, sample), saved=changes.time, said=f"{counted(size, 'case')} drawn")


def replace_case(session: Session, sample: str, case: str, reason: str) -> SampleState:
    """Replace a case by the next reserve of its stratum. Refusal: no reason, or no reserve is left."""
    new = draw_sample.replace_case(session, sample, case, reason)
    now = show(session, sample)
    lines = now.after.lines if now.after else ()
    line = next(line for line in lines if line.case == new)
    said = f"Case {line.number} takes its place"
    return replace(now, saved=session.now(), said=said)


def close(session: Session, sample: str, draw_id: str) -> SampleState:
    """Erase every row that was not drawn, names and all; there are no reserves afterwards."""
    gone = draw_sample.close_draw(session, draw_id)
    said = f"The draw is closed: {counted(gone, 'row')} erased"
    return replace(show(session, sample), saved=session.now(), said=said)


def _before(sample: Sample, population: tuple[Eligible, ...], typed: str) -> BeforeDraw:
    eligible = len(population)
    by_rule = size_by(rule_of(sample), eligible)
    size, problem = _size(typed, by_rule, eligible)
    table, impossible = ((), problem) if problem else _shares(population, size, minimums_of(sample.strata))
    return BeforeDraw(
        eligible,
        size,
        _rule(sample, by_rule, size, eligible),
        impossible,
        tuple(_stratum(quota, size, eligible) for quota in table),
    )


def _shares(
    population: tuple[Eligible, ...], size: int, minimums: tuple[Minimum, ...]
) -> tuple[tuple[Quota, ...], str]:
    """The strata, or why the minimum numbers of the programme cannot be met."""
    try:
        return quotas((case.group for case in population), size, minimums), ""
    except Refusal as refusal:
        return (), refusal.happened


def _size(typed: str, by_rule: int, eligible: int) -> tuple[int, str]:
    words = typed.strip()
    if not words:
        return by_rule, ""
    if not words.isascii() or not words.isdigit() or not 1 <= int(words) <= eligible:
        return by_rule, f"Type a whole number from 1 to {eligible}."
    return int(words), ""


def _rule(sample: Sample, by_rule: int, size: int, eligible: int) -> str:
    rule = rule_of(sample)
    words = (
        f"The programme sets {rule} cases." if isinstance(rule, int) else _rule_words(rule, by_rule, eligible)
    )
    least = ", ".join(f"{each.value or 'blank'} {each.at_least}" for each in minimums_of(sample.strata))
    words += f" At least, where the list has them: {least}." if least else ""
    return words if size == by_rule else f"{words} You ask for {size}; the record says that a person chose."


def _rule_words(rule: SizeRule, by_rule: int, eligible: int) -> str:
    confidence, margin = (f"{100 * share:g}" for share in (rule.confidence, rule.margin))
    return (
        f"The programme’s rule: {confidence} per cent confidence, {margin} points margin either way, in a "
        f"population of {eligible}: {by_rule} cases."
    )


def _stratum(quota: Quota, size: int, eligible: int) -> StratumLine:
    share = exact_share(quota.eligible, size, eligible)
    return StratumLine(group_name(quota.group), quota.eligible, share, quota.drawn)
