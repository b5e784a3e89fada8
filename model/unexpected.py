"""An error that nobody expected, told without a value in it: its message may quote what somebody wrote."""

from pathlib import Path


def line_of(error: BaseException) -> str:
    """Return type, file and line of an error as one line, of the six innermost calls. Never its message."""
    trace = error.__traceback__
    places = []
    while trace is not None:
        places.append(f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}")
        trace = trace.tb_next
    return f"{type(error).__name__} at {' < '.join(reversed(places[-6:])) or 'unknown place'}"
