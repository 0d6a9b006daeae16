from datetime import timedelta

import msgspec

from kiosk.hub.domain.benefits.programme import Coupons, Programme
from kiosk.hub.models.benefits.programme import set_programme
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.sample.shop import STORE
from tests.hub.console.clerk import Clerk, read_fields
from tests.hub.console.tablet.customers import meet
from tests.hub.counter import Shopper


def _allow(clerk: Clerk, count: int) -> None:
    programme = Programme(coupons=Coupons(per_clerk_day=count))
    with clerk.running.hub.database.write() as session:
        set_programme(session, STORE, msgspec.to_builtins(programme), clerk.running.hub.now())


def test_a_coupon_is_given_once_however_often_it_is_sent(sam: Clerk, anna: Shopper) -> None:
    root = meet(sam, anna)
    fields = {**read_fields(sam.open(f"{root}/coupon")), "offer": "o-lamp"}
    pages = [sam.send(f"{root}/coupon", fields) for _ in range(2)]

    assert ["Heute können Sie noch 9 geben." in page.text for page in pages] == [True, True]
    assert sam.open(f"{root}/see/kept").text.count("<h2>Pilzleuchte</h2>") == 1


def test_once_a_clerk_gave_all_the_day_has_no_more(sam: Clerk, anna: Shopper) -> None:
    _allow(sam, 1)
    root = meet(sam, anna)
    fields = {**read_fields(sam.open(f"{root}/coupon")), "offer": "o-lamp"}
    sam.send(f"{root}/coupon", fields)
    spent = sam.send(f"{root}/coupon", {**fields, "nonce": "another"})

    assert (spent.status_code, "Für heute haben Sie alle gegeben" in spent.text) == (422, True)
    assert "Hinterlegen" not in sam.open(f"{root}/coupon").text


def test_only_what_holds_now_can_be_given(sam: Clerk, anna: Shopper) -> None:
    now = sam.running.hub.now()
    with sam.running.hub.database.write() as session:
        session.get_one(Offer, "o-lamp").valid_until = now
        session.get_one(Offer, "o-vase").valid_from = now + timedelta(days=1)
        session.get_one(Offer, "o-watch").archived_at = now
    root = meet(sam, anna)
    page = sam.open(f"{root}/coupon").text
    refused = sam.fill_in(f"{root}/coupon", {"offer": "o-lamp"}).status_code

    assert [f'value="{offer}"' in page for offer in ("o-lamp", "o-vase", "o-watch", "o-candle")] == [
        False,
        False,
        False,
        True,
    ]
    assert refused == 404
