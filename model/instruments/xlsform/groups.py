"""The groups of the sheet survey as views and sections with their questions."""

from collections.abc import Iterator, Mapping, Sequence

from model.instruments.xlsform.cells import Row
from model.instruments.xlsform.columns import id_of
from model.instruments.xlsform.items import Codes, is_left_out, list_of, questions_in, type_of, when_of
from model.instruments.xlsform.lists import Lists
from model.instruments.xlsform.remarks import Remarks

Values = dict[str, object]
_BEGINS = ("view-", "section-")


def views_in(rows: Sequence[Row], form: Mapping[str, object], lists: Lists, remarks: Remarks) -> "Order":
    """The views of the form: outer groups are views, groups within them sections.

    Questions beside the inner groups of a view stand in a section named like the view; questions outside all
    groups in a view and section named like the form; those of deeper groups in the section around them. The
    condition of a group is one of its questions. WrongInstrument for groups open or closed too often.
    """
    asked = [row for row in rows if not is_left_out(row)]
    for row in rows:
        if row not in asked:
            remarks.add("Left out, as nobody is asked", row, row.text("name") or row.text("type"))
    codes = _codes(asked, lists)
    order = Order({"id": form["id"], "title": form["title"]}, codes, remarks)
    for row in asked:
        kind = type_of(row)
        if kind == "begin_group":
            order.open(row)
        elif kind == "end_group":
            order.close(row)
        else:
            for question in questions_in(row, lists, codes, remarks):
                order.add(row, question)
    order.finish()
    return order


def _codes(rows: Sequence[Row], lists: Lists) -> Codes:
    """The codes by which every question that is answered by choosing can be answered."""
    named = ((row, list_of(row, lists)) for row in rows)
    return {id_of(row.text("name")): lists.codes(name) for row, name in named if name is not None}


class Order:
    """Where in the form the next row stands; at the end its views, and the row of each thing in them."""

    def __init__(self, form: Values, codes: Codes, remarks: Remarks) -> None:
        self.views: list[Values] = []
        self.rows: dict[str, Row] = {}
        self._form = form
        self._codes = codes
        self._remarks = remarks
        self._open: list[tuple[Row, Values, Values]] = []
        self._sections: list[Values] = []
        self._questions: list[Values] | None = None

    def open(self, row: Row) -> None:
        """A group begins."""
        depth = len(self._open)
        if row.text("repeat_count"):
            raise row.wrong(
                "repeat_count", "a group is asked once", "Write its questions once for each time."
            )
        if depth >= len(_BEGINS):
            self._remarks.add(
                "Groups within sections, whose questions stand in the section", row, row.text("name")
            )
            self._open.append((row, {}, when_of(row, self._codes)))
            return
        identity = id_of(row.need("name").removeprefix(_BEGINS[depth]))
        group: Values = {"id": identity, "title": dict(row.words("label") or {"en": identity})}
        self.rows[f"{_BEGINS[depth][:-1]} {identity}"] = row
        self._open.append((row, group, when_of(row, self._codes)))
        self._questions = None
        if depth == 0:
            self._view(group)
        else:
            self._section(group)

    def close(self, row: Row) -> None:
        """A group ends."""
        if not self._open:
            raise row.wrong("type", "no group is open here", "Take the row out.")
        if len(self._open) <= len(_BEGINS):
            self._questions = None
        self._open.pop()

    def add(self, row: Row, question: Values) -> None:
        """A question follows; the conditions of the groups around it are its own too."""
        if self._questions is None:
            if not self._open:
                self._view(self._form)
            self._questions = self._section(self._open[0][1] if self._open else self._form)
        whens = [when for when in (*(when for _, _, when in self._open), question.get("when")) if when]
        if whens:
            question = {**question, "when": whens[0] if len(whens) == 1 else {"all": whens}}
        self.rows.setdefault(f"question {question['id']}", row)
        self._questions.append(question)

    def finish(self) -> None:
        """Refuse a group that is still open; leave out those in which nobody is asked anything."""
        if self._open:
            fault = "this group has no end"
            raise self._open[-1][0].wrong("type", fault, "Add a row with the type end_group.")
        for view in self.views:
            sections = view["section"]
            if isinstance(sections, list):
                sections[:] = [section for section in sections if section["question"]]
        self.views = [view for view in self.views if view["section"]]

    def questions(self) -> Iterator[Values]:
        """Every question in its place, from the first."""
        for view in self.views:
            for section in view["section"]:  # type: ignore[attr-defined]
                yield from section["question"]

    def _view(self, named: Values) -> None:
        self._sections = []
        self.views.append({**named, "section": self._sections})

    def _section(self, named: Values) -> list[Values]:
        self._questions = []
        self._sections.append({**named, "question": self._questions})
        return self._questions
