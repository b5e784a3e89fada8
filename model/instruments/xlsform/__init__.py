"""An instrument as the rows of an XLSForm workbook, and back."""
