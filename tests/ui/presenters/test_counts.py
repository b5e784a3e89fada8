"""A person's own counts: numbers with their four answers, and no word that rates."""

from tests.model.documents import varied
from tests.practised import Practised
from ui.actions.answer import answer
from ui.presenters import counts
from ui.presenters.counts import CountsState, Rate
from ui.reading import cases, inspections
from ui.session import Session

RATINGS = (
    "outstanding",
    "good",
    "requires improvement",
    "inadequate",
    "large majority",
    "too few",
    "minority",
)


def supervised(session: Session) -> CountsState:
    """The counts of the sample that most cases are of."""
    return next(state for state in counts.show(session) if state.heading == "Your cases (6)")


def rate_of(state: CountsState, code: str) -> Rate:
    return next(rate for group in state.groups for rate in group.rates if rate.code == code)


def everything(state: CountsState) -> str:
    parts = [state.title, state.heading, counts.NO_RATINGS, counts.WHY_NONE]
    for group in state.groups:
        parts.append(group.title)
        parts += [
            f"{rate.words} {rate.count} {rate.percentage} {' '.join(a + b for a, b in rate.answers)}"
            for rate in group.rates
        ]
    return "\n".join(parts)


def test_each_rate_says_out_of_what_without_whom_why_and_what_would_change_it(practised: Practised) -> None:
    state = supervised(practised.session)
    rate = rate_of(state, "2.2.3")
    assert (rate.count, rate.percentage, rate.share) == ("0 of 1", "0%", 0)
    of_what, without, change = (answer for _, answer in rate.answers)
    assert of_what.startswith("1 case of your 6.")
    numbers = sorted(case.number for case in cases.cases(practised.session).values())
    assert sum(number in without for number in numbers) == 5
    assert "not answered yet" in without or "not known yet" in without
    assert "One more case answered yes makes it 50%, one more answered no 0%." in change
    assert "5 cases may still come to count: then it lies between 0% and 83%." in change


def test_all_twelve_rates_stand_under_their_standards(practised: Practised) -> None:
    state = supervised(practised.session)
    assert [group.title.split()[0] for group in state.groups] == ["2.1", "2.2", "2.3", "2.4"]
    assert sum(len(group.rates) for group in state.groups) == 12


def test_no_word_rates(practised: Practised) -> None:
    said = everything(supervised(practised.session)).casefold()
    assert [word for word in RATINGS if word in said] == []


def test_a_case_without_a_need_is_left_out_with_that_reason(practised: Practised) -> None:
    session = practised.session
    reading = next(id for id, (one, _) in cases.assessments(session).items() if one.state == "reading")
    answer(session, reading, "plan_safety_need", "no")
    state = supervised(session)
    number = cases.sheet(session, reading).case.number
    assert (
        f"1 in which there was no need: {number}."
        in dict(rate_of(state, "2.2.3").answers)["Without whom, and why"]
    )


def test_before_the_first_bundle_there_is_nothing_to_count(practised: Practised) -> None:
    assert counts.show(Session(practised.session.store, practised.session.author)) == ()
    nobody = Session(practised.session.store, "e" * 32, practised.session.inspection)
    assert counts.show(nobody) == ()
    assert inspections.inspection(practised.session).programme


def test_every_kind_of_measure_is_counted_once_and_under_its_heading() -> None:
    groups = counts.groups_of(varied.found(whole=False))
    assert [(group.title, [rate.code for rate in group.rates]) for group in groups] == [
        ("2.1  Assessment", ["2.1.1", "2.1.2"]),
        ("O  Work done well enough", ["O", "C", "2.1.1", "2.1.2", "R"]),
        ("What was found how often", ["D", "L", "F"]),
    ]
    score, criterion = groups[1].rates[:2]
    assert (score.words, score.count, score.percentage) == ("O", "mean of 2", "61%")
    assert criterion.answers == (("How it is worked out", "Mean of its questions."),)
    drugs, _, scores = groups[2].rates
    assert (drugs.words, drugs.count) == ("Drugs", "12 of 16")
    assert (scores.count, scores.percentage, scores.share) == ("16 answers", "37.5", None)


def test_a_small_base_says_what_a_case_is_worth() -> None:
    groups = counts.groups_of(varied.found(whole=False, small_base=20))
    out_of = {
        rate.code: dict(rate.answers).get("Out of what", "") for group in groups for rate in group.rates
    }
    assert out_of["D"].endswith("Everybody with features. Small base: each case is 6.25 percentage points.")
    plain = counts.groups_of(varied.found(whole=False))
    assert not any(
        "Small base" in words for group in plain for rate in group.rates for _, words in rate.answers
    )
