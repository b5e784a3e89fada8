"""How an assessment is called: by its case, its officer, its inspection, or the title of its occasion."""

from model.answers import Answers
from model.cases import Assessment, words
from model.instruments.instrument import About, Instrument, Kind, Part, Question, say
from storage import projection
from ui.reading import inspections, officers
from ui.session import Session


def in_words(
    session: Session, held: Assessment, number: str, instrument: Instrument, answers: Answers
) -> str:
    """Return what an assessment is about, as in "case 4101"; `number` is the Casebook number of its case."""
    match held.about:
        case About.CASE:
            return f"case {number}"
        case About.OFFICER:
            return f"officer {officer_name(session, held.officer)}"
        case About.INSPECTION:
            return inspections.inspection(session).name
        case _:
            return occasion_title(held, instrument, answers)


def officer_name(session: Session, officer: str) -> str:
    """Return an officer's name; of one who was joined with another, the name that stands for both."""
    known = officers.recorded(session)
    one = officers.one_for_each(known).get(officer, officer)
    if one in known:
        return known[one].name
    fields = projection.read_fields(session.store.db, session.inspection, "officer", officer)
    return words(fields, "name")


def occasion_title(held: Assessment, instrument: Instrument, answers: Answers) -> str:
    """Return what an occasion is called: as its first fact says now, or as it was called when it began."""
    named = title_question(instrument)
    answer = answers.get(named.id) if named else None
    if answer is not None and isinstance(answer.value, str) and answer.value.strip():
        return answer.value
    return held.occasion or say(instrument.title)


def title_question(instrument: Instrument) -> Question | None:
    """Return the first fact of an instrument about occasions, which names one; None if it is not a text."""
    facts = (question for question in instrument.questions.values() if question.part is Part.FACT)
    first = next(facts, None)
    return first if first is not None and first.kind is Kind.TEXT else None


def day_question(instrument: Instrument) -> Question | None:
    """Return the first fact of an instrument that asks for a day and applies always; None where none does."""
    facts = (question for question in instrument.questions.values() if question.part is Part.FACT)
    return next((each for each in facts if each.kind is Kind.DATE and each.when is None), None)
