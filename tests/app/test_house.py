import json
from pathlib import Path

from kiosk.app.glass.glass_pulse import GlassPulse
from kiosk.app.house import NOT_LET_IN, open_house, open_porch, watch_over
from kiosk.app.loop_source import recall_loop_source
from kiosk.app.services import Services
from kiosk.app.start_all import start_all
from kiosk.app.watch.supervisor import Supervisor
from kiosk.core.events import CatalogueChanged, Event
from kiosk.mqtt.address import Address
from kiosk.shop.broker import RunningBroker
from tests.app.test_loop_source import open_givens
from tests.doubles.bystander import stand_by
from tests.doubles.notebook import Notebook
from tests.doubles.pictures import draw_picture
from tests.doubles.theme_switches import make_theme_switch

TOPIC = "kiosk/v1/porch/window-1"


def test_who_is_not_let_in_plays_its_folder_and_says_how_it_is_but_shows_its_code_to_nobody_far_away(
    tmp_path: Path, broker: RunningBroker
) -> None:
    folder, posted = tmp_path / "loop", Notebook[Event]()
    folder.mkdir()
    (folder / "a.png").write_bytes(draw_picture())
    words = (f"broker.url=mqtt://{broker.host}:{broker.port}", "store.id=porch", f"loop.folder={folder}")
    givens = open_givens(tmp_path, *words)
    source = recall_loop_source(givens)
    source.open(posted.write)
    porch = open_porch(givens, source, make_theme_switch(tmp_path, givens.status))
    with stand_by(Address(broker.host, broker.port), f"{TOPIC}/#") as manager, start_all(porch.rooms):
        posted.wait_until(
            lambda events: any(isinstance(event, CatalogueChanged) and event.playlist for event in events)
        )
        status = json.loads(manager.wait_for_topic(f"{TOPIC}/status")[0])
        manager.say(f"{TOPIC}/command", b'{"id": "c-1", "do": "screenshot"}')
        manager.say(f"{TOPIC}/command", b'{"id": "c-2", "do": "reload"}')
        answers = [json.loads(answer) for answer in manager.wait_for_topic(f"{TOPIC}/answer", times=2)]

    assert ("api", NOT_LET_IN) in {(fault["part"], fault["code"]) for fault in status["faults"]}
    assert {answer["id"]: answer["reason"] for answer in answers} == {"c-1": "not_possible", "c-2": None}
    assert (porch.services, porch.presence) == (None, None)


def test_who_does_not_know_its_own_name_says_nothing_under_it(tmp_path: Path) -> None:
    givens = open_givens(tmp_path, "store.id=not-enrolled", "screen.id=not-enrolled")
    porch = open_porch(givens, recall_loop_source(givens), make_theme_switch(tmp_path, givens.status))

    assert porch.rooms == ()


def test_who_is_let_in_has_all_rooms_and_listens_to_who_is_near(tmp_path: Path) -> None:
    givens = open_givens(tmp_path, "proximity.profile=espresense")
    switch = make_theme_switch(tmp_path, givens.status)
    house = open_house(givens, recall_loop_source(givens), lambda: None, switch, None)

    assert house.rooms == (house.services,)
    assert [type(room) for room in watch_over(house, givens, GlassPulse(lambda: 0.0)).rooms] == [Services, Supervisor]
    assert house.presence
