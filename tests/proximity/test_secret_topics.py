import pytest

from kiosk.errors import SettingRefused
from kiosk.proximity.secret_topics import check_topics, holds_keys


@pytest.mark.parametrize(
    "topic",
    [
        "#",
        "+/#",
        "espresense/#",
        "espresense/settings/#",
        "espresense/settings/irk:00/config",
        "espresense/+/+/known_irks",
        "espresense/rooms/hall/known_irks/set",
        "+/rooms/+/+",
        "+/settings/a",
        "+/+/+",
    ],
)
def test_a_topic_that_would_bring_keys_is_refused(topic: str) -> None:
    assert holds_keys(topic)
    with pytest.raises(SettingRefused, match=r"proximity\.topics"):
        check_topics("proximity.topics", ["shop/#", topic])


@pytest.mark.parametrize(
    "topic", ["espresense/devices/#", "espresense/rooms/+/telemetry", "espresense/rooms/+", "shop/#", "+/+", "rooms/#"]
)
def test_other_topics_are_free(topic: str) -> None:
    assert not holds_keys(topic)
    check_topics("proximity.topics", [topic])
