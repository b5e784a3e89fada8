"""The groups of the sheet survey as views and sections with their questions."""

from collections.abc import Mapping, Sequence

from model.instruments.xlsform.cells import Row
from model.instruments.xlsform.items import Codes, question_values, type_of
from model.instruments.xlsform.lists import Lists

Values = dict[str, object]
_BEGINS = ("view-", "section-")


def views_of(rows: Sequence[Row], form: Mapping[str, object], lists: Lists) -> list[Values]:
    """The views of the form: outer groups are views, groups within them sections.

    Questions beside the inner groups of a view stand in a section named like the view; questions outside all
    groups in a view and section named like the form. WrongInstrument for groups that are open, deeper, or
    closed too often.
    """
    order = _Order({"id": form["id"], "title": form["title"]})
    codes = _codes(rows, lists)
    for row in rows:
        kind = type_of(row)
        if kind == "begin_group":
            order.open(row)
        elif kind == "end_group":
            order.close(row)
        else:
            order.add(question_values(row, lists, codes))
    order.finish()
    return order.views


def _codes(rows: Sequence[Row], lists: Lists) -> Codes:
    """The codes by which every question that is answered by choosing can be answered."""
    found: dict[str, tuple[str, ...]] = {}
    for row in rows:
        kind, _, name = type_of(row).partition(" ")
        if kind in ("select_one", "select_multiple"):
            found[row.text("name")] = lists.codes(lists.name(name))
    return found


class _Order:
    """Where in the form the next row stands."""

    def __init__(self, form: Values) -> None:
        self.views: list[Values] = []
        self._form = form
        self._open: list[tuple[Row, Values]] = []
        self._sections: list[Values] = []
        self._questions: list[Values] | None = None

    def open(self, row: Row) -> None:
        """A group begins."""
        depth = len(self._open)
        if depth == len(_BEGINS):
            fault = "this group lies within two others"
            raise row.wrong("type", fault, "Use groups for views, groups in them for sections, and no more.")
        for column in ("relevant", "repeat_count"):
            if row.text(column):
                raise row.wrong(column, "a group has none here", "Write it on the questions instead.")
        identity = row.need("name").removeprefix(_BEGINS[depth])
        group: Values = {"id": identity, "title": dict(row.words("label") or {"en": identity})}
        self._open.append((row, group))
        self._questions = None
        if depth == 0:
            self._view(group)
        else:
            self._section(group)

    def close(self, row: Row) -> None:
        """A group ends."""
        if not self._open:
            raise row.wrong("type", "no group is open here", "Take the row out.")
        self._open.pop()
        self._questions = None

    def add(self, question: Values) -> None:
        """A question follows."""
        if self._questions is None:
            if not self._open:
                self._view(self._form)
            self._questions = self._section(self._open[0][1] if self._open else self._form)
        self._questions.append(question)

    def finish(self) -> None:
        """Refuse a group that is still open."""
        if self._open:
            fault = "this group has no end"
            raise self._open[-1][0].wrong("type", fault, "Add a row with the type end_group.")

    def _view(self, named: Values) -> None:
        self._sections = []
        self.views.append({**named, "section": self._sections})

    def _section(self, named: Values) -> list[Values]:
        self._questions = []
        self._sections.append({**named, "question": self._questions})
        return self._questions
