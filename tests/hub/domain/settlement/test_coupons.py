import msgspec

from kiosk.hub.domain.settlement.coupons import list_coupons
from kiosk.pricing.priced import PricedBasket
from tests.hub.domain.settlement.till import PhoneTill


def test_they_are_those_that_take_something_off_the_bill_and_are_there(till: PhoneTill) -> None:
    till.put_pens()
    row = till.read(till.begin())
    with till.hub.database.read() as session:
        found = [bookmark.id for bookmark in list_coupons(session, row)]
        gone = msgspec.json.encode(row.bill).replace(f'"{till.coupon}"'.encode(), b'"erased"')
        row.bill = msgspec.json.decode(gone, type=PricedBasket)

        assert (found, list_coupons(session, row)) == ([till.coupon], [])
