from sqlalchemy import select

from kiosk.hub.context import Hub
from kiosk.hub.domain.member_data.outsider import APPLE_WALLET, GOOGLE_WALLET, void_at_apple, void_in_google
from kiosk.hub.models.members.erasure_step import ErasureStep
from kiosk.hub.models.outside.void_pass import VoidPass
from kiosk.hub.models.outside.wallet_coupon import WalletCoupon
from tests.hub.domain.member_data.known_well import SERIAL, get_to_know


def test_a_coupon_that_google_has_is_to_be_void_there(hub: Hub) -> None:
    known = get_to_know(hub)
    with hub.database.write() as session:
        void_in_google(hub, session, known.key)
        session.get_one(WalletCoupon, SERIAL).is_at_google = False
        void_in_google(hub, session, known.key)
        steps = session.scalars(select(ErasureStep)).all()

        assert [(step.kind, step.reference) for step in steps] == [(GOOGLE_WALLET, SERIAL)]


def test_a_phone_that_has_a_pass_is_to_ask_for_it_and_to_hear_that_it_is_void(hub: Hub) -> None:
    known = get_to_know(hub)
    with hub.database.write() as session:
        void_at_apple(hub, session, known.key)
        steps = session.scalars(select(ErasureStep)).all()
        voids = session.scalars(select(VoidPass)).all()

        assert [(step.kind, step.reference) for step in steps] == [(APPLE_WALLET, "t")]
        assert [(void.serial, void.device_hash) for void in voids] == [(SERIAL, "d" * 64)]
