"""One thread that owns the store: runs tasks one by one, and brings each outcome back to the window."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from queue import SimpleQueue
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from model.refusal import Refusal

R = TypeVar("R")


class Tell(Protocol):
    """What a long function is handed to say how far it is.

    Raises Stopped when the person has asked to stop.
    """

    def __call__(self, done: int, total: int, words: str) -> None:
        """Say that `done` of `total` are done; `words` says of what.

        A total of 0 means: nobody knows how many.
        """


class Stopped(Exception):
    """The person stopped this work. Let it pass through, so that the transaction it ran in is rolled back."""


@dataclass(eq=False, slots=True)
class Task:
    """One piece of work that was handed over; `stop()` asks it to end at its next word of progress."""

    function: Callable[..., Any]
    what: tuple[Any, ...]
    then: Callable[[Any], object] | None
    refused: Callable[[Refusal], object] | None
    progress: Callable[[int, int, str], object] | None = None
    stopped: Callable[[], object] | None = None
    long: bool = False
    _stop: threading.Event = field(default_factory=threading.Event)
    _told: threading.Event = field(default_factory=threading.Event)

    def stop(self) -> None:
        """Ask the work to end. What it had not yet committed is rolled back."""
        self._stop.set()


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a task ended: with a result, or with an error."""

    task: Task
    result: Any = None
    error: BaseException | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """A word of progress on its way to the UI thread."""

    task: Task
    done: int
    total: int
    words: str


class Runner(QObject):
    """What pages hand work to.

    Two kinds share it: `Work` (a thread) and `AtOnce` (here and now, for tests).
    """

    refused = Signal(object)
    """A Refusal that the caller did not take itself."""
    failed = Signal(object)
    """An error that nobody expected."""
    busy = Signal(bool)
    """True when the first task is handed over, False when the last has come back."""

    def __init__(self) -> None:
        super().__init__()
        self._open = 0

    def run(
        self,
        function: Callable[..., R],
        *what: Any,
        then: Callable[[R], object] | None = None,
        refused: Callable[[Refusal], object] | None = None,
    ) -> None:
        """Call `function(*what)` on the store's thread; afterwards, on the UI thread, `then(result)`.

        Tasks run in the order in which they were handed over. A Refusal goes to `refused` or, without one,
        to the frame, which shows it; any other error always goes to the frame. `then` is not called after
        an error.
        """
        self._take(Task(function, what, then, refused))

    def run_long(
        self,
        function: Callable[..., R],
        *what: Any,
        then: Callable[[R], object] | None = None,
        refused: Callable[[Refusal], object] | None = None,
        progress: Callable[[int, int, str], object] | None = None,
        stopped: Callable[[], object] | None = None,
    ) -> Task:
        """Like `run`, for work that takes a while: calls `function(*what, tell=tell)` and can be stopped.

        The function calls `tell(done, total, words)` as it goes; `progress` receives the same on the UI
        thread. `stopped` is called instead of `then` when the person stopped it.
        """
        task = Task(function, what, then, refused, progress, stopped, long=True)
        self._take(task)
        return task

    def close(self) -> None:
        """Finish everything that was handed over, then take no more."""

    def _take(self, task: Task) -> None:
        raise NotImplementedError

    def _opened(self) -> None:
        self._open += 1
        if self._open == 1:
            self.busy.emit(True)

    def _perform(self, task: Task, tell: Tell) -> Outcome:
        try:
            if task.long:
                return Outcome(task, task.function(*task.what, tell=tell))
            return Outcome(task, task.function(*task.what))
        except BaseException as error:  # noqa: BLE001 - every error must reach a person
            return Outcome(task, error=error)

    def _settle(self, outcome: Outcome) -> None:
        self._open -= 1
        if self._open == 0:
            self.busy.emit(False)
        task, error = outcome.task, outcome.error
        if error is None:
            _call(task.then, outcome.result)
        elif isinstance(error, Stopped):
            _call(task.stopped)
        elif isinstance(error, Refusal) and task.refused is not None:
            _call(task.refused, error)
        elif isinstance(error, Refusal):
            self.refused.emit(error)
        else:
            self.failed.emit(error)


class Work(Runner):
    """Runs tasks on one thread of its own.

    Make it on the UI thread and `close()` it before the program ends.
    """

    _finished = Signal(object)
    _progressed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._tasks: SimpleQueue[Task | None] = SimpleQueue()
        self._finished.connect(self._settle, Qt.ConnectionType.QueuedConnection)
        self._progressed.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._serve, name="store", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Finish everything that was handed over, then end the thread. Waits for it."""
        if self._thread.is_alive():
            self._tasks.put(None)
            self._thread.join()

    def _take(self, task: Task) -> None:
        self._opened()
        self._tasks.put(task)

    def _serve(self) -> None:
        while (task := self._tasks.get()) is not None:
            outcome = self._perform(task, self._teller(task))
            if isValid(self):
                self._finished.emit(outcome)
            del task, outcome  # nothing of the last task stays in memory while waiting for the next

    def _teller(self, task: Task) -> Tell:
        def tell(done: int, total: int, words: str) -> None:
            if task._stop.is_set():
                raise Stopped
            if task.progress is not None and not task._told.is_set():
                task._told.set()  # one word at a time is under way, so that a slow window is never flooded
                self._progressed.emit(Progress(task, done, total, words))

        return tell

    def _pass_on(self, progress: Progress) -> None:
        progress.task._told.clear()
        if not progress.task._stop.is_set():
            _call(progress.task.progress, progress.done, progress.total, progress.words)


class AtOnce(Runner):
    """The same interface without a thread: when `run` returns, the task has run and its outcome is delivered.

    For tests of pages. An error that nobody expected is raised, so that the test fails.
    """

    def _take(self, task: Task) -> None:
        self._opened()

        def tell(done: int, total: int, words: str) -> None:
            if task._stop.is_set():
                raise Stopped
            _call(task.progress, done, total, words)

        outcome = self._perform(task, tell)
        if outcome.error is not None and not isinstance(outcome.error, Refusal | Stopped):
            self._open -= 1
            raise outcome.error
        self._settle(outcome)


def _call(callback: Callable[..., object] | None, *what: Any) -> None:
    """Call back, unless nobody asked or the page that asked has been destroyed since."""
    owner = getattr(callback, "__self__", None)
    if callback is None or (isinstance(owner, QObject) and not isValid(owner)):
        return
    callback(*what)
