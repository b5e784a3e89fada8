"""Where the program starts: arguments mean the terminal; none, or “pictures”, the window, imported then."""

import sys
from pathlib import Path
from types import TracebackType

from model.unexpected import line_of
from storage.platform import forbid_core_dumps, speak_utf8


def main() -> int:
    """Run the terminal or the window; gives back the code for the system (0: all was well)."""
    forbid_core_dumps()
    speak_utf8()
    sys.excepthook = say_unexpected
    if sys.argv[1:2] == ["pictures"] and len(sys.argv) == 3:
        from ui.window.pictures import pictures

        pictures(Path(sys.argv[2]))
    elif len(sys.argv) > 1:
        from ui.terminal.commands import casebook

        casebook(prog_name="casebook")
    else:
        from ui.window.start import start

        return start()
    return 0


def say_unexpected(_kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
    """Say on the error stream where an error arose that nobody expected, without any value."""
    sys.stderr.write(f"Something went wrong: {line_of(error)}. What was saved before is safe.\n")


if __name__ == "__main__":
    sys.exit(main())
