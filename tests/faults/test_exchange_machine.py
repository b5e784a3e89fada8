"""Two laptops, a lead inspector and an office do whatever they like, with the program's own actions.

Bundles arrive in any order, again, or damaged; stores are restored from copies and cloned; drafts are typed,
acts undone, cases handed over and notes erased. When in the end everything was exchanged, all stores agree
on every field that they share, nothing that was acknowledged is lost, and repeating changes nothing.
"""

import contextlib
import hashlib
import itertools
import shutil
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule

from model.instruments.instrument import Part
from model.journal.change import Change
from model.journal.entry import FieldKey
from model.people import Role
from model.refusal import Refusal
from model.travel import travels_to
from storage import copies, departures, projection, slots, store, streams
from storage.bundle_refused import BundleRefused
from storage.streams import Erased
from storage.wrapping import Cost
from tests.faults.working import portrait, trouble_in
from ui.actions import answer, assess, begin, decide, draw_sample, exchange, team, write
from ui.actions.make_inspection import Particulars, make_inspection
from ui.actions.undo import undo
from ui.reading import inspections
from ui.session import Session

ANN, BEN, LEE, OFFICE, CLONE = "ann", "ben", "lee", "office", "ann's clone"
PEOPLE = (ANN, BEN, LEE, OFFICE)
ROLES = {ANN: Role.INSPECTOR, BEN: Role.INSPECTOR, LEE: Role.LEAD, OFFICE: Role.OFFICE, CLONE: Role.INSPECTOR}
ASSESSMENTS = {ANN: "a1" * 16, BEN: "b1" * 16}
OWNERS = {ANN: ANN, CLONE: ANN, BEN: BEN, LEE: ANN}
NOTES = {ANN: "a2" * 16, CLONE: "a2" * 16, BEN: "b2" * 16, LEE: "c2" * 16}
"""In whose assessment somebody writes, and the one note that each of them writes again and again."""
WORDS = "four quiet grey geese"
PARTICULARS = Particulars("Small", "North Vale", "NPS", "probation_services_2018", "2018-10-08", "2018-10-19")
ROUNDS = 6


def ticking() -> Callable[[], datetime]:
    """A clock that goes on by a second each time it is read."""
    ticks = itertools.count()
    return lambda: datetime(2018, 10, 8, 9, tzinfo=UTC) + timedelta(seconds=next(ticks))


@dataclass(frozen=True)
class Prepared:
    """Four closed stores that know each other, to be copied for each history."""

    folder: Path
    keys: dict[str, bytes]
    people: dict[str, str]
    inspection: str
    questions: tuple[str, ...]
    acts: frozenset[str]


@cache
def prepared() -> Prepared:
    """Set up the office, its team and two cases by the real actions, once."""
    folder = Path(tempfile.mkdtemp(prefix="casebook-exchange-"))
    office = make_inspection(
        begin.set_up_office(folder / OFFICE, "Olwen", WORDS, cost=Cost(64, 1, 1)).session, PARTICULARS
    )
    sessions = {OFFICE: office}
    for name in (ANN, BEN, LEE):
        begun = begin.begin_with_invitation(
            folder / name, team.invite(office), name, WORDS, cost=Cost(64, 1, 1)
        )
        team.take_card(office, begun.card_file, ROLES[name], confirmed=True)
        sessions[name] = begun.session
    instrument = next(one for one in inspections.instruments(office) if one.id == "case_supervision")
    for holder, assessment in ASSESSMENTS.items():
        case = FieldKey("case", assessment[::-1], "number")
        fields = {"case": case.id, "instrument": instrument.fingerprint, "purpose": "first"}
        office.record(
            Change(case, f"41{len(case.id)}"),
            Change(FieldKey("assessment", assessment, "holder"), sessions[holder].author),
            *(Change(FieldKey("assessment", assessment, name), value) for name, value in fields.items()),
        )
    for name in (ANN, BEN, LEE):
        written = exchange.write_allocation_bundle(office, sessions[name].author, folder)
        assert exchange.take_bundle(sessions[name], written.path).refusal is None
    acts = office.store.db.execute("SELECT DISTINCT act FROM entry").fetchall()
    for session in sessions.values():
        session.store.close()
    return Prepared(
        folder,
        {
            name: slots.unlock(slots.read_slots(folder / name / begin.SLOTS_FILE), WORDS).key
            for name in sessions
        },
        {name: session.author for name, session in sessions.items()},
        office.inspection,
        tuple(one.id for one in instrument.questions.values() if one.part is Part.KEY)[:2],
        frozenset(row[0] for row in acts),
    )


