"""True-or-false expressions of XLSForm: put together, made short, and written."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Compared:
    """One comparison, written as it stands: `${sentence} = 'licence'`."""

    words: str


@dataclass(frozen=True, slots=True)
class Every:
    """Every part holds; without parts it always does."""

    parts: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class Some:
    """At least one part holds; without parts none ever does."""

    parts: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class Denied:
    """The part does not hold."""

    part: "Expression"


Expression = Compared | Every | Some | Denied
ALWAYS = Every(())
NEVER = Some(())


def every(parts: Iterable[Expression]) -> Expression:
    """All of these, flat, each once; NEVER where one of them is."""
    flat = tuple(dict.fromkeys(_flat(parts, Every)))
    if NEVER in flat:
        return NEVER
    return flat[0] if len(flat) == 1 else Every(flat)


def some(parts: Iterable[Expression]) -> Expression:
    """One of these, flat, each once; ALWAYS where one of them is."""
    flat = tuple(dict.fromkeys(_flat(parts, Some)))
    if ALWAYS in flat:
        return ALWAYS
    return flat[0] if len(flat) == 1 else Some(flat)


def denied(part: Expression) -> Expression:
    """The opposite."""
    if part in (ALWAYS, NEVER):
        return NEVER if part == ALWAYS else ALWAYS
    return part.part if isinstance(part, Denied) else Denied(part)


def _flat(parts: Iterable[Expression], kind: type[Every | Some]) -> Iterable[Expression]:
    for part in parts:
        if isinstance(part, Every | Some) and isinstance(part, kind):
            yield from part.parts
        else:
            yield part


def written(expression: Expression) -> str:
    """The expression as XLSForm has it; empty for what always holds, which needs no cell."""
    if expression == ALWAYS:
        return ""
    return "false()" if expression == NEVER else _written(expression)


def _written(expression: Expression) -> str:
    if isinstance(expression, Compared):
        return expression.words
    if isinstance(expression, Denied):
        return f"not({_written(expression.part)})"
    word = " and " if isinstance(expression, Every) else " or "
    return word.join(
        f"({_written(part)})" if isinstance(part, Every | Some) else _written(part)
        for part in expression.parts
    )
