"""A request of each route that has all that it needs, but for who may send it."""

from collections.abc import Mapping
from typing import Any

import requests

from kiosk.hub.sample.shop import FIRST_SCREEN, STORE
from tests.hub.running import NOW, RunningHub, make_bookmark
from tests.hub.security.village import Village
from tests.hub.shop_window import make_message

_THINGS = {
    "store": STORE,
    "store_id": STORE,
    "source": "gallery",
    "screen_id": FIRST_SCREEN,
    "offer_id": "o-mug",
    "bill": "0" * 64,
    "code": "04012345000016",
    "group_id": "group",
    "name": "stall",
    "publication": "none",
    "sha256": "0" * 64,
    "device": "device",
    "pass_type": "pass.example",
    "serial": "none",
    "door": "none",
    "handshake_id": "none",
    "pass_code": "none",
    "number": "1",
    "order_id": "0",
    "line_id": "none",
    "pickup_id": "none",
    "place": "0",
    "bookmark_id": "kept-by-owner",
    "part": "kept",
    "mail_id": "0",
    "kind": "png",
    "side": "180",
}
_QUERIES = {
    "GET /v1/catalogue": f"?store={STORE}&screen=screen",
    "GET /v1/shoppers": f"?store={STORE}",
    "DELETE /v1/payments": "?id=none",
    "DELETE /v1/holds": "?bookmark={bookmark}&basket=b",
}
_TAP = make_bookmark(screen="screen")
_BODIES: dict[str, object] = {
    "/v1/check-ins": {name: _TAP[name] for name in ("id", "store", "screen", "credential", "tapped_at", "language")},
    "/v1/scans": {**{name: _TAP[name] for name in ("id", "store", "screen", "credential", "language")}, "code": "none"},
    "/v1/actions/{store}/{source}": {"action": "gallery", "member": "{member_key}"},
    "/v1/bookmarks": _TAP,
    "/v1/pickups": {"id": "w-1", "placed_at": NOW.isoformat(), "lines": [{"code": "4006381333931", "title": "Pen"}]},
    "/v1/events": [{"specversion": "1.0", "id": "e", "source": "/s", "type": "kiosk.tap"}],
    "/v1/happenings": {
        "id": "h",
        "kind": "order_ready",
        "happened_at": NOW.isoformat(),
        "bookmark": "kept-by-owner",
    },
    "/v1/holds": {"bookmark": "kept-by-owner", "basket": "b"},
    "/v1/redemptions": {"bookmark": "kept-by-owner"},
    "/v1/receipts": {
        "id": "r",
        "bought_at": NOW.isoformat(),
        "total": "9.90",
        "currency": "EUR",
        "lines": [{"amount": "9.90"}],
        "bookmark": "kept-by-owner",
    },
    "/v1/returns": {"id": "b", "receipt": "none", "returned_at": NOW.isoformat()},
    "/v1/refunds": {"id": "r", "sale": 1},
    "/v1/payments": {
        "id": "p",
        "credential": {"kind": "uid", "value": "0" * 64},
        "unit": "points",
        "due": {"amount": "1.00", "currency": "EUR"},
    },
    "/v1/payments/redeemed": {"id": "none"},
    "/v1/cards": {"card": "0" * 64, "code": "none"},
    "/v1/identify": make_message(1, type="identify"),
    "/v1/track": make_message(2),
    "/v1/batch": {"batch": [make_message(3)]},
    "/v1/screens/enrol": {"code": "BCDF-GHJK"},
    "/v1/log": {"logs": []},
}
_FIELDS: dict[str, Mapping[str, str]] = {
    "/c/{token}": {"text": "Ich bin es.", "nonce": "n" * 32},
    "/c/{token}/me": {"purpose": "proximity"},
    "/account/messages": {"text": "Ich bin es.", "nonce": "m" * 32},
    "/account/messages/push": {"endpoint": "https://push.example/x", "p256dh": "x", "auth": "x"},
    "/account/push": {"endpoint": "https://push.example/x", "p256dh": "x", "auth": "x"},
    "/c/{token}/push": {"endpoint": "https://push.example/x", "p256dh": "x", "auth": "x"},
    "/account/consents": {"purpose": "proximity", "on": "true"},
    "/account/data/export": {"kind": "json"},
    "/account/data/erase": {"word": "none"},
    "/c/{token}/me/data/export": {"kind": "json"},
    "/c/{token}/me/data/erase": {"word": "none"},
    "/basket/{store_id}": {"page": "p", "number": "none"},
    "/basket/{store_id}/change": {"page": "p", "do": "accept:"},
    "/basket/{store_id}/leaving": {"most": "60"},
    "/basket/{store_id}/leaving/limit": {"most": "50"},
    "/basket/{store_id}/leaving/training": {"named": "pays"},
    "/basket/{store_id}/pay": {"deal": "none"},
    "/basket/{store_id}/pay/{settlement_id}/training": {"answer": "approve"},
    "/counter/{store_id}/confirm": {"handshake": "none"},
    "/counter/{store_id}/end": {"handshake": "none"},
    "/console/inbox/{conversation_id}": {"text": "Gern.", "nonce": "n" * 32},
    "/console/mails/{mail_id}/answer": {"text": "Gern."},
    "/console/tablet/gate": {"code": "none"},
    "/console/tablet/gate/{pass_code}": {"result": "fits"},
    "/console/campaigns": {"name": "Mail", "channel": "mail"},
    "/console/campaigns/{campaign_code}": {"name": "Mail"},
    "/console/offers/{offer_id}/why": {"screen": FIRST_SCREEN},
    "/console/groups": {"name": "Eingang", "screens": FIRST_SCREEN},
}


def make_path(village: Village, route: str) -> str:
    """The path of this route for the things of the one store and its one member."""
    pattern = route.split()[1]
    things = {**_THINGS, **village.things}
    if "/media/" in pattern:
        things["name"] = things["picture"]
    return (pattern + _QUERIES.get(route, "")).format(**things)


def ask(running: RunningHub, village: Village, who: str, route: str, **changes: str) -> requests.Response:
    """The answer that somebody gets who asks for those things; `changes` are other fields of her form, or headers."""
    method, pattern = route.split()
    person, path = village.people[who], make_path(village, route)
    content: dict[str, Any] = {}
    if pattern in _BODIES:
        content = {"json": _BODIES[pattern], "headers": {"Idempotency-Key": str(_TAP["id"])}}
    elif method == "POST":
        headers = {name: text for name, text in changes.items() if name[0].isupper()}
        fields = {"form_token": person.make_form_token(running, path), **_FIELDS.get(pattern, {}), **changes}
        content = {"data": fields, "headers": headers}
    with person.ask(running, method, path, **content) as answer:
        return answer
