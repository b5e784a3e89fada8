"""The texts of small instruments and programmes, put together from their parts."""

from collections.abc import Mapping

_INSTRUMENT = """
format = 1
id = "{id}"
family = "{family}"
version = "1.0"
title.en = "{title}"
attribution = "Ours."
about = "{about}"
[options.judgement]
yes = {{ label.en = "Yes", key = "y", line = "above" }}
no = {{ label.en = "No", key = "n", line = "below" }}
[[view]]
id = "items"
title.en = "Items"
[[view.section]]
id = "asked"
title.en = "Asked"
"""
_QUESTION = """[[view.section.question]]
id = "{id}"
code = "{code}"
part = "{part}"
kind = "{kind}"
text.en = "{text}"
wording = "ours"
source = "Ours"
{more}
"""
_COLUMN = """[[list.column]]
field = "{field}"
title.en = "{title}"
headers = ["{title}"]
kind = "{kind}"
{more}
"""


def instrument_of(id: str, title: str, *questions: str, about: str = "case", family: str = "tests") -> str:
    """An instrument of one section; its judgements choose from the options called judgement."""
    return _INSTRUMENT.format(id=id, title=title, about=about, family=family) + "".join(questions)


def question(id: str, code: str, text: str, kind: str = "text", part: str = "fact", more: str = "") -> str:
    """A question; `more` are further lines of it, its options first of all."""
    more = more or ('options = "judgement"' if kind == "judgement" else "")
    return _QUESTION.format(id=id, code=code, text=text, kind=kind, part=part, more=more)


def options(**labels: str) -> str:
    """The options of a question by their codes, chosen with 1, 2, 3."""
    each = (
        f'{code} = {{ label.en = "{label}", key = "{key}" }}'
        for key, (code, label) in enumerate(labels.items(), start=1)
    )
    return f"options = {{ {', '.join(each)} }}"


def column(field: str, title: str, kind: str = "text", more: str = "") -> str:
    """A column of the provider's list."""
    return _COLUMN.format(field=field, title=title, kind=kind, more=more)


def measure(id: str, code: str, kind: str, *lines: str) -> str:
    """A measure; the lines say what it counts."""
    return "\n".join(["[[measure]]", f'id = "{id}"', f'code = "{code}"', f'kind = "{kind}"', *lines, ""])


def standard(id: str, code: str, title: str, rating: str, *lines: str) -> str:
    """A standard; the lines say what it is rated by."""
    names = [f'id = "{id}"', f'code = "{code}"', f'title.en = "{title}"', f'rating = "{rating}"']
    return "\n".join(["[[standard]]", *names, *lines, ""])


def table(id: str, title: str, note: str, columns: Mapping[str, str], rows: Mapping[str, str]) -> str:
    """A table of results, largest first: columns by title with what they show, rows with their measures."""
    head = ["[[table]]", f'id = "{id}"', f'title.en = "{title}"', f'note.en = "{note}"']
    shown = (f'[[table.column]]\ntitle.en = "{title}"\nshow = "{show}"' for title, show in columns.items())
    counted = (f'[[table.row]]\ntitle.en = "{title}"\nmeasures = {of}' for title, of in rows.items())
    return "\n".join([*head, 'order = "largest first"', *shown, *counted, ""])
