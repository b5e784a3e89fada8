"""Deciding: between answers that differ, between assessments of one case, about what is kept aside."""
