"""The main job, on real parts and foreign ones: a gateway's message, an offer, a card, a bookmark, a conversation."""

from kiosk.shop.card import write_uri
from kiosk.shop.field import find_reader_port
from tests.doubles.bystander import Bystander
from tests.doubles.foreign_card import ForeignCard
from tests.doubles.foreign_gateway import walk_up
from tests.doubles.foreign_shop import ANNAS_OFFER, BEACON, hash_foreign
from tests.doubles.loyalty_server import LoyaltyServer
from tests.doubles.running_screen import STORE
from tests.stories.conftest import Fitter

MEMBER = "urn:vitrine:member:4711"


def test_a_walk_up_becomes_a_kept_offer_and_a_conversation(
    fitter: Fitter, server: LoyaltyServer, gateway: Bystander
) -> None:
    port = find_reader_port()
    screen = fitter.make({"nfc.device": f"udp:localhost:{port}", "pacing.saved_s": 5})
    screen.open()

    shown = screen.await_heard(lambda: walk_up(gateway, BEACON))
    with ForeignCard(port, bytes.fromhex("dea1b2c3"), write_uri(MEMBER)):
        tap = screen.await_said("tap")
        server.wait_for(lambda: len(server.bookmarks) == 1)
    screen.await_said("status", lambda said: bool(said["scene"] == "saved"))

    assert (shown["offer"], shown["item"]) == (ANNAS_OFFER, None)
    assert 0 < shown["latency_ms"] < 1000
    assert (tap["outcome"], tap["offer"]) == ("saved", ANNAS_OFFER)
    assert 0 < tap["latency_ms"] < 1000
    assert server.posts == [tap["bookmark"]]
    bookmark = server.bookmarks[tap["bookmark"]]
    assert bookmark == {
        "id": tap["bookmark"],
        "offer": ANNAS_OFFER,
        "store": STORE,
        "screen": screen.name,
        "zone": "home",
        "impression": shown["impression"],
        "credential": {"kind": "ndef", "value": hash_foreign("ndef", MEMBER)},
        "tapped_at": bookmark["tapped_at"],
        "language": "en",
    }
    lines = screen.log.splitlines()
    assert [line for line in lines if not line.startswith("INFO ")] == [], "a day without trouble is worth no complaint"
    assert lines[0].startswith("INFO kiosk.app.greeting: Vitrine "), "and one line that says who is there"
