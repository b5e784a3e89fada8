"""Allocation: sharing cases out, writing bundles, and giving a case to somebody else."""
