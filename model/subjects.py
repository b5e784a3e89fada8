"""What assessments are about: a case, an officer or the inspection, each with what was decided about it."""

from collections.abc import Mapping
from dataclasses import dataclass

from model.cases import Case
from model.instruments.instrument import About


@dataclass(frozen=True, slots=True)
class Subject:
    """Something that is assessed once by each instrument about it. `name` is what people call it by.

    `records`: by instrument id, the assessment of record that a named person chose.
    """

    about: About
    id: str
    name: str
    records: Mapping[str, str]

    @property
    def words(self) -> str:
        """Say it, as in "case 4101" or "officer Zoë Thompson"; the inspection by its name alone."""
        return self.name if self.about is About.INSPECTION else f"{self.about} {self.name}"


def case_subject(case: Case) -> Subject:
    """Return a case as a subject, named by its Casebook number."""
    return Subject(About.CASE, case.id, case.number, case.records)
