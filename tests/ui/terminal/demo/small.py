"""A practice inspection in small, for tests: three people, a few cases of every sample."""

from dataclasses import replace

from ui.reading.practice import Practice, practices

SIZES = (8, 4, 4)


def small() -> Practice:
    """The first practice inspection with three people and few cases; its figures are left out."""
    whole = practices()[0]
    samples = (replace(one, size=size) for one, size in zip(whole.samples, SIZES, strict=True))
    return replace(whole, people=whole.people[:3], samples=tuple(samples), figures=())
