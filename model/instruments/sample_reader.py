"""Reading what a programme file says about a sample: its size, its strata and their minimum numbers."""

from collections.abc import Iterable, Mapping

from model.instruments.programme import Column, ColumnKind, ProviderList, Sample, Stratum
from model.instruments.strict_table import Table


def read_sample(table: Table) -> Sample:
    """One sample. Its size is a number that the programme sets, or follows from confidence and margin."""
    identity = table.identifier("id")
    table.thing = f"sample {identity}"
    size = table.whole("size", lowest=1) if "size" in table.values else None
    sample = Sample(
        id=identity,
        title=table.wording("title"),
        instrument=table.identifier("instrument"),
        confidence=_share(table, "confidence", size),
        margin=_share(table, "margin", size),
        strata=tuple(_stratum(entry, identity) for entry in table.maybe_tables("stratum")),
        size=size,
        provider_types=table.texts("provider_types"),
    )
    table.close()
    return sample


def check_strata(samples: Iterable[Sample], lists: Mapping[str, ProviderList], table: Table) -> None:
    """WrongInstrument at the first stratum that the list of its sample cannot give."""
    for sample in samples:
        for stratum in sample.strata:
            table.thing = f"sample {sample.id}, stratum {stratum.field}"
            if sample.id not in lists:
                fault = f"there is no list “{sample.id}”"
                raise table.wrong("field", fault, f"Write one of: {', '.join(lists)}.")
            column = lists[sample.id].column(stratum.field)
            if column is None or not _divides(column):
                fault = f"the list {sample.id} has no choice called “{stratum.field}”"
                remedy = "Name a column of that list: a choice, or a text that is not personal."
                raise table.wrong("field", fault, remedy)
            _check_groups(stratum, column, table)
        _check_minimum(sample, table)


def _share(table: Table, key: str, size: int | None) -> float | None:
    if size is not None:
        if key in table.values:
            raise table.wrong(key, "the size is set already", "Write a size, or confidence and margin.")
        return None
    value = table.number(key)
    if not 0 < value < 1:
        raise table.wrong(key, f"{value:g} is not a share", "Write a number between 0 and 1, such as 0.05.")
    return value


def _stratum(table: Table, sample: str) -> Stratum:
    field = table.identifier("field")
    table.thing = f"sample {sample}, stratum {field}"
    groups = table.maybe_table("groups")
    minimum = table.maybe_table("minimum")
    stratum = Stratum(
        field=field,
        title=table.wording("title"),
        groups={value: groups.text(value) for value in groups.values} if groups else {},
        minimum={group: minimum.whole(group, lowest=1) for group in minimum.values} if minimum else {},
    )
    table.close()
    return stratum


def _divides(column: Column) -> bool:
    return column.kind is ColumnKind.CHOICE or (column.kind is ColumnKind.TEXT and not column.personal)


def _check_groups(stratum: Stratum, column: Column, table: Table) -> None:
    for value in stratum.groups:
        if value not in column.values:
            fault = f"there is no value of that column “{value}”"
            raise table.wrong("groups", fault, f"Write one of: {', '.join(column.values)}.")
    groups = {stratum.groups.get(value, value) for value in column.values}
    for group in stratum.minimum:
        if column.kind is ColumnKind.CHOICE and group not in groups:
            fault = f"there is no group “{group}”"
            raise table.wrong("minimum", fault, f"Write one of: {', '.join(sorted(groups))}.")


def _check_minimum(sample: Sample, table: Table) -> None:
    for stratum in sample.strata:
        wanted = sum(stratum.minimum.values())
        if sample.size is not None and wanted > sample.size:
            table.thing = f"sample {sample.id}, stratum {stratum.field}"
            fault = f"the minimum numbers add up to {wanted}, and the sample has {sample.size} cases"
            raise table.wrong("minimum", fault, "Write smaller numbers, or a larger size.")
