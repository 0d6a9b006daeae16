"""How what time made of coupons and payments is noted though nobody touches them: what expired goes back."""

from kiosk.hub.context import Hub
from kiosk.hub.domain.benefits.coupon_life import age_coupon
from kiosk.hub.domain.benefits.tender import lapse_tender
from kiosk.hub.models.benefits.tender import list_due_tenders
from kiosk.hub.models.conversation.bookmark import list_due
from kiosk.poller import Poller

_AT_ONCE = 200
_PAUSE_S = 30.0


def keep_sweeping(hub: Hub) -> Poller:
    """Until this ends, note it within half a minute, beside all that is asked of the hub."""
    return Poller("coupons", lambda: sweep_coupons(hub), rest_s=_PAUSE_S)


def sweep_coupons(hub: Hub) -> float:
    """Note it of so many coupons at most that no other writer waits long; seconds until the next look."""
    with hub.database.read() as session:
        if not list_due(session, hub.now(), 1) and not list_due_tenders(session, hub.now(), 1):
            return _PAUSE_S
    with hub.database.write() as session:
        due = list_due(session, hub.now(), _AT_ONCE)
        for bookmark in due:
            age_coupon(session, bookmark, hub.now())
        held = list_due_tenders(session, hub.now(), _AT_ONCE)
        for tender in held:
            lapse_tender(session, tender, hub.now())
    return 0.0 if _AT_ONCE in (len(due), len(held)) else _PAUSE_S
