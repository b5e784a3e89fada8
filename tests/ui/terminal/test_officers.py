"""Officers, interviews and meetings at the terminal, on the stores of an office and an inspector."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from model.instruments.programme import RatingRule
from model.instruments.reader import read_instrument, read_programme
from resources import path
from tests.apart import ABOUT_CASE, MEETING, ORGANISATION, TALK, bring
from tests.office import WORDS, set_up
from tests.several import SUPERVISION, list_of, several
from ui.actions.make_inspection import Particulars
from ui.terminal.commands import casebook


class Terminal:
    """Somebody's store, and commands on it."""

    def __init__(self, home: Path) -> None:
        self.home = home

    def run(self, *words: str, code: int = 0) -> str:
        env = {"CASEBOOK_HOME": str(self.home), "CASEBOOK_PASSPHRASE": WORDS}
        result = CliRunner().invoke(casebook, list(words), env=env)
        assert result.exit_code == code, result.output
        return result.output


@pytest.fixture
def stores(tmp_path: Path) -> Path:
    """Ten cases of four officers, allocated and handed out; every store is locked."""
    made = several(tmp_path).read(list_of(tmp_path, SUPERVISION, range(12)), SUPERVISION)
    bring(made.session, TALK, ABOUT_CASE, MEETING, ORGANISATION)
    made.draw(10, SUPERVISION).allocate(SUPERVISION).hand_out()
    made.close()
    return tmp_path


def test_the_office_confirms_splits_joins_and_gives_interviews(stores: Path) -> None:
    office = Terminal(stores / "office")
    offered = office.run("officers").splitlines()
    assert [line[0] for line in offered] == ["?"] * 4
    assert office.run("confirm-officers", offered[0].split()[1]) == "1 confirmed.\n"
    assert office.run("confirm-officers", "--all") == "3 confirmed.\n"
    office.run("confirm-officers", "ffff", code=2)
    assert "Joined" in office.run("join-officers", "Supervision 1", "Supervision 2")
    (line,) = [one for one in office.run("officers").splitlines() if "Supervision 2" in one]
    case = line.split(": ")[1].split(",")[0]
    assert "Split: 1 cases" in office.run("split-officer", "--name", "Another", "Supervision 2", case)
    assert "Yet another now" in office.run("rename-officer", "--unit", "Kendal", "Another", "Yet another")
    assert "Yet another, Kendal: " in office.run("officers")
    assert "called so already" in office.run("rename-officer", "Yet another", "Yet another", code=1)
    office.run("rename-officer", "Yet another", "Another")
    assert "Another, Kendal: " in office.run("officers")
    assert "interviews given" in office.run("give-interviews")
    assert "asked by nobody" not in office.run("officers")
    asker = next(one for one in office.run("officers").splitlines() if "Another" in one).split("asked by ")[1]
    other = next(name for name in ("Ann Archer", "Bilal Chowdhury") if name != asker)
    given = ("give-interviews", "--officer", "Another", "--to", other)
    assert "reason" in office.run(*given, code=1)
    assert office.run(*given, "--reason", "Knows the officer") == f"{other} asks this officer.\n"
    office.run("give-interviews", "--officer", "Nobody", code=2)


def test_an_inspector_starts_a_meeting_and_answers_it_by_its_id(stores: Path) -> None:
    ann = Terminal(stores / "Ann Archer")
    id = ann.run("start", "round_table", "--title", "Court team", "--day", "2018-10-09").split()[-1]
    assert "Court team (Meeting) reading 1 of 2" in ann.run("interviews")
    ann.run("answer", id[:10], "M2", "They are content.")
    assert "2 of 2" in ann.run("interviews")
    ann.run("answer", "zz", "M2", "x", code=2)
    ann.run("start", "nothing", code=2)
    assert "needs a title" in ann.run("start", "round_table", code=1)


def test_items_about_a_case_are_started_by_its_number_and_then_named_by_their_id(stores: Path) -> None:
    ann = Terminal(stores / "Ann Archer")
    number = ann.run("cases").split()[0]
    id = ann.run("start", "case_items", "--case", number).split()[-1]
    refused = ann.run("answer", number, "agencies", "yes", code=2)
    assert "several assessments" in refused
    ann.run("answer", id, "agencies", "yes")
    ann.run("start", "case_items", "--case", "0", code=2)
    assert "given, not started" in ann.run("start", "talk", code=1)
    assert "Started" in ann.run("start", "organisation")


def test_what_the_lead_inspector_proposes_stands_in_the_results(tmp_path: Path) -> None:
    made = set_up(tmp_path).make_inspection().gather().hand_out()
    made.close()
    lead = Terminal(tmp_path / "Lesley Marsh")
    instrument, question, standard = _stated()
    assert "proposed by" not in lead.run("results")
    id = lead.run("start", instrument).split()[-1]
    lead.run("answer", id, question, "good")
    line = next(line for line in lead.run("results").splitlines() if line.startswith(f"  {standard}"))
    assert ": Good, proposed by Lesley Marsh on " in line


def test_results_say_what_was_found_in_words_and_what_their_tables_say(tmp_path: Path) -> None:
    of_2017 = Particulars("Cumbria", "Cumbria", "AREA", "quality_impact_2017", "2017-06-05", "2017-06-23")
    set_up(tmp_path).make_inspection(of_2017).gather().hand_out().close()
    lead = Terminal(tmp_path / "Lesley Marsh")
    id = lead.run("start", "domain_findings").split()[-1]
    lead.run("answer", id, "protecting_crc_enablers", "Officers are known.\nTime is given.")
    lines = lead.run("results").splitlines()
    place = lines.index("    Enablers: Officers are known.")
    assert lines[place - 1].startswith("  PP CRC Protecting the public: CRC effectiveness: No verdict yet")
    assert lines[place + 1] == "    Enablers: Time is given."
    assert "    Allocating cases: allocated to the right organisation: CRC –, NPS –, Both –" in lines


def test_results_name_the_method_of_a_score(tmp_path: Path) -> None:
    of_2013 = Particulars("North", "North", "trust", "adult_offending_2013", "2013-08-05", "2013-08-16")
    made = set_up(tmp_path).make_inspection(of_2013).gather()
    made.read(path("practice", "northumbria_2013", "eligible_cases.csv"), "cases_2013")
    made.draw(10, "cases_2013").close()
    lines = Terminal(tmp_path / "office").run("results").splitlines()
    assert sum(line.startswith("    Mean over questions: ") for line in lines) == 5


def _stated() -> tuple[str, str, str]:
    """The instrument and the question of the first rating that is stated, and that standard's code."""
    folder = path("programmes", "probation_services_2018")
    programme = read_programme((folder / "programme.toml").read_text("utf-8"), "programme.toml")
    standard = next(one for one in programme.standards if one.rating is RatingRule.STATED)
    for name in programme.instruments:
        instrument = read_instrument((folder / name).read_text("utf-8"), name)
        if standard.question in instrument.questions:
            return instrument.id, standard.question, standard.code
    raise AssertionError("nobody states a rating")
