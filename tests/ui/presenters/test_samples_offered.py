"""Which samples there are, and which one is meant."""

from ui.actions.make_inspection import programmes_offered
from ui.presenters.samples_offered import chosen, offered


def test_the_first_sample_is_meant_unless_one_is_named() -> None:
    programme = programmes_offered()["probation_services_2018"]
    assert offered(programme, lambda sample: f"{len(sample)} letters")[:2] == (
        ("case_supervision", "Case supervision: 16 letters"),
        ("court_reports", "Court reports: 13 letters"),
    )
    assert chosen(programme, "").id == "case_supervision"
    assert chosen(programme, "court_reports") is programme.samples[1]
