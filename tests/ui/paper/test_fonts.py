"""The bundled family shows English and Welsh in every face, with figures that stand in columns."""

import pytest

from ui.paper.fonts import BOLD, ITALIC, REGULAR, covered, width


def test_english_welsh_and_the_signs_of_every_document_are_there() -> None:
    needed = "abcxyzABCXYZ0123456789 âêîôûŵŷÂÊÎÔÛŴŶäëïöüáéíóúàèìòù £&%–—‘’“”…·°*+○"
    assert [letter for letter in needed if ord(letter) not in covered()] == []


@pytest.mark.parametrize("font", [REGULAR, BOLD, ITALIC])
def test_figures_are_equally_wide(font: str) -> None:
    assert len({round(width(figure, font, 10), 6) for figure in "0123456789"}) == 1


def test_width_grows_with_the_size() -> None:
    assert width("Casebook", BOLD, 20) == pytest.approx(2 * width("Casebook", BOLD, 10))
    assert width("", REGULAR, 10) == 0
