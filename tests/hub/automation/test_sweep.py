from dataclasses import replace
from datetime import timedelta

import pytest
from msgspec.structs import replace as change

from kiosk.hub.automation.sweep import apply_rules, keep_reminding
from kiosk.hub.context import Hub
from kiosk.hub.models.conversation.errand import list_errands
from kiosk.hub.rules import Rule
from tests.doubles.deadline import wait_until
from tests.hub.automation.kept import BACK, ENDS, READY, end_at, happen
from tests.hub.running import NOW, Dial
from tests.hub.thread import keep_mug, list_thread, write


def _with(hub: Hub, *rules: Rule) -> Hub:
    return replace(hub, settings=replace(hub.settings, rules=rules))


def test_a_rule_says_it_once_and_it_is_to_be_brought(hub: Hub, dial: Dial) -> None:
    bookmark = keep_mug(hub)
    end_at(hub, bookmark, NOW + timedelta(days=2))
    dial.turn(timedelta(days=1))
    for _ in range(3):
        apply_rules(_with(hub, ENDS))
        dial.turn(timedelta(minutes=1))
    thread = list_thread(hub, bookmark)

    assert [(message.text, message.entry) for message in thread[1:]] == [("Steinzeugbecher endet", "rule")]
    with hub.database.read() as session:
        assert [errand.is_awaited for errand in list_errands(session, thread[1].id)] == [False]


def test_an_order_that_is_ready_is_awaited_and_goods_that_come_back_again_are_told_again(hub: Hub, dial: Dial) -> None:
    bookmark = keep_mug(hub)
    dial.turn(timedelta(minutes=1))
    happen(hub, "1", bookmark_id=bookmark.id)
    happen(hub, "2", offer_id="o-mug")
    happen(hub, "3", offer_id="o-mug")
    apply_rules(_with(hub, READY, BACK))
    thread = list_thread(hub, bookmark)[1:]

    assert [(one.text, one.entry) for one in thread] == [
        ("Steinzeugbecher bereit", "pickup"),
        *[("Steinzeugbecher da", "rule")] * 2,
    ]
    with hub.database.read() as session:
        assert [list_errands(session, one.id)[0].is_awaited for one in thread] == [True, False, False]


def test_a_rule_brings_the_link_of_its_campaign(hub: Hub) -> None:
    bookmark = keep_mug(hub)
    happen(hub, "1", bookmark_id=bookmark.id)
    apply_rules(_with(hub, change(READY, campaign="K7Q42MFX", text={"de": "{offer}: {link}", "en": "{link}"})))

    assert list_thread(hub, bookmark)[-1].text == f"Steinzeugbecher: {hub.settings.public_url}/k/K7Q42MFX"


@pytest.mark.parametrize(("unless", "count"), [((), 1), (("answered",), 0)])
def test_a_condition_keeps_a_rule_silent_for_good(hub: Hub, unless: tuple[str, ...], count: int) -> None:
    bookmark = keep_mug(hub)
    write(hub, bookmark, "Ich komme morgen")
    happen(hub, "1", bookmark_id=bookmark.id)
    for _ in range(2):
        apply_rules(_with(hub, change(READY, unless=unless)))

    assert len(list_thread(hub, bookmark)) == 2 + count


def test_a_hub_that_serves_lets_its_rules_have_their_say(hub: Hub) -> None:
    bookmark = keep_mug(hub)
    happen(hub, "1", bookmark_id=bookmark.id)
    with keep_reminding(_with(hub, READY)):
        wait_until(lambda: len(list_thread(hub, bookmark)) == 2)
