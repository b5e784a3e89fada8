"""Settings of this laptop, the passphrase, and what this program is and stands on."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from model.documents.percentages import per_cent
from resources import VERSION, notices
from ui.actions import home, unlock
from ui.actions import practise as practising
from ui.presenters.help import HelpPage, read
from ui.reading import own
from ui.session import Session

Values = Mapping[str, str | int]

_WORDS: Mapping[str, str] = {
    "theme": "Colours",
    "text_size": "Size of the text",
    "lock_after": "Lock by itself",
    "guidance": "Guidance",
    "language": "Questions",
}
_CHOICES: Mapping[str, Mapping[str | int, str]] = {
    "theme": {"system": "As the system", "light": "Light", "dark": "Dark", "contrast": "High contrast"},
    "guidance": {"beside": "Beside the question", "folded": "Folded: G shows it"},
    "language": {"en": "In English", "cy": "In Welsh"},
}
_HINTS: Mapping[str, str] = {
    "theme": "Colours stand beside words everywhere; none of them says anything alone.",
    "text_size": "Also with Ctrl and +, Ctrl and −, Ctrl and 0.",
    "lock_after": "When neither keyboard nor mouse has been touched for so long. Ctrl+L locks at once.",
    "guidance": f"Above {per_cent(150)} of text size it is always folded, so that the question has room.",
    "language": "On sheets, in interviews and on their papers. What is not supplied in Welsh stands in "
    "English, and is named. Answers are the same in both.",
}


@dataclass(frozen=True, slots=True)
class SettingShown:
    """One setting: its name in the file, its words, its choices with theirs, and which is chosen."""

    key: str
    words: str
    hint: str
    choices: tuple[tuple[str | int, str], ...]
    value: str | int


@dataclass(frozen=True, slots=True)
class SettingsState:
    """What the settings page shows. `name` is the person's own, from their card."""

    settings: tuple[SettingShown, ...]
    name: str
    store: str
    practice: bool
    version: str
    notices: HelpPage


def show(session: Session, place: Path) -> SettingsState:
    """Return the settings kept in this person's place, and where this store lies."""
    card = own.card(session)
    return SettingsState(
        shown(home.settings(place)),
        card.name if card else "",
        str(own.store_folder(session)),
        practising.is_practice(session),
        VERSION,
        read("notices", notices()),
    )


def values(place: Path) -> Values:
    """Return every setting by its key."""
    return home.settings(place)


def change(place: Path, key: str, value: str | int) -> Values:
    """Keep one setting and return all of them."""
    return home.change(place, key, value)


def change_passphrase(session: Session, old: str, new: str) -> None:
    """Change the passphrase of the person who knows the old one. Refusal: wrong, or the new one too short."""
    unlock.change_passphrase(own.store_folder(session), old, new)


def shown(kept: Values) -> tuple[SettingShown, ...]:
    """Return settings in words, in the order in which they are declared."""
    return tuple(
        SettingShown(
            setting.key,
            _WORDS[setting.key],
            _HINTS[setting.key],
            tuple((choice, _choice(setting.key, choice)) for choice in setting.choices),
            kept[setting.key],
        )
        for setting in home.declared()
    )


def _choice(key: str, choice: str | int) -> str:
    if key in _CHOICES:
        return _CHOICES[key][choice]
    return per_cent(int(choice)) if key == "text_size" else f"After {choice} minutes"
