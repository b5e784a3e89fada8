"""The unlock page, without a window: who, wrong, damaged, forgotten, restored."""

from pathlib import Path

import pytest

from model.refusal import Refusal
from storage.wrapping import Cost
from tests.practised import Practised
from ui.actions import begin, forgotten
from ui.presenters import unlock

WORDS = "office passphrase"


@pytest.fixture
def recovery(tmp_path: Path) -> bytes:
    """A store in `tmp_path`, locked, opened once; gives back its recovery card."""
    made = begin.set_up_office(tmp_path, "Olwen Ŵyn", WORDS, cost=Cost(64, 1, 1))
    unlock.lock(made.session)
    unlock.lock(unlock.unlock(tmp_path, WORDS).session)
    return made.recovery_card.encode()


@pytest.mark.usefixtures("recovery")
class TestStore:
    def test_whose_it_is(self, tmp_path: Path) -> None:
        state = unlock.show(tmp_path, tmp_path)
        assert [owner.name for owner in state.owners] == ["Olwen Ŵyn"]
        assert (state.practice, state.hint, state.refusal) == (False, "", None)
        (copy,) = state.copies
        assert copy.day.endswith(copy.path.stem[:4])
        assert "day, " in copy.day

    def test_a_wrong_passphrase_is_told_from_damage(self, tmp_path: Path) -> None:
        with pytest.raises(Refusal) as wrong:
            unlock.unlock(tmp_path, "something else")
        assert unlock.is_wrong_passphrase(wrong.value)
        store = tmp_path / "casebook.store"
        broken = bytearray(store.read_bytes())
        broken[len(broken) // 2] ^= 1
        store.write_bytes(bytes(broken))
        with pytest.raises(Refusal) as damaged:
            unlock.unlock(tmp_path, WORDS)
        assert unlock.is_damage(damaged.value)
        assert not unlock.is_wrong_passphrase(damaged.value)
        assert not unlock.is_damage(wrong.value)

    def test_a_copy_is_restored_in_place_of_a_damaged_store(self, tmp_path: Path) -> None:
        (tmp_path / "casebook.store").write_bytes(b"damaged")
        (copy,) = unlock.show(tmp_path, tmp_path).copies
        opened = unlock.restore(tmp_path, copy.path, WORDS)
        assert opened.roles == {"beginning"}
        unlock.lock(opened.session)

    def test_without_its_store_a_copy_is_offered(self, tmp_path: Path) -> None:
        (tmp_path / "casebook.store").unlink()
        state = unlock.show(tmp_path, tmp_path)
        assert state.refusal is not None
        assert "Restore" in state.refusal.next
        assert state.copies

    def test_a_damaged_slot_file_is_said_before_anything_is_typed(self, tmp_path: Path) -> None:
        (tmp_path / "casebook.slots").write_bytes(b"{}")
        state = unlock.show(tmp_path, tmp_path)
        assert state.refusal is not None
        assert "Your passphrase is not at fault" in state.refusal.happened
        assert state.owners == ()


def test_a_forgotten_passphrase_is_made_good_with_the_office(tmp_path: Path, recovery: bytes) -> None:
    (owner,) = unlock.show(tmp_path, tmp_path).owners
    request, reply = tmp_path / unlock.request_name(owner.person), tmp_path / "a.casebook-reply"
    assert unlock.show(tmp_path, tmp_path).asked == ()
    asked = unlock.ask_the_office(tmp_path, owner.person, request)
    assert asked.name == request.name
    assert "Olwen" not in request.name
    assert " ".join(asked.digits) == forgotten.look_at_request(request.read_bytes()).digits
    assert unlock.show(tmp_path, tmp_path).asked == asked.digits
    answered = forgotten.answer_request(request.read_bytes(), recovery, Cost(64, 1, 1))
    reply.write_bytes(answered.reply)
    with pytest.raises(Refusal, match="code"):
        unlock.accept_reply(tmp_path, reply, "1" * 25, "a new passphrase")
    opened = unlock.accept_reply(tmp_path, reply, answered.code, "a new passphrase")
    unlock.lock(opened.session)
    unlock.lock(unlock.unlock(tmp_path, "a new passphrase").session)
    assert unlock.show(tmp_path, tmp_path).asked == ()


def test_the_practice_store_shows_its_passphrase(practised: Practised) -> None:
    folder = practised.place / "practice"
    state = unlock.show(folder, practised.place)
    assert state.practice
    unlock.lock(practised.session)
    unlock.lock(unlock.unlock(folder, state.hint).session)
