"""How cases, assessments, questions, people and times are said on the inspector's pages."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from types import MappingProxyType

from model.cases import Assessment
from model.documents.dates import date_in_words
from model.instruments.conditions import All, Any_, Condition, Is, Not
from model.instruments.instrument import About, Instrument, Line, Part, Question, Standing, say
from model.instruments.routing import State


@dataclass(frozen=True, slots=True)
class Said:
    """A status as it is shown: its word, the tone of its colour ("" is plain), and its icon."""

    word: str
    tone: str = ""
    icon: str = ""


ASSESSMENT: Mapping[str, Said] = MappingProxyType(
    {
        "not_started": Said("Not started", "", "not_answered"),
        "reading": Said("Reading", "accent", "case"),
        "ready": Said("Ready for interview", "accent", "interview"),
        "judged": Said("Judged", "accent", "evidence"),
        "complete": Said("Complete", "sufficient", "sufficient"),
        "reopened": Said("Reopened", "attention", "ask_again"),
        "cannot_inspect": Said("Cannot be inspected", "unknown", "stop"),
    }
)
"""States of an assessment, in the order of work."""

_APART = {**ASSESSMENT, "reading": Said("Begun", "accent", "case")}


def stage_in_words(assessment: Assessment) -> Said:
    """Say where an assessment stands; what is not about a case has no record to read."""
    words = ASSESSMENT if assessment.about is About.CASE else _APART
    return words.get(assessment.state, ASSESSMENT["not_started"])


REPLACED = Said("Replaced", "", "set_aside")
"""Said of a case that another took the place of in its sample: it counts no longer."""

QUESTION: Mapping[State, Said] = MappingProxyType(
    {
        State.ANSWERED: Said("Answered", "", "tick"),
        State.NOT_APPLICABLE: Said("Not applicable", "", "not_applicable"),
        State.NOT_ANSWERED: Said("Not answered", "", "not_answered"),
        State.NOT_KNOWN_YET: Said("Not known yet", "unknown", "unknown"),
        State.SET_ASIDE: Said("Set aside", "", "set_aside"),
        State.ASK_AGAIN: Said("Ask again", "attention", "ask_again"),
        State.CONFLICT: Said("Conflict", "attention", "conflict"),
    }
)

STANDING: Mapping[Standing, str] = MappingProxyType(
    {
        Standing.PUBLISHED: "published wording",
        Standing.PROVISIONAL: "provisional wording",
        Standing.OURS: "our wording",
        Standing.OFFICE: "the office’s wording",
    }
)

_PARTS = {
    Part.FACT: "Case fact",
    Part.NEED: "Relevance",
    Part.KEY: "Key question",
    Part.PROMPT: "Prompt",
    Part.WHY: "Why not sufficient",
    Part.FACTOR: "Linked to offending?",
    Part.SERVICE: "Services for this need",
}


def part_in_words(question: Question, about: About | None = About.CASE) -> str:
    """Say what a question is for, as in "Key question", "Prompt" or "Case fact".

    `about`: what its instrument is about; only a case has case facts.
    """
    if question.part is Part.FACT and about is not About.CASE:
        return "Question" if about is About.OFFICER else "Fact"
    return _PARTS[question.part]


def standing_in_words(question: Question) -> str:
    """Say whose words a question is in, and whether its letter is certain."""
    words = STANDING[question.wording]
    return f"{words}, letter not published" if question.letter not in (None, Standing.PUBLISHED) else words


def answered(question: Question, word: str, code: object) -> Said:
    """Say an answer; where it judges and counts in a rate, its side of the line has its colour and icon.

    What an officer or anyone else said about themselves is a fact, and may lie open before them.
    """
    option = question.option(code) if isinstance(code, str) else None
    if option is None or option.line is Line.OUTSIDE or question.part is Part.FACT:
        return Said(word, "", "tick")
    return Said(
        word,
        *(
            ("sufficient", "sufficient")
            if option.line is Line.ABOVE
            else ("not_sufficient", "not_sufficient")
        ),
    )


def condition_in_words(condition: Condition, instrument: Instrument) -> str:
    """Say a condition as a reader checks it, as in "F8 is “Yes: breach” or “Yes: recall”"."""
    if isinstance(condition, Is):
        asked = instrument.question(condition.question)
        options = [asked.option(code) for code in condition.values]
        chosen = " or ".join(
            f"“{say(option.label) if option else code}”"
            for code, option in zip(condition.values, options, strict=True)
        )
        return f"{asked.code} is {chosen}"
    if isinstance(condition, Not):
        return f"not ({condition_in_words(condition.part, instrument)})"
    joint = " and " if isinstance(condition, All) else " or "
    assert isinstance(condition, All | Any_)
    return joint.join(condition_in_words(part, instrument) for part in condition.parts)


def moment(time: str, today: date) -> str:
    """Say when something was recorded (UTC) in local time: "14:02", "yesterday 14:02", "3 Oct, 14:02"."""
    at = datetime.fromisoformat(time).astimezone()
    return day_and_time(at.replace(tzinfo=None), today)


def appointment(when: str, today: date) -> str:
    """Say a local date and time ("2018-10-09T10:30") as "today 10:30" or "Tue 9 Oct, 10:30"; "" stays ""."""
    if not when:
        return ""
    at = datetime.fromisoformat(when)
    if at.date() == today:
        return f"today {at:%H:%M}"
    if at.date() == today + timedelta(days=1):
        return f"tomorrow {at:%H:%M}"
    return f"{at:%a} {_short(at.date(), today)}, {at:%H:%M}"


def day_and_time(at: datetime, today: date) -> str:
    """Say a local time against today."""
    if at.date() == today:
        return f"{at:%H:%M}"
    if at.date() == today - timedelta(days=1):
        return f"yesterday {at:%H:%M}"
    return f"{_short(at.date(), today)}, {at:%H:%M}"


def _short(day: date, today: date) -> str:
    words = date_in_words(day.isoformat(), short=True)
    return words.removesuffix(f" {day.year}") if day.year == today.year else words


def who(person: str, me: str, names: Mapping[str, str]) -> str:
    """Say who: "you", the name on their card, or that nobody of that key is known here."""
    return "you" if person == me else names.get(person) or "somebody not on the list of people"
