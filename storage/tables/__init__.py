"""Tables: CSV, XLSX and ODS read without trust, CSV and XLSX written without formulas."""
