"""The journal's laws, over random histories on several devices."""

from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.journal.change import Change
from model.journal.entry import Body, Entry, FieldKey, broken_at, comparable, link, origin
from model.journal.erasure import is_erased, tombstone
from model.journal.fields import project, replace_all, settle
from model.journal.merge import Merged, bury, fork_point, merge
from model.journal.undo import CannotUndo, reverse

FIELDS = [FieldKey("assessment", "aa" * 16, f"answer.q{number}") for number in range(3)]
PEOPLE = ["1" * 32, "2" * 32, "3" * 32]


@dataclass
class Device:
    """A store without a disk: what it holds, and the stream it writes."""

    person: str
    entries: dict[tuple[str, int], Entry] = field(default_factory=dict)
    written: int = 0

    @property
    def stream(self) -> str:
        return self.person[:16] + "0" * 16

    def write(self, changes: list[Change], undoes: str | None = None) -> list[Entry]:
        states = project(self.entries.values())
        act = f"{self.person[:4]}{self.written:028x}"
        made = []
        for change in changes:
            state = states.get(change.key)
            replaces = change.replaces if change.replaces is not None else (state.replaces if state else ())
            before = self.entries.get((self.stream, self.written))
            self.written += 1
            body = Body(
                self.person,
                f"2018-10-08T10:00:{self.written % 60:02}Z",
                act,
                change.key,
                change.value,
                f"{self.written:016x}",
                replaces,
                undoes=undoes,
            )
            entry = link(self.stream, self.written, before.hash if before else origin(self.stream), body)
            self.entries[(self.stream, self.written)] = entry
            made.append(entry)
        return made

    def take(self, other: "Device") -> None:
        self.entries = dict(merge(self.entries.values(), other.entries.values()).entries)


steps = st.lists(
    st.one_of(
        st.tuples(
            st.just("write"), st.integers(0, 2), st.sampled_from(FIELDS), st.sampled_from(["yes", "no", None])
        ),
        st.tuples(st.just("take"), st.integers(0, 2), st.integers(0, 2), st.none()),
    ),
    max_size=30,
)


def play(history: list[tuple[str, int, object, object]]) -> list[Device]:
    devices = [Device(person) for person in PEOPLE]
    for what, who, target, value in history:
        if what == "write":
            assert isinstance(target, FieldKey)
            devices[who].write([Change(target, value)])  # type: ignore[arg-type]
        else:
            assert isinstance(target, int)
            devices[who].take(devices[target])
    return devices


def union(*journals: Device) -> Merged:
    merged = Merged({}, {})
    for journal in journals:
        merged = merge(merged.entries.values(), journal.entries.values())
    return merged


@given(steps)
def test_merge_commutes_associates_and_repeats_without_effect(
    history: list[tuple[str, int, object, object]],
) -> None:
    one, two, three = play(history)
    assert union(one, two, three) == union(three, one, two) == union(two, two, three, one, one)
    left = merge(merge(one.entries.values(), two.entries.values()).entries.values(), three.entries.values())
    right = merge(one.entries.values(), merge(two.entries.values(), three.entries.values()).entries.values())
    assert left == right


@given(steps, st.randoms(use_true_random=False))
def test_nothing_shown_depends_on_the_order_of_arrival(
    history: list[tuple[str, int, object, object]], random: object
) -> None:
    entries = list(union(*play(history)).entries.values())
    shuffled = entries[:]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert project(entries) == project(shuffled)


@given(steps)
def test_every_stream_is_an_unbroken_chain(history: list[tuple[str, int, object, object]]) -> None:
    for device in play(history):
        own = [entry for (stream, _), entry in sorted(device.entries.items()) if stream == device.stream]
        assert broken_at(own) is None


@given(steps)
def test_only_entries_never_replaced_stand_and_none_is_hidden(
    history: list[tuple[str, int, object, object]],
) -> None:
    entries = list(union(*play(history)).entries.values())
    replaced = {digest for entry in entries for digest in entry.recorded.replaces}
    standing = {head.hash for state in project(entries).values() for head in state.heads}
    assert standing == {entry.hash for entry in entries} - replaced


