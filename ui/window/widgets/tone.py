"""The meanings that colours have, each with its icon."""

from __future__ import annotations

from enum import StrEnum


class Tone(StrEnum):
    """One meaning each.

    Presenters name them by their words ("sufficient"); `Tone("sufficient")` reads them.
    """

    PLAIN = ""
    SUFFICIENT = "sufficient"
    NOT_SUFFICIENT = "not_sufficient"
    ATTENTION = "attention"
    UNKNOWN = "unknown"
    ACCENT = "accent"

    @property
    def token(self) -> str:
        """The colour of words in this tone."""
        return self.value or "quiet"

    @property
    def icon(self) -> str:
        """The icon that stands for this tone when none is named."""
        return _ICONS[self]


_ICONS = {
    Tone.PLAIN: "not_answered",
    Tone.SUFFICIENT: "sufficient",
    Tone.NOT_SUFFICIENT: "not_sufficient",
    Tone.ATTENTION: "attention",
    Tone.UNKNOWN: "unknown",
    Tone.ACCENT: "info",
}
