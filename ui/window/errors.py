"""What becomes of an error nobody expected: a plain sentence on screen; type, file and line in the log."""

from __future__ import annotations

import logging
import sys
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from model.unexpected import line_of

log = logging.getLogger("casebook")


class Unexpected(QObject):
    """Takes every unexpected error, from tasks and from slots, writes it down and tells the window."""

    happened = Signal(str)
    """The line that was written, without any value."""

    def take(self, error: BaseException) -> None:
        """Write the error down and tell the window. Called on the UI thread."""
        line = line_of(error)
        log.error(line)
        self.happened.emit(line)

    def install(self) -> None:
        """Also take errors that escape from slots and event handlers."""
        sys.excepthook = self._hook

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self.take(error.with_traceback(trace))
