"""The bundled family shows Welsh, figures in columns and the signs that we use, on paper and on screen."""

from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QRawFont
from pytestqt.qtbot import QtBot
from reportlab.pdfbase.ttfonts import TTFont

from resources import path

FACES = ("Regular", "SemiBold", "Bold", "Italic")
WELSH = "ŵŷŴŶẁẃẅẀẂẄỳỲÿŸâêîôûÂÊÎÔÛäëïöüáéíóúàèìòù"
SIGNS = "–—‘’“”…•·→←↑↓✓✗×−±≥≤£€½%§†‡■□▪●○▲▼"
LARGEST = 200_000


def file(face: str) -> Path:
    return path("fonts", f"CasebookInter-{face}.ttf")


@pytest.mark.parametrize("face", FACES)
def test_paper_can_embed_every_needed_character(face: str) -> None:
    shown = TTFont(f"test {face}", str(file(face))).face.charToGlyph
    assert [sign for sign in WELSH + SIGNS if not shown.get(ord(sign))] == []


@pytest.mark.parametrize("face", FACES)
def test_figures_stand_under_each_other(face: str) -> None:
    font = TTFont(f"test {face}", str(file(face)))
    assert len({font.stringWidth(digit, 1000) for digit in "0123456789"}) == 1


@pytest.mark.parametrize("face", FACES)
def test_a_capital_i_is_wider_than_an_l_because_it_has_serifs(face: str) -> None:
    font = TTFont(f"test {face}", str(file(face)))
    assert font.stringWidth("I", 1000) > font.stringWidth("l", 1000) * 1.15


@pytest.mark.parametrize("face", FACES)
def test_files_are_small(face: str) -> None:
    assert file(face).stat().st_size < LARGEST


def test_the_screen_knows_one_family_with_its_weights(qtbot: QtBot) -> None:
    for face in FACES:
        number = QFontDatabase.addApplicationFont(str(file(face)))
        assert "Casebook Inter" in QFontDatabase.applicationFontFamilies(number)
    assert set(FACES) <= set(QFontDatabase.styles("Casebook Inter"))
    font = QRawFont.fromFont(QFont("Casebook Inter", 12))
    assert font.familyName() == "Casebook Inter"
    assert all(font.supportsCharacter(ord(sign)) for sign in WELSH + SIGNS)


def test_the_licence_lies_beside_the_fonts() -> None:
    words = path("fonts", "OFL.txt").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in words
    assert "Inter Project Authors" in words
