import pytest

from kiosk.hub.context import Hub
from kiosk.hub.domain.outside.wallet_coupon import state_coupon
from kiosk.hub.models.outside.wallet_coupon import WalletCoupon
from kiosk.hub.problem import Problem
from kiosk.hub.wallet.doctor.archive import read_files
from kiosk.hub.wallet.wallets import Wallets
from kiosk.hub.web.pass_answer import answer_pass
from tests.hub.in_wallets import SIGNER, give_wallets, put_in_wallet


def test_a_pass_is_answered_as_a_file_that_nobody_else_keeps(hub: Hub) -> None:
    signing, serial = give_wallets(hub, Wallets(SIGNER)), put_in_wallet(hub)
    with hub.database.read() as session:
        coupon = state_coupon(signing, session, session.get_one(WalletCoupon, serial))
    answer = answer_pass(signing, coupon, {"Last-Modified": "then"})

    assert {"pass.json", "strip@3x.png"} <= read_files(bytes(answer.body)).keys()
    assert (answer.headers["Cache-Control"], answer.headers["Last-Modified"]) == ("no-store", "then")
    with pytest.raises(Problem, match="signs no passes"):
        answer_pass(hub, coupon)
