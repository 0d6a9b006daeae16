from datetime import timedelta

import pytest
import requests

from kiosk.hub.approving import approve_code
from kiosk.hub.models.enrolment import MOST_WAITING
from tests.hub.running import RunningHub

CODE = "KXJQ-7R4M"


def _ask(running: RunningHub, code: str = CODE) -> requests.Response:
    return requests.post(f"{running.url}/v1/screens/enrol", json={"code": code}, timeout=20)


def test_a_screen_waits_until_its_code_is_approved(running: RunningHub) -> None:
    answer = _ask(running)

    assert (answer.status_code, answer.json(), answer.headers["Retry-After"]) == (202, {"status": "waiting"}, "5")


def test_an_approved_screen_gets_a_token_that_lets_it_in(running: RunningHub) -> None:
    _ask(running)
    approve_code(running.hub, CODE.lower())

    answer = _ask(running)

    assert answer.status_code == 200
    body = answer.json()
    assert (body["store"], body["screen"]) == ("berlin-mitte", "window-2")
    assert body["settings"] == {"zones": ["wellness", "accessories", "fashion"]}
    address = "/v1/catalogue?store=berlin-mitte&screen=window-2"
    assert running.get(address, token=body["token"]).status_code == 200


def test_the_token_is_told_once(running: RunningHub) -> None:
    _ask(running)
    approve_code(running.hub, CODE)
    _ask(running)

    answer = _ask(running)

    assert (answer.status_code, answer.json()["code"]) == (410, "code_used")


def test_an_old_code_begins_anew(running: RunningHub) -> None:
    _ask(running)
    approve_code(running.hub, CODE)
    running.dial.turn(timedelta(minutes=16))

    assert _ask(running).status_code == 202


def test_there_is_an_end_to_how_many_may_wait(running: RunningHub) -> None:
    for number in range(MOST_WAITING):
        assert _ask(running, f"CODE-{number:04}").status_code == 202

    answer = _ask(running)

    assert (answer.status_code, answer.json()["code"]) == (429, "too_many_codes")
    assert answer.headers["Retry-After"] == "60"


@pytest.mark.parametrize("code", ["", "short", "with space", "ümlaut", "x" * 65, "\x00" * 8])
def test_a_code_that_is_none_is_refused(running: RunningHub, code: str) -> None:
    answer = _ask(running, code)

    assert (answer.status_code, answer.json()["code"]) == (400, "malformed")
