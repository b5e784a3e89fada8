"""Reading assessments by the version of their instrument that stands; nothing is written by it."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from model.answers import Answers
from model.cases import Assessment, answers_from, recorded_in
from model.evidence import Written
from model.instruments.instrument import Head, Instrument
from model.instruments.routing import carry
from model.journal.fields import Current
from model.versions import read_by, standing


@dataclass(frozen=True, slots=True)
class Reader:
    """The versions at hand, and which of them stand.

    `known` are by fingerprint, `stands` by id; `several`: the ids of instruments with more than one version.
    `instrument` reads a known one whole, which takes a while: only where its questions matter.
    """

    known: Mapping[str, Head]
    stands: Mapping[str, Head]
    several: frozenset[str]
    instrument: Callable[[str], Instrument]

    @classmethod
    def of(
        cls, versions: Iterable[Head], issued: Mapping[str, str], instrument: Callable[[str], Instrument]
    ) -> "Reader":
        """Return a reader for these versions; `issued` is fingerprint by id."""
        known = {one.fingerprint: one for one in versions}
        ids = [one.id for one in known.values()]
        several = frozenset(id for id in ids if ids.count(id) > 1)
        return cls(known, standing(known.values(), issued), several, instrument)

    def reading(self, made: Assessment) -> Assessment:
        """Return an assessment with the version by which it is read."""
        fingerprint = read_by(made, self.known, self.stands)
        return made if fingerprint == made.instrument else replace(made, instrument=fingerprint)

    def recorded(self, made: Assessment, fields: Mapping[str, Current]) -> Mapping[str, Current]:
        """Return what is recorded of the questions of that version, also under their older ids."""
        found = recorded_in(fields)
        instrument = self._updated(made)
        return found if instrument is None else carry(instrument, found)

    def answers(self, made: Assessment, fields: Mapping[str, Current]) -> Answers:
        """Return the answers as that version reads them."""
        found = answers_from(fields)
        instrument = self._updated(made)
        return found if instrument is None else carry(instrument, found)

    def written(self, made: Assessment, pieces: Iterable[Written]) -> tuple[Written, ...]:
        """Return writing with its questions under the ids of that version."""
        heirs = self._heirs(made)
        return tuple(
            replace(each, question=heirs[each.question]) if each.question in heirs else each
            for each in pieces
        )

    def renamed(self, made: Assessment, questions: Iterable[str]) -> frozenset[str]:
        """Return ids of questions as that version has them."""
        heirs = self._heirs(made)
        return frozenset(heirs.get(name, name) for name in questions)

    def _updated(self, made: Assessment) -> Instrument | None:
        """The version to carry answers to; None where its instrument has only one."""
        head = self.known.get(made.instrument)
        return self.instrument(head.fingerprint) if head is not None and head.id in self.several else None

    def _heirs(self, made: Assessment) -> Mapping[str, str]:
        instrument = self._updated(made)
        if instrument is None:
            return {}
        return {old: each.id for each in instrument.questions.values() for old in each.was}
