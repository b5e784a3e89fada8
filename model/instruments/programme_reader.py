"""Reading a programme file: each part by itself, then what must hold between them."""

from collections.abc import Iterable, Mapping

from model.instruments.instrument import Text
from model.instruments.list_reader import read_list
from model.instruments.measure import MeasureKind
from model.instruments.measure_reader import read_measures, read_tables
from model.instruments.placeholders import Words, has_stray_brace, placeholders
from model.instruments.programme import (
    Band,
    BandFrom,
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
        rounding=_rounding(table.table("rounding"), "band" in table.values),
        bands=_bands(table),
        measures=read_measures(table),
        standards=_standards(table),
        samples=tuple(read_sample(entry) for entry in table.maybe_tables("sample")),
        lists=tuple(read_list(entry) for entry in table.maybe_tables("list")),
        instruments=table.texts("instruments", at_least_one=True),
        attribution=table.text("attribution"),
        fingerprint=fingerprint,
        overall=_overall(table.maybe_table("overall")),
        words=words,
        tables=read_tables(table),
        only=_only(table),
        small_base=table.whole("small_base", default=0),
    )
    table.close()
    _check_types(programme, table)
    for provider_type in programme.provider_types or ("",):
        _check_names(programme.within(provider_type), provider_type, table)
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


def _rounding(table: Table, bands: bool) -> Rounding:
    """The rules of rounding; a programme without bands need not say what they are read from."""
    rule = table.one_of("percentage", PercentageRule)
    band_from = table.one_of("band_from", BandFrom) if bands else table.maybe_one_of("band_from", BandFrom)
    table.close()
    return Rounding(rule, band_from or BandFrom.ROUNDED)


def _bands(table: Table) -> tuple[Band, ...]:
    entries = table.maybe_identified("band")
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
    if bands:
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


def _standards(table: Table) -> tuple[Standard, ...]:
    standards = []
    for entry in table.maybe_identified("standard"):
        rule = entry.one_of("rating", RatingRule)
        by_answer = rule in (RatingRule.STATED, RatingRule.WORDS)
        standards.append(
            Standard(
                id=entry.identifier("id"),
                code=entry.text("code"),
                title=entry.wording("title"),
                statement=entry.maybe_wording("statement"),
                rating=rule,
                measures=entry.texts("measures", at_least_one=not by_answer),
                question=entry.identifier("question") if by_answer else "",
                findings=entry.texts("findings"),
                provider_types=entry.texts("provider_types"),
            )
        )
        entry.close()
    return tuple(standards)


def _only(table: Table) -> Mapping[str, tuple[str, ...]]:
    """By the file name of an instrument, the types of provider for which alone it is."""
    found: dict[str, tuple[str, ...]] = {}
    for entry in table.maybe_tables("only"):
        name = entry.text("instrument")
        entry.thing = f"only {name}"
        if name in found:
            raise entry.wrong("instrument", "this instrument is there twice", "Write it once.")
        found[name] = entry.texts("provider_types", at_least_one=True)
        entry.close()
    return found


def _check_types(programme: Programme, table: Table) -> None:
    """Every type of provider that anything is for, and every instrument so limited, is one of the file's."""
    limited = [(f"only {name}", types) for name, types in programme.only.items()]
    for word, items in (
        ("measure", programme.measures),
        ("standard", programme.standards),
        ("table", programme.tables),
        ("sample", programme.samples),
        ("list", programme.lists),
    ):
        limited += [(f"{word} {item.id}", item.provider_types) for item in items]
    for thing, types in limited:
        table.thing = thing
        _check_known(table, "provider_types", types, programme.provider_types, "type of provider")
    for name in programme.only:
        table.thing = f"only {name}"
        _check_known(table, "instrument", [name], programme.instruments, "instrument")


def _check_names(programme: Programme, provider_type: str, table: Table) -> None:
    """What standards, means and tables name is there for a type of provider that they are for."""
    what = f"measure for {provider_type}" if provider_type else "measure"
    kinds = {measure.id: measure.kind for measure in programme.measures}
    for standard in programme.standards:
        table.thing = f"standard {standard.id}"
        _check_known(table, "measures", standard.measures, kinds, what)
        _check_rating(standard, [kinds[name] for name in standard.measures], programme, table)
    for measure in programme.measures:
        table.thing = f"measure {measure.id}"
        _check_known(table, "of", measure.of, kinds, what)
    for printed in programme.tables:
        table.thing = f"table {printed.id}"
        for row in printed.rows:
            _check_known(table, "row.measures", filter(None, row.measures), kinds, what)
    table.thing = "overall"
    if programme.overall is not None and not programme.bands:
        raise table.wrong("overall", "there are no bands whose points could be added", "Write [[band]] too.")


def _check_rating(standard: Standard, kinds: list[MeasureKind], programme: Programme, table: Table) -> None:
    rule = standard.rating
    if rule in (RatingRule.LOWEST_BAND, RatingRule.STATED) and not programme.bands:
        raise table.wrong(
            "rating", "the programme has no bands", "Write [[band]], or rate by score or words."
        )
    if rule is RatingRule.LOWEST_BAND and set(kinds) != {MeasureKind.PROPORTION}:
        raise table.wrong("measures", "only proportions have a band", "Name proportions only.")
    if rule is RatingRule.SCORE and kinds != [MeasureKind.MEAN]:
        raise table.wrong("measures", "a score is one mean", "Name one measure of the kind mean.")


def _check_known(table: Table, key: str, names: Iterable[str], known: Iterable[str], what: str) -> None:
    known = list(known)
    for name in names:
        if name not in known:
            raise table.wrong(key, f"there is no {what} “{name}”", f"Write one of: {', '.join(known)}.")
