"""A member who scans, pays by what she allowed as she leaves, and reads what the store says of it."""

from dataclasses import dataclass
from dataclasses import replace as change
from datetime import timedelta
from decimal import Decimal

from sqlalchemy import select
from typing_extensions import override

from kiosk.contract.money import Money
from kiosk.hub.domain.basket.change import Add, AddAtScreen, Change, change_basket
from kiosk.hub.domain.consent.allowance import CHARGE_ON_LEAVING
from kiosk.hub.domain.consent.withdrawal import withdraw
from kiosk.hub.domain.leaving.departure import settle_departure
from kiosk.hub.domain.leaving.keeping import advance_mandate
from kiosk.hub.domain.leaving.mandate import allow_charging
from kiosk.hub.domain.leaving.shown import forget_shown, note_shown
from kiosk.hub.domain.leaving.sweep import close_silent
from kiosk.hub.domain.settlement.sweep import sweep_settlements
from kiosk.hub.domain.visit.visit import EXIT_PATIENCE, Arrival, check_in, close_visit, find_running
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.conversation.message import STORE, Message
from kiosk.hub.models.settlement.mandate import Mandate
from kiosk.hub.models.settlement.settlement import Settlement
from tests.hub.domain.basket.goods import PEN
from tests.hub.domain.benefits.own_page import open_in
from tests.hub.domain.leaving.at_exit import hear_screens, see_at_exit
from tests.hub.domain.settlement.till import PhoneTill
from tests.hub.running import Dial

HIGHEST = Money(Decimal(150), "EUR")
DOOR = "window-1"
_MINUTE = timedelta(minutes=1)


@dataclass
class Walker(PhoneTill):
    """She opened what she kept on her own phone; the store charges on leaving, up to 150 euros."""

    dial: Dial

    @override
    def __post_init__(self) -> None:
        super().__post_init__()
        self.hub = change(self.hub, settings=change(self.hub.settings, charge_on_leaving=HIGHEST))
        self.open_page(is_hers=True)

    def open_page(self, *, is_hers: bool) -> None:
        with self.hub.database.read() as session:
            bookmark = session.get_one(Bookmark, self.coupon)
        open_in(self.hub, bookmark, "p" * 64, is_hers=is_hers)

    @override
    def put(self, *changes: Change) -> None:
        """On her phone, which shows her what it comes to."""
        super().put(*changes)
        self.see()

    def see(self, *, is_seen: bool = True) -> None:
        """Her phone shows her basket as it stands, or renews the page in her pocket."""
        bill = self.look().bill
        with self.hub.database.write() as session:
            forget_shown(session, self.get_member(session), bill)
            if is_seen:
                note_shown(session, self.get_member(session), bill)

    def scan_at_screen(self, code: str = PEN) -> None:
        """Somebody holds her card, or a copy of it, to a screen, and scans this there."""
        with self.hub.database.write() as session:
            change = AddAtScreen(code, "till-1")
            change_basket(self.hub, session, self.get_member(session), self.hub.mint(), change)

    def end_visit(self, agreed: str) -> str | None:
        """She says that she goes, by a button with this bill; the id of the payment, if she is charged."""
        with self.hub.database.write() as session:
            member = self.get_member(session)
            running = find_running(self.hub, session, member)
            assert running
            close_visit(session, member, self.hub.now(), "ended")
            return settle_departure(self.hub, session, running, agreed)

    def begin_mandate(self, most: str = "60") -> str:
        """She allows it, and has yet to name a card."""
        with self.hub.database.write() as session:
            mandate = allow_charging(self.hub, session, self.get_member(session), Money(Decimal(most), "EUR"))
            assert mandate
            return mandate.id

    def allow(self, most: str = "60") -> str:
        """She allows it, and names a card."""
        mandate_id = self.begin_mandate(most)
        advance_mandate(self.hub, mandate_id)
        self.provider.name_means(mandate_id)
        advance_mandate(self.hub, mandate_id)
        assert self.read_mandate(mandate_id).state == "kept"
        return mandate_id

    def revoke(self) -> None:
        with self.hub.database.erase() as session:
            withdraw(self.hub, session, self.get_member(session), CHARGE_ON_LEAVING)

    def come_in(self) -> None:
        with self.hub.database.write() as session:
            check_in(self.hub, session, self.get_member(session), Arrival("card", self.hub.now(), DOOR))
        self.dial.turn(_MINUTE)

    def shop(self) -> None:
        """She comes in, and scans a pen: with the offer that she kept it costs 22.90."""
        self.come_in()
        self.put(Add(PEN))
        self.dial.turn(_MINUTE)

    def pass_door(self) -> None:
        """She holds her card to the screen at a door."""
        with self.hub.database.write() as session:
            check_in(self.hub, session, self.get_member(session), Arrival("card", self.hub.now(), DOOR))

    def pass_exit(self, stay: timedelta = timedelta()) -> None:
        """She walks there, and its screen tells of her as she came to it, or once she was there for so long."""
        self.dial.turn(timedelta(seconds=10))
        hear_screens(self.hub)
        with self.hub.database.write() as session:
            see_at_exit(self.hub, session, self.get_member(session), stay)

    def stay_here(self) -> None:
        """She presses that she is still there."""
        with self.hub.database.write() as session:
            check_in(self.hub, session, self.get_member(session), Arrival("phone", self.hub.now()))

    def leave_unbegun(self) -> None:
        """She shops and leaves by the exit; her charge is prepared, and the provider has not heard of it."""
        self.allow()
        self.shop()
        self.pass_exit()
        self.dial.turn(EXIT_PATIENCE)
        hear_screens(self.hub)
        close_silent(self.hub)

    def leave(self, after: timedelta = EXIT_PATIENCE) -> None:
        """Nothing is heard of her for so long, and the hub's workers look, more than once."""
        self.dial.turn(after)
        hear_screens(self.hub)
        self.close()

    def close(self) -> None:
        """The hub's workers look."""
        for _ in range(2):
            close_silent(self.hub)
            sweep_settlements(self.hub)

    def walk_out(self) -> None:
        self.pass_exit()
        self.leave()

    def list_payments(self) -> list[tuple[str, str | None]]:
        """How each stands, and how she left."""
        with self.hub.database.read() as session:
            rows = session.scalars(select(Settlement).order_by(Settlement.made_at)).all()
            return [(row.state, row.left_by) for row in rows]

    def list_told(self, word: str = "charged") -> list[str]:
        """What the store said of what she carried out, or of what this word is in."""
        with self.hub.database.read() as session:
            query = select(Message.text).where(Message.author == STORE).order_by(Message.id)
            return [text for text in session.scalars(query) if word in text]

    def read_mandate(self, mandate_id: str) -> Mandate:
        with self.hub.database.read() as session:
            row = session.get_one(Mandate, mandate_id)
            session.expunge(row)
            return row
