import json
from pathlib import Path

import pytest
from joserfc.errors import JoseError

from kiosk.hub.wallet.google.account import Account, AccountRefused, read_account
from tests.doubles.google_wallet import EMAIL, PretendGoogle, make_key_text
from tests.hub.running import NOW
from tests.hub.wallet.google.conftest import ISSUER


def test_an_account_signs_what_google_can_check(account: Account, google: PretendGoogle) -> None:
    assert google.read(account.sign({"aud": "google"})) == {"iss": EMAIL, "aud": "google"}
    google.key = make_key_text()
    with pytest.raises(JoseError):
        google.read(account.sign({"aud": "google"}))


def test_access_is_asked_for_an_hour(account: Account, google: PretendGoogle) -> None:
    claims = google.read(account.ask_access(NOW))

    assert (claims["aud"], claims["exp"] - claims["iat"]) == (google.token_url, 3600)
    assert claims["iat"] == NOW.timestamp()


def test_an_account_that_slips_into_a_log_tells_no_key(account: Account) -> None:
    assert repr(account) == f"Account({ISSUER})"


@pytest.mark.parametrize("content", ["", "[]", json.dumps({"client_email": "a", "private_key": "b", "token_uri": "c"})])
def test_a_file_that_holds_no_key_is_refused(content: str, tmp_path: Path) -> None:
    file = tmp_path / "account.json"
    file.write_text(content)

    with pytest.raises(AccountRefused, match="--google-wallet-key-file: is no JSON key of a service account"):
        read_account(ISSUER, file)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AccountRefused, match="--google-wallet-key-file: cannot be read"):
        read_account(ISSUER, tmp_path / "none")


def test_an_issuer_is_a_number(tmp_path: Path) -> None:
    with pytest.raises(AccountRefused, match="--google-wallet-issuer: is the number"):
        read_account("shop", tmp_path / "none")
