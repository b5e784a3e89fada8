"""The practice folders are read strictly, and say the same as the published figures beside them."""

import csv
import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from model.instruments.reader import read_instrument
from model.instruments.wrong_instrument import WrongInstrument
from resources import path
from ui.actions.make_inspection import programmes_offered
from ui.reading.practice import FILE, Practice, practices, read_practice

PRACTICES = practices()
BY_FOLDER = {each.folder: each for each in PRACTICES}


def published(folder: str) -> Any:
    return json.loads(path("practice", folder, "published.json").read_text("utf-8"))


def instruments(one: Practice) -> set[str]:
    """The ids of the instruments that the programme of a practice inspection names."""
    folder = path("programmes", one.programme)
    names = programmes_offered()[one.programme].within(one.provider_type).instruments
    return {read_instrument((folder / name).read_text("utf-8"), name).id for name in names}


def rows(folder: str) -> list[tuple[str, str, str]]:
    """What is compared, without the words: what of, what is shown, and the value or its edges."""
    return [
        (each.of, each.shown, each.published or f"{each.lowest} to {each.highest}")
        for each in BY_FOLDER[folder].figures
        if each.of or each.shown
    ]


def test_they_stand_in_their_order_and_the_window_offers_one() -> None:
    assert [each.order for each in PRACTICES] == list(range(1, len(PRACTICES) + 1))
    assert [bool(each.window) for each in PRACTICES] == [True, False, False]
    assert len({each.folder for each in PRACTICES}) == len(PRACTICES)


@pytest.mark.parametrize("one", PRACTICES, ids=lambda one: one.folder)
def test_what_a_folder_names_is_in_its_programme(one: Practice) -> None:
    programme = programmes_offered()[one.programme].within(one.provider_type)
    assert [sample.id for sample in one.samples] == [sample.id for sample in programme.samples]
    measures = {each.id for each in programme.measures}
    standards = {each.id for each in programme.standards}
    for figure in one.figures:
        parts = set(filter(None, figure.of.split("+")))
        if figure.shown == "rating":
            assert parts <= standards
        elif figure.shown == "received":
            assert parts <= instruments(one)
        else:
            assert parts <= measures, figure
        assert figure.shown or figure.why
        assert not (figure.published and figure.lowest)


@pytest.mark.parametrize("one", PRACTICES, ids=lambda one: one.folder)
def test_every_form_is_by_an_instrument_of_the_programme(one: Practice) -> None:
    forms = [*one.inspection, *one.occasions, *filter(None, [one.officers])]
    assert {form.instrument for form in forms} <= instruments(one)
    for form in forms:
        assert all(form.named in row and form.dated in (*row, "") for row in form.rows if form.named)


@pytest.mark.parametrize("one", PRACTICES, ids=lambda one: one.folder)
def test_every_case_that_is_drawn_is_answered(one: Practice) -> None:
    for sample in one.samples:
        assert set(sample.by_position) == set(range(1, sample.size + 1))
        assert sample.list.exists()


def test_the_figures_of_2018_are_those_published() -> None:
    told = published("north_west_2018")
    found = BY_FOLDER["north_west_2018"].figures
    of_officers = [each for each in found if each.figure.startswith("RO")]
    assert len(of_officers) == 15
    assert {each.figure: each.published for each in found if each not in of_officers} == {
        "overall": told["overall"],
        "score": str(told["score"]),
        **told["standards"],
        **{code: str(percent) for code, percent in told["percent"].items()},
    }


def test_the_figures_of_2013_are_those_published() -> None:
    found = rows("northumbria_2013")
    told: list[Mapping[str, Any]] = published("northumbria_2013")["figures"]
    assert {figure["id"] for figure in told} <= {
        each.figure for each in BY_FOLDER["northumbria_2013"].figures
    }
    for figure in told:
        for name in figure.get("measures", ()):
            for shown in ("above", "base", "percent"):
                assert shown not in figure or (name, shown, f"{figure[shown]:g}") in found
            if "between" in figure:
                lowest, highest = figure["between"]
                assert (name, "percent", f"{lowest:g} to {highest:g}") in found


def test_the_figures_of_2017_are_those_published() -> None:
    found = rows("cumbria_2017")
    told = published("cumbria_2017")
    figures = {each.figure: each for each in BY_FOLDER["cumbria_2017"].figures}
    assert {figure["id"] for figure in told["figures"]} <= set(figures)
    for figure in [*told["figures"], *told["in_words"]]:
        below = " below" if figure.get("told_as") == "below" else ""
        if "between" in figure and "counts" in figure:
            lowest, highest = figure["between"]
            names = [count["measure"] for count in figure["counts"]]
            for name in ["+".join(names)] if figure.get("together") else names:
                assert (name, f"percent{below}", f"{lowest:g} to {highest:g}") in found
        elif "not_counted" in figure:
            assert figures[figure["id"]].why == figure["not_counted"]
        for value in figure.get("printed", {}).values():
            assert str(value) in {each for _, _, each in found} or "not_counted" in figure
    for table in told["tables"]:
        for row in table["rows"]:
            assert (row["counts"]["measure"], "percent", str(row["percent"])) in found


def test_answers_that_are_given_whole_are_of_the_case_at_their_place() -> None:
    for one in PRACTICES:
        for sample in one.samples:
            references = [row["reference"] for row in sample.by_position.values() if "reference" in row]
            assert len(set(references)) == len(references)
            assert bool(references) is not sample.fill


def test_one_row_of_forms_is_found_by_its_name() -> None:
    with path("practice", "northumbria_2013", "practitioners.csv").open(encoding="utf-8-sig") as opened:
        first = next(csv.DictReader(opened))
    asked = BY_FOLDER["northumbria_2013"].officers
    assert asked is not None
    assert asked.row(first["officer"]) == first
    assert asked.row("Nobody") == {}
    with pytest.raises(KeyError):
        BY_FOLDER["northumbria_2013"].sample("another")


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("format = 1", "format = 2", "format"),
        ("order = 2", "order = 2\ncolour = 3", "colour"),
        ('role = "lead"', 'role = "leader"', "leader"),
        ("size = 86", "size = 0", "too small"),
        ('answers = "answers.csv"', "", "answers"),
    ],
)
def test_a_wrong_file_is_refused(tmp_path: Path, before: str, after: str, said: str) -> None:
    folder = tmp_path / "northumbria_2013"
    shutil.copytree(path("practice", folder.name), folder)
    text = (folder / FILE).read_text("utf-8")
    assert before in text
    (folder / FILE).write_text(text.replace(before, after, 1), "utf-8")
    with pytest.raises(WrongInstrument, match=said):
        read_practice(folder)
