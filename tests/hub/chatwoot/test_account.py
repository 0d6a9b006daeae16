import hmac
from pathlib import Path

import pytest

from kiosk.hub.chatwoot.account import Chatwoot, ChatwootRefused, read_chatwoot

_GOOD = 'url = "https://chat.shop.example/"\naccount = 1\ninbox = "4sTF"\ntoken_file = "token"\n'


@pytest.fixture
def file(tmp_path: Path) -> Path:
    for name in ("token", "hmac", "signing"):
        (tmp_path / name).write_text(f"{name} secret\n")
    (tmp_path / "empty").write_text("\n")
    return tmp_path / "chatwoot.toml"


def test_the_file_names_the_place_and_the_files_of_its_secrets(file: Path) -> None:
    file.write_text(f'{_GOOD}hmac_file = "hmac"\nsigning_file = "signing"\n')
    told = read_chatwoot(file)

    assert told == Chatwoot("https://chat.shop.example", 1, "4sTF", "token secret", "hmac secret", "signing secret")
    assert "secret" not in repr(told)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (_GOOD.replace("https", "http"), "allow_private"),
        (_GOOD.replace("example/", "example/?a=1"), "without what follows"),
        (_GOOD.replace("4sTF", "../x"), "letters and digits"),
        (_GOOD.replace('"token"', '"nowhere"'), "nowhere cannot be read"),
        (_GOOD.replace('"token"', '"empty"'), "must hold one line"),
        (f"{_GOOD}colour = 1", "unknown field"),
        ("url = ", "Invalid value"),
    ],
)
def test_what_cannot_be_used_is_said(content: str, why: str, file: Path) -> None:
    file.write_text(content)
    with pytest.raises(ChatwootRefused, match=why):
        read_chatwoot(file)


def test_a_file_that_is_not_there_is_said(file: Path) -> None:
    with pytest.raises(ChatwootRefused, match=r"chatwoot\.toml: cannot be read \(No such file or directory\)$"):
        read_chatwoot(file)


def test_a_contact_is_vouched_for_where_the_inbox_has_a_token_for_that() -> None:
    plain, signed = Chatwoot("u", 1, "i", "t"), Chatwoot("u", 1, "i", "t", "key")

    assert plain.vouch("v_1") == {"identifier": "v_1"}
    assert signed.vouch("v_1")["identifier_hash"] == hmac.digest(b"key", b"v_1", "sha256").hex()


def test_its_door_follows_from_the_token_and_does_not_tell_it() -> None:
    door = Chatwoot("u", 1, "i", "t").door

    assert door == Chatwoot("other", 2, "j", "t").door
    assert door != Chatwoot("u", 1, "i", "T").door
    assert len(door) == 64
