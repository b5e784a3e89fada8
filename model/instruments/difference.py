"""What is different between two versions of one instrument, question by question."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from model.instruments.check import in_words
from model.instruments.instrument import Instrument, Option, Question, Section, Text, say
from model.instruments.worded import wordings, wordings_of


class What(StrEnum):
    """What became of a question, or of one part of it."""

    NEW = "new"
    GONE = "gone"
    MEANING = "meaning changed"
    KIND = "answered differently"
    OPTIONS = "options changed"
    ROUTING = "asked of others"
    WORDING = "wording changed"
    GUIDANCE = "guidance changed"
    STANDING = "whose words they are"
    ORDER = "code or place changed"


@dataclass(frozen=True, slots=True)
class Changed:
    """One thing that changed: where (as keys of the file), in which language if in one, from what to what."""

    what: What
    place: str
    before: str
    after: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class QuestionDifference:
    """What changed in one question; `id` and `code` are those of the newer version where it is there.

    `was` is the older id whose answers it takes over, "" where the id stayed.
    """

    id: str
    code: str
    changes: tuple[Changed, ...]
    was: str = ""

    def has(self, what: What) -> bool:
        """Whether something of this sort changed."""
        return any(change.what is what for change in self.changes)

    @property
    def asks_again(self) -> bool:
        """Whether an answer given before is no longer an answer: another meaning, or answered differently."""
        return self.has(What.MEANING) or any(change.place in _UNFITTING for change in self.changes)


@dataclass(frozen=True, slots=True)
class Difference:
    """All that is different; `titles` are those of the instrument, its views and its sections."""

    questions: tuple[QuestionDifference, ...]
    titles: tuple[Changed, ...]

    @property
    def is_none(self) -> bool:
        """Whether both ask the same, in the same words."""
        return not self.questions and not self.titles

    @property
    def new(self) -> tuple[str, ...]:
        """The ids of questions that are asked for the first time."""
        return tuple(each.id for each in self.questions if each.has(What.NEW))

    @property
    def asked_again(self) -> tuple[str, ...]:
        """The ids of questions whose earlier answers no longer stand."""
        return tuple(each.id for each in self.questions if each.asks_again)


_UNFITTING = frozenset({"kind", "option gone", "range"})


def difference(before: Instrument, after: Instrument) -> Difference:
    """Compare two versions of one instrument. ValueError when they are two instruments.

    Questions are the same when the id is, or when the newer one names the older id in `was`.
    """
    if (before.family, before.id) != (after.family, after.id):
        raise ValueError(f"{before.family}/{before.id} and {after.family}/{after.id} are two instruments")
    places, were = _places(after), _places(before)
    found = []
    kept = set()
    for question in after.questions.values():
        old = older(question, before)
        if old is None:
            changes: tuple[Changed, ...] = (Changed(What.NEW, "", "", say(question.text)),)
        else:
            kept.add(old.id)
            changes = tuple(_changes(old, question, before, after))
            changes += _moved(were[old.id], places[question.id])
        if changes:
            was = old.id if old is not None and old.id != question.id else ""
            found.append(QuestionDifference(question.id, question.code, changes, was))
    for question in before.questions.values():
        if question.id not in kept:
            gone = Changed(What.GONE, "", say(question.text), "")
            found.append(QuestionDifference(question.id, question.code, (gone,)))
    return Difference(tuple(found), tuple(_titles(before, after)))


def older(question: Question, before: Instrument) -> Question | None:
    """The question of an older version that this one is, by its id or by `was`; None when it is new."""
    names = (question.id, *question.was)
    return next((before.questions[name] for name in names if name in before.questions), None)


def not_shared(before: Instrument, after: Instrument) -> frozenset[str]:
    """The questions of the newer version that the older one did not ask, or asked in another meaning."""
    return frozenset(
        question.id
        for question in after.questions.values()
        if (old := older(question, before)) is None or old.meaning != question.meaning
    )


def _changes(old: Question, new: Question, before: Instrument, after: Instrument) -> Iterator[Changed]:
    if old.meaning != new.meaning:
        yield Changed(What.MEANING, "meaning", str(old.meaning), str(new.meaning))
    yield from _answered(old, new)
    yield from _options(old, new)
    for key, was, now in (
        ("when", _condition(old, before), _condition(new, after)),
        ("parent", old.parent or "", new.parent or ""),
    ):
        if was != now:
            yield Changed(What.ROUTING, key, was, now)
    words = dict(wordings_of(old))
    for key, text in wordings_of(new):
        if not key.startswith("options."):
            what = What.WORDING if key == "text" else What.GUIDANCE
            yield from _texts(what, key, words[key], text)
    for key, was, now in (
        ("wording", old.wording, new.wording),
        ("guidance_standing", old.guidance_standing, new.guidance_standing),
        ("letter", old.letter or "", new.letter or ""),
        ("source", old.source, new.source),
    ):
        if was != now:
            yield Changed(What.STANDING, key, str(was), str(now))
    if old.code != new.code:
        yield Changed(What.ORDER, "code", old.code, new.code)


def _answered(old: Question, new: Question) -> Iterator[Changed]:
    for key, was, now in (
        ("kind", str(old.kind), str(new.kind)),
        ("part", str(old.part), str(new.part)),
        ("range", _range(old), _range(new)),
        ("not_applicable", _yes(old.allows_not_applicable), _yes(new.allows_not_applicable)),
        ("evidence", _yes(old.evidence), _yes(new.evidence)),
        ("proposes", old.proposes or "", new.proposes or ""),
        ("typical", old.typical or "", new.typical or ""),
        ("was", ", ".join(old.was), ", ".join(new.was)),
    ):
        if was != now:
            yield Changed(What.KIND, key, was, now)


def _options(old: Question, new: Question) -> Iterator[Changed]:
    for option in new.options:
        was = old.option(option.code)
        if was is None:
            yield Changed(What.OPTIONS, "option new", "", say(option.label))
            continue
        name = say(option.label)
        if was.line != option.line:
            yield Changed(What.OPTIONS, f"line of “{name}”", str(was.line), str(option.line))
        if was.key != option.key:
            yield Changed(What.OPTIONS, f"key of “{name}”", was.key, option.key)
        yield from _texts(What.OPTIONS, f"label of {option.code}", was.label, option.label)
    for option in old.options:
        if new.option(option.code) is None:
            yield Changed(What.OPTIONS, "option gone", say(option.label), "")
    shared = _shared(old.options, new)
    if shared != _shared(new.options, old):
        yield Changed(
            What.OPTIONS, "order of options", ", ".join(shared), ", ".join(_shared(new.options, old))
        )


def _shared(options: tuple[Option, ...], other: Question) -> list[str]:
    return [option.code for option in options if other.option(option.code) is not None]


def _texts(what: What, place: str, old: Text, new: Text) -> Iterator[Changed]:
    for language in sorted({*old, *new}, key=lambda each: (each != "en", each)):
        was, now = old.get(language, ""), new.get(language, "")
        if was != now:
            yield Changed(what, place, was, now, language)


def _titles(before: Instrument, after: Instrument) -> Iterator[Changed]:
    if before.version != after.version:
        yield Changed(What.WORDING, "version", before.version, after.version)
    if before.attribution != after.attribution:
        yield Changed(What.WORDING, "attribution", before.attribution, after.attribution)
    if before.about != after.about:
        yield Changed(What.ROUTING, "about", str(before.about), str(after.about))
    were = {(thing, key): text for thing, key, text in wordings(before) if not thing.startswith("question ")}
    now = {(thing, key): text for thing, key, text in wordings(after) if not thing.startswith("question ")}
    for thing, key in dict.fromkeys((*now, *were)):
        place = f"{thing or 'instrument'} {key}"
        yield from _texts(What.WORDING, place, were.get((thing, key), {}), now.get((thing, key), {}))
    if [name for name in before.questions if name in after.questions] != [
        name for name in after.questions if name in before.questions
    ]:
        yield Changed(What.ORDER, "order of questions", "", "")


def _places(instrument: Instrument) -> dict[str, Section]:
    return {
        question.id: section
        for view in instrument.views
        for section in view.sections
        for question in section.questions
    }


def _moved(old: Section, new: Section) -> tuple[Changed, ...]:
    if old.id == new.id:
        return ()
    return (Changed(What.ORDER, "section", say(old.title), say(new.title)),)


def _condition(question: Question, instrument: Instrument) -> str:
    return "" if question.when is None else in_words(question.when, instrument)


def _range(question: Question) -> str:
    low, high = question.minimum, question.maximum
    return "" if low is None and high is None else f"{_number(low)} to {_number(high)}"


def _number(value: float | None) -> str:
    return "any" if value is None else f"{value:g}"


def _yes(held: bool) -> str:
    return "yes" if held else "no"
