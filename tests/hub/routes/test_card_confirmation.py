from pathlib import Path

import pytest

from tests.hub.running import RunningHub
from tests.hub.till import open_till


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({"card": "c" * 64, "code": "K7Q42MFX"}, 404, "card_unclaimed"),
        ({"card": "6291041500213", "code": "K7Q42MFX"}, 400, "malformed"),
        ({"card": "c" * 64, "code": ""}, 400, "malformed"),
    ],
)
def test_a_card_that_nobody_claims_stays_nobodys(
    running: RunningHub, seeded: Path, body: dict[str, str], status: int, code: str
) -> None:
    answer = open_till(running, seeded).post("/v1/cards", body)

    assert (answer.status_code, answer.json()["code"]) == (status, code)


def test_a_screen_confirms_no_card(running: RunningHub) -> None:
    assert running.post("/v1/cards", {"card": "c" * 64, "code": "K7Q42MFX"}).status_code == 401
