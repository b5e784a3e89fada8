"""Reading the conditions that an office writes into `relevant`, as far as a condition here can say them."""

import re
from collections.abc import Mapping

from model.instruments.conditions import All, Any_, Condition, Is, Not
from model.instruments.xlsform.columns import code_of, id_of

_TOKEN = re.compile(
    r"\s*(?:\$\{\s*(?P<name>[^}\s]+)\s*\}|['‘’](?P<single>[^'‘’]*)['‘’]|[\"“”](?P<double>[^\"“”]*)[\"“”]"
    r"|(?P<word>[A-Za-z]+)(?![\w-])|(?P<number>-?[0-9]+)(?![\w.])|(?P<sign>!=|=|\(|\)|,))"
)
_DEEPEST = 50
_KINDS = {"single": "text", "double": "text", "number": "text"}


class NotSayable(ValueError):
    """An expression that no condition of an instrument can say; its text tells what stands in the way."""


def parsed(expression: str, codes: Mapping[str, tuple[str, ...]]) -> Condition:
    """The condition that an expression means; `codes` are those of each question answered by choosing.

    Understood are `${question} = 'code'`, `!=`, `selected(${question}, 'code')`, `and`, `or`, `not(…)` and
    brackets, and `${question} != ''` for "answered"; a code that is a number needs no quotes, and curly ones
    are as good. NotSayable for anything else, and for questions and codes that there are not.
    """
    reading = _Reading(_tokens(expression), codes)
    condition = reading.either(0)
    if reading.tokens:
        raise NotSayable(f"“{reading.tokens[0][1]}” is not expected there")
    return condition


_Token = tuple[str, str]


def _tokens(expression: str) -> list[_Token]:
    found: list[_Token] = []
    place = 0
    while expression[place:].strip():
        match = _TOKEN.match(expression, place)
        if match is None:
            raise NotSayable(f"“{expression[place:].strip()[:30]}” is nothing that a condition here can say")
        kind = str(match.lastgroup)
        words = match[kind]
        found.append((_KINDS.get(kind, kind), words.lower() if kind == "word" else words))
        place = match.end()
    return found


class _Reading:
    """Goes through the tokens once, from the left."""

    def __init__(self, tokens: list[_Token], codes: Mapping[str, tuple[str, ...]]) -> None:
        self.tokens = tokens
        self.codes = codes

    def either(self, depth: int) -> Condition:
        parts = [self._both(depth)]
        while self._takes(("word", "or")):
            parts.append(self._both(depth))
        return _any_of(parts)

    def _both(self, depth: int) -> Condition:
        parts = [self._one(depth)]
        while self._takes(("word", "and")):
            parts.append(self._one(depth))
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _one(self, depth: int) -> Condition:
        if depth > _DEEPEST:
            raise NotSayable("it has too many brackets in one another")
        kind, words = self._next()
        if (kind, words) == ("sign", "("):
            return self._closed(depth)
        if (kind, words) == ("word", "not"):
            self._need("(")
            return Not(self._closed(depth))
        if (kind, words) == ("word", "selected"):
            self._need("(")
            question = self._of_kind("name")
            self._need(",")
            code = self._of_kind("text")
            self._need(")")
            return self._is(question, code)
        if kind == "name":
            return self._compared(words)
        raise NotSayable(f"“{words}” is nothing that a condition here can say")

    def _compared(self, question: str) -> Condition:
        sign, code = self._of_kind("sign"), self._of_kind("text")
        if sign not in ("=", "!="):
            raise NotSayable(f"“{sign}” is not expected there")
        if code:
            test = self._is(question, code)
            return test if sign == "=" else Not(test)
        if sign == "=":
            raise NotSayable(
                f"it asks whether ${{{question}}} is still empty, and here an open question waits"
            )
        return Is(id_of(question), self._codes(question))

    def _is(self, question: str, written: str) -> Condition:
        codes, code = self._codes(question), code_of(written)
        if code not in codes:
            raise NotSayable(f"${{{question}}} has no choice “{written}”, only {', '.join(codes)}")
        return Is(id_of(question), (code,))

    def _codes(self, question: str) -> tuple[str, ...]:
        if id_of(question) not in self.codes:
            raise NotSayable(f"it looks at ${{{question}}}, which is no question answered by choosing")
        return self.codes[id_of(question)]

    def _closed(self, depth: int) -> Condition:
        inner = self.either(depth + 1)
        self._need(")")
        return inner

    def _takes(self, token: _Token) -> bool:
        there = self.tokens[:1] == [token]
        if there:
            self.tokens.pop(0)
        return there

    def _next(self) -> _Token:
        if not self.tokens:
            raise NotSayable("it breaks off")
        return self.tokens.pop(0)

    def _need(self, sign: str) -> None:
        if not self._takes(("sign", sign)):
            raise NotSayable(f"a “{sign}” is missing")

    def _of_kind(self, wanted: str) -> str:
        kind, words = self._next()
        if kind != wanted:
            raise NotSayable(f"“{words}” is not expected there")
        return words


def _any_of(parts: list[Condition]) -> Condition:
    """Either of these; tests of one question that follow each other become one test."""
    joined: list[Condition] = []
    for part in parts:
        last = joined[-1] if joined else None
        if isinstance(part, Is) and isinstance(last, Is) and part.question == last.question:
            joined[-1] = Is(last.question, tuple(dict.fromkeys((*last.values, *part.values))))
        else:
            joined.append(part)
    return joined[0] if len(joined) == 1 else Any_(tuple(joined))
