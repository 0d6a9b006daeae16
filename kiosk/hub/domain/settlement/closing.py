"""What becomes of a payment whose end is known: everything is redeemed at once, or everything is given back."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.basket.change import note_change
from kiosk.hub.domain.basket.rewarded import reckon_rewarded, sum_rewarded
from kiosk.hub.domain.benefits.coupon_life import let_go_coupon
from kiosk.hub.domain.benefits.purchase import note_purchase
from kiosk.hub.domain.benefits.tender import redeem_tender, release_tender
from kiosk.hub.domain.digest import digest
from kiosk.hub.domain.kept.redemption import redeem_bookmark
from kiosk.hub.domain.profile.receipt import Bill, Buyer, keep_receipt
from kiosk.hub.domain.settlement.charged import find_refusal, tell_charged
from kiosk.hub.domain.settlement.coupons import list_coupons
from kiosk.hub.domain.settlement.exit_gate import make_pass
from kiosk.hub.domain.settlement.orders import place_orders
from kiosk.hub.domain.settlement.own_till import OWN_TILL, open_own_till
from kiosk.hub.domain.settlement.sale import post_sale
from kiosk.hub.domain.settlement.stock import count_sold, lower_stock
from kiosk.hub.domain.visit.unpaid import ask_to_pay
from kiosk.hub.domain.visit.visit import close_visit
from kiosk.hub.models.basket.basket import open_basket
from kiosk.hub.models.basket.basket_line import drop_basket_lines
from kiosk.hub.models.benefits.tender import Tender, find_tender
from kiosk.hub.models.members.member import Member, find_person
from kiosk.hub.models.settlement.promotion_use import drop_uses
from kiosk.hub.models.settlement.settlement import OPEN, Settlement, count_sale


def name_sale(settlement_id: str) -> str:
    """The key of what the purchase earned."""
    return f"basket:{settlement_id}"


def redeem_settlement(hub: Hub, session: Session, row: Settlement) -> bool:
    """It was paid: spend what was laid by, give what it earned, and take out of the basket what is bought.

    False: that was done before, or it was released.
    """
    if row.state not in OPEN:
        return False
    row.state, row.look_at, row.is_unclear, row.paid_at = "paid", None, False, hub.now()
    row.number = count_sale(session, row.store_id)
    session.flush()
    buyer = _find_buyer(session, row)
    if buyer:
        # First, so that a recommendation counts for this purchase, and goes back with it.
        note_purchase(hub, session, buyer.key, name_sale(row.id), sum_rewarded(row.bill, row.due))
        _end_visit(hub, session, row, buyer)
    for bookmark in list_coupons(session, row):
        if bookmark.hold == row.id:
            redeem_bookmark(hub, session, bookmark, row.id)
    for tender in _list_tenders(session, row):
        redeem_tender(session, tender, hub.now())
    post_sale(session, row, hub.now())
    make_pass(hub, session, row)
    lower_stock(hub, session, row.store_id, count_sold(row.bill))
    place_orders(hub, session, row, buyer)
    _keep_receipt(hub, session, row, buyer)
    _end_basket(hub, session, row, buyer)
    return True


def release_settlement(hub: Hub, session: Session, row: Settlement) -> bool:
    """No money came: give back what was laid by; the basket is hers to change again. False: that was done before."""
    if row.state not in OPEN:
        return False
    row.state, row.look_at, row.is_unclear, row.address = "released", None, False, None
    row.released_at = hub.now()
    drop_uses(session, row.id)
    for bookmark in list_coupons(session, row):
        let_go_coupon(session, bookmark, row.id, hub.now())
    for tender in _list_tenders(session, row):
        release_tender(session, tender, hub.now())
    buyer = _find_buyer(session, row)
    _end_basket(hub, session, row, buyer)
    if row.left_by is not None and buyer:
        ask_to_pay(hub, session, buyer, f"unpaid:{row.id}", find_refusal(session, row, buyer))
    return True


def _end_visit(hub: Hub, session: Session, row: Settlement, buyer: Member) -> None:
    """Who is charged as she leaves ended it by that, and reads what was charged; one that runs is another by now."""
    if row.left_by is None:
        close_visit(session, buyer, hub.now())
    else:
        tell_charged(hub, session, row, buyer)


def _find_buyer(session: Session, row: Settlement) -> Member | None:
    """Who she turned out to be by now; `None`: she was erased."""
    member = session.get(Member, row.member_key) if row.member_key else None
    return find_person(session, member) if member else None


def _list_tenders(session: Session, row: Settlement) -> Iterator[Tender]:
    for one in row.tendered:
        tender = find_tender(session, row.store_id, OWN_TILL, one.payment)
        if tender:
            yield tender


def _keep_receipt(hub: Hub, session: Session, row: Settlement, buyer: Member | None) -> None:
    """For her profile, as far as she allows it, and so that what comes back takes back what it earned."""
    lines = [
        {
            "category": next((mark[11:] for mark in one.line.marks if mark.startswith("department:")), ""),
            "quantity": str(one.line.count),
            "amount": str(one.total),
            "rewarded": str(reckon_rewarded(one)),
        }
        for one in row.bill.lines
    ]
    bill = Bill(row.id, digest(row.id), row.made_at, row.bill.total, row.bill.currency, lines)
    who = Buyer(buyer.key, name_sale(row.id) if row.due else None) if buyer else None
    keep_receipt(hub, session, open_own_till(hub, session, row.store_id), bill, lambda: who)


def _end_basket(hub: Hub, session: Session, row: Settlement, buyer: Member | None) -> None:
    """Let her open pages hear of it; what was bought lies in the basket no more."""
    if buyer is None:
        return
    if row.state == "paid":
        # Wherever they lie: her keys may not be one person's any more.
        drop_basket_lines(session, row.ways)
    note_change(hub, session, open_basket(session, buyer.key, hub.now()), f"{row.state}:{row.id}")
