from datetime import UTC, datetime
from pathlib import Path

from kiosk.app.files.notices import NoticeFile
from kiosk.app.givens import gather_givens
from kiosk.app.rooms.fleet import Fleet
from kiosk.app.shared_faults import SharedFaults
from kiosk.app.start_all import start_all
from kiosk.core.events import BoardChanged, Event
from kiosk.core.notice.bulletin import Board, Bulletin
from kiosk.fleet.status import Clocks, Status
from kiosk.loyalty.api import LoyaltyApi
from kiosk.mqtt.address import Address
from kiosk.shop.broker import RunningBroker
from tests.doubles.bystander import stand_by
from tests.doubles.deadline import wait_until
from tests.doubles.notebook import Notebook
from tests.doubles.settings import make_settings
from tests.doubles.theme_switches import make_theme_switch

RAUS = Board(store=Bulletin({"": "Raus"}))
NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)


def test_a_notice_reaches_the_core_and_the_disk_and_reload_the_sync(tmp_path: Path, broker: RunningBroker) -> None:
    status = Status("0", "daylight", lambda: None, Clocks(lambda: 0.0, lambda: NOW))
    url = f"mqtt://{broker.host}:{broker.port}"
    givens = gather_givens(make_settings(tmp_path, f"broker.url={url}", "store.id=fleet-room"), status)
    posted, reloaded = Notebook[Event](), Notebook[str]()
    fleet = Fleet(
        givens,
        SharedFaults(status),
        make_theme_switch(tmp_path, status),
        download=LoyaltyApi(givens.settings.loyalty.url).download,
        post=posted.write,
        reload=lambda: reloaded.write("now"),
    )
    with stand_by(Address(broker.host, broker.port), "kiosk/v1/fleet-room/window-1/answer") as manager:
        manager.say("kiosk/v1/fleet-room/notice", b'{"text": "Raus"}', kept=True)
        rooms = start_all(fleet.rooms)
        events = posted.wait_until(bool)
        line_file = NoticeFile(givens.settings.state.dir, "fleet-room")
        wait_until(lambda: line_file.load() == RAUS)
        manager.say("kiosk/v1/fleet-room/window-1/command", b'{"id": "c-1", "do": "reload"}')
        reloaded.wait_for("now")
        manager.wait_for_topic("kiosk/v1/fleet-room/window-1/answer")
        manager.say("kiosk/v1/fleet-room/notice", b"", kept=True)
        wait_until(lambda: line_file.load() == Board())
        rooms.close()

    assert isinstance(events[0], BoardChanged)
    assert events[0].board == RAUS
