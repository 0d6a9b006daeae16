from typing import Any

import msgspec
import pytest

from kiosk.theming.manifest import Manifest
from tests.doubles.themes import read_daylight

DAYLIGHT: dict[str, Any] = read_daylight()


def test_the_shipped_theme_says_everything_that_a_theme_must_say() -> None:
    assert msgspec.convert(DAYLIGHT, Manifest).title == "Daylight"


@pytest.mark.parametrize(
    ("group", "key", "value"),
    [
        ("type", "price", 60),
        ("type", "legal", 20),
        ("type", "lead", 30),
        ("type", "display_family", "../../etc/passwd"),
        ("space", "code", 200),
        ("motion", "crossfade_ms", -1),
        ("motion", "zoom_percent_per_s", 5),
        ("layout", "column", 0.9),
        ("palette", "ink", "black"),
        ("motion", "script", "print(1)"),
    ],
)
def test_a_value_outside_its_range_is_refused_by_its_key(group: str, key: str, value: object) -> None:
    broken = {**DAYLIGHT, group: {**DAYLIGHT[group], key: value}}
    with pytest.raises(msgspec.ValidationError, match=rf"{group}|{key}"):
        msgspec.convert(broken, Manifest)
