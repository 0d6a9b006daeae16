import pytest

from kiosk.errors import SettingRefused
from kiosk.proximity.topic_pattern import DEVICE, ZONE, TopicPattern


def test_one_topic_is_listened_to_for_each_zone_and_any_device() -> None:
    assert TopicPattern("gw/{zone}/{device}").list_topics(["a", "b"]) == ("gw/a/+", "gw/b/+")
    assert TopicPattern("gw/all").list_topics(["a", "b"]) == ("gw/all",)
    with pytest.raises(SettingRefused):
        TopicPattern("gw/{zone}").list_topics(["#"])


@pytest.mark.parametrize(
    ("pattern", "topic", "parts"),
    [
        ("gw/{zone}/{device}", "gw/shoes/aa:bb", {ZONE: "shoes", DEVICE: "aa:bb"}),
        ("gw/+/{device}", "gw/shoes/aa:bb", {DEVICE: "aa:bb"}),
        ("gw/{zone}/#", "gw/shoes/a/b", {ZONE: "shoes"}),
        ("gw/{zone}/{device}", "gw/shoes/", {ZONE: "shoes"}),
        ("gw/all", "gw/all", {}),
        ("gw/{zone}", "gw/shoes/more", None),
        ("gw/{zone}/#", "gw", None),
        ("gw/{zone}", "other/shoes", None),
    ],
)
def test_a_topic_is_taken_apart_where_it_fits(pattern: str, topic: str, parts: dict[str, str] | None) -> None:
    assert TopicPattern(pattern).match(topic) == parts


def test_it_knows_its_parts() -> None:
    assert TopicPattern("gw/{zone}").names(ZONE)
    assert not TopicPattern("gw/{zone}").names(DEVICE)
