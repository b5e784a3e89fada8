"""Instruments: what the inspection asks with, checked, written as files and taken in."""
