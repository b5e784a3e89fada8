"""Drawing a sample from the list, replacing a case by the next reserve, and closing the draw."""

from collections.abc import Collection, Iterator, Mapping

from model.cases import REPLACED, Case, Place, place_fields
from model.instruments.programme import Sample
from model.journal.change import Change
from model.journal.entry import FieldKey
from model.journal.erasure import tombstone
from model.refusal import Refusal
from model.sampling.draw import Draw, draw, next_reserve
from model.sampling.draw import Place as Lot
from model.sampling.minimum import minimums_of
from model.sampling.record import record_of, rule_of, size_by, written
from model.sampling.strata import group_name
from storage import arrivals, copies, projection
from ui.reading import cases, inspections, samples
from ui.reading.samples import Drawn, ListRow
from ui.session import Changes, Session

NUMBERS = range(1000, 10_000)
RULE = "Rows that were not drawn are erased when the draw is closed (DESIGN section 4)"


def proposed_size(session: Session, sample: Sample) -> int:
    """Return how many cases the programme's rule draws from the list as it is."""
    return size_by(rule_of(sample), len(samples.rows(session, sample.id)))


def draw_sample(session: Session, sample_id: str, seed: str, size: int | None = None) -> Changes:
    """Draw a sample, and record it so that anyone with the list and the seed can repeat it.

    `size` None follows the programme's rule, and so does the size that the rule gives. Each drawn case gets a
    random Casebook number, unless it is a case of another sample already: then it is that case, with a place
    in both. Refusal: there is no list, this sample was drawn before, or seed or size do not fit.
    """
    sample = inspections.programme(session).sample(sample_id)
    if any(drawn.sample.id == sample_id for drawn in samples.draws(session)):
        raise Refusal(
            "This sample was drawn already.",
            "The draw stands as it was recorded.",
            "Replace single cases by reserves; a new draw needs a new inspection.",
        )
    population = samples.population(session, sample)
    if not population:
        raise Refusal(
            "There is no list of eligible cases yet.", "Nothing was drawn.", "Read the provider's list first."
        )
    proposed = proposed_size(session, sample)
    rule = rule_of(sample) if size in (None, proposed) else None
    minimums = minimums_of(sample.strata)
    done = draw(population, size or proposed, seed, minimums)
    record = record_of(done, population, rule, [stratum.field for stratum in sample.strata], minimums)
    by_reference = {row.values["reference"]: row for row in samples.rows(session, sample_id)}
    held = cases.cases(session)
    numbers = _numbers(held, session)
    drawn = session.new_id()
    changes = [
        Change(FieldKey("sample", drawn, "sample"), sample_id),
        Change(FieldKey("sample", drawn, "record"), written(record)),
    ]
    for lot in done.drawn:
        row = by_reference[lot.reference]
        changes += _placed(row, sample_id, lot, held, numbers, reserve=False)
    return session.record(*changes)


def replace_case(session: Session, sample: str, case: str, reason: str) -> str:
    """Replace a case of a sample by the next reserve of its stratum, and return the id of that case.

    A case that stands in another sample too stays there, and a reserve can be a case of another sample.
    Refusal: no reason, or no reserve of the stratum is left.
    """
    if not reason.strip():
        raise Refusal("Replacing a case needs a reason.", "Nothing was changed.", "Say why in a few words.")
    held = cases.cases(session)
    old = held[case].places[sample]
    if old.replaced:
        raise Refusal(
            "This case was replaced already.", "Nothing was changed.", "Go on with its replacement."
        )
    drawn = next(drawn for drawn in samples.draws(session) if drawn.sample.id == sample)
    used = {one.reference for one in held.values() if sample in one.places}
    done = _again(session, drawn)
    group = next(lot.group for lot in done.drawn + done.reserves if lot.reference == held[case].reference)
    lot = next_reserve(done, group, used)
    if lot is None:
        raise Refusal(
            f"There is no reserve left in the stratum {group_name(group)}.",
            "Nothing was changed.",
            "Record the case as one that cannot be inspected, and say why.",
        )
    row = next(row for row in samples.rows(session, sample) if row.values["reference"] == lot.reference)
    session.record(
        *_placed(row, sample, lot, held, _numbers(held, session), reserve=True),
        Change(FieldKey("case", case, REPLACED + sample), row.case, reason=reason.strip()),
    )
    return row.case


def close_draw(session: Session, drawn: str) -> int:
    """Erase every row that was not drawn, names and all, in this store and its copies; return how many.

    Names stay while they are of a case of another sample, or of one that another list can still give; the
    rows of other lists stay as they are. Laptops never had them. There are no reserves afterwards.
    """
    sample = next(one for one in samples.draws(session) if one.id == drawn).sample.id
    every = samples.every_row(session)
    rows = every.pop(sample, ())
    held = cases.cases(session)
    needed = {id for id, case in held.items() if case.places}
    needed |= {row.case for others in every.values() for row in others}
    names = [id for id, case in samples.identities(session).items() if case not in needed]
    erase(session, [*(("row", row.id) for row in rows), *(("identity", id) for id in names)], RULE)
    session.record(Change(FieldKey("sample", drawn, "closed"), True))
    return sum(row.case not in held or sample not in held[row.case].places for row in rows)


def erase(session: Session, subjects: Collection[tuple[str, str]], rule: str) -> None:
    """Erase everything recorded about these subjects (kind, id), here and in the rolling copies.

    Tombstones travel with the next bundles, and merging never brings it back.
    """
    db = session.store.db
    stones = [tombstone(kind, id) for kind, id in subjects]
    with session.store.at_once():
        session.record(*(Change(stone, rule) for stone in stones))
        projection.refresh(db, session.inspection, arrivals.bury(db, session.inspection, stones))
    copies.destroy_copies(session.store.folder)
    copies.keep_copy(session.store, session.now()[:10])


def _again(session: Session, drawn: Drawn) -> Draw:
    population = samples.population(session, drawn.sample)
    if len(population) < drawn.record.size or drawn.closed:
        raise Refusal(
            "The draw is closed, so there are no reserves any more.",
            "Nothing was changed.",
            "Record the case as one that cannot be inspected, and say why.",
        )
    return draw(population, drawn.record.size, drawn.record.seed, drawn.record.minimums)


def _placed(
    row: ListRow, sample: str, lot: Lot, held: Mapping[str, Case], numbers: Iterator[str], *, reserve: bool
) -> list[Change]:
    """Give a case its place in a sample; a case of no sample yet gets its number and reference with it."""
    facts = {field: value for field, value in row.values.items() if field != "reference"}
    place = Place(sample, lot.position, reserve, group_name(lot.group), facts, "", "")
    recorded = place_fields(place)
    if row.case not in held or not held[row.case].number:
        recorded |= {"number": next(numbers), "reference": row.values["reference"]}
    return [Change(FieldKey("case", row.case, field), value) for field, value in recorded.items()]


def _numbers(held: Mapping[str, Case], session: Session) -> Iterator[str]:
    """Yield random Casebook numbers of four digits that no case of this inspection has."""
    used = {case.number for case in held.values()}
    while len(used) < len(NUMBERS):
        number = str(NUMBERS[int.from_bytes(session.random(8), "big") % len(NUMBERS)])
        if number not in used:
            used.add(number)
            yield number
    raise Refusal(
        "Every Casebook number of four digits is in use.", "Nothing was changed.", "Begin a new inspection."
    )
