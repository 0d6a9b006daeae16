import pytest

from kiosk.contract.offer import Control, Offer
from kiosk.offers.control import is_held_out

TITLE = {"de": "Titel"}
SHOPPERS = [f"s_{number}" for number in range(2000)]
DRAWN = ["s_1571", "s_1735", "s_1848", "s_1976"]


def _make_offer(share: float, campaign: str | None = None, offer_id: str = "o") -> Offer:
    return Offer(offer_id, TITLE, control=Control(share, campaign))


def _list_held_out(offer: Offer, salt: str = "") -> list[str]:
    return [shopper for shopper in SHOPPERS if is_held_out(offer, shopper, salt)]


@pytest.mark.parametrize("share", [0.1, 0.5])
def test_about_the_stated_share_is_held_out(share: float) -> None:
    held = len(_list_held_out(_make_offer(share))) / len(SHOPPERS)

    assert abs(held - share) < 0.04


def test_a_share_of_nothing_holds_nobody_out_and_a_share_of_all_everybody() -> None:
    assert _list_held_out(_make_offer(0)) == []
    assert _list_held_out(_make_offer(1)) == SHOPPERS
    assert _list_held_out(Offer("o", TITLE)) == []


def test_who_is_held_out_from_a_small_share_is_so_from_a_larger_one() -> None:
    assert set(_list_held_out(_make_offer(0.1))) < set(_list_held_out(_make_offer(0.2)))


def test_the_offers_of_a_campaign_share_their_control_group_and_others_do_not() -> None:
    one, other = (_list_held_out(_make_offer(0.1, "autumn", offer_id)) for offer_id in ("o", "p"))
    alone, apart = (_list_held_out(_make_offer(0.1, None, offer_id)) for offer_id in ("o", "p"))

    assert one == other
    assert alone != apart


def test_another_salt_draws_another_group() -> None:
    assert _list_held_out(_make_offer(0.1), "one") != _list_held_out(_make_offer(0.1), "two")


def test_an_offer_may_bring_its_own_salt() -> None:
    offer = Offer("o", TITLE, control=Control(0.1, None, "one"))

    assert _list_held_out(offer, "two") == _list_held_out(_make_offer(0.1), "one")


def test_a_new_version_of_the_screen_draws_the_same_groups() -> None:
    assert _list_held_out(_make_offer(0.002, "autumn"), "salt") == DRAWN
