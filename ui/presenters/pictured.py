"""Which case a picture shows."""

from ui.reading import cases
from ui.session import Session


def first_assessment(session: Session) -> str:
    """Return the assessment of the case drawn first among those this person holds; "" if they hold none."""
    held = cases.cases(session)
    mine = [one for one, _ in cases.assessments(session).values() if one.holder == session.author]
    mine.sort(key=lambda one: held[one.case].position)
    return mine[0].id if mine else ""
