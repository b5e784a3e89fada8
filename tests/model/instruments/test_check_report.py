"""The report on an instrument in words."""

from model.instruments.check import check
from model.instruments.check_report import described
from model.instruments.reader import read_instrument, read_programme
from resources import path
from tests.model.instruments.small import instrument as small

FOLDER = path("programmes", "probation_services_2018")


def test_the_report_names_the_paths_and_the_bases_that_can_be_empty() -> None:
    instrument = read_instrument((FOLDER / "case_supervision.toml").read_text("utf-8"), "case_supervision")
    programme = read_programme((FOLDER / "programme.toml").read_text("utf-8"), "programme")
    report = check(instrument, programme)
    text = "\n".join(described(report, instrument, programme))
    assert f"Shortest path: {report.shortest.items} items" in text
    assert f"Longest path: {report.longest.items} items" in text
    assert f"Typical path: {len(report.typical)} items" in text
    (shortest,) = (line for line in text.split("\n") if line.startswith("Shortest path"))
    assert "2.2.3 need: No: no risk of harm to others; " in shortest
    assert "2.2.3: " not in shortest  # it is not asked then, whatever was tried
    assert shortest.index("F5: ") < shortest.index("2.1.1: ") < shortest.index("2.4.3 need: ")
    assert "base of 2.4.3 empty when every case is judged: when in no case" in text


def test_a_fault_is_named_with_its_question() -> None:
    text = (FOLDER / "case_supervision.toml").read_text("utf-8")
    start = text.index("[view.section.question.guidance]", text.index('id = "assess_engage"'))
    bare = read_instrument(text[:start] + text[text.index("[[view", start) :], "bare")
    report = check(bare, None)
    lines = described(report, bare, None)
    assert any(report.findings[0].question in line and "guidance" in line for line in lines)


def test_wordings_without_welsh_are_named_where_any_is_given() -> None:
    report = check(small(), None)
    lines = described(report, small(), None)
    assert f"  Welsh is missing for {len(report.lacking['cy'])} wordings:" in lines
    assert "    question engage, text" in lines