@given(steps, st.integers(0, 2), st.sampled_from(FIELDS), st.lists(st.integers(0, 5), max_size=2))
def test_what_replaces_all_that_stood_decides_alone(
    history: list[tuple[str, int, object, object]], who: int, key: FieldKey, dropped: list[int]
) -> None:
    device = play(history)[who]
    before = project(device.entries.values())
    stood = before[key].replaces if key in before else ()
    named = tuple(digest for place, digest in enumerate(stood) if place not in dropped)
    news = device.write([Change(key, "new", replaces=named)])
    about = [entry for entry in device.entries.values() if entry.recorded.key == key]
    assert replace_all(news, stood) == (set(named) == set(stood))
    if replace_all(news, stood):
        assert settle(news) == settle(about)


@given(steps, st.sampled_from(["yes", "no"]))
def test_a_decision_settles_every_conflict_everywhere(
    history: list[tuple[str, int, object, object]], decision: str
) -> None:
    devices = play(history)
    devices[0].entries = dict(union(*devices).entries)
    open_fields = [key for key, state in project(devices[0].entries.values()).items() if state.conflict]
    devices[0].write([Change(key, decision) for key in open_fields])
    for device in devices[1:]:
        device.take(devices[0])
        states = project(device.entries.values())
        assert all(states[key].value == decision for key in open_fields)
        assert not any(state.conflict for state in states.values())


@given(steps, st.integers(0, 2), st.lists(st.sampled_from(FIELDS), min_size=1, max_size=3, unique=True))
def test_undo_brings_back_what_stood_and_never_silences_another(
    history: list[tuple[str, int, object, object]], who: int, keys: list[FieldKey]
) -> None:
    devices = play(history)
    device = devices[who]
    before = project(device.entries.values())
    act = device.write([Change(key, "changed") for key in keys])
    others = Device(
        PEOPLE[(who + 1) % 3], dict(devices[(who + 1) % 3].entries), devices[(who + 1) % 3].written
    )
    others.write([Change(keys[0], "theirs")])
    held = {entry.hash: entry for entry in device.entries.values()}
    device.write(list(reverse(act, project(device.entries.values()), held)), undoes=act[0].recorded.act)
    after = project(device.entries.values())
    for key in keys:
        stood = {head.recorded.value for head in before[key].heads} if key in before else {None}
        assert {head.recorded.value for head in after[key].heads} == stood
    device.take(others)
    theirs = {head.recorded.value for head in project(device.entries.values())[keys[0]].heads}
    assert "theirs" in theirs


@given(steps, st.lists(st.tuples(st.sampled_from(FIELDS), st.sampled_from(["yes", "no", None])), max_size=6))
def test_acts_are_undone_one_after_another_back_to_the_beginning(
    history: list[tuple[str, int, object, object]], writings: list[tuple[FieldKey, str | None]]
) -> None:
    device = play(history)[0]
    before = standing_words(device)
    acts = [device.write([Change(key, value)]) for key, value in writings]
    for act in reversed(acts):
        held = {entry.hash: entry for entry in device.entries.values()}
        device.write(list(reverse(act, project(device.entries.values()), held)), undoes=act[0].recorded.act)
    assert standing_words(device) == before


def standing_words(device: Device) -> dict[FieldKey, set[str]]:
    """Return what stands in each field; one that was emptied is as one never filled."""
    states = project(device.entries.values())
    said = {key: {comparable(head.recorded.value) for head in state.heads} for key, state in states.items()}
    return {key: values for key, values in said.items() if values != {"null"}}


@given(steps)
def test_what_somebody_changed_since_cannot_be_undone(history: list[tuple[str, int, object, object]]) -> None:
    one, two, _ = play(history)
    act = one.write([Change(FIELDS[0], "mine")])
    two.take(one)
    two.write([Change(FIELDS[0], "theirs")])
    one.take(two)
    held = {entry.hash: entry for entry in one.entries.values()}
    with pytest.raises(CannotUndo) as refused:
        reverse(act, project(one.entries.values()), held)
    assert refused.value.by == two.person


