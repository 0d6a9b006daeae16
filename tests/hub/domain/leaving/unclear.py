"""What may happen between her last scan and the door, so that nobody may charge her by itself."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal

from sqlalchemy import update

from kiosk.contract.money import Money
from kiosk.contract.shopper import PERSONAL_OFFERS
from kiosk.hub.domain.basket.change import Add, UseUnit
from kiosk.hub.domain.benefits.coupon_life import hold_coupon
from kiosk.hub.domain.benefits.ledger import Cause, make_gift, post
from kiosk.hub.domain.benefits.tender import Wish, hold_tender
from kiosk.hub.domain.kept.redemption import redeem_bookmark
from kiosk.hub.domain.leaving.mandate import change_limit
from kiosk.hub.domain.profile.receipt import Bill, Buyer, keep_receipt
from kiosk.hub.domain.visit.doubt import Doubt
from kiosk.hub.models.basket.basket import open_basket
from kiosk.hub.models.basket.basket_line import BasketLine
from kiosk.hub.models.benefits.earning import Earning
from kiosk.hub.models.catalogue.article import Article
from kiosk.hub.models.catalogue.offer import Offer
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.members.consent import Consent, give_consent
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.settlement.mandate import Mandate
from kiosk.hub.models.settlement.settlement import Settlement
from kiosk.hub.models.store.till import Till
from kiosk.hub.models.visit.visit import note_till
from kiosk.hub.sample.shop import STORE, TILL
from tests.hub.domain.basket.goods import PEN
from tests.hub.domain.leaving.walker import Walker
from tests.hub.running import NOW

Step = Callable[[Walker], object]


def set_article(**changes: object) -> Step:
    def change(walker: Walker) -> None:
        with walker.hub.database.write() as session:
            session.execute(update(Article).where(Article.code == PEN).values(**changes))

    return change


def set_line(**changes: object) -> Step:
    def change(walker: Walker) -> None:
        with walker.hub.database.write() as session:
            session.execute(update(BasketLine).values(**changes))

    return change


def set_settings(**changes: object) -> Step:
    def change(walker: Walker) -> None:
        walker.hub = replace(walker.hub, settings=replace(walker.hub.settings, **changes))  # type: ignore[arg-type] # whatever it is

    return change


def put(*changes: Add) -> Step:
    return lambda walker: walker.put(*changes)


def weigh(walker: Walker) -> None:
    set_article(sold_by="weight")(walker)
    set_line(weight=Decimal("0.5"))(walker)


def lower_limit(walker: Walker) -> None:
    with walker.hub.database.write() as session:
        assert change_limit(walker.hub, session, walker.get_member(session), Money(Decimal("22.89"), "EUR"))


def set_currency(walker: Walker) -> None:
    with walker.hub.database.write() as session:
        session.execute(update(Mandate).values(currency="CHF"))


def share_with_another_key(walker: Walker) -> None:
    """What another key of hers put in, as after two cards turned out to be one person's."""
    with walker.hub.database.write() as session:
        other = Member(key="s_other", store_id=STORE, joined_at=NOW, language="de", segments=[])
        other.person_key = walker.key
        session.add(other)
        session.flush()
        open_basket(session, other.key, NOW)
        session.execute(update(BasketLine).values(member_key=other.key))


def be_in_doubt(walker: Walker) -> None:
    """An earlier payment of hers that nobody can tell of."""
    with walker.hub.database.write() as session:
        session.execute(update(Settlement).values(trouble="refused"))


def set_offer(**changes: object) -> Step:
    """The store changes what she kept."""

    def change(walker: Walker) -> None:
        with walker.hub.database.write() as session:
            session.execute(update(Offer).where(Offer.gtin == PEN.removeprefix("0")).values(**changes))

    return change


def pay_all_with_credit(walker: Walker) -> None:
    with walker.hub.database.write() as session:
        cause = Cause("gift:more", "gift", "for a test")
        post(session, STORE, make_gift(cause, "EUR", walker.key, 10_000), walker.hub.now())
    walker.put(UseUnit("EUR", is_used=True))


AT_THE_SHELF: Mapping[Doubt, Step] = {
    "off": set_settings(charge_on_leaving=None),
    "several": share_with_another_key,
    "at_screen": lambda walker: walker.scan_at_screen(),
    "not_carried": put(Add(PEN, "pick_up")),
    "not_sold": set_article(archived_at=NOW),
    "price_changed": set_article(price=Decimal("28.90")),
    "age": set_article(min_age=18),
    "weighed": weigh,
    "look_due": set_settings(looked_at=1.0),
    "other_currency": set_currency,
    "over_limit": lower_limit,
    "no_money": pay_all_with_credit,
}
"""What happens before she leaves by the door."""


def _buy(walker: Walker, find_buyer: Callable[[], Buyer]) -> None:
    with walker.hub.database.write() as session:
        till, now = session.get_one(Till, (STORE, TILL)), walker.hub.now()
        bill = Bill("r-1", "f", now, Decimal("22.90"), "EUR", [])
        keep_receipt(walker.hub, session, till, bill, find_buyer)


def show_receipt(walker: Walker) -> None:
    """She lets the till's receipts be hers."""
    with walker.hub.database.write() as session:
        member = walker.get_member(session)
        consent = Consent(
            member_key=member.key, purpose=PERSONAL_OFFERS, given_at=NOW, text_version="2026-11", source="phone"
        )
        give_consent(session, member, consent)
    _buy(walker, lambda: Buyer(walker.key, None))


def show_card(walker: Walker) -> None:
    """Her receipt is nobody's, and she earned something by it."""
    with walker.hub.database.write() as session:
        session.add(Earning(store_id=STORE, key="receipt:r-1", fingerprint="f", findings=[], member_key=walker.key))
    _buy(walker, lambda: Buyer(walker.key, "receipt:r-1"))


def pay_with_points(walker: Walker) -> None:
    """The till laid some of her points by, whatever came of it."""
    with walker.hub.database.write() as session:
        till = session.get_one(Till, (STORE, TILL))
        wish = Wish("p-1", "f", "points", Money(Decimal(2), "EUR"))
        hold_tender(session, till, walker.get_member(session), wish, walker.hub.now())


def hold_offer(walker: Walker) -> None:
    """A till lays by what she kept, and has not sold it yet."""
    with walker.hub.database.write() as session:
        hold_coupon(session, session.get_one(Bookmark, walker.coupon), "another", walker.hub.now())


def redeem_offer(walker: Walker) -> None:
    with walker.hub.database.write() as session:
        redeem_bookmark(walker.hub, session, session.get_one(Bookmark, walker.coupon), None)


def pay_by_voucher(walker: Walker) -> None:
    """A till sold her something for no money, and its receipt is nobody's: what is known of it is that it saw her."""
    with walker.hub.database.write() as session:
        note_till(session, [walker.key])


AT_A_TILL: tuple[Step, ...] = (show_receipt, show_card, pay_with_points, hold_offer, redeem_offer, pay_by_voucher)
"""What a till may tell of her between her last scan and the door."""
