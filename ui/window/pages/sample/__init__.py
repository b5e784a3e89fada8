"""The sample: before the draw how many cases and why; afterwards the cases, their strata and the record."""
