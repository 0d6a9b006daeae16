from pathlib import Path

import pytest

from kiosk.hub.mail.mail_server import MailOptions, MailRefused, read_mail_server

SENDER = "hello@shop.example"


@pytest.mark.parametrize(
    ("url", "port", "is_wrapped", "is_here"),
    [
        ("smtp://mail.example", 587, False, False),
        ("smtps://mail.example", 465, True, False),
        ("smtp://localhost:25", 25, False, True),
        ("smtp://[::1]:2525", 2525, False, True),
    ],
)
def test_an_address_says_where_and_how(url: str, port: int, *, is_wrapped: bool, is_here: bool) -> None:
    server = read_mail_server(MailOptions(url, SENDER))

    assert (server.port, server.is_wrapped, server.is_here, server.sender) == (port, is_wrapped, is_here, SENDER)


def test_the_password_comes_from_its_file_and_stays_out_of_logs(tmp_path: Path) -> None:
    file = tmp_path / "password"
    file.write_text("geheim \n")
    server = read_mail_server(MailOptions("smtp://mail.example", SENDER, "hub", file))

    assert (server.user, server.password) == ("hub", "geheim ")
    assert "geheim" not in repr(server)


@pytest.mark.parametrize(
    ("options", "option"),
    [
        (MailOptions("mail.example", SENDER), "--mail-server"),
        (MailOptions("http://mail.example", SENDER), "--mail-server"),
        (MailOptions("smtp://hub:geheim@mail.example", SENDER), "--mail-server"),
        (MailOptions("smtp://mail.example:mail", SENDER), "--mail-server"),
        (MailOptions("smtp://mail.example/inbox", SENDER), "--mail-server"),
        (MailOptions("smtp://mail.example"), "--mail-from"),
        (MailOptions("smtp://mail.example", "shop"), "--mail-from"),
        (MailOptions("smtp://mail.example", SENDER, user="hub"), "--mail-user"),
        (MailOptions("smtp://mail.example", SENDER, password_file=Path("x")), "--mail-user"),
        (MailOptions("smtp://mail.example", SENDER, "hub", Path("not there")), "--mail-password-file"),
        (MailOptions("smtp://mail.example", SENDER, ca_file=Path("not there")), "--mail-ca-file"),
    ],
)
def test_what_cannot_be_used_is_named_by_its_option_and_not_repeated(options: MailOptions, option: str) -> None:
    with pytest.raises(MailRefused, match=f"^{option}: ") as refused:
        read_mail_server(options)

    assert "geheim" not in str(refused.value)
