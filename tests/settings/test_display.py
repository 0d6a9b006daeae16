import msgspec
import pytest

from kiosk.settings.display import Display


def test_a_display_is_silent_and_can_be_touched_where_it_has_what_it_takes() -> None:
    display = Display()
    assert (display.touch, display.sound, display.speech, display.text_scale) == ("auto", False, "off", 1.0)


@pytest.mark.parametrize(
    ("key", "value"), [("text_scale", 0.9), ("text_scale", 1.4), ("volume", 1.1), ("touch", "maybe"), ("speech", True)]
)
def test_what_no_display_can_do_is_refused(key: str, value: object) -> None:
    with pytest.raises(msgspec.ValidationError, match=key):
        msgspec.convert({key: value}, Display)
