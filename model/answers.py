"""What an answer is: a value with the reason, the conflict and the meaning that belong to it."""

from collections.abc import Mapping
from dataclasses import dataclass

NOT_APPLICABLE = "not_applicable"
"""The value of an answer that says, with a reason, that the question does not apply to this case."""

Value = str | tuple[str, ...] | int | float | None
"""Option code; option codes; number; ISO date; text; or None for an answer that was emptied."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer as the journal holds it now.

    `conflict` is true while two different values stand side by side: nobody has decided yet.
    `meaning` is the question's meaning number when it was answered; None stands for the present one.
    """

    value: Value
    reason: str | None = None
    conflict: bool = False
    meaning: int | None = None

    @property
    def is_empty(self) -> bool:
        """True when nothing is said: emptied, no option chosen, or text without a single letter."""
        value = self.value
        return value is None or value == () or (isinstance(value, str) and not value.strip())

    @property
    def is_not_applicable(self) -> bool:
        """True when the answer says that the question does not apply."""
        return self.value == NOT_APPLICABLE


Answers = Mapping[str, Answer]
"""One sheet's answers by question id."""
