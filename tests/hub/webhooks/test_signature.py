from base64 import b64decode
from datetime import UTC, datetime

from kiosk.hub.webhooks.signature import make_secret, sign

# The example of Svix's documentation "Verifying webhooks manually", whose scheme Standard Webhooks took over.
_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"  # noqa: S105 - of the example
_ID, _STAMP, _BODY = "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, b'{"test": 2432232314}'
_SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_the_published_example_is_signed_alike() -> None:
    assert sign(_SECRET, _ID, datetime.fromtimestamp(_STAMP + 0.9, UTC), _BODY) == {
        "webhook-id": _ID,
        "webhook-timestamp": str(_STAMP),
        "webhook-signature": _SIGNATURE,
    }


def test_a_secret_has_as_many_bytes_as_the_standard_asks_for() -> None:
    first, again, other = (make_secret(chance) for chance in ("a", "a", "b"))

    assert first == again != other
    assert len(b64decode(first.removeprefix("whsec_"))) == 32
