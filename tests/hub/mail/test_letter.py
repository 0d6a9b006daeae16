import pytest

from kiosk.hub.mail.letter import LONGEST_ADDRESS, Letter, compose, find_inbox, read_address
from tests.hub.running import NOW

SENDER = "hello@shop.example"


def _write(**changes: str) -> Letter:
    values = {
        "to": "mara@example.com",
        "sender_name": "Kleine Freude",
        "subject": "Grüße",
        "text": "Äpfel\n",
        "id": "7",
    }
    return Letter(**{**values, **changes}, written_at=NOW)


@pytest.mark.parametrize(
    ("address", "inbox"),
    [
        ("mara@example.com", "mara@example.com"),
        ("mara+1+2@example.com", "mara@example.com"),
        ("+1@example.com", "+1@example.com"),
    ],
)
def test_addresses_that_differ_by_a_mark_come_to_one_inbox(address: str, inbox: str) -> None:
    assert find_inbox(address) == inbox


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        (" Mara@Example.COM ", "mara@example.com"),
        ("mara.o'neill+shop@mail.example.co.uk", "mara.o'neill+shop@mail.example.co.uk"),
        ("mara@bücher.example", "mara@xn--bcher-kva.example"),
        ("a" * 64 + "@example.com", "a" * 64 + "@example.com"),
    ],
)
def test_an_address_is_kept_as_mail_servers_know_it(typed: str, address: str) -> None:
    assert read_address(typed) == address


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "",
            "mara",
            "@example.com",
            "mara@",
            "mara@example",
            "mara@.example.com",
            "mara@example..com",
            "ma ra@example.com",
        ),
        *("mara@example.com\nBcc: all@example.com", "mara@example.com\r", "a,b@example.com", "<mara@example.com>"),
        *('"mara"@example.com', ".mara@example.com", "mara.@example.com", "mära@example.com", "mara@-example.com"),
        *(
            "a" * 65 + "@example.com",
            f"mara@{'a.' * LONGEST_ADDRESS}com",
            "mara@" + "ä" * 100 + ".com",
            "mara@\x00.com",
        ),
    ],
)
def test_what_is_no_address_is_none(typed: str) -> None:
    assert read_address(typed) in {None, "mara@example.com"}
    assert read_address(typed) is None or "\r" in typed


def test_a_letter_is_a_plain_mail_that_wants_no_answer_from_machines() -> None:
    message = compose(_write(), SENDER)

    assert {name: str(message[name]) for name in message} == {
        "From": "Kleine Freude <hello@shop.example>",
        "To": "mara@example.com",
        "Subject": "Grüße",
        "Date": "Sun, 22 Nov 2026 09:00:00 +0000",
        "Message-ID": "<7@shop.example>",
        "Auto-Submitted": "auto-generated",
        "Content-Type": 'text/plain; charset="utf-8"',
        "Content-Transfer-Encoding": "quoted-printable",
        "MIME-Version": "1.0",
    }
    assert message.get_content() == "Äpfel\n"
    assert message.as_bytes().isascii()


@pytest.mark.parametrize("header", ["subject", "sender_name", "to"])
def test_no_text_adds_a_header(header: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        compose(_write(**{header: "x\r\nBcc: all@example.com"}), SENDER).as_bytes()


def test_a_letter_says_nothing_in_a_log() -> None:
    assert repr(_write()) == "Letter(...)"
