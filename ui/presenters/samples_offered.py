"""Which samples an inspection has, and which of them a page is about."""

from collections.abc import Callable

from model.instruments.instrument import say
from model.instruments.programme import Programme, Sample

Offered = tuple[tuple[str, str], ...]
"""Samples as (id, title and where it stands), in the order of the programme."""


def offered(programme: Programme, standing: Callable[[str], str]) -> Offered:
    """Return the samples of a programme, each with where it stands in the matter of the page."""
    return tuple((sample.id, f"{say(sample.title)}: {standing(sample.id)}") for sample in programme.samples)


def chosen(programme: Programme, wanted: str) -> Sample:
    """Return the sample with this id, or the first where none was named."""
    return programme.sample(wanted) if wanted else programme.samples[0]
