"""Where the program starts: arguments mean the terminal, none the window, imported only then."""

import sys

from storage.platform import forbid_core_dumps


def main() -> int:
    """Run the terminal or the window; gives back the code for the system (0: all was well)."""
    forbid_core_dumps()
    if len(sys.argv) > 1:
        from ui.terminal.commands import casebook

        casebook(prog_name="casebook")
    else:
        from ui.window.start import start  # type: ignore[import-not-found]

        code: int = start()
        return code
    return 0


if __name__ == "__main__":
    sys.exit(main())
