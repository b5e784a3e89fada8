"""What tests of paper need: the instruments of the program, a stamp, and eyes that read a PDF back."""

import subprocess
from collections.abc import Callable
from dataclasses import dataclass, replace
from shutil import which

import pypdfium2
import pytest

import resources
from model.documents.material import CaseFacts
from model.documents.stamp import Stamp
from model.instruments.instrument import Instrument
from model.instruments.programme import Programme
from model.instruments.reader import read_instrument, read_programme
from ui.paper.typography import BOTTOM, LEFT, PAGE_HEIGHT, PAGE_WIDTH, RIGHT, TOP

FOLDER = ("programmes", "probation_services_2018")


@dataclass(frozen=True)
class Read:
    """A PDF read back: all words of each page, and the words between head and foot alone."""

    pages: tuple[str, ...]
    bodies: tuple[str, ...]

    @property
    def words(self) -> str:
        """Everything between head and foot without a blank, so that line ends do not matter."""
        return "".join("".join(self.bodies).split())


def read_of(text: pypdfium2.PdfTextPage, *frame: float) -> str:
    """The words on a page. A hyphen at the end of a line is read as a mark of its own."""
    return str(text.get_text_bounded(*frame)).replace("\x02", "-")


@pytest.fixture(scope="session")
def read() -> Callable[[bytes], Read]:
    def read_back(pdf: bytes) -> Read:
        with pypdfium2.PdfDocument(pdf) as document:
            pages, bodies = [], []
            for page in document:
                text = page.get_textpage()
                pages.append(read_of(text))
                frame = (LEFT - 2, BOTTOM - 2, PAGE_WIDTH - RIGHT + 2, PAGE_HEIGHT - TOP + 2)
                bodies.append(read_of(text, *frame))
                text.close()
                page.close()
            return Read(tuple(pages), tuple(bodies))

    return read_back


@pytest.fixture(scope="session")
def qpdf_check(tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes], None]:
    """Raise unless qpdf finds the file sound. qpdf is a Debian package of the same name."""

    def check(pdf: bytes) -> None:
        program = which("qpdf")
        assert program, "qpdf is not installed; it is the Debian package qpdf"
        file = tmp_path_factory.mktemp("qpdf") / "paper.pdf"
        file.write_bytes(pdf)
        done = subprocess.run([program, "--check", str(file)], capture_output=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr

    return check


@pytest.fixture(scope="session")
def stamp() -> Stamp:
    return Stamp("0014", "A. Inspector", "2018-10-08T14:02:11Z")


@pytest.fixture(scope="session")
def instrument() -> Instrument:
    name = "case_supervision.toml"
    return read_instrument(resources.path(*FOLDER, name).read_text(encoding="utf-8"), name)


@pytest.fixture(scope="session")
def interview() -> Instrument:
    name = "officer_interview.toml"
    return read_instrument(resources.path(*FOLDER, name).read_text(encoding="utf-8"), name)


@pytest.fixture(scope="session")
def interview_case() -> Instrument:
    name = "officer_interview_case.toml"
    return read_instrument(resources.path(*FOLDER, name).read_text(encoding="utf-8"), name)


@pytest.fixture(scope="session")
def programme(instrument: Instrument) -> Programme:
    """What of the programme the answers to this instrument decide."""
    name = "programme.toml"
    whole = read_programme(resources.path(*FOLDER, name).read_text(encoding="utf-8"), name)
    measures = tuple(each for each in whole.measures if each.question in instrument.questions)
    known = {each.id for each in measures}
    standards = tuple(each for each in whole.standards if each.measures and known.issuperset(each.measures))
    return replace(whole, measures=measures, standards=standards)


@pytest.fixture(scope="session")
def case() -> CaseFacts:
    listed = {"gender": "male", "sentence_type": "licence", "ogrs": "86"}
    return CaseFacts("K7QX-2M", "Zoë Thompson", "Cheshire West", "2018-10-09 09:30", listed)
