"""The difference of two versions of an instrument in words, line by line."""

from collections.abc import Iterator

from model.instruments.difference import Changed, Difference, QuestionDifference, What

LANGUAGES = {"": "", "en": "", "cy": " in Welsh"}
_PLACES = {
    "text": "wording",
    "guidance.look_for": "guidance “what to look for”",
    "guidance.where": "guidance “where in the record”",
    "guidance.sufficient": "guidance “what sufficient means”",
    "guidance.not_applicable": "guidance “when it does not apply”",
    "guidance.slip": "guidance “a common slip”",
    "when": "condition",
    "parent": "belongs to",
    "kind": "kind of answer",
    "part": "what it is for",
    "range": "range",
    "not_applicable": "“not applicable” is an answer",
    "evidence": "evidence expected",
    "proposes": "proposed from the list",
    "typical": "answer of a typical case",
    "was": "older ids",
    "wording": "wording stands as",
    "guidance_standing": "guidance stands as",
    "letter": "letter stands as",
}


def described(found: Difference) -> tuple[str, ...]:
    """Return the difference as lines: the titles first, then each question, its changes below it."""
    if found.is_none:
        return ("No difference: the same questions in the same words.",)
    return tuple(_lines(found))


def summary(found: Difference) -> str:
    """Return how many questions are new, gone, asked again, and otherwise changed."""
    counts = (
        (len(found.new), "new"),
        (sum(each.has(What.GONE) for each in found.questions), "gone"),
        (len(found.asked_again), "asked again"),
        (sum(_only_words(each) for each in found.questions), "changed in words only"),
        (sum(_otherwise(each) for each in found.questions), "changed otherwise"),
    )
    said = ", ".join(f"{count} {words}" for count, words in counts if count)
    return f"Questions: {said}." if said else "No question changed."


def words_of(question: QuestionDifference) -> tuple[str, ...]:
    """Return what changed in one question, one line for each change."""
    lines = [_change(change) for change in question.changes]
    if question.was:
        lines.insert(0, f"takes over the answers of “{question.was}”")
    if question.asks_again:
        lines.append("Answers given before are kept, and it is asked again.")
    elif any(change.place.startswith("line of ") for change in question.changes):
        lines.append("Answers given before stand, and count by the new line.")
    return tuple(lines)


def _lines(found: Difference) -> Iterator[str]:
    yield summary(found)
    for title in found.titles:
        yield _change(title)
    for question in found.questions:
        yield f"{question.code} ({question.id})"
        for line in words_of(question):
            yield f"  {line}"


def _change(change: Changed) -> str:
    if change.what is What.NEW:
        return f"new: {change.after}"
    if change.what is What.GONE:
        return f"gone, its answers are kept and read no longer: {change.before}"
    if change.what is What.MEANING:
        return f"meaning changed (number {change.before} → {change.after})"
    if change.place == "option new":
        return f"new option “{change.after}”"
    if change.place == "option gone":
        return f"option “{change.before}” is gone"
    if change.place == "order of questions":
        return "questions stand in another order"
    if change.place.startswith("line of "):
        return f"{change.place}: {_line(change.before)} → {_line(change.after)}"
    where = _PLACES.get(change.place, change.place) + LANGUAGES.get(change.language, f" ({change.language})")
    before, after = change.before or "none", change.after or "none"
    return f"{where}: {before} → {after}"


def _line(line: str) -> str:
    return "outside the base" if line == "outside" else f"{line} the line"


def _only_words(question: QuestionDifference) -> bool:
    return all(change.what in (What.WORDING, What.GUIDANCE, What.STANDING) for change in question.changes)


def _otherwise(question: QuestionDifference) -> bool:
    apart = question.asks_again or question.has(What.NEW) or question.has(What.GONE)
    return not apart and not _only_words(question)
