"""The sheets that count: of an instrument the complete assessments of record, and who is still waited for."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from model.answers import Answers
from model.cases import Assessment, Case, Purpose
from model.double_work import firsts, of_record
from model.instruments.difference import not_shared
from model.instruments.instrument import About, Instrument, say
from model.instruments.routing import carry
from model.subjects import Subject, case_subject
from ui.reading import cases, inspections, naming, subjects
from ui.session import Session

CANNOT = "cannot be inspected"


@dataclass(frozen=True, slots=True)
class Collected:
    """What counts of one instrument, by Casebook number or by what else an assessment is about.

    `waiting` says of each of the others why it is not counted; `holders` who holds them, by person id.
    """

    instrument: Instrument
    sheets: Mapping[str, Answers]
    waiting: Mapping[str, str]
    holders: Mapping[str, tuple[str, ...]]
    under: Mapping[str, Instrument] = field(default_factory=dict)
    """By the same, the older version under which some were closed; all others stand under `instrument`."""

    @property
    def not_asked(self) -> dict[str, frozenset[str]]:
        """Of those, the questions of `instrument` that their version did not ask, or meant otherwise."""
        return {label: not_shared(older, self.instrument) for label, older in self.under.items()}

    @property
    def versions(self) -> tuple[str, ...]:
        """In words how many stand under which version; nothing while all stand under one."""
        if not self.under:
            return ()
        counted = Counter(each.version for each in self.under.values())
        counted[self.instrument.version] += len(self.sheets) - len(self.under)
        parts = (f"{count} under version {version}" for version, count in sorted(counted.items()) if count)
        return (f"{say(self.instrument.title)}: {', '.join(parts)}; counted together where meanings agree.",)

    @property
    def expected(self) -> int:
        """How many there are, counted or not."""
        return len(self.sheets) + len(self.waiting)

    @property
    def outstanding(self) -> int:
        """Those that may still come to count: what cannot be inspected is left out."""
        return sum(why != CANNOT for why in self.waiting.values())


@dataclass(frozen=True, slots=True)
class Held:
    """Everything in the store that can count, read once."""

    cases: Mapping[str, Case]
    assessments: Mapping[str, tuple[Assessment, Answers]]
    subjects: Mapping[str, Subject]
    instruments: Mapping[str, Instrument]
    """The version of each instrument that stands, by its id."""
    versions: Mapping[str, Instrument]
    """Every version, by its fingerprint."""
    family: Mapping[str, str]
    """For each instrument fingerprint the id that its versions share."""


def held(session: Session) -> Held:
    """Read what can count. Occasions are subjects too, by the title of each."""
    made = subjects.assessments(session)
    newest = inspections.standing_versions(session)
    versions = {one.fingerprint: one for one in inspections.versions(session)}
    family = {fingerprint: one.id for fingerprint, one in versions.items()}
    known = dict(subjects.subjects(session))
    for assessment, answers in made.values():
        if assessment.about is About.OCCASION and assessment.instrument in family:
            instrument = newest[family[assessment.instrument]]
            title = naming.occasion_title(assessment, instrument, answers)
            known[assessment.id] = Subject(About.OCCASION, assessment.id, title, {})
    return Held(cases.cases(session), made, known, newest, versions, family)


def of_sample(found: Held, sample: str, instrument: Instrument) -> Collected:
    """Return what counts in one sample, in drawn order: its cases that were not replaced there."""
    drawn = [
        case for case in found.cases.values() if sample in case.places and not case.places[sample].replaced
    ]
    drawn.sort(key=lambda case: case.places[sample].position)
    return _collected(found, instrument, [case_subject(case) for case in drawn])


def of_instrument(found: Held, instrument: Instrument, samples: Iterable[str]) -> Collected:
    """Return what counts of an instrument: the cases of its samples, or whatever was begun without any."""
    parts = [of_sample(found, sample, instrument) for sample in samples]
    if parts:
        return Collected(
            instrument,
            {label: answers for part in parts for label, answers in part.sheets.items()},
            {label: why for part in parts for label, why in part.waiting.items()},
            {label: holders for part in parts for label, holders in part.holders.items()},
            {label: older for part in parts for label, older in part.under.items()},
        )
    begun = {
        assessment.subject
        for assessment, _ in found.assessments.values()
        if found.family.get(assessment.instrument) == instrument.id and assessment.purpose is Purpose.FIRST
    }
    about = [subject for id, subject in found.subjects.items() if id in begun]
    return _collected(found, instrument, sorted(about, key=lambda subject: (subject.name, subject.id)))


def _collected(found: Held, instrument: Instrument, about: list[Subject]) -> Collected:
    about = _told_apart(about)
    made = firsts(
        {subject.id: subject for subject in about},
        (assessment for assessment, _ in found.assessments.values()),
        found.family,
    )
    sheets, waiting, holders, under = {}, {}, {}, {}
    for subject in about:
        mine = made.get((subject.id, instrument.id), [])
        counting = of_record(subject, instrument.id, mine)
        if counting is not None and counting.state == "complete":
            sheets[subject.name] = _read(found, counting, instrument)
            if counting.instrument != instrument.fingerprint:
                under[subject.name] = found.versions[counting.instrument]
        else:
            waiting[subject.name] = _why_waiting(counting, mine)
            holders[subject.name] = tuple(one.holder for one in mine if one.holder)
    return Collected(instrument, sheets, waiting, holders, under)


def _read(found: Held, counting: Assessment, instrument: Instrument) -> Answers:
    """The answers as the newest version reads them: where a meaning changed they are to be asked again."""
    answers = found.assessments[counting.id][1]
    return answers if counting.instrument == instrument.fingerprint else carry(instrument, answers)


def _told_apart(about: Iterable[Subject]) -> list[Subject]:
    """Number those of one name, as two focus groups may have."""
    seen: dict[str, int] = {}
    apart = []
    for subject in about:
        seen[subject.name] = seen.get(subject.name, 0) + 1
        again = seen[subject.name] > 1
        apart.append(replace(subject, name=f"{subject.name} ({seen[subject.name]})") if again else subject)
    return apart


def _why_waiting(counting: Assessment | None, made: list[Assessment]) -> str:
    if counting is None:
        return "assessed twice, not decided which counts" if made else "not allocated"
    if counting.state == "cannot_inspect":
        return CANNOT
    return "nothing received" if counting.state == "not_started" else counting.state.replace("_", " ")
