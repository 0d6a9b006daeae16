"""What a store must say at once: on the glass above all else, over a restart, and gone when it is cleared."""

import base64
import json
from io import BytesIO

import pytest
from PIL import Image

from kiosk.shop.card import make_sticker
from kiosk.shop.field import PretendReaderField
from tests.doubles.bystander import Bystander, stand_by
from tests.doubles.foreign_gateway import walk_up
from tests.doubles.foreign_shop import BEACON
from tests.doubles.loyalty_server import LoyaltyServer
from tests.doubles.mortal_broker import MortalBroker
from tests.doubles.running_screen import RunningScreen, Said
from tests.stories.conftest import Fitter

UID = bytes.fromhex("04a1b2c3d4e5f6")
FIRE = {"text": {"de": "Bitte verlassen Sie das Haus", "en": "Please leave the building"}, "level": "emergency"}
RED = (0xA3, 0x00, 0x1B)
HOSTILE = (b"{", b'"evacuate"', b'{"text": ""}', b'{"text": "\\u202etixe"}', b"x" * 70_000, b"\xff\xfe\xfd")


def hang(manager: Bystander, store: str, notice: Said | None) -> None:
    manager.say(f"kiosk/v1/{store}/notice", json.dumps(notice).encode() if notice else b"", kept=True)


def ask(manager: Bystander, screen: RunningScreen, store: str, do: str, id_: str = "c-1", **more: str) -> Said:
    """What comes back."""
    base = f"kiosk/v1/{store}/{screen.name}"
    times = sum(topic == f"{base}/answer" for topic, _ in manager.heard.read())
    manager.say(f"{base}/command", json.dumps({"id": id_, "do": do, **more}).encode())
    answer: Said = json.loads(manager.wait_for_topic(f"{base}/answer", times + 1)[-1])
    assert answer["id"] == id_
    return answer


def look(answer: Said) -> Image.Image:
    return Image.open(BytesIO(base64.b64decode(answer["image"]))).convert("RGB")


def is_red(picture: Image.Image) -> bool:
    pixel = picture.getpixel((2, picture.height - 2))
    assert isinstance(pixel, tuple)
    return all(abs(one - other) < 12 for one, other in zip(pixel, RED, strict=True))


def list_reasons(server: LoyaltyServer) -> list[str]:
    """Why each thing was shown, in the order in which it was."""
    return [event["data"]["reason"] for event in list(server.events.values()) if event["type"] == "kiosk.impression"]


def test_it_is_shown_above_all_else_and_survives_a_restart_until_it_is_cleared(
    fitter: Fitter, server: LoyaltyServer, reader: PretendReaderField
) -> None:
    screen = fitter.make({"store.id": "story-notice"})
    screen.open()
    with stand_by(fitter.broker, f"kiosk/v1/story-notice/{screen.name}/answer") as manager:
        hang(manager, "story-notice", FIRE)
        assert screen.await_shown("notice")["latency_ms"] < 1_000
        screen.await_said("status", lambda said: said["scene"] == "notice")
        walk_up(manager, BEACON)
        assert screen.tap(reader, make_sticker(UID))["outcome"] == "nothing_to_save"
        assert is_red(look(ask(manager, screen, "story-notice", "screenshot")))

        screen.kill()
        since = screen.mark()
        screen.start()
        assert [said["reason"] for said in (screen.await_said("shown", since=since),)] == ["notice"]
        screen.await_health(since)

        since = screen.mark()
        hang(manager, "story-notice", None)
        screen.await_shown("loop", since)
        assert not is_red(look(ask(manager, screen, "story-notice", "screenshot", "c-2")))
    assert server.bookmarks == {}


