"""What is left out of a workbook is said once, with every row that it is said of."""

from model.instruments.xlsform.cells import Row
from model.instruments.xlsform.remarks import Remarks


def test_the_same_of_several_rows_is_one_line() -> None:
    remarks = Remarks()
    for number, name in ((2, "start"), (3, "end"), (3, "end")):
        remarks.add("Left out", Row("f", "survey", number, {}), name)
    remarks.add_once("Not used", "required")
    remarks.add_once("Not used", "appearance")
    remarks.add_once("Not used", "required")
    assert remarks.lines() == (
        "Left out: sheet survey, rows 2 (start), 3 (end)",
        "Not used: required, appearance",
    )
    assert Remarks().lines() == ()
