from kiosk.hub.wallet.apple.signer import Signer
from kiosk.hub.wallet.wallets import NO_WALLETS, Wallets


def test_there_are_wallets_once_one_is_set_up(signer: Signer) -> None:
    assert not NO_WALLETS
    assert Wallets(apple=signer)
