import pytest

from kiosk.pricing.sound import check


def test_what_is_sound_passes() -> None:
    check("count", is_sound=True)


def test_what_is_not_is_named() -> None:
    with pytest.raises(ValueError, match="count cannot be so"):
        check("count", is_sound=False)
