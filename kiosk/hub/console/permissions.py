"""Who may do what at the console: the one table, by route; a route that is missing here is open to nobody."""

from collections.abc import Mapping
from types import MappingProxyType

from kiosk.hub.models.store.person import ROLES, Role

EVERYBODY: frozenset[Role] = frozenset(ROLES)
MANAGERS: frozenset[Role] = frozenset({"manager"})

PERMISSIONS: Mapping[tuple[str, str], frozenset[Role]] = MappingProxyType(
    {
        ("GET", "/console"): EVERYBODY,
        ("POST", "/console/sign-out"): EVERYBODY,
        ("GET", "/console/password"): EVERYBODY,
        ("POST", "/console/password"): EVERYBODY,
        ("GET", "/console/screens"): EVERYBODY,
        ("GET", "/console/screens/live"): EVERYBODY,
        ("POST", "/console/screens/approve"): MANAGERS,
        ("POST", "/console/screens/{screen_id}/revoke"): MANAGERS,
        ("POST", "/console/screens/{screen_id}/look"): EVERYBODY,
        ("POST", "/console/screens/{screen_id}/identify"): EVERYBODY,
        ("GET", "/console/screens/{screen_id}/picture"): EVERYBODY,
        ("GET", "/console/calls"): EVERYBODY,
        ("GET", "/console/calls/live"): EVERYBODY,
        ("POST", "/console/calls/{screen_id}/take"): EVERYBODY,
        ("GET", "/console/tablet"): EVERYBODY,
        ("GET", "/console/tablet/live"): EVERYBODY,
        ("POST", "/console/tablet/code"): EVERYBODY,
        ("POST", "/console/tablet/card"): EVERYBODY,
        ("GET", "/console/tablet/ages"): EVERYBODY,
        ("GET", "/console/tablet/ages/live"): EVERYBODY,
        ("POST", "/console/tablet/ages/{line_id}"): EVERYBODY,
        ("GET", "/console/tablet/orders"): EVERYBODY,
        ("POST", "/console/tablet/orders/{order_id}"): EVERYBODY,
        ("GET", "/console/tablet/customers/{handshake_id}"): EVERYBODY,
        ("GET", "/console/tablet/customers/{handshake_id}/live/{part}"): EVERYBODY,
        ("POST", "/console/tablet/customers/{handshake_id}/end"): EVERYBODY,
        ("GET", "/console/tablet/customers/{handshake_id}/see/{part}"): EVERYBODY,
        ("POST", "/console/tablet/customers/{handshake_id}/answer"): EVERYBODY,
        ("GET", "/console/tablet/customers/{handshake_id}/order/{bookmark_id}"): EVERYBODY,
        ("POST", "/console/tablet/customers/{handshake_id}/order/{bookmark_id}"): EVERYBODY,
        ("GET", "/console/tablet/customers/{handshake_id}/coupon"): EVERYBODY,
        ("POST", "/console/tablet/customers/{handshake_id}/coupon"): EVERYBODY,
        ("GET", "/console/inbox"): EVERYBODY,
        ("GET", "/console/inbox/live"): EVERYBODY,
        ("GET", "/console/inbox/{conversation_id}"): EVERYBODY,
        ("POST", "/console/inbox/{conversation_id}"): EVERYBODY,
        ("GET", "/console/inbox/{conversation_id}/live"): EVERYBODY,
        ("GET", "/console/mails"): EVERYBODY,
        ("POST", "/console/mails/{mail_id}/done"): EVERYBODY,
        ("GET", "/console/groups"): EVERYBODY,
        ("POST", "/console/groups"): MANAGERS,
        ("POST", "/console/groups/{group_id}"): MANAGERS,
        ("POST", "/console/groups/{group_id}/dissolve"): MANAGERS,
        ("GET", "/console/themes"): EVERYBODY,
        ("GET", "/console/themes/outcomes"): EVERYBODY,
        ("POST", "/console/themes/undo/{publication}"): MANAGERS,
        ("GET", "/console/themes/{name}"): EVERYBODY,
        ("POST", "/console/themes/{name}"): MANAGERS,
        ("GET", "/console/themes/{name}/picture"): EVERYBODY,
        ("GET", "/console/drawings/{order}/{picture}"): EVERYBODY,
        ("GET", "/console/loop"): EVERYBODY,
        ("POST", "/console/loop/upload"): MANAGERS,
        ("POST", "/console/loop/epoch"): MANAGERS,
        ("POST", "/console/loop/offer"): MANAGERS,
        ("POST", "/console/loop/text"): MANAGERS,
        ("POST", "/console/loop/order"): MANAGERS,
        ("GET", "/console/loop/{item_id}"): EVERYBODY,
        ("POST", "/console/loop/{item_id}"): MANAGERS,
        ("POST", "/console/loop/{item_id}/remove"): MANAGERS,
        ("POST", "/console/loop/{item_id}/upright"): MANAGERS,
        ("GET", "/console/members"): EVERYBODY,
        ("POST", "/console/members"): EVERYBODY,
        ("GET", "/console/members/{member_key}"): EVERYBODY,
        ("POST", "/console/members/{member_key}/undo"): MANAGERS,
        ("GET", "/console/notice"): EVERYBODY,
        ("POST", "/console/notice"): MANAGERS,
        ("POST", "/console/notice/withdraw"): MANAGERS,
        ("GET", "/console/reports"): MANAGERS,
        ("GET", "/console/reports/deeds"): MANAGERS,
        ("GET", "/console/reports/deeds/csv"): MANAGERS,
        ("GET", "/console/offers"): EVERYBODY,
        ("GET", "/console/offers/new"): MANAGERS,
        ("POST", "/console/offers/new"): MANAGERS,
        ("GET", "/console/offers/{offer_id}"): EVERYBODY,
        ("POST", "/console/offers/{offer_id}"): MANAGERS,
        ("GET", "/console/offers/{offer_id}/pictures"): EVERYBODY,
        ("POST", "/console/offers/{offer_id}/pictures"): MANAGERS,
        ("POST", "/console/offers/{offer_id}/archive"): MANAGERS,
        ("POST", "/console/offers/{offer_id}/restore"): MANAGERS,
    }
)


def may(role: str, method: str, route: str) -> bool:
    """Whether people of this role may use the route, by its method and its pattern."""
    return role in PERMISSIONS.get((method, route), frozenset())
