"""The rates after one answer, at 500 questions a case and 150 cases: only the measures that it feeds."""

from model.answers import Answer
from model.instruments.programme import Programme
from model.instruments.reader import read_programme
from model.measures import count
from resources import path
from tests.benchmarks.figures import against, in_turn, line, say
from tests.benchmarks.large import Large
from ui.reading import cases

TIMES, BAR = 300, 2.0


def programme() -> Programme:
    text = path("programmes", "probation_services_2018", "programme.toml").read_text("utf-8")
    return read_programme(text, "programme.toml")


def test_rates_after_one_answer(large: Large) -> None:
    held = {assessment: answers for assessment, (_, answers) in cases.assessments(large.session).items()}
    rules = programme()
    counts = count(rules, large.instrument, held.items())
    fed = [question for question, measures in counts.feeds.items() if measures]
    widest = max(fed, key=lambda question: len(counts.feeds[question]))
    label = large.assessments[0]

    def after(question: str, number: int) -> None:
        asked = large.instrument.questions[question]
        answers = {**held[label], question: Answer(asked.codes()[number % len(asked.codes())])}
        again = counts.recount(label, answers, question)
        assert again.tallies.keys() == counts.tallies.keys()

    found = in_turn(
        TIMES,
        key=lambda number: after(fed[number % len(fed)], number),
        widest=lambda number: after(widest, number),
        none=lambda number: after(large.judged[number % len(large.judged)], number),
    )
    anew = in_turn(3, anew=lambda _: count(rules, large.instrument, held.items()))
    say(
        "Rates after one answer",
        *(
            f"{line(words, found[name])}  {against(found[name].p95, BAR, 'ms')}"
            for name, words in (
                ("key", "an answer that feeds a measure"),
                ("widest", f"the one that feeds most ({len(counts.feeds[widest])})"),
                ("none", "an answer that feeds none"),
            )
        ),
        line("all rates of all cases anew", anew["anew"]),
    )
