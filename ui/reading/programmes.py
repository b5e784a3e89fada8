"""The programmes that an inspection can follow: those that come with Casebook, and the office's own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from model.instruments.programme import Programme
from model.instruments.reader import read_programme
from model.refusal import Refusal
from resources import path
from storage.platform import read_limited
from ui.session import Session

FOLDER = "programmes"
"""The folder beside the store in which an office keeps programmes of its own, each in a folder."""
FILE = "programme.toml"
LARGEST = 2_000_000
"""Bytes of a programme or instrument file."""


@dataclass(frozen=True, slots=True)
class Offered:
    """The programmes by folder name, and by folder name why others of the office's own are not offered.

    `own` are the folders of those that are the office's own.
    """

    programmes: Mapping[str, Programme]
    refused: Mapping[str, Refusal]
    own: tuple[str, ...] = ()


def own_folder(home: Path) -> Path:
    """Return where the office's own programmes lie; the folder need not exist."""
    return home / FOLDER


def offered(home: Path | None = None) -> Offered:
    """Return the programmes that come with Casebook, and those of the office whose store lies in `home`.

    A folder of the office's that cannot be offered keeps no other from being offered.
    """
    programmes: dict[str, Programme] = {}
    refused: dict[str, Refusal] = {}
    shipped = [folder.name for folder in _folders(path(FOLDER))]
    own = [folder.name for folder in _folders(own_folder(home))] if home is not None else []
    for name in shipped:
        programmes[name] = read_programme(text(name, FILE), name)
    for name in own:
        try:
            if name in programmes:
                raise Refusal(
                    f"The folder {name} is called like a programme that comes with Casebook.",
                    "It was left as it is.",
                    "Give the folder another name.",
                )
            programmes[name] = read_programme(text(name, FILE, home), name)
        except Refusal as refusal:
            refused[name] = refusal
    return Offered(programmes, refused, tuple(name for name in own if name not in refused))


def offered_to(session: Session) -> Offered:
    """Return the programmes that whoever has this store open can choose."""
    return offered(session.store.folder)


def folder_of(session: Session) -> Path:
    """Return where whoever has this store open keeps programmes of their own."""
    return own_folder(session.store.folder)


def text(folder: str, name: str, home: Path | None = None) -> str:
    """Return the text of a file of a programme, the office's own where no shipped folder has this name.

    Refusal: it is not there, is no text, is too large, or its name leads to another folder.
    """
    if any(Path(each).name != each or each in ("", ".", "..") for each in (folder, name)):
        raise Refusal(
            f"“{name}” is not the name of a file in the folder of its programme.",
            "Nothing was read.",
            "Put the file into the folder, and write its name alone.",
        )
    shipped = any(one.name == folder for one in _folders(path(FOLDER)))
    place = path(FOLDER, folder) if shipped or home is None else own_folder(home) / folder
    try:
        return read_limited(place / name, LARGEST).decode("utf-8")
    except UnicodeDecodeError:
        raise Refusal(
            f"The file {name} is no text in UTF-8.", "Nothing was read.", "Save it anew as UTF-8."
        ) from None


def _folders(place: Path) -> Iterator[Path]:
    if place.is_dir():
        yield from sorted(folder for folder in place.iterdir() if (folder / FILE).exists())
