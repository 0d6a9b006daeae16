import logging
from datetime import timedelta

import pytest
import requests

from kiosk.hub.domain.kept.redemption import redeem_bookmark
from kiosk.hub.models.conversation.bookmark import Bookmark
from kiosk.hub.wallet.doctor.archive import read_files
from kiosk.hub.wallet.doctor.content import read_content
from kiosk.hub.wallet.wallets import NO_WALLETS, Wallets
from tests.hub.in_wallets import PUBLIC_URL, SIGNER, ApplePhone, erase_keeper, give_wallets, put_in_wallet
from tests.hub.running import DEADLINE_S, Dial, RunningHub


@pytest.fixture
def phone(running: RunningHub) -> ApplePhone:
    """A phone with a pass, at a hub that signs them."""
    running.hub = give_wallets(running.hub, Wallets(SIGNER))
    running.server.serve(running.hub)
    return ApplePhone(running, put_in_wallet(running.hub))


def test_a_phone_fetches_its_pass_and_only_when_it_changed(phone: ApplePhone, running: RunningHub, dial: Dial) -> None:
    first = phone.fetch()
    known = first.headers["Last-Modified"]
    again = phone.fetch(**{"If-Modified-Since": known})
    dial.turn(timedelta(minutes=1))
    with running.hub.database.write() as session:
        redeem_bookmark(running.hub, session, session.get_one(Bookmark, "b"))
    changed = phone.fetch(**{"If-Modified-Since": known})

    assert (first.status_code, first.headers["Content-Type"]) == (200, "application/vnd.apple.pkpass")
    told = read_content(read_files(first.content)["pass.json"])
    assert told
    assert (told["webServiceURL"], told["authenticationToken"]) == (PUBLIC_URL, phone.token)
    assert (again.status_code, again.content) == (304, b"")
    assert changed.status_code == 200
    now = read_content(read_files(changed.content)["pass.json"])
    assert now
    assert [told["voided"], now["voided"]] == [False, True]


def test_the_pass_of_who_was_erased_is_void_and_says_nothing_of_the_offer(
    phone: ApplePhone, running: RunningHub, dial: Dial
) -> None:
    phone.register()
    code = read_content(read_files(phone.fetch().content)["pass.json"])
    known = phone.fetch().headers["Last-Modified"]
    dial.turn(timedelta(minutes=1))
    erase_keeper(running.hub)
    changed = phone.ask_changes().json()
    void = phone.fetch(**{"If-Modified-Since": known})
    told = read_files(void.content)["pass.json"]
    now = read_content(told)

    assert (changed["serialNumbers"], void.status_code) == ([phone.serial], 200)
    assert code
    assert now
    assert (now["voided"], now["barcodes"]) == (True, [])
    assert [text for text in (code["barcodes"][0]["message"], "Steinzeugbecher", "/c/") if text.encode() in told] == []


def test_a_phone_that_removes_a_void_pass_is_known_no_more(phone: ApplePhone, running: RunningHub) -> None:
    phone.register()
    erase_keeper(running.hub)

    assert [phone.register("another"), phone.unregister()] == [200, 200]
    assert phone.ask_changes().status_code == 204


@pytest.mark.parametrize(("language", "said"), [("de-DE", "Ungültig"), ("en-US", "Void")])
def test_a_phone_that_never_registered_hears_that_the_pass_is_void_though_nothing_of_it_is_kept(
    phone: ApplePhone, running: RunningHub, language: str, said: str
) -> None:
    code = read_content(read_files(phone.fetch().content)["pass.json"])
    erase_keeper(running.hub)
    void = phone.fetch(**{"Accept-Language": language})
    told = read_files(void.content)["pass.json"]
    now = read_content(told)

    assert (void.status_code, phone.register(), phone.ask_changes().status_code) == (200, 200, 204)
    assert code
    assert now
    assert (now["voided"], now["barcodes"], now["organizationName"]) == (True, [], SIGNER.team)
    assert said in told.decode()
    assert [text for text in (code["barcodes"][0]["message"], "Steinzeugbecher", "/c/") if text.encode() in told] == []


@pytest.mark.parametrize(
    "moment", ["", "yesterday", "Sun, 99 Nov 2026", "0", "Mon, 01 Jan 2026 00:00:00 +9999999999999"]
)
def test_a_moment_that_is_none_is_as_none(moment: str, phone: ApplePhone) -> None:
    assert phone.fetch(**{"If-Modified-Since": moment}).status_code == 200


def test_a_hub_that_signs_no_passes_knows_none(phone: ApplePhone, running: RunningHub) -> None:
    running.server.serve(give_wallets(running.hub, NO_WALLETS))

    assert phone.fetch().status_code == 401


def test_what_phones_complain_of_is_noted_by_its_kind_alone(
    running: RunningHub, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "kiosk.hub.routes.wallet_pass")
    logs = [
        "[2026-11-22] Register task (for device secret, pass type p, serial s) encountered error: bad",
        "Get pass task (serial s) encountered error: \x1b[2J",
        "Get pass task again",
        "whatever a stranger typed",
    ]
    answer = requests.post(f"{running.url}/v1/log", json={"logs": logs}, timeout=DEADLINE_S)

    assert answer.status_code == 200
    (said,) = [record.message for record in caplog.records if record.name.endswith("wallet_pass")]
    assert said == "a wallet stumbled: Get pass (2), Register (1), something else (1)"


@pytest.mark.parametrize("body", [{}, {"logs": "text"}, {"logs": [1]}, {"logs": ["x"] * 1001}])
def test_a_complaint_of_another_form_is_refused(body: object, running: RunningHub) -> None:
    assert requests.post(f"{running.url}/v1/log", json=body, timeout=DEADLINE_S).status_code == 400


def test_whoever_complains_without_end_is_told_to_wait(running: RunningHub) -> None:
    answers = [requests.post(f"{running.url}/v1/log", json={"logs": []}, timeout=DEADLINE_S) for _ in range(61)]

    assert [answer.status_code for answer in answers[-2:]] == [200, 429]
