"""Providers' lists: what each column, row and cell of a list, as messy as it comes, was understood to say."""
