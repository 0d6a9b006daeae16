from kiosk.shop.hub import SampleCard
from kiosk.shop.script import make_card
from kiosk.shop.smartcard import SmartCard
from kiosk.shop.sticker import Sticker


def test_a_members_card_is_of_her_kind() -> None:
    assert isinstance(make_card(SampleCard("2", "04a1b2c3d4e5f1")), Sticker)
    assert isinstance(make_card(SampleCard("4", "04a1b2c3d4e5f2", "https://member.example/m/1")), SmartCard)
