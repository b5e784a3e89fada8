"""What each document says now, from what is recorded: the same values as the screens show."""

from model.documents.annex_results import AnnexResults, annex_results
from model.documents.case_summary import CaseSummary, case_summary
from model.documents.draw_sheet import DrawnCase, DrawSheet, draw_sheet
from model.documents.inspectors_copy import InspectorsCopy, inspectors_copy
from model.documents.interview_sheet import CaseToDiscuss, InterviewSheet, interview_sheet
from model.documents.material import CaseFacts, ChronologyLine, EvidenceNote, Point
from model.instruments.instrument import Instrument, say
from model.refusal import Refusal
from ui.reading import cases, inspections, results, samples
from ui.reading.cases import Sheet
from ui.session import Session

INTERVIEW_INSTRUMENT = "officer_interview"


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
    )


def inspectors_copy_of(session: Session, assessment: str) -> InspectorsCopy:
    """Return what the inspector's copy of an assessment says."""
    sheet = cases.sheet(session, assessment)
    return inspectors_copy(
        sheet.instrument,
        case_facts(sheet),
        sheet.answers,
        [EvidenceNote(note.question, note.text, note.source, note.date) for note in sheet.of("note")],
        assessor=inspections.names(session).get(sheet.assessment.holder, ""),
        state=sheet.assessment.state.replace("_", " "),
        programme=_programme_title(session),
    )


def interview_sheet_of(session: Session, officer: str) -> InterviewSheet:
    """Return the sheet for one officer with this person's cases of theirs. Refusal: there are none."""
    sheets = [
        cases.sheet(session, assessment.id)
        for assessment, _ in cases.assessments(session).values()
        if assessment.holder == session.author
    ]
    theirs = [sheet for sheet in sheets if sheet.listed.get("officer") == officer]
    if not theirs:
        raise Refusal(
            "You hold no case of this officer.", "Nothing was printed.", "Choose an officer from your cases."
        )
    theirs.sort(key=lambda sheet: (sheet.case.number, sheet.assessment.id))
    times = sorted(sheet.assessment.interview for sheet in theirs if sheet.assessment.interview)
    return interview_sheet(
        theirs[0].instrument,
        officer,
        [CaseToDiscuss(case_facts(sheet), sheet.answers, _points(sheet)) for sheet in theirs],
        unit=theirs[0].listed.get("ldu", ""),
        interview=times[0] if times else "",
        items=_interview_items(session),
        programme=_programme_title(session),
    )


def results_of(session: Session, sample: str) -> AnnexResults:
    """Return the annex 2 table of a sample so far. Refusal: there is nothing to report."""
    found = next((one for one in results.team_results(session) if one.sample.id == sample), None)
    if found is None:
        raise Refusal(
            "There is nothing to report on this sample yet.", "Nothing was printed.", "Merge bundles first."
        )
    return annex_results(
        inspections.programme(session),
        found.instrument,
        found.tallies,
        received=found.received,
        expected=found.expected,
        outstanding=found.outstanding,
        final=found.received == found.expected,
        provider=inspections.inspection(session).provider,
        sample=say(found.sample.title),
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
    return CaseFacts(
        sheet.case.number,
        listed.get("officer", ""),
        listed.get("ldu", ""),
        sheet.assessment.interview,
        listed,
    )


def _chronology(sheet: Sheet) -> list[ChronologyLine]:
    return [ChronologyLine(line.date, line.text, line.source) for line in sheet.of("line")]


def _points(sheet: Sheet) -> list[Point]:
    marked = sorted(sheet.of("point"), key=lambda point: (point.time, point.id))
    return [Point(point.question or None, point.text) for point in marked]


def _interview_items(session: Session) -> Instrument | None:
    found = [one for one in inspections.instruments(session) if one.id == INTERVIEW_INSTRUMENT]
    return max(found, key=lambda one: one.version) if found else None


def _programme_title(session: Session) -> str:
    return say(inspections.programme(session).title)
