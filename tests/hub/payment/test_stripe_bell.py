import hmac
import json
import time

import pytest

from kiosk.hub.payment.stripe_bell import read_bell
from kiosk.hub.problem import Problem

SECRET = "whsec_1"  # noqa: S105 # nobody's


def sign(body: bytes, secret: str = SECRET, at: float | None = None) -> str:
    """As Stripe signs."""
    moment = int(time.time() if at is None else at)
    signed = hmac.digest(secret.encode(), f"{moment}.{body.decode()}".encode(), "sha256").hex()
    return f"t={moment},v1={signed}"


def make_event(settlement: str = "s1") -> bytes:
    intent = {"id": "pi_1", "object": "payment_intent", "status": "succeeded", "metadata": {"vitrine": settlement}}
    return json.dumps({"id": "evt_1", "object": "event", "data": {"object": intent}}).encode()


def test_an_event_says_whom_it_is_about() -> None:
    body = make_event()
    foreign = b'{"data": {"object": {"id": "cus_1"}}}'

    assert read_bell(SECRET, sign(body), body) == "s1"
    assert read_bell(SECRET, sign(foreign), foreign) is None


@pytest.mark.parametrize(
    ("secret", "at", "status"), [("another", None, 401), (SECRET, 1_000_000, 401), (SECRET, None, 400)]
)
def test_what_is_not_signed_is_old_or_is_no_event_is_refused(secret: str, at: float | None, status: int) -> None:
    body = make_event() if status == 401 else b"[]"
    with pytest.raises(Problem) as refused:
        read_bell(SECRET, sign(body, secret, at), body)

    assert refused.value.status == status


@pytest.mark.parametrize("signature", ["", "t=1", "v1=00", "t=x,v1=y"])
def test_a_signature_that_is_none_is_refused(signature: str) -> None:
    with pytest.raises(Problem):
        read_bell(SECRET, signature, make_event())
