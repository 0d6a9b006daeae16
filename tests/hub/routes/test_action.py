import pytest
import requests
from sqlalchemy import select

from kiosk.hub.domain.benefits.signature import make_secret, sign
from kiosk.hub.models.benefits.action_source import set_source
from kiosk.hub.models.members.member import Member
from kiosk.hub.sample.shop import STORE
from tests.hub.running import DEADLINE_S, RunningHub

SECRET = make_secret("chance")


@pytest.fixture
def member(running: RunningHub) -> str:
    with running.hub.database.write() as session:
        set_source(session, STORE, "gallery", SECRET)
        return session.scalars(select(Member.key).where(Member.visits == 1)).one()


def _send(running: RunningHub, body: str, *, source: str = "gallery", **changes: str) -> requests.Response:
    timestamp = str(int(running.hub.now().timestamp()))
    headers = {
        "webhook-id": "m1",
        "webhook-timestamp": timestamp,
        "webhook-signature": sign(SECRET, "m1", timestamp, body.encode()),
        **{name.replace("_", "-"): value for name, value in changes.items()},
    }
    return requests.post(f"{running.url}/v1/actions/{STORE}/{source}", body, headers=headers, timeout=DEADLINE_S)


def test_a_signed_action_is_paid_once_and_answered_alike(running: RunningHub, member: str) -> None:
    answers = [_send(running, f'{{"action": "gallery", "member": "{member}"}}') for _ in range(2)]

    assert [answer.status_code for answer in answers] == [201, 200]
    assert answers[0].json() == answers[1].json()
    assert answers[0].json()["earned"] == [
        {"rule": "gallery", "unit": "points", "amount": "30", "because": "for each time: 30 points"}
    ]


@pytest.mark.parametrize(
    ("changes", "status", "code"),
    [
        ({"webhook_signature": "v1,AAAA"}, 401, "signature_wrong"),
        ({"source": "nobody"}, 401, "signature_wrong"),
        ({"webhook_timestamp": "1"}, 401, "signature_wrong"),
        ({"webhook_id": ""}, 400, "malformed"),
    ],
)
def test_what_nobody_signed_is_refused(
    running: RunningHub, member: str, changes: dict[str, str], status: int, code: str
) -> None:
    answer = _send(running, f'{{"action": "gallery", "member": "{member}"}}', **changes)

    assert (answer.status_code, answer.json()["code"]) == (status, code)


def test_a_like_is_told_why_it_is_off(running: RunningHub, member: str) -> None:
    answer = _send(running, f'{{"action": "like", "member": "{member}"}}')

    assert (answer.status_code, answer.json()["code"]) == (422, "action_not_rewarded")
    assert "Meta's platform policy" in answer.json()["detail"]
