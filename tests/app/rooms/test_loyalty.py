from pathlib import Path

from kiosk.app.givens import gather_givens
from kiosk.app.rooms.loyalty import make_sync
from kiosk.core.events import CatalogueChanged, Event
from kiosk.fleet.status import Clocks, Status
from kiosk.loyalty.api import LoyaltyApi
from kiosk.offers.posterior import Redeemed
from tests.doubles.loyalty_server import LoyaltyServer
from tests.doubles.notebook import FaultBook, Notebook
from tests.doubles.settings import make_settings
from tests.doubles.shop_floor import MONDAY


def test_a_round_tells_the_offers_and_what_was_redeemed_of_them(tmp_path: Path) -> None:
    posted, credited, faults = Notebook[Event](), Notebook[Redeemed](), FaultBook()
    status = Status("0", "daylight", lambda: None, Clocks(lambda: 0.0, lambda: MONDAY))
    with LoyaltyServer() as server:
        server.offer("boots")
        server.catalogue["redeemed"] = {"boots": {"weekday-morning": 1}}
        givens = gather_givens(make_settings(tmp_path, f"loyalty.url={server.url}"), status)
        make_sync(
            givens,
            LoyaltyApi(server.url),
            post=posted.write,
            credit=credited.write,
            part=lambda: None,
            faults=faults,
        ).run_once()
    assert any(isinstance(event, CatalogueChanged) for event in posted.read())
    assert credited.read() == [{"boots": {"weekday-morning": 1}}]
    assert faults.read() == [("api", None)]
