"""Sampling: how many cases, from which strata, which ones, and the record that lets anyone repeat it."""
