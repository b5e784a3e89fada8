"""The blank form on paper: every question of every shipped instrument, with its fingerprint on each page."""

from collections.abc import Callable
from typing import Any

import pytest

from model.documents.blank_form import blank_form
from model.documents.stamp import Stamp
from model.instruments.instrument import Instrument
from model.instruments.reader import read_instrument
from resources import path
from ui.paper.blank_form import lay_out
from ui.paper.text import one_line

SHIPPED = sorted(file for file in path("programmes").glob("*/*.toml") if file.name != "programme.toml")
SHORT = ("meeting", "officer_interview", "sentencer_comments")
LONG = [pytest.mark.slow]
FILES = [pytest.param(file, id=file.stem, marks=() if file.stem in SHORT else LONG) for file in SHIPPED]


def squeezed(text: str) -> str:
    return "".join(one_line(text).split())


@pytest.mark.parametrize("file", FILES)
def test_every_question_is_on_paper(
    file: Any, stamp: Stamp, read: Callable[[bytes], Any], qpdf_check: Callable[[bytes], None]
) -> None:
    whole = read_instrument(file.read_text("utf-8"), file.name)
    pdf = lay_out(blank_form(whole, programme="A programme"), stamp)
    qpdf_check(pdf)
    found = read(pdf)
    for question in whole.questions.values():
        assert squeezed(question.text["en"]) in found.words
        assert all(squeezed(option.label["en"]) in found.words for option in question.options)
    short = f"{whole.fingerprint[:4]} {whole.fingerprint[4:8]}"
    for number, page in enumerate(found.pages, start=1):
        assert short in page
        assert f"Page {number} of {len(found.pages)}" in page
    assert whole.fingerprint in found.words
    is_ticked = any(question.options for question in whole.questions.values())
    assert ("\u25a1" in found.words) is is_ticked


def test_routing_evidence_and_standing_are_said(
    instrument: Instrument, stamp: Stamp, read: Callable[[bytes], Any]
) -> None:
    found = read(lay_out(blank_form(instrument), stamp))
    for said in ("Only when", "Evidence, with its source and date", "Not applicable, because"):
        assert squeezed(said) in found.words
    assert squeezed("Our wording: written for Casebook where none is published.") in found.words
    assert squeezed("What to look for") not in found.words


def test_guidance_comes_on_request(
    instrument: Instrument, stamp: Stamp, read: Callable[[bytes], Any], qpdf_check: Callable[[bytes], None]
) -> None:
    pdf = lay_out(blank_form(instrument, guidance=True), stamp)
    qpdf_check(pdf)
    found = read(pdf)
    for question in instrument.questions.values():
        assert squeezed(question.guidance.look_for.get("en", "")) in found.words
    assert squeezed("Guidance \u00b0: Our wording") in found.words


def test_a_welsh_form_says_what_is_english(
    instrument: Instrument, stamp: Stamp, read: Callable[[bytes], Any]
) -> None:
    found = read(lay_out(blank_form(instrument, language="cy"), stamp))
    assert squeezed("In English, because no other wording is supplied: F1, F2") in found.words


def test_the_same_form_gives_the_same_bytes(instrument: Instrument, stamp: Stamp) -> None:
    assert lay_out(blank_form(instrument), stamp) == lay_out(blank_form(instrument), stamp)
