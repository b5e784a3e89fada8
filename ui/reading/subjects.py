"""What the assessments in the store are about, by name; those of joined officers under one officer."""

from dataclasses import replace

from model.answers import Answers
from model.cases import Assessment, records_from
from model.instruments.instrument import About
from model.subjects import Subject, case_subject
from storage import projection
from ui.reading import cases, inspections, officers
from ui.session import Session


def subjects(session: Session) -> dict[str, Subject]:
    """Return every case, every officer confirmed, and the inspection, by id."""
    found = {case.id: case_subject(case) for case in cases.cases(session).values()}
    for officer in officers.standing(officers.recorded(session)).values():
        found[officer.id] = Subject(About.OFFICER, officer.id, officer.name, officer.records)
    fields = projection.read_fields(session.store.db, session.inspection, "inspection", session.inspection)
    at_hand = inspections.inspection(session)
    found[at_hand.id] = Subject(About.INSPECTION, at_hand.id, at_hand.name, records_from(fields))
    return found


def assessments(session: Session) -> dict[str, tuple[Assessment, Answers]]:
    """Return every assessment with its answers, by id; of joined officers under the one standing for all."""
    one = officers.one_for_each(officers.recorded(session))
    return {
        id: (replace(made, officer=one.get(made.officer, made.officer)) if made.officer else made, answers)
        for id, (made, answers) in cases.assessments(session).items()
    }


def family(session: Session) -> dict[str, str]:
    """Return for each instrument fingerprint the id that its versions share."""
    return {head.fingerprint: head.id for head in inspections.heads(session)}
