"""What several benchmarks measure on."""

from collections.abc import Iterator

import pytest

from tests.benchmarks.large import Large, fill


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Large]:
    """The large store, made once for all benchmarks."""
    made = fill(tmp_path_factory.mktemp("large"))
    yield made
    made.session.store.close()
