"""The report on an instrument as lines to print or show."""

from collections.abc import Iterator, Mapping

from model.answers import Answer, Value
from model.instruments.check import Report
from model.instruments.instrument import Instrument, say
from model.instruments.lengths import Length
from model.instruments.programme import Programme
from model.instruments.routing import states
from model.instruments.translations import LANGUAGE_NAMES


def described(report: Report, instrument: Instrument, programme: Programme | None) -> tuple[str, ...]:
    """Return the report in words: what it is about, its faults, empty bases, and the three paths."""
    return tuple(_lines(report, instrument, programme))


def _lines(report: Report, instrument: Instrument, programme: Programme | None) -> Iterator[str]:
    yield f"{say(instrument.title)}, version {instrument.version}, fingerprint {instrument.fingerprint[:12]}"
    yield f"{report.items} items. {'No faults.' if not report.findings else ''}".strip()
    for finding in report.findings:
        question = instrument.question(finding.question)
        detail = f": {finding.detail}" if finding.detail else ""
        yield f"  {question.code} {question.id}: {finding.fault.value}{detail}"
    for language, wordings in report.lacking.items():
        if wordings:
            yield f"  {LANGUAGE_NAMES[language]} is missing for {len(wordings)} wordings:"
            yield from (f"    {wording}" for wording in wordings)
    codes = {} if programme is None else {measure.id: measure.code for measure in programme.measures}
    for base in report.bases:
        when = "; ".join(base.reasons) if base.reasons else "never"
        yield f"  base of {codes.get(base.measure, base.measure)} empty when every case is judged: {when}"
    yield _path("Shortest path", report.shortest, instrument)
    yield _path("Longest path", report.longest, instrument)
    parts = ", ".join(f"{count} {part.value}" for part, count in report.typical_parts.items())
    yield f"Typical path: {len(report.typical)} items ({parts})"
    yield "  " + " ".join(instrument.question(name).code or name for name in report.typical)


def _path(name: str, length: Length, instrument: Instrument) -> str:
    bound = "" if length.exact else " at the outside (too many combinations to try)"
    return f"{name}: {length.items} items{bound}. {_answers(length.answers, instrument)}".rstrip(" .") + "."


def _answers(answers: Mapping[str, Value], instrument: Instrument) -> str:
    """The answers that lead there, of the questions that are asked on the way, in their order."""
    found = states(instrument, {name: Answer(value) for name, value in answers.items()})
    said = []
    for name, question in instrument.questions.items():
        if name not in answers or not found[name].is_asked:
            continue
        value = answers[name]
        codes = value if isinstance(value, tuple) else (value,)
        labels = [
            say(option.label) if (option := question.option(str(code))) else str(code) for code in codes
        ]
        said.append(f"{question.code or name}: {' and '.join(labels)}")
    return "By answering " + "; ".join(said) if said else ""
