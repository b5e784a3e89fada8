"""The store's thread: order, results, refusals, unexpected errors, progress and stopping."""

import threading
from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from model.refusal import Refusal
from ui.window.background import AtOnce, Runner, Tell, Work


@pytest.fixture(params=[Work, AtOnce])
def runner(request: pytest.FixtureRequest) -> Any:
    made: Runner = request.param()
    yield made
    made.close()


def refuse() -> None:
    raise Refusal("The stick is full.", "Nothing was lost.", "Take another stick.")


def test_results_come_back_in_the_order_of_asking(runner: Runner, qtbot: QtBot) -> None:
    got: list[int] = []
    for number in range(20):
        runner.run(lambda n: n * n, number, then=got.append)
    qtbot.waitUntil(lambda: len(got) == 20)
    assert got == [n * n for n in range(20)]


def test_work_runs_elsewhere_and_results_arrive_here(qtbot: QtBot) -> None:
    work = Work()
    seen: list[threading.Thread] = []

    def arrived(there: threading.Thread) -> None:
        seen.extend([there, threading.current_thread()])

    work.run(threading.current_thread, then=arrived)
    qtbot.waitUntil(lambda: len(seen) == 2)
    work.close()
    assert seen[0] is not threading.main_thread()
    assert seen[1] is threading.main_thread()


def test_a_refusal_goes_to_whoever_asked(runner: Runner, qtbot: QtBot) -> None:
    got: list[Refusal] = []
    shown: list[Refusal] = []
    runner.refused.connect(shown.append)
    runner.run(refuse, then=lambda _: pytest.fail("no result came"), refused=got.append)
    qtbot.waitUntil(lambda: len(got) == 1)
    assert got[0].next == "Take another stick."
    assert shown == []


def test_a_refusal_nobody_takes_goes_to_the_frame(runner: Runner, qtbot: QtBot) -> None:
    shown: list[Refusal] = []
    runner.refused.connect(shown.append)
    runner.run(refuse)
    qtbot.waitUntil(lambda: len(shown) == 1)
    assert shown[0].happened == "The stick is full."


def test_an_unexpected_error_always_reaches_the_frame(qtbot: QtBot) -> None:
    work = Work()
    failed: list[BaseException] = []
    work.failed.connect(failed.append)
    work.run(lambda: 1 // 0, refused=lambda _: pytest.fail("that was no refusal"))
    qtbot.waitUntil(lambda: len(failed) == 1)
    work.close()
    assert isinstance(failed[0], ZeroDivisionError)


def test_in_tests_an_unexpected_error_fails_the_test() -> None:
    with pytest.raises(ZeroDivisionError):
        AtOnce().run(lambda: 1 // 0)


def test_work_goes_on_after_an_error(qtbot: QtBot) -> None:
    work = Work()
    failed: list[BaseException] = []
    got: list[int] = []
    work.failed.connect(failed.append)
    work.run(lambda: 1 // 0)
    work.run(lambda: 7, then=got.append)
    qtbot.waitUntil(lambda: got == [7])
    work.close()
    assert len(failed) == 1


def test_long_work_tells_how_far_it_is(runner: Runner, qtbot: QtBot) -> None:
    told: list[tuple[int, int, str]] = []
    got: list[str] = []

    def read(name: str, *, tell: Tell) -> str:
        tell(1, 2, "rows read")
        return name

    runner.run_long(read, "list", then=got.append, progress=lambda *what: told.append(what))
    qtbot.waitUntil(lambda: got == ["list"])
    assert told == [(1, 2, "rows read")]


def test_long_work_can_be_stopped(qtbot: QtBot) -> None:
    work = Work()
    begun, go_on = threading.Event(), threading.Event()
    ends: list[str] = []

    def merge(*, tell: Tell) -> None:
        begun.set()
        go_on.wait(5)
        tell(1, 2, "bundles")
        ends.append("went on")

    task = work.run_long(merge, then=lambda _: ends.append("then"), stopped=lambda: ends.append("stopped"))
    begun.wait(5)
    task.stop()
    go_on.set()
    qtbot.waitUntil(lambda: bool(ends))
    work.close()
    assert ends == ["stopped"]


def test_closing_finishes_what_was_handed_over() -> None:
    work = Work()
    done: list[int] = []
    for number in range(50):
        work.run(done.append, number)
    work.close()
    assert done == list(range(50))


def test_a_page_that_is_gone_is_not_called(qtbot: QtBot) -> None:
    import shiboken6

    work = Work()
    page = QLabel()
    got: list[str] = []
    qtbot.addWidget(page)
    work.run(lambda: "late", then=page.setText)
    shiboken6.delete(page)
    work.run(lambda: "end", then=got.append)
    qtbot.waitUntil(lambda: got == ["end"])
    work.close()


def test_busy_from_the_first_task_to_the_last(runner: Runner, qtbot: QtBot) -> None:
    said: list[bool] = []
    runner.busy.connect(said.append)
    runner.run(lambda: None)
    qtbot.waitUntil(lambda: said == [True, False])


def test_the_runners_belong_to_the_window_thread() -> None:
    work = Work()
    assert isinstance(work, QObject)
    work.close()
