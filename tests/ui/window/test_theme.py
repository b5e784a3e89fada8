"""The look: contrast computed for every pair that is drawn, sizes that grow, the system followed."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from resources import path
from ui.window.theme import (
    SCALES,
    SPACE,
    THEMES,
    Appearance,
    Choice,
    Look,
    current,
    named,
    style_sheet,
    theme,
    tokens,
)

MEANINGS = ("accent", "sufficient", "not_sufficient", "attention", "unknown")
WORDS_ON = [
    *((words, ground) for words in ("ink", "quiet", *MEANINGS) for ground in ("paper", "surface")),
    ("ink", "selection"),
    ("quiet", "selection"),
    ("on_accent", "accent"),
    ("surface", "ink"),
]
MARKS_ON = [(mark, ground) for mark in ("edge", "focus") for ground in ("paper", "surface")]


def luminance(colour: QColor) -> float:
    """Relative luminance as in WCAG 2.2."""
    parts = [
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    """Contrast ratio as in WCAG 2.2: 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_ratio_is_the_one_of_wcag() -> None:
    assert contrast(QColor("#000000"), QColor("#FFFFFF")) == pytest.approx(21)
    assert contrast(QColor("#777777"), QColor("#FFFFFF")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("words", "ground"), WORDS_ON)
def test_words_stand_out(name: str, words: str, ground: str) -> None:
    drawn = theme(name)
    least = 7 if name == "contrast" else 4.5
    assert contrast(drawn.colour(words), drawn.colour(ground)) >= least


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("meaning", MEANINGS)
def test_words_stand_out_on_pale_backgrounds(name: str, meaning: str) -> None:
    drawn = theme(name)
    least = 7 if name == "contrast" else 4.5
    for words in ("ink", meaning):
        assert contrast(drawn.colour(words), drawn.wash(meaning)) >= least
    assert contrast(drawn.colour("quiet"), drawn.wash("accent")) >= least


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("mark", "ground"), MARKS_ON)
def test_borders_of_controls_and_the_focus_ring_stand_out(name: str, mark: str, ground: str) -> None:
    drawn = theme(name)
    assert contrast(drawn.colour(mark), drawn.colour(ground)) >= 3


@pytest.mark.parametrize("name", THEMES)
def test_every_theme_has_every_colour_and_no_two_meanings_share_one(name: str) -> None:
    table = tokens()
    assert table[name].keys() == table["light"].keys()
    meanings = [table[name][token] for token in (*MEANINGS, "focus")]
    assert len(set(meanings)) == len(meanings)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("scale", SCALES)
def test_the_style_sheet_is_filled_in_whole(name: str, scale: int) -> None:
    sheet = style_sheet(theme(name, scale))
    assert "@" not in sheet
    assert f"font-size: {round(15 * scale / 100)}px" in sheet


def test_the_style_sheet_names_no_colour_of_its_own() -> None:
    template = path("styles", "casebook.qss").read_text("utf-8")
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b(?!\s*\{|,|\s)|rgb", re.sub(r"/\*.*?\*/", "", template))
    assert not re.search(r":\s*#", template)


def test_the_page_in_the_documents_tells_the_colours_as_they_are(tree: Path) -> None:
    words = (tree / "docs" / "visual_design.md").read_text("utf-8")
    for token, light in tokens()["light"].items():
        row = next(line for line in words.splitlines() if line.startswith(f"| {token} |"))
        for colour in (light, tokens()["dark"][token], tokens()["contrast"][token]):
            assert str(colour) in row, token


def test_sizes_grow_with_the_text_and_stop_at_the_ends() -> None:
    assert theme("light", 200).size("question") == 2 * theme("light").size("question")
    assert theme("light", 400).scale == 200
    assert theme("light", 10).scale == 100


def test_the_question_is_the_largest_thing_on_its_page() -> None:
    sizes = theme("light").sizes
    assert all(sizes["question"] > sizes[name] for name in sizes if name not in ("question", "display"))


def test_steps_off_the_spacing_scale_do_not_exist() -> None:
    with pytest.raises(KeyError):
        SPACE[10]


def test_setting_a_look_changes_the_application_at_once(appearance: Appearance, qapp: QApplication) -> None:
    heard: list[bool] = []

    def hear() -> None:
        heard.append(True)

    appearance.changed.connect(hear)
    appearance.set(Look(Choice.DARK, 150))
    appearance.set(Look(Choice.DARK, 150))
    appearance.changed.disconnect(hear)
    assert heard == [True]
    assert current().name == "dark"
    assert qapp.font().pixelSize() == round(15 * 1.5)
    assert qapp.palette().window().color() == theme("dark").colour("paper")


def test_the_system_decides_only_when_asked_to() -> None:
    assert named(Choice.SYSTEM) in THEMES
    assert [named(Choice(name)) for name in THEMES] == list(THEMES)
