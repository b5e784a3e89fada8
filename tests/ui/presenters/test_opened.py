"""What the frame is told of a store that was just opened."""

from pathlib import Path

from storage.wrapping import Cost
from tests.practised import Practised
from ui.actions import begin
from ui.presenters.opened import opened


def test_an_inspector_at_work(practised: Practised) -> None:
    shown = opened(practised.session)
    assert shown.roles == {"inspector"}
    assert shown.inspection == "PRACTICE – North West"


def test_an_office_without_an_inspection(tmp_path: Path) -> None:
    made = begin.set_up_office(tmp_path, "Olwen", "office passphrase", cost=Cost(64, 1, 1))
    shown = opened(made.session)
    assert shown.roles == {"beginning"}
    assert shown.inspection == ""
    made.session.store.close()
