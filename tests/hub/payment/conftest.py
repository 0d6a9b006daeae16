"""A Stripe of one's own."""

from collections.abc import Iterator

import pytest

from tests.doubles.localstripe import LocalStripe, start_localstripe


@pytest.fixture(scope="session")
def localstripe(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalStripe]:
    """One for all of these tests."""
    with start_localstripe(tmp_path_factory.mktemp("localstripe")) as server:
        yield server
