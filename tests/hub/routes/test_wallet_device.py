from collections.abc import Callable
from datetime import timedelta

import pytest
import requests

from kiosk.hub.domain.kept.redemption import redeem_bookmark
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.models.outside.wallet_device import list_devices
from kiosk.hub.wallet.wallets import Wallets
from tests.hub.in_wallets import SIGNER, ApplePhone, give_wallets, put_in_wallet
from tests.hub.running import DEADLINE_S, Dial, RunningHub


@pytest.fixture
def phone(running: RunningHub) -> ApplePhone:
    """A phone with a pass, at a hub that signs them."""
    running.hub = give_wallets(running.hub, Wallets(SIGNER))
    running.server.serve(running.hub)
    return ApplePhone(running, put_in_wallet(running.hub))


def _redeem(running: RunningHub) -> None:
    with running.hub.database.write() as session:
        redeem_bookmark(running.hub, session, session.get_one(Bookmark, "b"))


def test_a_phone_registers_once_and_takes_itself_off(phone: ApplePhone, running: RunningHub) -> None:
    assert [phone.register("one"), phone.register("two")] == [201, 200]
    with running.hub.database.read() as session:
        (device,) = list_devices(session, phone.serial)
    assert ("device-1" in device.device_hash, device.push_token) == (False, "two")
    assert [phone.unregister(), phone.unregister()] == [200, 200]
    assert phone.ask_changes().status_code == 204


def _forget_token(phone: ApplePhone) -> None:
    phone.token = ""


def _guess_token(phone: ApplePhone) -> None:
    phone.token = phone.token[:-1] + "x"


def _name_another_pass(phone: ApplePhone) -> None:
    phone.serial = "another"


def _name_another_type(phone: ApplePhone) -> None:
    phone.pass_type += ".another"


@pytest.mark.parametrize("lie", [_forget_token, _guess_token, _name_another_pass, _name_another_type])
def test_who_does_not_have_the_pass_is_refused(lie: Callable[[ApplePhone], None], phone: ApplePhone) -> None:
    lie(phone)

    assert [phone.register(), phone.unregister(), phone.fetch().status_code] == [401, 401, 401]


def test_a_phone_hears_which_of_its_passes_changed(phone: ApplePhone, running: RunningHub, dial: Dial) -> None:
    phone.register()
    first = phone.ask_changes().json()
    unchanged = phone.ask_changes(first["lastUpdated"])
    dial.turn(timedelta(minutes=1))
    _redeem(running)
    changed = phone.ask_changes(first["lastUpdated"]).json()

    assert first["serialNumbers"] == [phone.serial]
    assert (unchanged.status_code, unchanged.content) == (204, b"")
    assert changed["serialNumbers"] == [phone.serial]
    assert phone.ask_changes(changed["lastUpdated"]).status_code == 204


@pytest.mark.parametrize("since", ["", "-1", "yesterday", "9" * 400, "\N{ARABIC-INDIC DIGIT NINE}"])
def test_a_mark_that_the_hub_never_gave_is_as_none(since: str, phone: ApplePhone) -> None:
    phone.register()

    assert phone.ask_changes(since).status_code == 200


def test_a_phone_that_is_not_known_hears_nothing(phone: ApplePhone, running: RunningHub) -> None:
    phone.register()
    other = ApplePhone(running, phone.serial, "device-2")
    phone.pass_type += ".another"

    assert [one.ask_changes().status_code for one in (other, phone)] == [204, 204]


@pytest.mark.parametrize("body", [{}, {"pushToken": ""}, {"pushToken": "a/../b"}, {"pushToken": "a" * 257}, []])
def test_a_push_token_that_is_none_is_refused(body: object, phone: ApplePhone, running: RunningHub) -> None:
    path = f"/v1/devices/d/registrations/{phone.pass_type}/{phone.serial}"
    headers = {"Authorization": f"ApplePass {phone.token}"}
    answer = requests.post(running.url + path, json=body, headers=headers, timeout=DEADLINE_S)

    assert (answer.status_code, answer.json()["code"]) == (400, "malformed")
