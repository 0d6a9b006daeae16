import json
from collections.abc import Iterator

import pytest

from kiosk.hub.models.screens.notice import Notice, find_notice
from kiosk.hub.sample.shop import STORE
from kiosk.mqtt.address import Address
from kiosk.shop.broker import RunningBroker
from tests.doubles.bystander import Bystander, stand_by
from tests.hub.console.clerk import Clerk
from tests.hub.fleet.joining import NOTICE_TOPIC, join

NOTICE = "/console/notice"
WITHDRAW = f"{NOTICE}/withdraw"
FIRE = {"text_de": "Bitte gehen Sie hinaus", "text_en": "Please leave", "level": "emergency", "intent": "send"}


def read_notice(clerk: Clerk) -> Notice | None:
    with clerk.running.hub.database.read() as session:
        return find_notice(session, STORE)


@pytest.fixture
def crowd(mara: Clerk, broker: RunningBroker) -> Iterator[Bystander]:
    """All screens of the store, once the hub has a line to them."""
    with (
        join(mara.running.hub, broker.host, broker.port) as joined,
        stand_by(Address(broker.host, broker.port), NOTICE_TOPIC) as crowd,
    ):
        mara.running.server.serve(joined)
        yield crowd
        crowd.say(NOTICE_TOPIC, b"", kept=True)


def test_a_notice_hangs_on_all_screens_until_it_is_withdrawn(mara: Clerk, crowd: Bystander) -> None:
    page = mara.fill_in(NOTICE, {**FIRE, "until": "2026-11-22T18:00"})
    (sent,) = crowd.wait_for_topic(NOTICE_TOPIC)
    assert json.loads(sent) == {
        "text": {"de": "Bitte gehen Sie hinaus", "en": "Please leave"},
        "level": "emergency",
        "until": "2026-11-22T17:00:00.000Z",
    }
    assert "Das hängt auf allen Bildschirmen" in page.text
    assert "kein Bildschirm zu erreichen" not in page.text
    assert "Endet heute, 18:00." in page.text

    page = mara.fill_in(NOTICE, {}, WITHDRAW)
    assert crowd.wait_for_topic(NOTICE_TOPIC, 2)[-1] == b""
    assert read_notice(mara) is None
    assert "Zurückgenommen." in page.text


def test_what_no_broker_confirmed_is_kept_and_said_to_be_no_more_than_that(mara: Clerk) -> None:
    assert "Gerade ist kein Bildschirm zu erreichen" in mara.open(NOTICE).text
    page = mara.fill_in(NOTICE, FIRE)
    assert "Behalten, vom Broker noch nicht bestätigt" in page.text
    assert "Gesendet. Alle" not in page.text
    page = mara.fill_in(NOTICE, {}, WITHDRAW)
    assert "Zurückgenommen, vom Broker noch nicht bestätigt" in page.text
    assert "Die Bildschirme spielen weiter" not in page.text
    notice = read_notice(mara)
    assert notice is not None
    assert notice.withdrawn_at == mara.running.hub.now()


def test_a_notice_after_a_withdrawal_that_no_broker_confirmed_hangs_as_soon_as_there_is_one(mara: Clerk) -> None:
    mara.fill_in(NOTICE, FIRE)
    mara.fill_in(NOTICE, {}, WITHDRAW)
    page = mara.fill_in(NOTICE, FIRE)

    assert "Behalten, vom Broker noch nicht bestätigt" in page.text
    notice = read_notice(mara)
    assert notice is not None
    assert (notice.taken_at, notice.withdrawn_at) == (None, None)


def test_a_notice_that_the_hub_does_not_know_of_can_be_withdrawn_all_the_same(mara: Clerk, crowd: Bystander) -> None:
    crowd.say(NOTICE_TOPIC, b'{"text": "Raus"}', kept=True)
    assert f'action="{WITHDRAW}"' in mara.open(NOTICE).text

    mara.fill_in(NOTICE, {}, WITHDRAW)
    crowd.heard.wait_for((NOTICE_TOPIC, b""))


def test_after_a_withdrawal_another_notice_hangs(mara: Clerk, crowd: Bystander) -> None:
    for _ in range(2):
        mara.fill_in(NOTICE, FIRE)
        mara.fill_in(NOTICE, {}, WITHDRAW)
    page = mara.fill_in(NOTICE, FIRE)

    assert "Das hängt auf allen Bildschirmen" in page.text
    assert "kein Bildschirm zu erreichen" not in page.text
    assert crowd.wait_for_topic(NOTICE_TOPIC, 5)[-1] != b""


def test_a_notice_in_one_language_hangs_and_can_be_withdrawn(mara: Clerk, crowd: Bystander) -> None:
    page = mara.fill_in(NOTICE, {**FIRE, "text_en": ""})

    assert (page.status_code, f'action="{WITHDRAW}"' in page.text) == (200, True)
    assert json.loads(crowd.wait_for_topic(NOTICE_TOPIC)[-1])["text"] == {"de": "Bitte gehen Sie hinaus"}


def test_what_no_screen_would_take_is_said_and_neither_kept_nor_sent(mara: Clerk) -> None:
    page = mara.fill_in(NOTICE, {**FIRE, "text_en": "\u2800"})

    assert (page.status_code, "Text auf Englisch: Davon wäre" in page.text) == (400, True)
    assert read_notice(mara) is None


def test_who_only_looks_sends_nothing(mara: Clerk) -> None:
    page = mara.fill_in(NOTICE, {**FIRE, "intent": "look"})

    assert page.status_code == 200
    order = mara.running.hub.themes.order_notice(("Bitte gehen Sie hinaus", "Please leave"), "emergency")
    assert f"/console/drawings/{order}/notice-portrait" in page.text
    assert read_notice(mara) is None
