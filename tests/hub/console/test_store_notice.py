import json
from collections.abc import Iterator
from dataclasses import replace
from threading import Event as Flag

import pytest

from kiosk.hub.fleet.connection import join_broker
from kiosk.hub.models.notice import Notice, find_notice
from kiosk.hub.mqtt.broker import Broker
from kiosk.hub.sample.shop import STORE
from kiosk.mqtt.address import Address
from kiosk.shop.broker import RunningBroker
from tests.doubles.bystander import Bystander, stand_by
from tests.hub.console.clerk import Clerk

NOTICE = "/console/notice"
FIRE = {"text_de": "Bitte gehen Sie hinaus", "text_en": "Please leave", "level": "emergency", "intent": "send"}


def read_notice(clerk: Clerk) -> Notice | None:
    with clerk.running.hub.database.read() as session:
        return find_notice(session, STORE)


@pytest.fixture
def crowd(mara: Clerk, broker: RunningBroker) -> Iterator[Bystander]:
    """All screens of the store, once the hub has a line to them."""
    hub = mara.running.hub
    settings = replace(hub.settings, broker=Broker(broker.host, broker.port))
    topic = f"kiosk/v1/{STORE}/notice"
    with (
        join_broker(replace(hub, settings=settings)) as joined,
        stand_by(Address(broker.host, broker.port), topic) as crowd,
    ):
        look = Flag()
        assert joined.line
        assert any(joined.line.is_up() or look.wait(0.02) for _ in range(500))
        mara.running.server.serve(joined)
        yield crowd
        crowd.say(topic, b"", kept=True)


def test_a_notice_hangs_on_all_screens_until_it_is_withdrawn(mara: Clerk, crowd: Bystander) -> None:
    page = mara.fill_in(NOTICE, {**FIRE, "until": "2026-11-22T18:00"})
    (sent,) = crowd.wait_for_topic(f"kiosk/v1/{STORE}/notice")
    assert json.loads(sent) == {
        "text": {"de": "Bitte gehen Sie hinaus", "en": "Please leave"},
        "level": "emergency",
        "until": "2026-11-22T17:00:00.000Z",
    }
    assert "Das hängt auf allen Bildschirmen" in page.text
    assert "Endet heute, 18:00." in page.text

    page = mara.fill_in(NOTICE, {}, f"{NOTICE}/withdraw")
    assert crowd.wait_for_topic(f"kiosk/v1/{STORE}/notice", 2)[-1] == b""
    assert read_notice(mara) is None
    assert "Zurückgenommen." in page.text


@pytest.mark.parametrize("path", ["", "/withdraw"])
def test_what_did_not_go_out_is_said_to_have_gone_nowhere(mara: Clerk, path: str) -> None:
    page = mara.fill_in(NOTICE, FIRE, f"{NOTICE}{path}")

    assert (page.status_code, "Es ging nicht hinaus" in page.text) == (400, True)
    assert read_notice(mara) is None


@pytest.mark.parametrize(
    ("fields", "complaint"),
    [
        ({"text_de": " ", "text_en": "\u2800"}, "braucht Worte"),
        ({"text_de": "x" * 161}, "160 Zeichen"),
        ({"until": "2026-11-22T09:00"}, "schon vorbei"),
        ({"until": "bald"}, "Jahrhunderts"),
        ({"level": "panic"}, "Dringlichkeit gibt es nicht"),
    ],
)
def test_what_cannot_be_sent_is_said_at_its_field(mara: Clerk, fields: dict[str, str], complaint: str) -> None:
    page = mara.fill_in(NOTICE, {**FIRE, **fields})

    assert (page.status_code, complaint in page.text) == (400, True)


def test_who_only_looks_sends_nothing(mara: Clerk) -> None:
    page = mara.fill_in(NOTICE, {**FIRE, "intent": "look"})

    assert (page.status_code, 'class="sheet emergency"' in page.text) == (200, True)
    assert read_notice(mara) is None
