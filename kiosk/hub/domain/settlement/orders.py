"""What she paid for and does not take along: an order to be picked for her, and one to be brought to her home."""

from collections.abc import Iterator

from sqlalchemy.orm import Session

from kiosk.contract.phrase import choose_phrase
from kiosk.hub.context import Hub
from kiosk.hub.domain.basket.goods import find_code
from kiosk.hub.domain.pickup.order_event import Placed, place_pickup
from kiosk.hub.domain.settlement.own_till import OWN_TILL
from kiosk.hub.models.members.member import Member
from kiosk.hub.models.pickup.pickup import HOME, PICK_UP, PickupLine, Way
from kiosk.hub.models.settlement.settlement import Settlement
from kiosk.hub.models.store.store import get_store
from kiosk.pricing.explanation import print_weight
from kiosk.pricing.priced import PricedLine
from kiosk.pricing.words import choose_bill_words


def place_orders(hub: Hub, session: Session, row: Settlement, buyer: Member | None) -> None:
    """Place them, as it is paid; from then on the order alone says where it goes."""
    for way in (PICK_UP, HOME):
        lines = tuple(_list_lines(session, row, way))
        if lines:
            place_pickup(hub, session, _make_order(hub, row, buyer, way, lines))
    row.address = None


def list_paid_lines(row: Settlement, way: str) -> list[PricedLine]:
    """The lines of the bill that come to her so, in the order in which an order of this way has them."""
    return [one for one in row.bill.lines if row.ways.get(one.line.id) == way]


def _make_order(hub: Hub, row: Settlement, buyer: Member | None, way: Way, lines: tuple[PickupLine, ...]) -> Placed:
    return Placed(
        store_id=row.store_id,
        source=f"{OWN_TILL}/{way}",  # no source's own id has a stroke
        order_id=row.id,
        placed_at=hub.now(),
        lines=lines,
        member_key=buyer.key if buyer else None,
        way=way,
        address=row.address if way == HOME else None,
        settlement_id=row.id,
    )


def _list_lines(session: Session, row: Settlement, way: Way) -> Iterator[PickupLine]:
    """As the store's people read them."""
    language = get_store(session, row.store_id).language
    for one in list_paid_lines(row, way):
        title = choose_phrase(one.line.title, language)
        if one.line.weight is not None:
            title += f", {print_weight(one.line.weight.normalize(), choose_bill_words(language))}"
        yield PickupLine(find_code(one.line), title, one.line.count)