@given(steps, st.sampled_from(FIELDS))
def test_what_is_erased_never_returns(history: list[tuple[str, int, object, object]], key: FieldKey) -> None:
    devices = play(history)
    office = Device("9" * 32, dict(union(*devices).entries))
    office.write([Change(tombstone(key.kind, key.id, key.field), "retention rule 4")])
    stones = frozenset({tombstone(key.kind, key.id, key.field)})
    buried = bury(office.entries.values(), stones)
    again = bury(merge(buried, union(*devices).entries.values()).entries.values(), stones)
    assert key not in project(again)
    assert {entry.hash for entry in again} == {entry.hash for entry in office.entries.values()}
    assert all(entry.body is None or not is_erased(entry.body.key, stones) for entry in again)
    others = [entry for entry in project(union(*devices).entries.values()) if entry != key]
    assert set(others) == {found for found in project(again) if found.kind != "erasure"}


def test_a_foreign_reference_replaces_nothing() -> None:
    device = Device(PEOPLE[0])
    first = device.write([Change(FIELDS[0], "yes")])[0]
    device.write([Change(FIELDS[1], "no", replaces=(first.hash, b"\0" * 32))])
    assert {key: state.value for key, state in project(device.entries.values()).items()} == {
        FIELDS[0]: "yes",
        FIELDS[1]: "no",
    }


def test_a_ring_of_replacements_hides_nothing() -> None:
    bodies = [
        Body(PEOPLE[0], "2018-10-08T10:00:00Z", "a" * 32, FIELDS[0], value, "0" * 16, replaces)
        for value, replaces in (("yes", (b"\2" * 32,)), ("no", (b"\1" * 32,)))
    ]
    ring = [
        Entry("5" * 32, number, b"", digest, b"", body)
        for number, (digest, body) in enumerate(zip((b"\1" * 32, b"\2" * 32), bodies, strict=True), start=1)
    ]
    state = settle(ring)
    assert state is not None
    assert state.conflict
    assert len(state.heads) == 2


def test_the_same_value_twice_settles_itself_and_true_is_not_one() -> None:
    one, two = Device(PEOPLE[0]), Device(PEOPLE[1])
    one.write([Change(FIELDS[0], "yes"), Change(FIELDS[1], True)])
    two.write([Change(FIELDS[0], "yes"), Change(FIELDS[1], 1)])
    states = project(union(one, two).entries.values())
    assert states[FIELDS[0]].value == "yes"
    assert not states[FIELDS[0]].conflict
    assert states[FIELDS[1]].conflict
    assert states[FIELDS[1]].value is None


def test_a_stream_that_does_not_hang_together_is_set_aside_from_there() -> None:
    laptop, clone = Device(PEOPLE[0]), Device(PEOPLE[0])
    sound = laptop.write([Change(FIELDS[0], "yes"), Change(FIELDS[1], "yes"), Change(FIELDS[2], "yes")])
    other = clone.write([Change(FIELDS[0], "no"), Change(FIELDS[1], "no")])
    for coming, split in (
        (sound, None),
        ([sound[0], sound[0], sound[2]], None),
        ([sound[0], other[1], sound[2]], 2),
        ([sound[0], other[0]], 1),
    ):
        assert fork_point(laptop.stream, coming, {}) == split


def test_a_cloned_laptop_forks_and_its_branch_is_set_aside_whole() -> None:
    laptop = Device(PEOPLE[0])
    laptop.write([Change(FIELDS[0], "yes")])
    clone = Device(laptop.person, dict(laptop.entries), laptop.written)
    laptop.write([Change(FIELDS[1], "yes")])
    clone.write([Change(FIELDS[1], "no"), Change(FIELDS[2], "no")])
    merged = merge(laptop.entries.values(), clone.entries.values())
    assert [entry.recorded.value for entry in merged.entries.values()] == ["yes", "yes"]
    assert [entry.recorded.value for entry in merged.forks[laptop.stream]] == ["no", "no"]
    assert merge(merged.entries.values(), laptop.entries.values()).forks == {}
