from sqlalchemy import select

from kiosk.hub.context import Hub
from kiosk.hub.domain.member_data.erasure import erase_member
from kiosk.hub.domain.member_data.outsider import (
    APPLE_WALLET,
    GOOGLE_WALLET,
    MEANS_AT,
    let_means_go,
    void_at_apple,
    void_in_google,
)
from kiosk.hub.domain.member_data.sweep import finish_erasures
from kiosk.hub.domain.settlement.pace import UNDER_WAY
from kiosk.hub.domain.settlement.sweep import sweep_settlements
from kiosk.hub.models.members.erasure_step import ErasureStep
from kiosk.hub.models.outside.void_pass import VoidPass
from kiosk.hub.models.outside.wallet_coupon import WalletCoupon
from kiosk.hub.models.settlement.mandate import Mandate
from kiosk.hub.models.settlement.settlement import Settlement
from tests.doubles.moody_provider import MoodyProvider
from tests.hub.domain.leaving.walker import Walker
from tests.hub.domain.member_data.known_well import SERIAL, get_to_know
from tests.hub.running import Dial


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


def test_what_a_provider_keeps_of_her_is_to_be_let_go_and_nothing_is_charged_any_more(hub: Hub, dial: Dial) -> None:
    walker = Walker(hub, MoodyProvider(), dial)
    walker.leave_unbegun()
    with walker.hub.database.erase() as session:
        erase_member(walker.hub, session, walker.get_member(session))
    finish_erasures(walker.hub)
    sweep_settlements(walker.hub)

    assert [keeping.state for keeping in walker.provider.means.values()] == ["ended"]
    assert walker.list_payments() == [("released", "exit")]
    assert walker.provider.charges == {}
    with hub.database.read() as session:
        assert session.scalars(select(Mandate)).all() == []
        assert [row.means for row in session.scalars(select(Settlement))] == [""]
        assert session.scalars(select(ErasureStep)).all() == []


def test_what_may_be_on_its_way_to_the_provider_is_let_go_later(hub: Hub, dial: Dial) -> None:
    walker = Walker(hub, MoodyProvider(), dial)
    walker.begin_mandate()
    with walker.hub.database.write() as session:
        let_means_go(walker.hub, session, walker.key)
        (step,) = session.scalars(select(ErasureStep)).all()

        assert (step.kind, step.due_at) == (f"{MEANS_AT}moody", dial.read() + UNDER_WAY)
