"""A member at the till that her phone is: pens in her basket, points and credit in her purse, an offer kept."""

from dataclasses import dataclass
from dataclasses import replace as change
from decimal import Decimal

from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.basket.change import Add, Change, UseUnit, change_basket
from kiosk.hub.domain.basket.standing import BasketStanding, gather_basket
from kiosk.hub.domain.benefits.ledger import Cause, make_gift, post
from kiosk.hub.domain.benefits.unit import Unit
from kiosk.hub.domain.settlement.advance import advance_settlement
from kiosk.hub.domain.settlement.begin import begin_settlement
from kiosk.hub.models.basket.basket_line import list_basket_lines
from kiosk.hub.models.catalogue.article import find_article
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.settlement.settlement import Settlement
from kiosk.hub.sample.shop import STORE
from tests.doubles.moody_provider import MoodyProvider
from tests.hub.domain.basket.goods import PEN
from tests.hub.domain.basket.test_benefits import keep_mug


@dataclass
class PhoneTill:
    """She kept the offer of a pen for 22.90, which costs 29.90 at the shelf; she has 500 points, and 3.00 of credit."""

    hub: Hub
    provider: MoodyProvider

    def __post_init__(self) -> None:
        self.hub = change(self.hub, provider=self.provider)
        self._changes = 0
        with self.hub.database.write() as session:
            bookmark = keep_mug(self.hub, session)
            self.coupon, self.key = bookmark.id, bookmark.member_key
            _give(self.hub, session, self.key, "points", 500)
            _give(self.hub, session, self.key, "EUR", 300)

    def put(self, *changes: Change) -> None:
        """Change her basket."""
        with self.hub.database.write() as session:
            for one in changes:
                self._changes += 1
                change_basket(self.hub, session, self.get_member(session), f"put-{self._changes}", one)

    def put_pens(self, count: int = 3) -> None:
        """Pens, to be paid with all that she has: three cost 89.70, less 7.00, 5.00 and 3.00."""
        self.put(*[Add(PEN)] * count, UseUnit("points", is_used=True), UseUnit("EUR", is_used=True))

    def look(self) -> BasketStanding:
        with self.hub.database.read() as session:
            return gather_basket(self.hub, session, self.get_member(session))

    def begin(self, deal: str | None = None, address: str = "") -> str:
        """Press the button; the id of the payment."""
        agreed = deal or self.look().deal
        with self.hub.database.write() as session:
            return begin_settlement(self.hub, session, self.get_member(session), agreed, address).id

    def advance(self, settlement_id: str) -> str:
        """The state that it is in once the provider was asked."""
        advance_settlement(self.hub, settlement_id)
        return self.read(settlement_id).state

    def pay(self, address: str = "") -> str:
        """Everything goes well."""
        settlement_id = self.begin(address=address)
        self.advance(settlement_id)
        self.provider.settle(settlement_id, "approved")
        assert self.advance(settlement_id) == "paid"
        return settlement_id

    def read(self, settlement_id: str) -> Settlement:
        with self.hub.database.read() as session:
            row = session.get_one(Settlement, settlement_id)
            session.expunge(row)
            return row

    def read_coupon(self) -> str:
        with self.hub.database.read() as session:
            return session.get_one(Bookmark, self.coupon).state

    def get_member(self, session: Session) -> Member:
        return session.get_one(Member, self.key)

    def approve_age(self) -> None:
        """Somebody of the staff looked at her."""
        with self.hub.database.write() as session:
            for line in list_basket_lines(session, [self.key]):
                line.approved_age = 99

    def set_stock(self, pieces: int | None) -> None:
        with self.hub.database.write() as session:
            pen = find_article(session, STORE, PEN)
            assert pen
            pen.stock = pieces

    def read_stock(self) -> int | None:
        with self.hub.database.read() as session:
            pen = find_article(session, STORE, PEN)
            assert pen
            return pen.stock

    def set_price(self, price: str) -> None:
        with self.hub.database.write() as session:
            pen = find_article(session, STORE, PEN)
            assert pen
            pen.price = Decimal(price)


def _give(hub: Hub, session: Session, key: str, unit: Unit, steps: int) -> None:
    cause = Cause(f"gift:{unit}", "gift", "for a test")
    post(session, STORE, make_gift(cause, unit, key, steps), hub.now())
