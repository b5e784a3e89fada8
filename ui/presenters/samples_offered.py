"""Which samples an inspection has, and which of them a page is about."""

from model.instruments.instrument import say
from model.instruments.programme import Programme, Sample

Offered = tuple[tuple[str, str], ...]
"""Samples as (id, title), in the order of the programme."""


def offered(programme: Programme) -> Offered:
    """Return the samples of a programme."""
    return tuple((sample.id, say(sample.title)) for sample in programme.samples)


def chosen(programme: Programme, wanted: str) -> Sample:
    """Return the sample with this id, or the first where none was named."""
    return programme.sample(wanted) if wanted else programme.samples[0]
