"""Everything a person can do with Casebook: one file for each thing, plain functions of a session."""
