from argparse import ArgumentParser, Namespace
from pathlib import Path

import pytest

from kiosk.errors import KioskError
from kiosk.hub.cli.wallet_options import (
    add_apple_options,
    add_google_options,
    advise_on_wallets,
    read_apple,
    read_wallets,
)
from kiosk.hub.wallet.wallets import NO_WALLETS, Wallets
from tests.doubles.google_wallet import PretendGoogle, make_key_text
from tests.hub.in_wallets import SIGNER
from tests.hub.running import NOW
from tests.hub.wallet.key_files import write_key_files


def _parse(*words: str) -> Namespace:
    parser = ArgumentParser()
    add_apple_options(parser)
    add_google_options(parser)
    return parser.parse_args(words)


def _name_apple(folder: Path) -> list[str]:
    certificate, key, wwdr = write_key_files(folder, SIGNER)
    names = "--apple-pass-cert-file", "--apple-pass-key-file", "--apple-pass-wwdr-file"
    return [str(word) for pair in zip(names, (certificate, key, wwdr), strict=True) for word in pair]


def test_without_options_there_are_no_wallets() -> None:
    assert not read_wallets(_parse(), lambda: NOW)


def test_both_wallets_are_there_once_their_files_are_named(tmp_path: Path) -> None:
    account = tmp_path / "account.json"
    account.write_text(PretendGoogle(make_key_text()).write_key_file())
    google = ["--google-wallet-issuer", "1234", "--google-wallet-key-file", str(account)]
    wallets = read_wallets(_parse(*_name_apple(tmp_path), *google), lambda: NOW)

    assert wallets.apple
    assert wallets.google
    assert wallets.push
    assert (wallets.apple.pass_type, wallets.google.account.issuer) == (SIGNER.pass_type, "1234")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--apple-pass-key-file", "key"], "--apple-pass-cert-file: must be named with the other two"),
        (["--google-wallet-issuer", "1"], "--google-wallet-key-file: must be named with the other"),
        (["--google-wallet-key-file", "key"], "--google-wallet-issuer: must be named with the other"),
    ],
)
def test_what_is_half_named_is_refused(words: list[str], says: str) -> None:
    with pytest.raises(KioskError, match=says):
        read_wallets(_parse(*words), lambda: NOW)


def test_the_signer_alone_is_read_where_a_pass_is_tried(tmp_path: Path) -> None:
    signer = read_apple(_parse(*_name_apple(tmp_path)), NOW)

    assert signer
    assert signer.certificate == SIGNER.certificate


def test_what_phones_would_miss_is_said() -> None:
    apple, pushed = Wallets(SIGNER), Wallets(SIGNER, push=lambda _token: True)
    said = [
        [advice[:26] for advice in advise_on_wallets(wallets, address)]
        for wallets, address in ((NO_WALLETS, "http://hub"), (apple, "http://hub"), (pushed, "https://hub"))
    ]

    assert said == [[], ["Phones cannot ask for chan", "Phones hear of a redeemed "], []]
