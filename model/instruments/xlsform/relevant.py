"""When a question is asked, as an XLSForm says it: conditions and parents in one `relevant`.

XLSForm has two values where routing has three. `relevant` therefore says "this is known to apply": what is
not known yet is not shown. It stands on its own: it repeats when the questions that it looks at apply, so
that no answer of a question set aside opens another, however a program treats such answers.
"""

from collections.abc import Mapping

from model.answers import NOT_APPLICABLE
from model.instruments.conditions import All, Condition, Is, Not
from model.instruments.instrument import Instrument, Kind, Question
from model.instruments.xlsform.expression import NEVER, Compared, Expression, denied, every, some, written


def relevants(instrument: Instrument) -> Mapping[str, str]:
    """What the column `relevant` says of every question; empty for one that is always asked."""
    routes = _Routes(instrument)
    return {name: written(routes.asked(name)) for name in instrument.questions}


class _Routes:
    """Works out when questions are known to be asked and known to be set aside; each is done once."""

    def __init__(self, instrument: Instrument) -> None:
        self._instrument = instrument
        self._asked: dict[str, Expression] = {}
        self._set_aside: dict[str, Expression] = {}

    def asked(self, name: str) -> Expression:
        """Holds when the question is known to apply: its parent is asked, and its condition holds."""
        if name not in self._asked:
            question = self._instrument.question(name)
            parts: list[Expression] = []
            if question.parent is not None:
                parts.append(self.asked(question.parent))
                parts.append(denied(self._is_not_applicable(question.parent)))
            if question.when is not None:
                parts.append(self._holds(question.when))
            self._asked[name] = every(parts)
        return self._asked[name]

    def set_aside(self, name: str) -> Expression:
        """Holds when the question is known not to apply, which is more than not being asked yet."""
        if name not in self._set_aside:
            question = self._instrument.question(name)
            ways: list[Expression] = []
            if question.parent is not None:
                ways.append(self.set_aside(question.parent))
                ways.append(every((self.asked(question.parent), self._is_not_applicable(question.parent))))
            if question.when is not None:
                ways.append(self._fails(question.when))
            self._set_aside[name] = some(ways)
        return self._set_aside[name]

    def _holds(self, condition: Condition) -> Expression:
        if isinstance(condition, Is):
            question = self._instrument.question(condition.question)
            return every((self.asked(question.id), _chosen(question, condition.values)))
        if isinstance(condition, Not):
            return self._fails(condition.part)
        join = every if isinstance(condition, All) else some
        return join(self._holds(part) for part in condition.parts)

    def _fails(self, condition: Condition) -> Expression:
        """Known to be false: answered otherwise, or asking about what is set aside."""
        if isinstance(condition, Is):
            question = self._instrument.question(condition.question)
            answered = Compared(f"${{{question.id}}} != ''")
            otherwise = denied(_chosen(question, condition.values))
            return some((self.set_aside(question.id), every((self.asked(question.id), answered, otherwise))))
        if isinstance(condition, Not):
            return self._holds(condition.part)
        join = some if isinstance(condition, All) else every
        return join(self._fails(part) for part in condition.parts)

    def _is_not_applicable(self, name: str) -> Expression:
        question = self._instrument.question(name)
        return _chosen(question, (NOT_APPLICABLE,)) if question.allows_not_applicable else NEVER


def _chosen(question: Question, values: tuple[str, ...]) -> Expression:
    if question.kind is Kind.SEVERAL:
        return some(Compared(f"selected(${{{question.id}}}, '{value}')") for value in values)
    return some(Compared(f"${{{question.id}}} = '{value}'") for value in values)
