from argparse import ArgumentParser, Namespace
from pathlib import Path

import pytest

from kiosk.errors import FileRefused, KioskError
from kiosk.hub.cli.joining_options import (
    add_joining_options,
    advise_on_joining,
    read_card_numbers,
    read_mail,
    read_oidc,
    read_store_key,
)
from kiosk.hub.printed_card import Numbering, NumberingRefused
from kiosk.hub.settings import HubSettings


def _type(*words: str) -> Namespace:
    parser = ArgumentParser()
    add_joining_options(parser)
    return parser.parse_args(words)


def test_who_names_nothing_has_nothing() -> None:
    typed = _type()

    assert (read_mail(typed), read_oidc(typed), read_store_key(typed)) == (None, None, None)
    assert advise_on_joining(HubSettings()) == []


def test_all_that_is_named_is_read_from_its_file(tmp_path: Path) -> None:
    for name, content in (("password", "geheim\n"), ("secret", "auch geheim\n"), ("store.key", "0a" * 32)):
        (tmp_path / name).write_text(content)
    typed = _type(
        *("--mail-server", "smtp://mail.example", "--mail-from", "hello@shop.example", "--mail-user", "hub"),
        *("--mail-password-file", str(tmp_path / "password")),
        *("--oidc-issuer", "https://id.example", "--oidc-client-id", "hub", "--oidc-name", "Meinkonto"),
        *("--oidc-client-secret-file", str(tmp_path / "secret"), "--store-key-file", str(tmp_path / "store.key")),
    )
    mail, oidc = read_mail(typed), read_oidc(typed)

    assert mail
    assert oidc
    assert (mail.password, oidc.client_secret, read_store_key(typed)) == ("geheim", "auch geheim", b"\n" * 32)
    assert advise_on_joining(HubSettings(mail=mail, oidc=oidc)) == [
        "Members join by a link that mail.example mails or Meinkonto."
    ]
    assert "0a0a" not in repr(HubSettings(store_key=read_store_key(typed)))


def test_a_wrong_option_is_said_before_anything_is_served(tmp_path: Path) -> None:
    with pytest.raises(KioskError, match=r"^--mail-server: "):
        read_mail(_type("--mail-server", "mail"))
    with pytest.raises(KioskError, match=r"^--oidc-issuer: "):
        read_oidc(_type("--oidc-issuer", "http://id.example"))
    with pytest.raises(FileRefused, match=r"^--store-key-file: "):
        read_store_key(_type("--store-key-file", str(tmp_path / "none")))


def test_the_numbers_on_cards_are_read_or_refused() -> None:
    assert read_card_numbers(_type()) is None
    assert read_card_numbers(_type("--card-numbers", "29:13:gs1")) == Numbering("29", 13, "gs1")
    with pytest.raises(NumberingRefused):
        read_card_numbers(_type("--card-numbers", "29"))