@dataclass
class Team:
    """The open stores of one history, and the hashes of all entries that were acknowledged, not given up."""

    folder: Path
    sessions: dict[str, Session] = field(default_factory=dict)
    acknowledged: set[bytes] = field(default_factory=set)
    clock: Callable[[], datetime] = field(default_factory=ticking)

    def open(self, name: str) -> None:
        """Open somebody's store; the clone lies in a folder of its own with the key of the original."""
        ready = prepared()
        owner = ANN if name == CLONE else name
        opened = store.open_store(self.folder / name, ready.keys[owner])
        self.sessions[name] = Session(opened, ready.people[owner], ready.inspection, self.clock)

    def held(self, name: str) -> set[bytes]:
        """The hashes of all entries in somebody's journal."""
        return {row[0] for row in self.sessions[name].store.db.execute("SELECT hash FROM entry")}

    def close(self) -> None:
        for session in self.sessions.values():
            session.store.close()
        shutil.rmtree(self.folder)


def fields_in(session: Session) -> dict[FieldKey, str]:
    """What stands in every field, as a screen would show it: a digest of its whole row."""
    rows = session.store.db.execute("SELECT * FROM field").fetchall()
    return {FieldKey(*row[1:4]): hashlib.sha256(repr(row).encode()).hexdigest()[:12] for row in rows}


def differences(
    one: dict[FieldKey, str], other: dict[FieldKey, str], keys: Iterable[FieldKey]
) -> list[FieldKey]:
    return [key for key in keys if one.get(key) != other.get(key)]


def send(sender: Session, receiver: Session, folder: Path, to_office: bool) -> None:
    """Write a bundle and take it in at once."""
    if to_office:
        written = exchange.write_fieldwork_bundle(sender, folder)
    else:
        written = exchange.write_allocation_bundle(sender, receiver.author, folder)
    taken = exchange.take_bundle(receiver, written.path)
    assert taken.refusal is None, taken


def note_of(name: str) -> FieldKey:
    return FieldKey("note", NOTES[name], "text")


def take_in_forks(session: Session) -> None:
    for aside in decide.kept_aside(session):
        if aside.why == "fork":
            decide.take_in_fork(session, aside.stream)


