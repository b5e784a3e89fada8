"""Every page of the program, in the order of the rail; each is imported when it is first visited."""

from __future__ import annotations

from ui.window.contents import SEARCH, SETTINGS, START, UNLOCK, Entry
from ui.window.desk import Desk
from ui.window.page import Page
from ui.window.pages import before_fieldwork
from ui.window.surroundings import Surroundings

ASSESSING = frozenset({"inspector", "local_assessor", "lead", "quality"})
"""The roles that hold cases."""
STEERING = frozenset({"office", "lead"})
"""The roles that merge and decide."""
SEARCHING = ASSESSING | STEERING
WAITING = frozenset({"waiting"})
"""Whoever the office has not given a role yet."""


def entries(around: Surroundings) -> tuple[Entry, ...]:
    """Return every page. The first one that a role has is where it begins."""
    return (
        Entry("first_steps", "First steps", "key", lambda desk: _first_steps(desk, around), roles=WAITING),
        Entry("cases", "Today’s cases", "calendar", _cases, roles=ASSESSING),
        Entry("case", "Case", "facts", _case, on_rail=False, parent="cases"),
        Entry(
            "assessment",
            "Assessment",
            "questions",
            lambda desk: _assessment(desk, around),
            on_rail=False,
            parent="cases",
        ),
        *before_fieldwork.ENTRIES,
        Entry("officers", "Officers", "person", _officers, roles=STEERING),
        Entry("meetings", "Interviews and meetings", "interview", _meetings, roles=SEARCHING),
        Entry("interview", "Interview", "interview", _interview, on_rail=False, parent="meetings"),
        Entry("merge", "Merge", "merge", lambda desk: _merge(desk, around), roles=STEERING),
        Entry("decisions", "Decisions", "conflict", _decisions, roles=STEERING),
        Entry("results", "Results", "rates", _results, roles=STEERING),
        Entry("papers", "Papers", "print", _papers, on_rail=False),
        Entry(SEARCH, "Search", "search", _search, roles=SEARCHING),
        Entry("counts", "Your cases’ counts", "counts", _counts, roles=ASSESSING),
        Entry("day_end", "End of day", "handover", lambda desk: _day_end(desk, around), roles=ASSESSING),
        Entry(SETTINGS, "Settings", "settings", lambda desk: _settings(desk, around)),
        Entry("join", "Another inspection", "key", _join, on_rail=False, parent=SETTINGS),
        Entry("help", "Help", "guidance", _help),
        Entry(START, "Begin", "home", lambda desk: _start(desk, around), on_rail=False),
        Entry(UNLOCK, "Unlock", "lock", lambda desk: _unlock(desk, around), on_rail=False),
    )


def _first_steps(desk: Desk, around: Surroundings) -> Page:
    from ui.window.pages.first_steps import FirstStepsPage

    return FirstStepsPage(desk, around)


def _cases(desk: Desk) -> Page:
    from ui.window.pages.cases import CasesPage

    return CasesPage(desk)


def _case(desk: Desk) -> Page:
    from ui.window.pages.case.page import CasePage

    return CasePage(desk)


def _assessment(desk: Desk, around: Surroundings) -> Page:
    from ui.window.guidance import GuidanceSetting
    from ui.window.pages.assessment.page import AssessmentPage

    page = AssessmentPage(desk)
    GuidanceSetting(page, around.preferences)
    return page


def _officers(desk: Desk) -> Page:
    from ui.window.pages.officers.page import OfficersPage

    return OfficersPage(desk)


def _meetings(desk: Desk) -> Page:
    from ui.window.pages.meetings.page import MeetingsPage

    return MeetingsPage(desk)


def _interview(desk: Desk) -> Page:
    from ui.window.pages.interview.page import InterviewPage

    return InterviewPage(desk)


def _merge(desk: Desk, around: Surroundings) -> Page:
    from ui.window.pages.merge.page import MergePage

    return MergePage(desk, around)


def _decisions(desk: Desk) -> Page:
    from ui.window.pages.decisions.page import DecisionsPage

    return DecisionsPage(desk)


def _results(desk: Desk) -> Page:
    from ui.window.pages.results.page import ResultsPage

    return ResultsPage(desk)


def _papers(desk: Desk) -> Page:
    from ui.window.pages.papers.page import PapersPage

    return PapersPage(desk)


def _search(desk: Desk) -> Page:
    from ui.window.pages.search import SearchPage

    return SearchPage(desk)


def _counts(desk: Desk) -> Page:
    from ui.window.pages.counts import CountsPage

    return CountsPage(desk)


def _day_end(desk: Desk, around: Surroundings) -> Page:
    from ui.window.pages.day_end.page import DayEndPage

    return DayEndPage(desk, around)


def _settings(desk: Desk, around: Surroundings) -> Page:
    from ui.window.pages.settings.page import SettingsPage

    return SettingsPage(desk, around)


def _join(desk: Desk) -> Page:
    from ui.window.pages.join import JoinPage

    return JoinPage(desk)


def _help(desk: Desk) -> Page:
    from ui.window.pages.help import HelpPageView

    return HelpPageView(desk)


def _start(desk: Desk, around: Surroundings) -> Page:
    from ui.window.pages.start.page import StartPage

    return StartPage(desk, around)


def _unlock(desk: Desk, around: Surroundings) -> Page:
    from ui.window.pages.unlock.page import UnlockPage

    return UnlockPage(desk, around)
