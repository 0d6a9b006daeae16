import pytest
from paho.mqtt.client import topic_matches_sub

from kiosk.contract.phone_keys import KEY_TOPICS


@pytest.mark.parametrize(
    ("topic", "is_secret"),
    [
        ("espresense/settings/phone:anna", True),
        ("espresense/rooms/hall/known_irks", True),
        ("espresense/devices/phone:anna/hall", False),
        ("espresense/rooms/hall/telemetry", False),
    ],
)
def test_a_broker_takes_for_secret_what_holds_a_phones_key(topic: str, *, is_secret: bool) -> None:
    assert any(topic_matches_sub(secret, topic) for secret in KEY_TOPICS) == is_secret
