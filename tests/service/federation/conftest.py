from collections.abc import Iterator

import pytest

from tests.hosts import Host


@pytest.fixture
def host() -> Iterator[Host]:
    host = Host()
    yield host
    host.close()


@pytest.fixture
def other() -> Iterator[Host]:
    """Another one, which nobody may ask."""
    other = Host()
    yield other
    other.close()
