import pytest
from msgspec import ValidationError

from kiosk.fleet.flaws import NO_OBJECT, explain_flaw
from kiosk.fleet.notice_message import NoticeRefused, read_notice


@pytest.mark.parametrize(
    ("payload", "told"),
    [
        (b'{"level": "info"}', "text must be words"),
        (b'{"text": 112}', "text must be words"),
        (b'{"text": {"<b>": "a"}}', "text must be words"),
        (b'{"text": " "}', "text must be words"),
        (b'{"text": "a", "level": "apocalypse"}', "level must be info, warning or emergency"),
        (b'{"text": "a", "until": "soon"}', "until must be a time with its zone"),
        (b"evacuate the shop", NO_OBJECT),
        (b"[]", NO_OBJECT),
    ],
)
def test_a_flaw_is_told_by_its_key_and_by_what_is_allowed_there(payload: bytes, told: str) -> None:
    with pytest.raises(NoticeRefused) as refused:
        read_notice(payload)

    assert str(refused.value).startswith(told)


def test_what_came_is_never_repeated() -> None:
    sly = ValidationError("Invalid enum value '`$.evil' - at `$.<b>`")

    assert explain_flaw(sly) == NO_OBJECT
