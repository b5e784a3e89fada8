"""The practice day in small: three people, a few cases of every sample, everything that goes wrong."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from model.instruments.instrument import About
from model.people import Role
from tests.shape.source import TREE
from tests.ui.terminal.demo.small import SIZES, small
from ui.actions import decide
from ui.reading import cases, interviews
from ui.reading.practice import Practice
from ui.reading.results import WHOLE, Report
from ui.terminal.demo import day
from ui.terminal.demo.people import Team, held_cases


@dataclass
class Run:
    """What came of it: the stores are still open."""

    folder: Path
    practice: Practice
    at_work: Team
    report: Report
    said: list[str] = field(default_factory=list)

    def told(self, beginning: str) -> str:
        (found,) = (words for words in self.said if words.startswith(beginning))
        return found


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Run]:
    folder, practice, said = tmp_path_factory.mktemp("day"), small(), list[str]()
    at_work = day.prepare(practice, folder, said.append)
    day.fieldwork(at_work, practice, folder, said.append)
    day.hand_in(at_work, practice, folder, said.append)
    day.decide_all(at_work, practice, said.append)
    day.acknowledge(at_work, folder, said.append)
    report = day.outcome(at_work)
    day.print_papers(at_work, practice, report.id, folder, said.append)
    yield Run(folder, practice, at_work, report, said)
    day.close(at_work)


def test_everything_arrives_and_counts(run: Run) -> None:
    assert run.report.id == WHOLE
    assert (run.report.received, run.report.is_final) == (run.report.expected, True)
    received = [len(part.collected.sheets) for part in run.report.parts]
    assert received[: len(SIZES)] == list(SIZES)


def test_a_case_is_with_one_inspector_in_all_its_samples(run: Run) -> None:
    holders: dict[str, set[str]] = {}
    for made, _ in cases.assessments(run.at_work.office).values():
        if made.case:
            holders.setdefault(made.case, set()).add(made.holder)
    double = run.told("Double work in case ").partition(":")[0]
    twice = {number for number in double.split() if number.isdigit()}
    numbers = {id: case.number for id, case in cases.cases(run.at_work.office).items()}
    assert {numbers[case] for case, people in holders.items() if len(people) > 1} <= twice


def test_every_officer_is_interviewed_once_by_one_person(run: Run) -> None:
    known = interviews.directory(run.at_work.office).known
    assert known
    assert all([made.state for made in one.interviews] == ["complete"] for one in known)
    assert not interviews.directory(run.at_work.office).proposals
    assert run.told(f"{len(known)} officers interviewed")


def test_the_lead_answers_for_the_whole_inspection(run: Run) -> None:
    made = [one for one, _ in cases.assessments(run.at_work.office).values() if one.about is About.INSPECTION]
    assert [(one.holder, one.state) for one in made] == [(run.at_work.lead.author, "complete")]
    ratings = [each for each in run.report.found.stated.values() if each.code]
    assert {each.author for each in ratings} == {run.at_work.leading}
    assert len(ratings) == 4
    assert run.report.found.score is not None
    assert not run.report.found.score.not_proposed


def test_what_went_wrong_was_noticed_and_decided(run: Run) -> None:
    assert "damaged" in run.told("Refused: damaged-on-the-way")
    assert run.told("Conflict in case")
    assert run.told("Double work in case")
    assert run.told("Merged in shuffled order").endswith("Merged once more: 0 new.")
    assert run.told("Acknowledged: the laptops have 0 entries")
    assert decide.conflicts(run.at_work.office) == ()
    (double,) = decide.work_done_twice(run.at_work.office)
    chosen = next(one for one in double.assessments if one.id == double.chosen)
    assert chosen.holder != run.at_work.lead.author


def test_the_papers_are_written(run: Run) -> None:
    papers = sorted(file.name for file in (run.folder / "papers").glob("*.pdf"))
    assert len(papers) == 4 + len(SIZES)
    assert sum(name.startswith("results-") for name in papers) == 1


def test_whoever_leads_is_one_of_the_team(run: Run) -> None:
    assert dict(run.practice.people)[run.at_work.leading] is Role.LEAD
    assert len(run.at_work.others) == len(run.practice.people) - 1
    every = [held_cases(session) for session in run.at_work.inspectors.values()]
    for sample, size in zip(run.practice.samples, SIZES, strict=True):
        assert sum(len(held.get(sample.id, ())) for held in every) >= size


def test_only_an_earlier_practice_day_is_thrown_away(tmp_path: Path) -> None:
    into = tmp_path / "demo"
    assert day.fresh(into) == into
    (into / "something").touch()
    assert not (day.fresh(into) / "something").exists()
    with pytest.raises(FileExistsError):
        day.fresh(TREE / "docs")
    assert (TREE / "docs").exists()
