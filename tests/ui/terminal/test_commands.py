"""Two terminals, an office's and an inspector's, exchange a day's work through files alone."""

import csv
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from resources import path
from tests.several import (
    COURT,
    SUPERVISION,
    VICTIMS,
    holder_of,
    in_the_field,
    list_of,
    several,
    shared,
)
from ui.actions import allocate, forgotten, unlock
from ui.actions.make_inspection import programmes_offered
from ui.reading import cases
from ui.terminal.commands import COMMANDS, casebook

SAMPLE_SIZE = "4"
PROGRAMME = "probation_services_2018"


class Terminal:
    """A person at a terminal with a store of their own."""

    def __init__(self, home: Path) -> None:
        self.home = home

    def run(self, *words: object, code: int = 0) -> Result:
        result = CliRunner().invoke(
            casebook,
            [str(word) for word in words],
            env={"CASEBOOK_HOME": str(self.home), "CASEBOOK_PASSPHRASE": "practice passphrase"},
        )
        assert result.exit_code == code, result.output
        return result


def provider_list(folder: Path) -> Path:
    file = folder / "list.csv"
    with file.open("w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out)
        rows.writerow(
            ("Case reference", "Surname", "Gender", "Responsible officer", "Sentence type", "RoSH level")
        )
        for number in range(8):
            rows.writerow((f"X{number:06}", "Practice", "Male", f"Officer {number % 2}", "Licence", "High"))
    return file


def test_a_day_through_two_terminals(tmp_path: Path) -> None:
    office, ann = Terminal(tmp_path / "office"), Terminal(tmp_path / "ann")
    office.run("set-up-office", "--name", "Olwen", "--recovery-card", tmp_path / "recovery.txt")
    dates = ("--start", "2018-10-08", "--end", "2018-10-19")
    words = ("make-inspection", "--name", "Small", "--provider", "North Vale", "--type", "NPS", *dates)
    office.run(*words, "--programme", PROGRAMME)
    invited = office.run("invite", "--name", "Ann", tmp_path / "ann.casebook-invitation")
    begun = ann.run(
        "begin",
        "--name",
        "Ann",
        "--card",
        tmp_path / "ann.casebook-card",
        tmp_path / "ann.casebook-invitation",
    )
    assert invited.output.split("fingerprint: ")[1] != begun.output.split("fingerprint: ")[1]
    taken = office.run("take-card", "--role", "inspector", "--confirmed", tmp_path / "ann.casebook-card")
    assert begun.output.split("ingerprint: ")[1].strip() in taken.output
    assert "8 eligible cases" in office.run("read-list", provider_list(tmp_path)).output
    office.run("draw", "--seed", "small", "--size", SAMPLE_SIZE)
    assert f"Ann: {SAMPLE_SIZE} cases" in office.run("allocate").output

    bundles = tmp_path / "bundles"
    bundles.mkdir()
    office.run("write-bundles", bundles)
    ann.run("take", bundles)
    listed = ann.run("cases").output.splitlines()
    assert len(listed) == int(SAMPLE_SIZE)
    number = listed[0].split()[0]
    ann.run("answer", number, "2.1.1", "yes")
    wrong = ann.run("answer", number, "2.1.1", "perhaps", code=1)
    assert "Nothing was changed" in wrong.output
    refused = ann.run("move", number, "complete", code=1).output
    assert "still missing" in refused
    named = next(line for line in refused.splitlines() if line.startswith("Missing: "))
    assert {"2.1.2", "2.2.3 need"} <= set(named.removeprefix("Missing: ").split(", "))
    assert "2.1.1" not in named.split(", ")
    back = tmp_path / "back"
    back.mkdir()
    ann.run("hand-in", back)
    assert "0 of 4 received" in office.run("take", back).output + office.run("results").output
    assert "  A standard is rated by its lowest key question." in office.run("results").output.splitlines()
    assert "0 new entries" in office.run("take", back).output


def test_each_sample_goes_from_its_list_to_its_allocation_by_name(tmp_path: Path) -> None:
    made = several(tmp_path)
    allocate.exclude(made.session, made.id("Ann Archer"), officer="Supervision 1")
    made.close()
    office, lists = Terminal(tmp_path / "office"), tmp_path / "lists"
    lists.mkdir()
    for sample, references in ((SUPERVISION, range(12)), (COURT, range(8, 14)), (VICTIMS, range(10, 12))):
        named = () if sample == SUPERVISION else ("--sample", sample)
        office.run("read-list", *named, list_of(lists, sample, references))
        assert office.run("draw", *named, "--seed", "small", "--size", len(references)).exit_code == 0
        assert "cases" in office.run("allocate", *named).output
    unknown = office.run("draw", "--sample", "nonsense", "--seed", "x", code=2).output
    assert "name one of: supervision, court, victims" in unknown
    bundles = tmp_path / "bundles"
    bundles.mkdir()
    office.run("write-bundles", bundles)
    session = unlock.unlock(tmp_path / "office", "practice passphrase")
    held, made_of = cases.cases(session), list(cases.assessments(session).values())
    unlock.lock(session)
    assert len(held) == 14
    assert len(made_of) == 12 + 6 + 2
    assert len({(one.case, one.holder) for one, _ in made_of}) == 14
    ann = made.id("Ann Archer")
    mine = [held[one.case].places.get(SUPERVISION) for one, _ in made_of if one.holder == ann]
    assert "Supervision 1" not in {place.facts["officer"] for place in mine if place is not None}


def test_a_case_of_two_samples_is_named_with_its_instrument(tmp_path: Path) -> None:
    made = in_the_field(tmp_path)
    case = shared(made, SUPERVISION, VICTIMS)
    number = cases.cases(made.session)[case].number
    name = next(name for name, session in made.people.items() if session is holder_of(made, case))
    made.close()
    inspector = Terminal(tmp_path / name)
    listed = [line for line in inspector.run("cases").output.splitlines() if line.startswith(number)]
    assert [line.split()[-1] for line in sorted(listed)] == [SUPERVISION, VICTIMS]
    asked = inspector.run("answer", number, "F1", "male", code=2).output
    assert f"{number}/{SUPERVISION}, {number}/{VICTIMS}" in " ".join(asked.split())
    inspector.run("answer", f"{number}/{VICTIMS}", "F1", "male")
    for line in inspector.run("cases").output.splitlines():
        assert not line.startswith(number) or "1 of 3" in line


def test_a_programme_must_be_named_where_there_are_several(tmp_path: Path) -> None:
    office = Terminal(tmp_path / "office")
    office.run("set-up-office", "--name", "Olwen", "--recovery-card", tmp_path / "recovery.txt")
    dates = ("--start", "2018-10-08", "--end", "2018-10-19")
    words = ("make-inspection", "--name", "Small", "--provider", "North Vale", *dates, "--type")
    offered = list(programmes_offered())
    output = office.run(*words, "NPS", code=0 if len(offered) == 1 else 2).output
    assert len(offered) == 1 or "name one of:" in output
    unknown = office.run(*words, "NPS", "--programme", "nonsense", code=2).output
    assert all(name in unknown for name in offered)
    assert "name one of: NPS, CRC" in office.run(*words, "x", "--programme", PROGRAMME, code=2).output


def test_a_wrong_passphrase_is_said_plainly(tmp_path: Path) -> None:
    office = Terminal(tmp_path / "office")
    office.run("set-up-office", "--name", "Olwen", "--recovery-card", tmp_path / "recovery.txt")
    refused = office.run("cases", "--passphrase", "something else entirely", code=1)
    assert "passphrase" in refused.output
    assert "Traceback" not in refused.output


def test_the_instrument_is_checked_and_its_paths_are_printed(tmp_path: Path) -> None:
    folder = path("programmes", "probation_services_2018")
    words = ("check-instrument", folder / "case_supervision.toml", "--programme", folder / "programme.toml")
    output = Terminal(tmp_path).run(*words).output
    for said in ("No faults", "Shortest path", "Longest path", "Typical path", "base of 2.2.3 empty"):
        assert said in output
    broken = tmp_path / "broken.toml"
    broken.write_text("format = 1\n", encoding="utf-8")
    assert "broken.toml" in Terminal(tmp_path).run("check-instrument", broken, code=1).output


def test_an_office_answers_its_own_forgotten_passphrase(tmp_path: Path) -> None:
    office, card = Terminal(tmp_path / "office"), tmp_path / "recovery.txt"
    office.run("set-up-office", "--name", "Olwen", "--recovery-card", card)
    (owner,) = unlock.owners(office.home)
    request, reply = tmp_path / "a.casebook-request", tmp_path / "a.casebook-reply"
    request.write_bytes(forgotten.ask_the_office(office.home, owner.person))
    words = ("answer-forgotten", "--recovery-card", card, request, reply)
    unsure = office.run(*words, code=1)
    assert forgotten.digits_of_request(office.home) in unsure.output
    assert not reply.exists()
    answered = office.run(*words, "--confirmed").output.splitlines()
    assert answered[0].startswith("A request from Olwen.")
    session = forgotten.accept_answer(office.home, reply.read_bytes(), answered[-1], "a new passphrase")
    unlock.lock(session)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_explains_itself(name: str, tmp_path: Path) -> None:
    assert "Usage" in Terminal(tmp_path).run(name, "--help").output


def test_an_error_that_nobody_expected_is_told_without_any_value(tree: Path) -> None:
    program = """
import sys, main
from ui.terminal.commands import COMMANDS
COMMANDS["results"] = ("math:pi", "What somebody wrote.")
sys.argv = ["casebook", "results"]
main.main()
"""
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=tree, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Something went wrong: TypeError at commands.py:")
    assert done.stderr.count("\n") == 1
    assert "math:pi" not in done.stderr
