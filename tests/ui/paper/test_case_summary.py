"""The case summary on paper: facts, chronology, points and room to write, and nothing of a judgement."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from model.answers import Answer
from model.documents.case_summary import CaseSummary, case_summary
from model.documents.material import CaseFacts, ChronologyLine, Point
from model.documents.stamp import Stamp
from model.instruments.instrument import Instrument, Part
from ui.paper.case_summary import lay_out

LINES = [
    ChronologyLine("2018-04-09", "Released on licence.\nSigned the same day.", "nDelius contact log"),
    ChronologyLine("some day in May", "Missed <b>two</b> appointments.", "nDelius"),
    ChronologyLine("", "Undated."),
]
POINTS = [Point("assess_safety", "Who was told of the new relationship?"), Point(None, "What of MARAC?")]
FACTS = {"gender": Answer("female"), "ethnic_group": Answer("not_applicable", "preferred not to say")}


def _summary(instrument: Instrument, case: CaseFacts, **more: Any) -> CaseSummary:
    given = {"answers": FACTS, "chronology": LINES, "points": POINTS, **more}
    return case_summary(instrument, case, **given, programme="Probation services 2018/19")


def test_everything_that_it_says_is_on_the_page(
    instrument: Instrument, case: CaseFacts, stamp: Stamp, read: Callable[[bytes], Any]
) -> None:
    words = read(lay_out(_summary(instrument, case), stamp)).words
    for said in (
        "Case K7QX-2M",
        "Zoë Thompson",
        "9 October 2018, 09:30",
        "Not applicable: preferred not to say",
        "9 Apr 2018",
        "some day in May",
        "Missed <b>two</b> appointments.",
        "P1",
        "Who was told of the new relationship?",
        "P2",
        "2.1.3 Does assessment focus sufficiently on keeping other people safe?",
        "Open Government Licence",
    ):
        assert "".join(said.split()) in words, said
    for question in instrument.questions.values():
        if question.part is Part.KEY:
            assert question.code in words
            assert "".join(question.text["en"].split()) in words


def test_many_questions_are_listed_close_and_none_is_lost(
    instrument: Instrument, case: CaseFacts, stamp: Stamp, read: Callable[[bytes], Any]
) -> None:
    """A tool with over a hundred key questions must not lay twenty pages before an officer."""
    summary = _summary(instrument, case)
    topics = tuple(replace(topic, questions=topic.questions * 10) for topic in summary.topics)
    asked = sum(len(topic.questions) for topic in topics)
    found = read(lay_out(replace(summary, topics=topics), stamp))
    assert asked > 100
    assert all(found.words.count("".join(topic.questions[0].text.split())) == 10 for topic in topics)
    assert len(found.pages) < len(read(lay_out(summary, stamp)).pages) + asked / 12


def test_answers_evidence_and_whys_are_nowhere_on_it(
    instrument: Instrument, case: CaseFacts, stamp: Stamp, read: Callable[[bytes], Any]
) -> None:
    """Every judgement is answered here; the file is the same to the byte as if none were."""
    judged = {
        question.id: Answer(tuple(option.code for option in question.options))
        if question.part is Part.WHY
        else Answer(question.options[-1].code, "REASON")
        for question in instrument.questions.values()
        if question.part is not Part.FACT
    }
    pdf = lay_out(_summary(instrument, case, answers={**FACTS, **judged}), stamp)
    assert pdf == lay_out(_summary(instrument, case), stamp)
    words = read(pdf).words
    whys = (question for question in instrument.questions.values() if question.part is Part.WHY)
    for option in (option for why in whys for option in why.options):
        assert "".join(option.label["en"].split()) not in words
    assert "REASON" not in words


def test_the_case_is_named_on_every_page_and_the_file_is_sound(
    instrument: Instrument,
    case: CaseFacts,
    stamp: Stamp,
    read: Callable[[bytes], Any],
    qpdf_check: Callable[[bytes], None],
) -> None:
    pdf = lay_out(_summary(instrument, case), stamp)
    assert all("Case K7QX-2M" in page for page in read(pdf).pages)
    qpdf_check(pdf)


def test_an_empty_summary_says_so_and_leaves_room(
    instrument: Instrument, stamp: Stamp, read: Callable[[bytes], Any]
) -> None:
    bare = case_summary(instrument, CaseFacts("K7QX-2M"), {}, [], [])
    body = "".join(read(lay_out(bare, stamp)).bodies)
    assert "Nothing is recorded yet." in body
    assert "No point has been marked yet." in body


def test_texts_of_any_length_flow_and_none_is_lost(
    instrument: Instrument, stamp: Stamp, read: Callable[[bytes], Any]
) -> None:
    def long(tag: str, size: int) -> str:
        return " ".join(f"{tag}{number}" for number in range(size))

    texts = {
        "line": long("line", 5_000),
        "source": long("source", 400),
        "date": long("date", 60),
        "point": long("point", 2_000),
        "reason": long("reason", 1_500),
        "listed": long("listed", 800),
    }
    summary = case_summary(
        instrument,
        CaseFacts("K7QX-2M", listed={"gender": texts["listed"]}),
        {"ethnic_group": Answer("not_applicable", texts["reason"])},
        [ChronologyLine(texts["date"], texts["line"], texts["source"])],
        [Point(None, texts["point"])],
    )
    words = read(lay_out(summary, stamp)).words
    for tag, text in texts.items():
        lost = [word for word in text.split() if word not in words]
        assert not lost, f"{tag}: {lost[:5]}"


def test_many_points_share_the_paper_and_none_is_left_out(
    instrument: Instrument, case: CaseFacts, stamp: Stamp, read: Callable[[bytes], Any]
) -> None:
    def laid(count: int) -> Any:
        points = [Point(None, f"point-{number:02}") for number in range(count)]
        return read(lay_out(_summary(instrument, case, points=points), stamp))

    sixty = laid(60)
    assert all(f"point-{number:02}" in sixty.words for number in range(60))
    assert len(sixty.pages) - len(laid(0).pages) < 5 * (len(laid(12).pages) - len(laid(0).pages))
