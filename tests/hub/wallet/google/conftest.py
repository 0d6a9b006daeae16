"""The account, and the Google that it speaks to."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.hub.wallet.google.account import Account, read_account
from tests.doubles.google_wallet import PretendGoogle, make_key_text, run_google

ISSUER = "3388000000012345678"


@pytest.fixture(scope="session")
def google_key() -> str:
    """Made once: to make one takes longer than most tests."""
    return make_key_text()


@pytest.fixture
def google(google_key: str) -> Iterator[PretendGoogle]:
    with run_google(google_key) as google:
        yield google


@pytest.fixture
def account(google: PretendGoogle, tmp_path: Path) -> Account:
    file = tmp_path / "account.json"
    file.write_text(google.write_key_file())
    return read_account(ISSUER, file)
