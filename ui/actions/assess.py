"""Moving an assessment on: reading, ready, judged, complete, reopened; starting another; handing it over."""

from collections.abc import Mapping

from model.assessments import Completeness, Point, Stage, check_move, completeness
from model.cases import Assessment, Purpose
from model.journal.change import Change
from model.journal.entry import FieldKey
from model.refusal import Refusal
from ui.reading import cases, inspections
from ui.reading.cases import CONFIRMED, REPLY, Sheet
from ui.session import Changes, Session


def move(
    session: Session, assessment: str, to: Stage, reason: str = "", replies: Mapping[str, str] | None = None
) -> Changes:
    """Bring an assessment to another state, in one act with the replies to its warnings.

    `replies`: what the person said to each warning, by `warning_name`. Refusal: the move cannot be made
    from here, a reason is missing, something that completing needs is missing, a warning has no reply,
    or an inherited judgement is not confirmed.
    """
    sheet = cases.sheet(session, assessment)
    found = what_is_open(sheet)
    check_move(stage_of(sheet.assessment), to, reason, found)
    said = {name: text.strip() for name, text in (replies or {}).items() if text.strip()}
    if to is Stage.COMPLETE:
        _check_warnings(found, said)
        _check_inherited(session, sheet)
    return session.record(
        Change(
            _key(assessment, "state"),
            to.value,
            reason=reason.strip() or None,
            instrument=sheet.instrument.fingerprint,
        ),
        *(Change(_key(assessment, REPLY + name), text) for name, text in sorted(said.items())),
    )


def what_is_open(sheet: Sheet) -> Completeness:
    """Return what an assessment still misses, and what completing it warns of."""
    evidence: dict[str, int] = {}
    for note in sheet.of("note"):
        evidence[note.question] = evidence.get(note.question, 0) + 1
    alerts = sum(alert.state == "open" for alert in sheet.of("alert"))
    return completeness(sheet.instrument, sheet.answers, evidence, alerts)


def warning_name(point: Point) -> str:
    """Return the name under which the reply to a warning is recorded."""
    return f"{point.what.name.lower()}.{point.question or 'case'}"


def stage_of(assessment: Assessment) -> Stage:
    """Return where an assessment stands; not started where that is unknown here."""
    return Stage(assessment.state) if assessment.state in set(Stage) else Stage.NOT_STARTED


def start_assessment(
    session: Session, case: str, instrument: str, purpose: Purpose = Purpose.FIRST, holder: str = ""
) -> str:
    """Start another assessment of a case and return its id.

    `instrument` is a fingerprint; the holder is the author unless one is named. A second "first" of one
    case is double work: it is listed at the office, and one of them counts.
    """
    assessment = session.new_id()
    session.record(
        Change(_key(assessment, "case"), case),
        Change(_key(assessment, "instrument"), instrument),
        Change(_key(assessment, "purpose"), purpose.value),
        Change(_key(assessment, "holder"), holder or session.author),
    )
    return assessment


def hand_over(session: Session, assessment: str, to: str, reason: str) -> Changes:
    """Give an assessment to somebody else, who confirms each inherited judgement.

    The others of the same subject and purpose that the same person holds go with it, in one act: a case is
    with one person, and so is an officer's interview. Refusal: no reason, or `to` is not in the team.
    """
    here = {person.id for person in inspections.people(session) if not person.withdrawn}
    if to not in here:
        raise Refusal(
            "This person is not in the team.", "Nothing was changed.", "Choose somebody from the list."
        )
    if not reason.strip():
        raise Refusal("Handing over needs a reason.", "Nothing was changed.", "Say why in a few words.")
    going = with_it(session, assessment)
    return session.record(*(Change(_key(one, "holder"), to, reason=reason.strip()) for one in going))


def with_it(session: Session, assessment: str) -> tuple[str, ...]:
    """Return the assessments of one subject, purpose and holder that go together, this one among them."""
    made = {id: one for id, (one, _) in cases.assessments(session).items()}
    at_hand = made.get(assessment)
    if at_hand is None:
        return (assessment,)
    alike = (at_hand.subject, at_hand.purpose, at_hand.holder)
    return tuple(id for id, one in sorted(made.items()) if (one.subject, one.purpose, one.holder) == alike)


def inherited(session: Session, sheet: Sheet) -> tuple[str, ...]:
    """Return the questions answered by somebody else that the present holder has not confirmed yet.

    An answer decided by lead or office counts as theirs, and needs no confirming.
    """
    steering = {person.id for person in inspections.people(session) if person.role in ("lead", "office")}
    mine = {sheet.assessment.holder, *steering}
    return tuple(
        question
        for question, held in sheet.recorded.items()
        if held.author not in mine and not held.conflict and question not in sheet.confirmed
    )


def confirm_inherited(session: Session, assessment: str, *questions: str) -> Changes:
    """Confirm inherited judgements as one's own, after looking at each."""
    return session.record(*(Change(_key(assessment, CONFIRMED + question), True) for question in questions))


def _check_warnings(found: Completeness, said: Mapping[str, str]) -> None:
    silent = [point for point in found.warnings if warning_name(point) not in said]
    if silent:
        count = len(silent)
        raise Refusal(
            f"{count} {'warning has' if count == 1 else 'warnings have'} no reply yet.",
            "Every answer is as it was.",
            "Read each warning; change the answer, or say in a few words why it stands.",
        )


def _check_inherited(session: Session, sheet: Sheet) -> None:
    waiting = inherited(session, sheet)
    if waiting:
        raise Refusal(
            f"{len(waiting)} answers of the colleague who held this before are not confirmed yet.",
            "Every answer is as it was.",
            "Look at each and confirm it, or answer it yourself.",
        )


def _key(assessment: str, field: str) -> FieldKey:
    return FieldKey("assessment", assessment, field)
