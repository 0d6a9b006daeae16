import pytest

from kiosk.contract.offer import Control
from kiosk.hub.context import Hub
from kiosk.hub.domain.attribution.control_share import has_other_share
from kiosk.hub.models.catalogue.offer import Offer


@pytest.mark.parametrize(
    ("control", "is_refused"),
    [
        (None, False),
        (Control(0.2, "spring"), False),
        (Control(0.21, "spring"), True),
        (Control(0.21, "summer"), False),
        (Control(0.21), False),
        (Control(0.21, "o-candle"), True),
    ],
)
def test_all_offers_of_a_campaign_hold_out_one_share(hub: Hub, control: Control | None, *, is_refused: bool) -> None:
    with hub.database.write() as session:
        session.get_one(Offer, "o-mug").control = Control(0.2, "spring")
        session.get_one(Offer, "o-candle").control = Control(0.2)
        session.flush()

        assert has_other_share(session, session.get_one(Offer, "o-vase"), control) is is_refused


def test_an_offer_may_change_its_own_share(hub: Hub) -> None:
    with hub.database.write() as session:
        mug = session.get_one(Offer, "o-mug")
        mug.control = Control(0.2, "spring")
        session.flush()

        assert not has_other_share(session, mug, Control(0.3, "spring"))
