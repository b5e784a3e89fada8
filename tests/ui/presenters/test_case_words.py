"""How things are said on the inspector's pages."""

from dataclasses import replace
from datetime import date, datetime

from model.assessments import Stage
from model.cases import assessment_from
from model.instruments.conditions import All, Any_, Is, Not
from model.instruments.instrument import (
    About,
    Instrument,
    Kind,
    Line,
    Option,
    Part,
    Question,
    Section,
    Standing,
    View,
)
from model.instruments.reader import read_instrument
from model.instruments.routing import State
from tests.apart import TALK
from ui.presenters.case_words import (
    ASSESSMENT,
    QUESTION,
    Said,
    answered,
    appointment,
    condition_in_words,
    day_and_time,
    moment,
    part_in_words,
    stage_in_words,
    standing_in_words,
    who,
)

TODAY = date(2018, 10, 8)
OPTIONS = (
    Option("yes", {"en": "Yes"}, "y", Line.ABOVE),
    Option("no", {"en": "No"}, "n", Line.BELOW),
    Option("unclear", {"en": "Not clear"}, "c", Line.OUTSIDE),
)
ONE = Question("one", "1", Part.KEY, Kind.JUDGEMENT, {"en": "One?"}, OPTIONS)
TWO = Question("two", "2", Part.PROMPT, Kind.JUDGEMENT, {"en": "Two?"}, OPTIONS, letter=Standing.PROVISIONAL)
BOTH = Instrument("i", "f", {}, "1", "", (View("v", {}, (Section("s", {}, (ONE, TWO)),)),), "0" * 64)


def test_every_state_has_a_word_and_an_icon() -> None:
    assert set(ASSESSMENT) == {stage.value for stage in Stage}
    assert set(QUESTION) == set(State)
    said = [*ASSESSMENT.values(), *QUESTION.values()]
    assert all(one.word and one.icon for one in said)
    assert len({one.word for one in ASSESSMENT.values()}) == len(ASSESSMENT)


def test_an_answer_in_a_rate_has_its_side_of_the_line() -> None:
    assert answered(ONE, "Yes", "yes") == Said("Yes", "sufficient", "sufficient")
    assert answered(ONE, "No", "no") == Said("No", "not_sufficient", "not_sufficient")
    assert answered(ONE, "Not clear", "unclear") == Said("Not clear", "", "tick")
    assert answered(ONE, "12", 12) == Said("12", "", "tick")


def test_parts_and_standings_in_words() -> None:
    assert (part_in_words(ONE), part_in_words(TWO)) == ("Key question", "Prompt")
    assert standing_in_words(ONE) == "our wording"
    assert standing_in_words(TWO) == "our wording, letter not published"


def test_conditions_read_as_sentences() -> None:
    one, two = Is("one", ("yes", "no")), Is("two", ("unclear",))
    assert condition_in_words(one, BOTH) == "1 is “Yes” or “No”"
    assert condition_in_words(All((one, two)), BOTH) == "1 is “Yes” or “No” and 2 is “Not clear”"
    assert condition_in_words(Any_((Not(two), one)), BOTH) == "not (2 is “Not clear”) or 1 is “Yes” or “No”"


def test_times_are_said_against_today() -> None:
    assert day_and_time(datetime(2018, 10, 8, 14, 2), TODAY) == "14:02"  # noqa: DTZ001 - local, as a person reads it
    assert day_and_time(datetime(2018, 10, 7, 14, 2), TODAY) == "yesterday 14:02"  # noqa: DTZ001
    assert day_and_time(datetime(2018, 10, 3, 9, 5), TODAY) == "3 Oct, 09:05"  # noqa: DTZ001
    assert day_and_time(datetime(2017, 10, 3, 9, 5), TODAY) == "3 Oct 2017, 09:05"  # noqa: DTZ001
    local = datetime.fromisoformat("2018-10-08T12:00:00Z").astimezone()
    assert moment("2018-10-08T12:00:00Z", local.date()) == f"{local:%H:%M}"


def test_appointments_are_said_against_today() -> None:
    assert appointment("", TODAY) == ""
    assert appointment("2018-10-08T10:30", TODAY) == "today 10:30"
    assert appointment("2018-10-09T10:30", TODAY) == "tomorrow 10:30"
    assert appointment("2018-10-11T09:15", TODAY) == "Thu 11 Oct, 09:15"
    assert appointment("2019-01-03T09:15", TODAY) == "Thu 3 Jan 2019, 09:15"


def test_people_by_their_names() -> None:
    names = {"a": "Ann"}
    assert [who(person, "b", names) for person in ("a", "b", "c")] == [
        "Ann",
        "you",
        "somebody not on the list of people",
    ]


def test_what_somebody_said_of_themselves_is_no_judgement() -> None:
    instrument = read_instrument(TALK, "talk.toml")
    said = answered(instrument.question("workload"), "No", "no")
    assert (said.tone, said.icon) == ("", "tick")


def test_what_is_not_about_a_case_is_begun_and_not_read() -> None:
    made = assessment_from("a1", {})
    assert stage_in_words(replace(made, case="c1", state="reading")).word == "Reading"
    assert stage_in_words(replace(made, officer="o1", state="reading")).word == "Begun"
    assert part_in_words(read_instrument(TALK, "talk.toml").question("workload"), About.OFFICER) == "Question"
