"""A program that is killed again and again while it saves, and what is found in its store each time.

python -m tests.faults.killed FOLDER KILLS SEED MANNER

Each life is forked from this process, so that it begins at once: it opens the store, does one thing after the
other and says of each that it is done. After a random number of them, and a random moment, it is killed
(SIGKILL), and the store is opened and looked at. What was found goes to standard output as JSON.

MANNER "saving" is Casebook's; "boasting" says that things are done before they are committed, to show that
this would be found out.
"""

import hashlib
import json
import os
import random
import select
import signal
import sys
import traceback
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from storage import drafts, slots, store, streams
from tests.faults.working import INSPECTION, INSPECTOR, PASSPHRASE, act, come_back, set_up, trouble_in
from ui.actions.begin import SLOTS_FILE
from ui.session import Session

LIVES_OF_A_STORE = 50
MOST_ACTS, LONGEST_MOMENT = 9, 0.004
BOASTED = 3


@dataclass(frozen=True, slots=True)
class Said:
    """What a life last said: which act was done, and how the store stood then."""

    act: int
    number: int
    head: str
    drafts: str


def said_by(session: Session, number: int) -> Said:
    """Return what is to be said after an act."""
    end, digest = _end(session)
    return Said(number, end, digest, _drafts(session))


def live(folder: Path, key: bytes, first: int, out: int, manner: str) -> None:
    """Work from act `first` on, saying each time that it is done, until killed."""
    session = Session(store.open_store(folder, key), INSPECTOR, INSPECTION)
    number = first
    while True:
        together: AbstractContextManager[object] = nullcontext()
        if manner == "boasting":
            together = session.store.db.atomic()
        with together:
            for _ in range(BOASTED):
                act(session, number)
                said = said_by(session, number)
                line = f"{said.act} {said.number} {said.head} {said.drafts}\n"
                os.write(out, line.encode())
                number += 1


def kill_once(folder: Path, key: bytes, first: int, manner: str, dice: random.Random) -> Said | None:
    """Begin a life, kill it at a random moment and return what it last said; None if it said nothing."""
    incoming, out = os.pipe()
    life = os.fork()
    if not life:
        try:
            os.close(incoming)
            live(folder, key, first, out, manner)
        except BaseException:  # noqa: BLE001 (said, and then this life ends at once)
            traceback.print_exc()
        finally:
            os._exit(1)
    os.close(out)
    with os.fdopen(incoming, "rb", buffering=0) as said:
        heard = _hear(said, dice.randrange(MOST_ACTS))
        select.select([], [], [], dice.random() * LONGEST_MOMENT)
        os.kill(life, signal.SIGKILL)
        heard += said.read()
    _, status = os.waitpid(life, 0)
    if os.waitstatus_to_exitcode(status) != -signal.SIGKILL:
        raise RuntimeError("a life ended by itself")
    lines = heard.decode().splitlines()
    if not lines:
        return None
    number, end, head, typed = lines[-1].split()
    return Said(int(number), int(end), head, typed)


def found_wrong(session: Session, said: Said) -> str:
    """Return what is wrong with the store after a kill; "" if all that was said is there, and little more."""
    db = session.store.db
    rows = db.execute(
        "SELECT number, hash, act FROM entry WHERE stream = ? AND number >= ? ORDER BY number",
        [streams.own_streams(db, INSPECTION)[-1], said.number],
    ).fetchall()
    if not rows or (rows[0][0], rows[0][1].hex()) != (said.number, said.head):
        return "an acknowledged act is lost"
    if len({row[2] for row in rows[1:]}) > 1:
        return "more than the act that was begun is there"
    types = (said.act + 1) % 6 in (1, 5)
    if len(rows) == 1 and not types and _drafts(session) != said.drafts:
        return "an acknowledged draft is lost"
    return trouble_in(session)


def main(place: str, kills: str, seed: str, manner: str) -> None:
    """Kill `kills` lives, a new store every so often, and print what was found."""
    dice = random.Random(int(seed))
    wrong, acknowledged, beyond = [], 0, 0
    folder = key = None
    said = Said(0, 0, "", "")
    for number in range(int(kills)):
        if folder is None or key is None or number % LIVES_OF_A_STORE == 0:
            folder = Path(place) / str(number)
            key, said = _begin(folder)
        heard = kill_once(folder, key, said.act + 1, manner, dice)
        acknowledged += heard.act - said.act if heard else 0
        said = heard or said
        session = Session(store.open_store(folder, key), INSPECTOR, INSPECTION)
        beyond += _end(session)[0] > said.number
        wrong += [found] if (found := found_wrong(session, said)) else []
        said = said_by(session, said.act + 1)
        session.store.close()
        if wrong and manner != "saving":
            break
    sys.stdout.write(json.dumps({"wrong": wrong, "acknowledged": acknowledged, "beyond": beyond}))


def _begin(folder: Path) -> tuple[bytes, Said]:
    """Make a store, and return its key and how it stands."""
    session = set_up(folder)
    said = said_by(session, 0)
    session.store.close()
    come_back(folder).store.close()
    return slots.unlock(slots.read_slots(folder / SLOTS_FILE), PASSPHRASE).key, said


def _hear(said: IO[bytes], acts: int) -> bytes:
    heard = b""
    while heard.count(b"\n") < acts:
        more = said.read(4096)
        if not more:
            break
        heard += more
    return heard


def _end(session: Session) -> tuple[int, str]:
    (end,) = streams.heads(session.store.db, session.inspection).values()
    return end[0], end[1].hex()


def _drafts(session: Session) -> str:
    return hashlib.sha256(repr(drafts.kept(session.store.db, session.inspection)).encode()).hexdigest()


if __name__ == "__main__":
    main(*sys.argv[1:])
