from datetime import timedelta

import pytest
import requests

from kiosk.hub.context import Hub
from kiosk.hub.domain.screens.enrolment import Wanted, approve_code, revoke_screen
from kiosk.hub.models.screens.enrolment import MOST_WAITING, add_enrolment
from kiosk.hub.models.screens.screen import Screen
from kiosk.hub.rate_limiter import CODES, SCREENS
from kiosk.hub.sample.shop import STORE
from tests.hub.running import A_HASH, RunningHub

CODE = "KXJQ-7R4M"


SECRET = "s" * 32


@pytest.fixture(autouse=True)
def _wait(hub: Hub) -> None:
    """A screen that nobody enrolled yet."""
    with hub.database.write() as session:
        session.add(Screen(store_id=STORE, id="window-3", zones=["fashion"]))


def _ask(
    running: RunningHub, code: str = CODE, secret: str | None = None, address: str = "192.0.2.1"
) -> requests.Response:
    """Ask as a proxy on this machine would pass it on from that address."""
    body = {"code": code, "secret": secret}
    return requests.post(f"{running.url}/v1/screens/enrol", json=body, headers={"X-Forwarded-For": address}, timeout=20)


def test_a_screen_waits_until_its_code_is_approved(running: RunningHub) -> None:
    answer = _ask(running)

    assert (answer.status_code, answer.headers["Retry-After"]) == (202, "5")
    assert answer.json() == {
        "status": "waiting",
        "approve_at": f"{running.hub.settings.public_url}/console/screens",
        "expires_in": 900,
    }


def test_an_approved_screen_gets_a_token_that_lets_it_in(running: RunningHub) -> None:
    _ask(running)
    approve_code(running.hub, CODE.lower())

    answer = _ask(running)

    assert answer.status_code == 200
    body = answer.json()
    assert (body["store"], body["screen"]) == ("berlin-mitte", "window-3")
    assert body["settings"] == {"zones": ["fashion"]}
    address = "/v1/catalogue?store=berlin-mitte&screen=window-3"
    assert running.get(address, token=body["token"]).status_code == 200


def test_the_token_is_told_once(running: RunningHub) -> None:
    _ask(running)
    approve_code(running.hub, CODE)
    _ask(running)

    answer = _ask(running)

    assert (answer.status_code, answer.json()["code"]) == (410, "code_used")


def test_a_token_that_was_lost_on_its_way_is_followed_by_another_until_one_is_used(running: RunningHub) -> None:
    _ask(running, secret=SECRET)
    approve_code(running.hub, CODE)
    lost, token = (_ask(running, secret=SECRET).json()["token"] for _ in range(2))
    path = "/v1/catalogue?store=berlin-mitte&screen=window-3"

    assert _ask(running, secret="t" * 32).json()["code"] == "code_of_another"
    assert [running.get(path, token=one).status_code for one in (lost, token)] == [401, 200]
    assert _ask(running, secret=SECRET).json()["code"] == "code_used"


def test_a_token_is_followed_by_none_once_its_screen_is_let_in_by_another_code(running: RunningHub) -> None:
    other = "XXXX-7R4M"
    for code in (CODE, other):
        _ask(running, code, SECRET)
    approve_code(running.hub, CODE)
    _ask(running, secret=SECRET)
    revoke_screen(running.hub, STORE, "window-3")
    answers = [_ask(running, secret=SECRET)]
    approve_code(running.hub, other, Wanted(STORE, "window-3"))
    answers.append(_ask(running, secret=SECRET))
    assert _ask(running, other, SECRET).status_code == 200
    answers.append(_ask(running, secret=SECRET))

    assert [answer.status_code for answer in answers] == [410, 410, 410]


def test_an_old_code_begins_anew(running: RunningHub) -> None:
    _ask(running)
    approve_code(running.hub, CODE)
    running.dial.turn(timedelta(minutes=16))

    assert _ask(running).status_code == 202


def test_there_is_an_end_to_how_many_may_wait(running: RunningHub) -> None:
    with running.hub.database.write() as session:
        for number in range(MOST_WAITING):
            add_enrolment(session, f"CODE-{number:04}", A_HASH, running.hub.now())

    answer = _ask(running)

    assert (answer.status_code, answer.json()["code"]) == (429, "too_many_codes")
    assert answer.headers["Retry-After"] == "60"


def test_the_code_on_the_glass_is_not_enough(running: RunningHub) -> None:
    _ask(running, secret=SECRET)
    approve_code(running.hub, CODE)

    for secret in (None, "t" * 32):
        answer = _ask(running, secret=secret)
        assert (answer.status_code, answer.json()["code"]) == (403, "code_of_another")
    assert _ask(running, secret=SECRET, address="192.0.2.2").status_code == 200


def test_a_screen_without_a_secret_is_known_by_its_address(running: RunningHub) -> None:
    assert requests.post(f"{running.url}/v1/screens/enrol", json={"code": CODE}, timeout=20).status_code == 202
    approve_code(running.hub, CODE)

    assert _ask(running, address="192.0.2.2").json()["code"] == "code_of_another"
    assert _ask(running, address="127.0.0.1").status_code == 200


@pytest.mark.parametrize("secret", ["", "s" * 31, "s" * 257])
def test_a_secret_that_is_none_is_refused(running: RunningHub, secret: str) -> None:
    assert _ask(running, secret=secret).json()["code"] == "malformed"


def test_one_address_cannot_take_all_the_room(running: RunningHub) -> None:
    for number in range(CODES.most):
        assert _ask(running, f"CODE-{number:04}").status_code == 202

    assert _ask(running).json()["code"] == "too_many_requests"
    assert _ask(running, address="192.0.2.2").status_code == 202


def test_one_address_cannot_ask_without_end(running: RunningHub) -> None:
    for _ in range(SCREENS.most):
        running.hub.screens.enter("192.0.2.1", running.hub.now())

    answer = _ask(running)

    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "1")


@pytest.mark.parametrize("code", ["", "short", "------", "SHO-RT-", "with space", "ümlaut", "x" * 65, "\x00" * 8])
def test_a_code_that_is_none_is_refused(running: RunningHub, code: str) -> None:
    answer = _ask(running, code)

    assert (answer.status_code, answer.json()["code"]) == (400, "malformed")
