"""What of an order she paid for is not there after all: the money for it goes back by itself, once.

As the order is laid ready, what is missing goes back; as it is cancelled, all of it that is not back yet. What was
found is for sale again then, and what lay there in place of something else.
"""

from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct
from sqlalchemy.orm import Session

from kiosk.hub.context import Hub
from kiosk.hub.domain.pickup.picking import advance_pickup, cancel_pickup, read_state, tell_owner
from kiosk.hub.domain.settlement.orders import list_paid_lines
from kiosk.hub.domain.settlement.refunding import Wish, begin_refund, count_returned
from kiosk.hub.domain.settlement.stock import lower_stock, raise_stock
from kiosk.hub.models.pickup.pickup import Found, Pickup, State
from kiosk.hub.models.settlement.refund import list_refunds
from kiosk.hub.models.settlement.settlement import Settlement


class _Cause(Struct, frozen=True):
    """Why something goes back: lines that were `found` so; where it `restocks`, they are for sale again."""

    name: str
    found: frozenset[Found]
    restocks: bool = False


_CAUSES: Mapping[State, tuple[_Cause, ...]] = MappingProxyType(
    {
        "ready": (_Cause("missing", frozenset({"missing"})),),
        "cancelled": (
            _Cause("lost", frozenset({"missing", "substituted"})),
            _Cause("unsold", frozenset({"open", "picked"}), restocks=True),
        ),
    }
)


def advance_order(hub: Hub, session: Session, pickup: Pickup, wanted: State, clerk: str) -> bool:
    """As `advance_pickup`; what she paid for and does not get, she gets back."""
    was_ready = pickup.state == "ready"
    if not advance_pickup(hub, session, pickup, wanted, clerk):
        return False
    _follow(hub, session, pickup, was_ready=was_ready)
    return True


def expire_order(hub: Hub, session: Session, pickup: Pickup) -> None:
    """Cancel what nobody came for, or sent; what she paid for it she gets back. It is nobody's deed, so no clerk's."""
    was_ready = pickup.state == "ready"
    cancel_pickup(hub, session, pickup, "expired", "")
    _follow(hub, session, pickup, was_ready=was_ready)


def _follow(hub: Hub, session: Session, pickup: Pickup, *, was_ready: bool) -> None:
    row = session.get(Settlement, pickup.settlement_id) if pickup.settlement_id else None
    if row is not None:
        _move_substitutes(hub, session, pickup, was_ready=was_ready)
        for cause in _CAUSES.get(read_state(pickup), ()):
            _give_back(hub, session, pickup, row, cause)


def _move_substitutes(hub: Hub, session: Session, pickup: Pickup, *, was_ready: bool) -> None:
    """What lies there in place of something else has left the shelf, until the order is cancelled."""
    counts = Counter[str]()
    for line in pickup.lines:
        counts[line.substitute] += line.count if line.found == "substituted" else 0
    if pickup.state == "ready":
        lower_stock(hub, session, pickup.store_id, counts)
    elif pickup.state == "cancelled" and was_ready:
        raise_stock(hub, session, pickup.store_id, counts)


def _give_back(hub: Hub, session: Session, pickup: Pickup, row: Settlement, cause: _Cause) -> None:
    """What of these lines is not back yet, as somebody may have taken it back by the number of the sale."""
    back = count_returned(list_refunds(session, row.id))
    both = zip(list_paid_lines(row, pickup.way), pickup.lines, strict=True)
    concerned = [sold.line for sold, line in both if line.found in cause.found]
    counts = {line.id: line.count - back[line.id] for line in concerned if line.count > back[line.id]}
    if counts:
        wish = Wish(f"order:{pickup.id}:{cause.name}", counts, pickup.clerk, restocks=cause.restocks)
        begin_refund(hub, session, row, wish)
        tell_owner(hub, session, pickup, f"refunded_{pickup.state}")
