"""What a foreign loyalty system knows of a small shop, in its own words: it shares no code with the kiosk."""

import hmac

from tests.doubles.loyalty_server import Json, LoyaltyServer
from tests.doubles.pictures import draw_picture

KEY = bytes(range(32))
TOKEN = "a-screen-token"  # noqa: S105 # of a pretend server
BEACON = "keys:Anna-7F3A"
LOOP_OFFER = "mug"
ANNAS_OFFER = "boots"
CONSENTS = ("proximity", "personal_offers")


def hash_foreign(kind: str, text: str) -> str:
    """As the contract says: hmac-sha256 of kind, colon and id, as hex."""
    return hmac.digest(KEY, f"{kind}:{text}".encode(), "sha256").hex()


def hash_proximity(device: str) -> str:
    """The same of a device id, in lower case and without separators."""
    return hash_foreign("proximity", device.lower().translate(str.maketrans("", "", ":-_ ")))


def stock(server: LoyaltyServer) -> None:
    """A loop of two items of a second, both of which keep the mug, and boots for those who hike, such as Anna."""
    mug = server.add_media("mug.png", draw_picture(colour="teal"))
    poster = server.add_media("poster.png", draw_picture(colour="maroon"))
    server.offer(LOOP_OFFER, image=mug, price={"amount": "12.90", "currency": "EUR"})
    server.offer(ANNAS_OFFER, image=mug, audience={"all": ["outdoor"]}, zones=["home"], priority=5)
    server.item("p-mug", kind="offer", offer=LOOP_OFFER, seconds=1)
    server.item("p-poster", kind="image", media=poster, offer=LOOP_OFFER, seconds=1)
    server.shoppers.append(describe_shopper("s_anna", BEACON))


def describe_shopper(key: str, beacon: str, *, language: str = "en") -> Json:
    """A hiker who agreed to everything."""
    return {
        "key": key,
        "proximity": [hash_proximity(beacon)],
        "credentials": [],
        "segments": ["outdoor"],
        "language": language,
        "consents": list(CONSENTS),
    }
