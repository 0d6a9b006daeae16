from email import message_from_bytes
from email.message import EmailMessage

import pytest

from kiosk.hub.replies.body import Body, read_body


def _read(raw: bytes) -> Body:
    return read_body(message_from_bytes(raw))


def test_plain_text_counts_before_html() -> None:
    mail = EmailMessage()
    mail.set_content("Ja, schön")
    mail.add_alternative("<p>anders</p>", subtype="html")

    assert read_body(mail) == Body("Ja, schön", has_files=False)


def test_html_alone_is_read_and_a_file_is_noticed() -> None:
    mail = EmailMessage()
    mail.set_content("<p>Ja</p>", subtype="html")
    mail.add_attachment(b"\xff\xd8", maintype="image", subtype="jpeg", filename="a.jpg")

    assert read_body(mail) == Body("Ja", has_files=True)


def test_a_file_of_text_is_no_answer() -> None:
    mail = EmailMessage()
    mail.set_content("")
    mail.add_attachment("geheim", filename="a.txt")

    assert read_body(mail) == Body("", has_files=True)


@pytest.mark.parametrize("charset", ["x-none", "hex", "undefined", "idna", "utf-8", '"', "utf-16"])
def test_letters_that_are_told_wrongly_stop_nothing(charset: str) -> None:
    raw = f"Content-Type: text/plain; charset={charset}\n\n".encode() + b"Gr\xfc\xdfe an alle"

    assert isinstance(_read(raw).text, str)


def test_letters_are_read_as_they_are_told() -> None:
    raw = b"Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nGr=FC=DFe"

    assert _read(raw).text == "Grüße"
