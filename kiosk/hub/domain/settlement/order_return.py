"""What of an order is given back before she has it: it is of the order no more, so nobody gets both goods and money."""

from collections import Counter
from collections.abc import Mapping, Sequence

from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.pickup.course import take_off
from kiosk.hub.domain.pickup.picking import cancel_pickup
from kiosk.hub.domain.settlement.orders import list_paid_lines
from kiosk.hub.domain.settlement.stock import raise_stock
from kiosk.hub.models.pickup.pickup import Pickup, list_open_of_sale
from kiosk.hub.models.settlement.refund import Refund
from kiosk.hub.models.settlement.settlement import Settlement


def lessen_orders(hub: Hub, session: Session, row: Settlement, refund: Refund, back: Mapping[str, int]) -> None:
    """Take what this refund gives back off the orders that are not at their end.

    `back` is how many pieces of each line are back by now; an order of which all are is cancelled.
    """
    for pickup in list_open_of_sale(session, row.id):
        sold = [one.line for one in list_paid_lines(row, pickup.way)]
        counts = [int(refund.counts.get(line.id, "0")) for line in sold]
        _put_substitutes_back(hub, session, pickup, counts)
        both = zip(pickup.lines, counts, strict=True)
        pickup.lines = tuple(take_off(line, count) for line, count in both)
        if all(back.get(line.id) == line.count for line in sold):
            cancel_pickup(hub, session, pickup, "returned", refund.made_by)
    session.flush()


def _put_substitutes_back(hub: Hub, session: Session, pickup: Pickup, counts: Sequence[int]) -> None:
    """What lay ready in place of it is for sale again; until it lies ready, it has not left the shelf."""
    pieces = Counter[str]()
    for line, count in zip(pickup.lines, counts, strict=True):
        pieces[line.substitute] += count if line.found == "substituted" else 0
    if pickup.state == "ready":
        raise_stock(hub, session, pickup.store_id, pieces)
