"""Allocation: which inspector takes which drawn case."""
