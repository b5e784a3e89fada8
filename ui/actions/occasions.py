"""Starting what is not about a case or an officer: meetings and other occasions, and the whole inspection."""

from model.assessments import Stage
from model.instruments.instrument import About
from model.journal.change import Change
from model.journal.entry import FieldKey
from model.people import Role
from model.refusal import Refusal
from ui.actions.interview import check_person, fields_of
from ui.reading import inspections, interviews, naming
from ui.session import Session


def start_occasion(session: Session, instrument: str, title: str, day: str) -> str:
    """Start a meeting or another occasion, held by the author, and return its assessment's id.

    `instrument` is a fingerprint, `day` an ISO date. The title answers the first fact, which
    names it, and the day the first fact that asks for one.
    Refusal: no title, or an instrument about something else.
    """
    asked = inspections.instrument(session, instrument)
    if asked.about is not About.OCCASION:
        raise Refusal(
            "This instrument is not for meetings.", "Nothing was started.", "Choose one of those offered."
        )
    if not title.strip():
        raise Refusal(
            "A meeting needs a title.", "Nothing was started.", "Say in a few words who or what it is."
        )
    assessment = session.new_id()
    fields: list[Change] = fields_of(assessment, instrument, session.author, "occasion", title.strip())
    fields.append(Change(FieldKey("assessment", assessment, "day"), day))
    fields.append(Change(FieldKey("assessment", assessment, "state"), Stage.READING.value))
    given = ((naming.title_question(asked), title.strip()), (naming.day_question(asked), day))
    for question, value in given:
        if question is not None and value:
            key = FieldKey("assessment", assessment, f"answer.{question.id}")
            fields.append(Change(key, value, meaning=question.meaning, instrument=instrument))
    session.record(*fields)
    return assessment


def start_for_inspection(session: Session, instrument: str, holder: str = "") -> str:
    """Start the one assessment of the whole inspection with an instrument, and return its id.

    It is held by the lead inspector unless somebody is named; by the author where there is none.
    Refusal: there is one already, or the instrument is about something else.
    """
    asked = inspections.instrument(session, instrument)
    if asked.about is not About.INSPECTION:
        raise Refusal(
            "This instrument is not about the whole inspection.",
            "Nothing was started.",
            "Choose one of those offered.",
        )
    before = interviews.of_inspection(session, asked.id)
    if before is not None:
        name = inspections.names(session).get(before.holder, "a colleague")
        raise Refusal(
            f"There is one already, with {name}.",
            "Nothing was started.",
            "Open that one, or have it given to you.",
        )
    leads = [
        person.id
        for person in inspections.people(session)
        if person.role is Role.LEAD and person.confirmed and not person.withdrawn
    ]
    holder = holder or next(iter(leads), session.author)
    check_person(session, holder)
    assessment = session.new_id()
    session.record(*fields_of(assessment, instrument, holder, "inspection", session.inspection))
    return assessment
