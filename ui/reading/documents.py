"""What each document says now, from what is recorded: the same values as the screens show."""

from model.documents.case_summary import CaseSummary, case_summary
from model.documents.draw_sheet import DrawnCase, DrawSheet, draw_sheet
from model.documents.inspectors_copy import InspectorsCopy, inspectors_copy
from model.documents.interview_sheet import CaseToDiscuss, InterviewSheet, interview_sheet
from model.documents.material import CaseFacts, ChronologyLine, EvidenceNote, Point
from model.documents.results import results_document
from model.documents.results_rows import ResultsDocument
from model.instruments.instrument import About, say
from model.refusal import Refusal
from ui.reading import cases, inspections, interviews, officers, results, samples
from ui.reading.cases import Sheet
from ui.session import Session


def case_summary_of(session: Session, assessment: str) -> CaseSummary:
    """Return what the case summary of an assessment says."""
    sheet = cases.sheet(session, assessment)
    return case_summary(
        sheet.instrument,
        case_facts(sheet),
        sheet.answers,
        _chronology(sheet),
        _points(sheet),
        programme=_programme_title(session),
        language=session.language,
    )


def inspectors_copy_of(session: Session, assessment: str) -> InspectorsCopy:
    """Return what the inspector's copy of an assessment says."""
    sheet = cases.sheet(session, assessment)
    return inspectors_copy(
        sheet.instrument,
        case_facts(sheet),
        sheet.answers,
        [EvidenceNote(note.question, note.text, note.source, note.date) for note in sheet.of("note")],
        about="" if sheet.case.number else sheet.name,
        assessor=inspections.names(session).get(sheet.assessment.holder, ""),
        state=sheet.assessment.state.replace("_", " "),
        programme=_programme_title(session),
        language=session.language,
    )


def interview_sheet_of(session: Session, officer: str) -> InterviewSheet:
    """Return the sheet for one officer with this person's cases of theirs. Refusal: there are none.

    `officer`: the id of one who is confirmed, or the name that a list gives. A case stands on it once, read
    with the instrument of the first of its samples; the points of its other assessments stand beside it. Who
    asks the officer's own items is named, where that is somebody else.
    """
    theirs = _cases_with(session, officer)
    if not theirs:
        raise Refusal(
            "You hold no case of this officer.", "Nothing was printed.", "Choose an officer from your cases."
        )
    known = officers.recorded(session)
    own = interviews.own_interviews(session, officer)
    times = sorted(one.interview for one in (*own, *(sheet.assessment for sheet in theirs)) if one.interview)
    by_case: dict[str, list[Sheet]] = {}
    for sheet in theirs:
        by_case.setdefault(sheet.case.id, []).append(sheet)
    return interview_sheet(
        known[officer].name if officer in known else officer,
        [_to_discuss(sheets) for sheets in by_case.values()],
        unit=theirs[0].listed.get("ldu", ""),
        interview=times[0] if times else "",
        items=interviews.instruments(session, About.OFFICER),
        case_items=interviews.case_items(session),
        asked_by=_asked_by_another(session, theirs),
        programme=_programme_title(session),
        language=session.language,
    )


def _cases_with(session: Session, officer: str) -> list[Sheet]:
    """This person's assessments for a sample of the officer's cases, by number, in order of the samples."""
    order = [sample.id for sample in inspections.programme(session).samples]
    of = samples.by_instrument(session)
    held = [
        cases.sheet(session, assessment.id)
        for assessment, _ in cases.assessments(session).values()
        if assessment.holder == session.author and of.get(assessment.instrument)
    ]
    one = officers.one_for_each(officers.recorded(session))
    theirs = [
        sheet for sheet in held if officer in (one.get(sheet.case.officer), sheet.listed.get("officer"))
    ]

    def place(sheet: Sheet) -> tuple[str, int, str]:
        return sheet.case.number, order.index(of[sheet.assessment.instrument][0]), sheet.assessment.id

    return sorted(theirs, key=place)


def _to_discuss(sheets: list[Sheet]) -> CaseToDiscuss:
    first, *others = sheets
    points = _points(first) + [Point(None, point.text) for sheet in others for point in _points(sheet)]
    return CaseToDiscuss(first.instrument, case_facts(first), first.answers, points)


def _asked_by_another(session: Session, theirs: list[Sheet]) -> str:
    """The name of the colleague who asks the officer's own items; "" while it is this person, or nobody."""
    one = officers.one_for_each(officers.recorded(session))
    confirmed = {one.get(sheet.case.officer, "") for sheet in theirs} - {""}
    asking = {interviews.asked_by(session, officer) for officer in confirmed} - {"", session.author}
    names = inspections.names(session)
    return names.get(asking.pop(), "a colleague") if len(confirmed) == len(asking) == 1 else ""


def results_of(session: Session, sample: str) -> ResultsDocument:
    """Return the table of results of a sample, or of the whole inspection, so far. Refusal: there is none."""
    found = next((one for one in results.reports(session) if one.id == sample), None)
    if found is None:
        raise Refusal(
            "There is nothing to report on this sample yet.", "Nothing was printed.", "Merge bundles first."
        )
    return results_document(
        found.found,
        received=found.received,
        expected=found.expected,
        final=found.is_final,
        provider=inspections.inspection(session).provider,
        sample=found.title,
    )


def draw_sheet_of(session: Session, drawn: str) -> DrawSheet:
    """Return the record of a draw, with the Casebook numbers in drawn order."""
    at_hand = next(one for one in samples.draws(session) if one.id == drawn)
    sample = at_hand.sample.id
    titles = {stratum.field: say(stratum.title) for stratum in at_hand.sample.strata}
    held = cases.cases(session).values()
    placed = [(case.places[sample], case.number) for case in held if sample in case.places]
    return draw_sheet(
        at_hand.record,
        fields=[titles.get(name, name) for name in at_hand.record.fields],
        cases=[DrawnCase(place.position, number, not place.reserve) for place, number in placed],
        provider=inspections.inspection(session).provider,
        sample=say(at_hand.sample.title),
        drawn_by=inspections.names(session).get(at_hand.author, ""),
        drawn_at=at_hand.time,
    )


def case_facts(sheet: Sheet) -> CaseFacts:
    """Return a case as its papers may name it."""
    listed = sheet.listed
    verified = {question: sheet.verified_in(question) for question in sheet.elsewhere}
    return CaseFacts(
        sheet.case.number,
        listed.get("officer", ""),
        listed.get("ldu", ""),
        sheet.assessment.interview,
        listed,
        {name: f"verified in {say(one.instrument.title)}" for name, one in verified.items() if one},
    )


def _chronology(sheet: Sheet) -> list[ChronologyLine]:
    return [ChronologyLine(line.date, line.text, line.source) for line in sheet.of("line")]


def _points(sheet: Sheet) -> list[Point]:
    marked = sorted(sheet.of("point"), key=lambda point: (point.time, point.id))
    return [Point(point.question or None, point.text) for point in marked]


def _programme_title(session: Session) -> str:
    return say(inspections.programme(session).title)
