"""Reading what a programme file says about the columns of a provider's list."""

from collections.abc import Mapping

from model.instruments.programme import Column, ColumnKind, ProviderList, Whose
from model.instruments.strict_table import Table


def read_list(table: Table) -> ProviderList:
    """One list: no heading belongs to two columns, and no spelling to two values of a column."""
    identity = table.identifier("id")
    table.thing = f"list {identity}"
    entries = table.identified("column", f"list {identity}, column", "field")
    columns = tuple(_column(entry) for entry in entries)
    provider_types = table.texts("provider_types")
    table.close()
    for whose in Whose:
        named = [entry for entry, column in zip(entries, columns, strict=True) if column.stands_for is whose]
        if len(named) > 1:
            fault = f"another column stands for the {whose} already"
            raise named[1].wrong("stands_for", fault, "Give it to one column of the list.")
    headings: dict[str, str] = {}
    for entry, column in zip(entries, columns, strict=True):
        for header in column.headers:
            other = headings.setdefault(header.casefold(), column.field)
            if other != column.field:
                fault = f"the heading “{header}” belongs to the column {other} already"
                raise entry.wrong("headers", fault, "Give every heading to one column.")
    return ProviderList(identity, columns, provider_types)


def _column(table: Table) -> Column:
    kind = table.one_of("kind", ColumnKind)
    column = Column(
        field=table.identifier("field"),
        title=table.wording("title"),
        headers=table.texts("headers", at_least_one=True),
        kind=kind,
        values=_values(table),
        required=table.flag("required"),
        personal=table.flag("personal"),
        stands_for=table.maybe_one_of("stands_for", Whose),
    )
    if column.stands_for is not None and (column.personal or kind is not ColumnKind.TEXT):
        fault = "only a text that is not personal says whose a case is"
        raise table.wrong("stands_for", fault, "Leave it out, or give it to another column.")
    if bool(column.values) != (kind is ColumnKind.CHOICE):
        fault = "a choice needs its values" if kind is ColumnKind.CHOICE else f"a {kind} has no values"
        raise table.wrong(
            "values", fault, "Write the accepted spellings of each value of a choice, only there."
        )
    table.close()
    return column


def _values(table: Table) -> Mapping[str, tuple[str, ...]]:
    inner = table.maybe_table("values")
    if inner is None:
        return {}
    values = {value: inner.texts(value) for value in inner.values}
    owners: dict[str, str] = {}
    for value, spellings in values.items():
        for spelling in spellings:
            if owners.setdefault(spelling.casefold(), value) != value:
                fault = f"the spelling “{spelling}” means {owners[spelling.casefold()]} already"
                raise inner.wrong(value, fault, "Give every spelling to one value.")
    return values