class Exchange(RuleBasedStateMachine):
    """Anything that people do to one another's stores."""

    written = Bundle("written")
    names = st.sampled_from([*PEOPLE, CLONE])

    @initialize()
    def begin(self) -> None:
        self.team = Team(Path(tempfile.mkdtemp(prefix="casebook-exchange-")))
        self.days = itertools.count(10)
        for name in PEOPLE:
            shutil.copytree(prepared().folder / name, self.team.folder / name)
            self.team.open(name)

    def session(self, name: str) -> Session:
        return self.team.sessions.get(name) or self.team.sessions[ANN]

    @rule(name=names, whose=st.sampled_from([ANN, BEN]), question=st.integers(0, 1), value=st.booleans())
    def answers(self, name: str, whose: str, question: int, value: bool) -> None:
        whose = {ANN: ANN, CLONE: ANN, BEN: BEN}.get(name, whose)
        asked = prepared().questions[question]
        answer.answer(self.session(name), ASSESSMENTS[whose], asked, "yes" if value else "no")

    @rule(name=st.sampled_from([ANN, BEN, LEE, CLONE]), text=st.integers(0, 3))
    def writes(self, name: str, text: int) -> None:
        session = self.session(name)
        try:
            write.write(session, "note", NOTES[name], f"Words {text}", assessment=ASSESSMENTS[OWNERS[name]])
        except Erased:
            assert projection.is_erased(session.store.db, session.inspection, note_of(name))

    @rule(name=st.sampled_from([ANN, BEN, CLONE]), text=st.integers(0, 3))
    def types(self, name: str, text: int) -> None:
        session = self.session(name)
        beside = {"assessment": ASSESSMENTS[OWNERS[name]]}
        try:
            write.type_on(session, "note", NOTES[name], f"Half a note {text}", beside)
        except Erased:
            assert projection.is_erased(session.store.db, session.inspection, note_of(name))

    @rule(name=names)
    def undoes(self, name: str) -> None:
        session = self.session(name)
        last = streams.last_act(session.store.db, session.inspection, session.author)
        if last and last[0].recorded.act not in prepared().acts:
            with contextlib.suppress(Refusal):  # somebody has changed it since
                undo(session)

    @rule(
        name=st.sampled_from([LEE, OFFICE]), whose=st.sampled_from([ANN, BEN]), to=st.sampled_from([ANN, BEN])
    )
    def hands_over(self, name: str, whose: str, to: str) -> None:
        assess.hand_over(self.session(name), ASSESSMENTS[whose], prepared().people[to], "Ill")

    @rule(name=st.sampled_from([LEE, OFFICE]), first=st.booleans())
    def decides(self, name: str, first: bool) -> None:
        for conflict in decide.conflicts(self.session(name)):
            if conflict.key.field.startswith("answer."):
                value = conflict.sides[0 if first else -1].recorded.value
                decide.decide_conflict(self.session(name), conflict.key, value, "Read again")

    @rule(name=st.sampled_from([ANN, BEN]))
    def erases(self, name: str) -> None:
        draw_sample.erase(self.session(OFFICE), [("note", NOTES[name])], "rule 4")

    @rule(target=written, name=st.sampled_from([ANN, BEN, LEE, CLONE]))
    def writes_a_bundle(self, name: str) -> Path:
        return exchange.write_fieldwork_bundle(self.session(name), self.team.folder).path

    @rule(target=written, name=st.sampled_from([ANN, BEN, LEE]))
    def is_written_a_bundle(self, name: str) -> Path:
        reader = prepared().people[name]
        return exchange.write_allocation_bundle(self.session(OFFICE), reader, self.team.folder).path

    @rule(bundle=written, name=names)
    def takes(self, bundle: Path, name: str) -> None:
        before = portrait(self.session(name))
        taken = exchange.take_bundle(self.session(name), bundle)
        if taken.refusal is not None:
            assert isinstance(taken.refusal, BundleRefused)
            assert portrait(self.session(name)) == before
            return
        once = portrait(self.session(name)), decide.kept_aside(self.session(name))
        again = exchange.take_bundle(self.session(name), bundle)
        assert again.arrival is not None
        assert (again.arrival.new, again.arrival.repeated) == (0, True)
        assert (portrait(self.session(name)), decide.kept_aside(self.session(name))) == once

    @rule(bundle=written, name=names, place=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
    def takes_a_damaged_one(self, bundle: Path, name: str, place: float, bit: int) -> None:
        data = bytearray(bundle.read_bytes())
        data[int(place * len(data))] ^= 1 << bit
        damaged = self.team.folder / "damaged.casebook"
        damaged.write_bytes(data)
        before = portrait(self.session(name))
        assert isinstance(exchange.take_bundle(self.session(name), damaged).refusal, BundleRefused)
        assert portrait(self.session(name)) == before

    @rule(name=names)
    def takes_in_what_was_set_aside(self, name: str) -> None:
        take_in_forks(self.session(name))

    @rule(name=st.sampled_from(PEOPLE))
    def keeps_a_copy(self, name: str) -> None:
        copies.keep_copy(self.session(name).store, f"2018-10-{next(self.days)}")

    # Not the office: what it recorded after its copy comes back from the lead inspector only.
    @rule(name=st.sampled_from([ANN, BEN, LEE]), newest=st.booleans())
    def restores_a_copy(self, name: str, newest: bool) -> None:
        kept = copies.copies(self.team.folder / name)
        if kept:
            before = self.team.held(name)
            self.session(name).store.close()
            restored = copies.restore_copy(
                self.team.folder / name, kept[-1 if newest else 0], prepared().keys[name]
            )
            self.team.sessions[name] = replace(self.team.sessions[name], store=restored)
            elsewhere = set().union(*(self.team.held(one) for one in self.team.sessions))
            self.team.acknowledged -= before - elsewhere  # given up by who restored an old copy

    @rule()
    def is_cloned(self) -> None:
        if CLONE not in self.team.sessions:
            self.team.sessions[ANN].store.close()
            shutil.copytree(self.team.folder / ANN, self.team.folder / CLONE)
            self.team.open(ANN)
            self.team.open(CLONE)

    @invariant()
    def remember(self) -> None:
        for name in self.team.sessions if hasattr(self, "team") else ():
            self.team.acknowledged |= self.team.held(name)

    def teardown(self) -> None:
        if not hasattr(self, "team"):
            return
        try:
            self.exchange_everything()
            self.everybody_agrees()
        finally:
            self.team.close()

    def exchange_everything(self) -> None:
        before = None
        for _ in range(ROUNDS):
            for name, session in self.team.sessions.items():
                if name != OFFICE:
                    send(session, self.session(LEE), self.team.folder, to_office=True)
                    send(session, self.session(OFFICE), self.team.folder, to_office=True)
            for name, session in self.team.sessions.items():
                if name != OFFICE:
                    send(self.session(OFFICE), session, self.team.folder, to_office=False)
                take_in_forks(session)
            self.remember()
            now = [fields_in(session) for session in self.team.sessions.values()]
            if now == before:
                return
            before = now
        raise AssertionError("exchanging does not come to an end")

    def everybody_agrees(self) -> None:
        office = self.session(OFFICE)
        assert self.team.held(OFFICE) >= self.team.acknowledged
        everything = fields_in(office)
        held = departures._holdings(office.store.db, office.inspection)
        erased = {key.id for key in everything if key.kind == "erasure"}
        for name, session in self.team.sessions.items():
            seen = fields_in(session)
            shared = [key for key in everything if travels_to(session.author, ROLES[name], key, held)]
            assert differences(everything, seen, everything if name == OFFICE else shared) == []
            assert set(seen) <= set(everything)
            assert not erased & {key.id for key in seen if key.kind == "note"}
            assert projection.read_listed(session.store.db, session.inspection) == ()
            assert trouble_in(session) == ""


Exchange.TestCase.settings = settings(
    max_examples=40,
    stateful_step_count=30,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
TestExchange = pytest.mark.slow(Exchange.TestCase)
