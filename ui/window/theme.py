"""How the window looks: colours, sizes of text, the style sheet, and which of the themes applies."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from resources import path

SPACE: Final[Mapping[int, int]] = {step: step for step in (4, 8, 12, 16, 24, 32)}
"""The spacing scale in pixels; a step that is not on it is a KeyError."""
SCALES: Final = (100, 110, 125, 150, 175, 200)
"""The sizes of text that a person can choose, in per cent."""
THEMES: Final = ("light", "dark", "contrast")
_WASH: Final = {"light": 0.09, "dark": 0.12, "contrast": 0.0}
"""How much of a colour is in its pale background."""


class Choice(StrEnum):
    """What a person can choose as theme."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(frozen=True, slots=True)
class Look:
    """A person's choice: theme, and size of text in per cent (100 to 200)."""

    choice: Choice = Choice.SYSTEM
    scale: int = 100


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme at one size of text, ready to draw with."""

    name: str
    colours: Mapping[str, str]
    sizes: Mapping[str, int]
    scale: int = 100

    def colour(self, token: str) -> QColor:
        """The colour of a token, as in `colour("accent")`. KeyError for an unknown one."""
        return QColor(self.colours[token])

    def wash(self, token: str) -> QColor:
        """The pale background that words in this colour stand on."""
        return mix(self.colour(token), self.colour("surface"), _WASH[self.name])

    def size(self, name: str) -> int:
        """The height of a text size in pixels, scaled."""
        return self.px(self.sizes[name])

    def px(self, pixels: int) -> int:
        """A length that grows with the text, as icons do."""
        return round(pixels * self.scale / 100)


def mix(colour: QColor, ground: QColor, part: float) -> QColor:
    """So much of the colour (0 to 1) laid over the ground."""
    red, green, blue = (
        round(above * part + below * (1 - part))
        for above, below in (
            (colour.red(), ground.red()),
            (colour.green(), ground.green()),
            (colour.blue(), ground.blue()),
        )
    )
    return QColor(red, green, blue)


@cache
def tokens() -> Mapping[str, Mapping[str, int | str]]:
    """The tables of tokens.toml."""
    return tomllib.loads(path("styles", "tokens.toml").read_text("utf-8"))


@cache
def theme(name: str, scale: int = 100) -> Theme:
    """The theme of that name (one of THEMES) at that size of text."""
    table = tokens()
    return Theme(
        name,
        {token: str(value) for token, value in table[name].items()},
        {size: int(value) for size, value in table["text"].items()},
        min(max(scale, SCALES[0]), SCALES[-1]),
    )


def style_sheet(drawn: Theme) -> str:
    """The style sheet for a theme. KeyError when the template asks for a token that does not exist."""
    values = {f"{size}_size": f"{drawn.size(size)}px" for size in drawn.sizes}
    values |= {f"space{step}": f"{step}px" for step in SPACE}
    for token in drawn.colours:
        values[token] = drawn.colour(token).name()
        values[f"{token}_wash"] = drawn.wash(token).name()
    for pixels in (12, 16, 20, 24, 32, 40):
        values[f"grow{pixels}"] = f"{drawn.px(pixels)}px"
    template = path("styles", "casebook.qss").read_text("utf-8")
    return re.sub(r"@([a-z_0-9]+)", lambda found: values[found[1]], template)


def current() -> Theme:
    """The theme that the application shows now; light at 100% before one was applied."""
    application = QApplication.instance()
    shown = application.property("casebookTheme") if application else None
    return shown if isinstance(shown, Theme) else theme("light")


class Appearance(QObject):
    """Applies a look to the application and follows the system's theme when asked to.

    One for each application.
    """

    changed = Signal()
    """The application shows another theme or size of text than before."""

    def __init__(self, application: QApplication, look: Look | None = None) -> None:
        super().__init__(application)
        self._application = application
        self.look = look or Look()
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._system_changed)
        hints.accessibility().contrastPreferenceChanged.connect(self._system_changed)
        self._show()

    def set(self, look: Look) -> None:
        """Show this look from now on."""
        if look != self.look:
            self.look = look
            self._show()

    def _system_changed(self) -> None:
        if self.look.choice is Choice.SYSTEM:
            self._show()

    def _show(self) -> None:
        shown = theme(named(self.look.choice), self.look.scale)
        if shown == self._application.property("casebookTheme"):
            return
        self._application.setProperty("casebookTheme", shown)
        self._application.setPalette(palette(shown))
        font = self._application.font()
        font.setPixelSize(shown.size("body"))
        self._application.setFont(font)
        self._application.setStyleSheet(style_sheet(shown))
        self.changed.emit()


def named(choice: Choice) -> str:
    """The name of the theme that a choice means now, asking the system where it is to decide."""
    if choice is not Choice.SYSTEM:
        return str(choice)
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return "contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


def palette(drawn: Theme) -> QPalette:
    """The palette for what the style sheet does not reach."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: "paper",
        QPalette.ColorRole.WindowText: "ink",
        QPalette.ColorRole.Base: "surface",
        QPalette.ColorRole.AlternateBase: "paper",
        QPalette.ColorRole.Text: "ink",
        QPalette.ColorRole.Button: "surface",
        QPalette.ColorRole.ButtonText: "ink",
        QPalette.ColorRole.BrightText: "not_sufficient",
        QPalette.ColorRole.Highlight: "selection",
        QPalette.ColorRole.HighlightedText: "ink",
        QPalette.ColorRole.Accent: "accent",
        QPalette.ColorRole.Link: "accent",
        QPalette.ColorRole.ToolTipBase: "surface",
        QPalette.ColorRole.ToolTipText: "ink",
        QPalette.ColorRole.PlaceholderText: "quiet",
        QPalette.ColorRole.Light: "surface",
        QPalette.ColorRole.Midlight: "line",
        QPalette.ColorRole.Mid: "line",
        QPalette.ColorRole.Dark: "edge",
        QPalette.ColorRole.Shadow: "line",
    }
    for role, token in roles.items():
        made.setColor(role, drawn.colour(token))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, drawn.colour("quiet"))
    return made


def restyle(widget: QWidget) -> None:
    """Draw a widget anew after a property that the style sheet looks at has changed."""
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