def test_while_the_broker_is_away_the_last_word_stands_and_a_broker_that_forgot_takes_nothing_down(
    fitter: Fitter, server: LoyaltyServer, mortal: MortalBroker
) -> None:
    mortal.revive()
    screen = fitter.make(broker=mortal.address)
    screen.open()
    with stand_by(mortal.address) as manager:
        hang(manager, "berlin-mitte", FIRE)
        server.wait_for(lambda: "notice" in list_reasons(server))
    mortal.kill()
    screen.kill()
    screen.start()
    # Told to the API, for there is nobody else to tell it to.
    server.wait_for(lambda: list_reasons(server).count("notice") == 2)
    mortal.revive()
    # It has forgotten everything.
    status = f"kiosk/v1/berlin-mitte/{screen.name}/status"
    with stand_by(mortal.address, status) as manager:
        manager.wait_for_topic(status)
        assert list_reasons(server)[-1] == "notice"
        hang(manager, "berlin-mitte", None)
    server.wait_for(lambda: list_reasons(server)[-1] == "loop")


@pytest.mark.parametrize("payload", HOSTILE)
def test_what_is_no_notice_changes_nothing_and_is_named_in_the_status(fitter: Fitter, payload: bytes) -> None:
    store = "story-hostile-notice"
    screen = fitter.make({"store.id": store})
    screen.open()
    with stand_by(fitter.broker) as manager:
        since = screen.mark()
        manager.say(f"kiosk/v1/{store}/notice", payload)
        screen.await_fault("broker", "bad_notice", since)
        screen.expect_loop()
        hang(manager, store, FIRE)
        screen.await_shown("notice", since)
        hang(manager, store, None)
        screen.await_health(since)
    assert "evacuate" not in screen.log


def test_a_thousand_notices_a_second_neither_flash_nor_stop_the_screen(fitter: Fitter) -> None:
    store = "story-flood"
    screen = fitter.make({"store.id": store})
    screen.open()
    with stand_by(fitter.broker, f"kiosk/v1/{store}/{screen.name}/answer") as manager:
        since = screen.mark()
        for number in range(3_000):
            manager.link.publish(f"kiosk/v1/{store}/notice", json.dumps({"text": f"No. {number}"}).encode())
        assert ask(manager, screen, store, "identify")["reason"] is None
        hang(manager, store, FIRE)
        picture = look(ask(manager, screen, store, "screenshot", "c-2"))
        while not is_red(picture):
            picture = look(ask(manager, screen, store, "screenshot", f"c-{screen.mark()}-{len(manager.heard.read())}"))
        hang(manager, store, None)
        screen.await_shown("loop", since)
    notices = [said for said in screen.list_said("shown") if said["reason"] == "notice"]
    assert 1 <= len(notices) <= 20


def test_commands_are_answered_and_none_is_carried_out_twice(fitter: Fitter, server: LoyaltyServer) -> None:
    store = "story-command"
    screen = fitter.make({"store.id": store, "loyalty.poll_s": 3600})
    screen.open()
    with stand_by(fitter.broker, f"kiosk/v1/{store}/{screen.name}/answer") as manager:
        assert ask(manager, screen, store, "identify")["reason"] is None
        assert ask(manager, screen, store, "identify")["reason"] == "duplicate"
        assert ask(manager, screen, store, "reboot", "c-2")["reason"] == "unknown"
        assert ask(manager, screen, store, "theme", "c-3")["reason"] == "malformed"
        server.item("p-new", kind="offer", offer="mug", seconds=1)
        assert ask(manager, screen, store, "reload", "c-4")["reason"] is None
        screen.await_said("shown", lambda said: said["item"] == "p-new")
        picture = look(ask(manager, screen, store, "screenshot", "c-5"))
        assert picture.size == (640, 360)
        since = screen.mark()
        assert ask(manager, screen, store, "theme", "c-6", theme="night")["reason"] is None
        screen.await_said("status", lambda said: said["theme"] == "night", since)
        assert ask(manager, screen, store, "theme", "c-7", theme="not-there")["reason"] == "unknown_theme"
        screen.expect_loop()
