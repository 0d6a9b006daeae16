import pytest

from kiosk.hub.push.push_service import KNOWN
from kiosk.hub.push.subscription import LONGEST_ENDPOINT, read_subscription

# The example of RFC 8291, section 5.
P256DH = "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"
AUTH = "BTBZMqHH6r4Tts7J_aSIgg"
GOOD = "https://fcm.googleapis.com/fcm/send/abc"


@pytest.mark.parametrize(
    "endpoint",
    [
        GOOD,
        "https://updates.push.services.mozilla.com/wpush/v2/abc",
        "https://web.push.apple.com/abc",
        "https://db5p.notify.windows.com/w/?token=abc",
        "https://fcm.googleapis.com:443/fcm/send/abc",
    ],
)
def test_known_push_services_are_taken(endpoint: str) -> None:
    found = read_subscription(endpoint, P256DH, AUTH, KNOWN)

    assert found
    assert found.endpoint == endpoint
    assert repr(found) == "Subscription(...)"


@pytest.mark.parametrize(
    "endpoint",
    [
        *(
            "",
            "fcm.googleapis.com",
            "http://fcm.googleapis.com/x",
            "https://127.0.0.1/x",
            "https://[::1]/x",
            "https://[",
        ),
        *(
            "https://evil-fcm.googleapis.com.example/x",
            "https://notfcm.googleapis.comx/x",
            "https://xfcm.googleapis.com/x",
        ),
        *(
            "https://fcm.googleapis.com@10.0.0.1/x",
            "https://10.0.0.1#@fcm.googleapis.com/x",
            "https://10.0.0.1\\.push.apple.com/x",
        ),
        *(
            "https://fcm.googleapis.com:8080/x",
            "file:///etc/passwd",
            "https://fcm.googleapis.com/\r\nX: y",
            "https://\uff46cm.googleapis.com/",
        ),
        GOOD + "a" * LONGEST_ENDPOINT,
    ],
)
def test_whatever_else_a_browser_names_is_never_asked(endpoint: str) -> None:
    assert read_subscription(endpoint, P256DH, AUTH, KNOWN) is None


@pytest.mark.parametrize(
    ("p256dh", "auth"),
    [
        ("", AUTH),
        ("AAAA", AUTH),
        (P256DH[:-4] + "AAAA", AUTH),
        ("ä", AUTH),
        (P256DH, ""),
        (P256DH, "AAAA"),
        (P256DH, "ä"),
    ],
)
def test_keys_that_are_none_are_refused(p256dh: str, auth: str) -> None:
    assert read_subscription(GOOD, p256dh, auth, KNOWN) is None
