"""The office's pages before fieldwork, as entries for the frame; each is loaded at its first visit."""

from __future__ import annotations

from ui.window.contents import Entry
from ui.window.desk import Desk
from ui.window.page import Page

OFFICE = frozenset({"office"})
BEGINNING = frozenset({"beginning"})
"""An office that has no inspection yet."""


def _inspection(desk: Desk) -> Page:
    from ui.window.pages.inspection.page import InspectionPage

    return InspectionPage(desk)


def _team(desk: Desk) -> Page:
    from ui.window.pages.team.page import TeamPage

    return TeamPage(desk)


def _list(desk: Desk) -> Page:
    from ui.window.pages.provider_list.page import ProviderListPage

    return ProviderListPage(desk)


def _sample(desk: Desk) -> Page:
    from ui.window.pages.sample.page import SamplePage

    return SamplePage(desk)


def _allocation(desk: Desk) -> Page:
    from ui.window.pages.allocation.page import AllocationPage

    return AllocationPage(desk)


def _instruments(desk: Desk) -> Page:
    from ui.window.pages.instruments.page import InstrumentsPage

    return InstrumentsPage(desk)


def _versions(desk: Desk) -> Page:
    from ui.window.pages.versions.page import VersionsPage

    return VersionsPage(desk)


ENTRIES = (
    Entry("inspection", "Inspection", "inspection", _inspection, roles=OFFICE | BEGINNING),
    Entry("team", "Team", "people", _team, roles=OFFICE),
    Entry("list", "Provider’s list", "list", _list, roles=OFFICE),
    Entry("sample", "Sample", "sample", _sample, roles=OFFICE),
    Entry("allocation", "Allocation", "allocate", _allocation, roles=OFFICE),
    Entry("instruments", "Instruments", "questions", _instruments, roles=OFFICE),
    Entry("versions", "Wording and versions", "questions", _versions, on_rail=False, parent="instruments"),
)
"""In the order of the errand; the first is where the office begins."""
