"""Reading a programme file: each part by itself, then what must hold between them."""

from collections.abc import Iterable

from model.instruments.instrument import Text
from model.instruments.list_reader import read_list
from model.instruments.placeholders import Words, has_stray_brace, placeholders
from model.instruments.programme import (
    Band,
    BandFrom,
    Measure,
    MeasureKind,
    Overall,
    PercentageRule,
    PointsBand,
    Programme,
    RatingRule,
    Rounding,
    Standard,
)
from model.instruments.sample_reader import check_strata, read_sample
from model.instruments.strict_table import Table


def programme_from(table: Table, fingerprint: str) -> Programme:
    """The programme that the whole of a file describes; WrongInstrument names what is wrong with it."""
    types = table.named_tables("provider_types")
    words = {name: _words(entry) for name, entry in types.items()}
    programme = Programme(
        id=table.identifier("id"),
        title=table.wording("title"),
        provider_types={name: _label(entry) for name, entry in types.items()},
        rounding=_rounding(table.table("rounding")),
        bands=_bands(table),
        measures=_measures(table),
        standards=_standards(table),
        samples=tuple(read_sample(entry) for entry in table.maybe_tables("sample")),
        lists=tuple(read_list(entry) for entry in table.maybe_tables("list")),
        instruments=table.texts("instruments", at_least_one=True),
        attribution=table.text("attribution"),
        fingerprint=fingerprint,
        overall=_overall(table.maybe_table("overall")),
        words=words,
    )
    table.close()
    _check_standards(programme, table)
    check_strata(programme.samples, {each.id: each for each in programme.lists}, table)
    return programme


def _label(table: Table) -> Text:
    label = table.wording("label")
    table.close()
    return label


def _words(table: Table) -> Words:
    """The words of one type of provider for the placeholders in wordings, by the placeholder's name."""
    inner = table.maybe_table("words")
    if inner is None:
        return {}
    words = {name: inner.wording(name) for name in inner.names()}
    for name, text in words.items():
        if placeholders(text) or has_stray_brace(text):
            raise inner.wrong(name, "the word holds a brace itself", "Write the word without braces.")
    return words


def _rounding(table: Table) -> Rounding:
    rounding = Rounding(table.one_of("percentage", PercentageRule), table.one_of("band_from", BandFrom))
    table.close()
    return rounding


def _bands(table: Table) -> tuple[Band, ...]:
    entries = table.identified("band")
    bands = []
    for entry in entries:
        band = Band(
            id=entry.identifier("id"),
            label=entry.wording("label"),
            words=entry.wording("words"),
            at_least=entry.whole("at_least"),
            points=entry.whole("points"),
        )
        entry.close()
        if band.at_least > 100:
            raise entry.wrong("at_least", f"{band.at_least} is more than 100 per cent", "Write 0 to 100.")
        bands.append(band)
    _check_descending(entries, [band.at_least for band in bands], "at_least")
    _check_descending(entries, [band.points for band in bands], "points")
    return tuple(bands)


def _overall(table: Table | None) -> Overall | None:
    if table is None:
        return None
    table.thing = "overall"
    title = table.wording("title")
    entries = table.identified("band", "overall band")
    bands = []
    for entry in entries:
        bands.append(PointsBand(entry.identifier("id"), entry.wording("label"), entry.whole("at_least")))
        entry.close()
    _check_descending(entries, [band.at_least for band in bands], "at_least")
    table.close()
    return Overall(title, tuple(bands))


def _check_descending(entries: tuple[Table, ...], numbers: list[int], key: str) -> None:
    """Bands run from the best to the worst, and the worst begins at nothing, so that every rate has one."""
    for entry, higher, lower in zip(entries[1:], numbers, numbers[1:], strict=False):
        if lower >= higher:
            fault = f"{lower} does not lie below {higher}, which stands before it"
            raise entry.wrong(key, fault, "Write the bands from the highest down.")
    if key == "at_least" and numbers[-1] != 0:
        raise entries[-1].wrong(key, "the lowest band does not begin at 0", "Let the last band begin at 0.")


def _measures(table: Table) -> tuple[Measure, ...]:
    measures = []
    for entry in table.identified("measure"):
        measures.append(
            Measure(
                id=entry.identifier("id"),
                code=entry.text("code"),
                kind=entry.one_of("kind", MeasureKind),
                question=entry.identifier("question"),
                base=entry.wording("base"),
            )
        )
        entry.close()
    return tuple(measures)


def _standards(table: Table) -> tuple[Standard, ...]:
    standards = []
    for entry in table.identified("standard"):
        standards.append(
            Standard(
                id=entry.identifier("id"),
                code=entry.text("code"),
                title=entry.wording("title"),
                statement=entry.wording("statement"),
                rating=entry.one_of("rating", RatingRule),
                measures=entry.texts("measures", at_least_one=True),
            )
        )
        entry.close()
    return tuple(standards)


def _check_standards(programme: Programme, table: Table) -> None:
    known = {measure.id for measure in programme.measures}
    for standard in programme.standards:
        table.thing = f"standard {standard.id}"
        _check_known(table, "measures", standard.measures, known, "measure")


def _check_known(table: Table, key: str, names: Iterable[str], known: Iterable[str], what: str) -> None:
    known = list(known)
    for name in names:
        if name not in known:
            raise table.wrong(key, f"there is no {what} “{name}”", f"Write one of: {', '.join(known)}.")
