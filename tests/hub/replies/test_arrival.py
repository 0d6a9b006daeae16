from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.hub.replies.arrival import MOST_BYTES, Unreadable, hash_arrival, read_arrival
from kiosk.hub.replies.verdict import is_proven

_MAIL = b"""From: Mara <Mara@Example.com>
To: "Kleine Freude" <hello+0123456789abcdef0123456789abcdef@shop.example>
Message-ID: <abc@example.com>
In-Reply-To: <message-7@shop.example>
References: <x@y> <message-6@shop.example>
Authentication-Results: mx.shop.example; dmarc=pass
Subject: =?utf-8?q?Re=3A_Zu_=E2=80=9EBecher=E2=80=9C?=

Ja
"""
_PARTS = st.lists(
    st.one_of(
        st.sampled_from(
            [*_MAIL.splitlines(keepends=True), b"Content-Type: multipart/mixed; boundary=a\n", b"--a\n", b"\n"]
        ),
        st.sampled_from(
            [b"Content-Type: text/html; charset=utf-7\n", b"Content-Transfer-Encoding: base64\n", b"\0\xff\n"]
        ),
        st.binary(max_size=20),
    ),
    max_size=20,
)


def test_a_mail_says_who_answers_what() -> None:
    read = read_arrival(_MAIL)

    assert read.sender == "mara@example.com"
    assert read.recipients == ("hello+0123456789abcdef0123456789abcdef@shop.example",)
    assert read.answers == ("message-7@shop.example", "x@y", "message-6@shop.example")
    assert (read.subject, read.text, read.has_files, read.is_automatic) == ("Re: Zu „Becher“", "Ja", False, False)
    assert read.results == ("mx.shop.example; dmarc=pass",)
    assert "mara" not in repr(read)


def test_a_mail_is_known_again_by_its_message_id_else_by_all_that_it_says() -> None:
    assert hash_arrival(_MAIL) == hash_arrival(b"Received: x\n" + _MAIL)
    bare = _MAIL.replace(b"Message-ID: <abc@example.com>\n", b"")
    assert len({hash_arrival(_MAIL), hash_arrival(bare), hash_arrival(bare + b"!")}) == 3


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        _MAIL.replace(b"From: Mara <Mara@Example.com>\n", b""),
        b"From: a@b.example\n" + _MAIL,
        _MAIL.replace(b"Mara <Mara@Example.com>", b"a@b.example, c@d.example"),
        _MAIL.replace(b"Mara <Mara@Example.com>", b"nobody"),
    ],
)
def test_a_mail_of_nobody_in_particular_is_unreadable(raw: bytes) -> None:
    with pytest.raises(Unreadable):
        read_arrival(raw)


def test_what_is_large_is_read_from_its_beginning() -> None:
    read = read_arrival(_MAIL + b"x\n" * MOST_BYTES)

    assert read.has_files
    assert read.text.startswith("Ja")


def test_parts_within_parts_without_end_are_survived() -> None:
    deep = b"".join(b"--b%d\nContent-Type: multipart/mixed; boundary=b%d\n\n" % (at, at + 1) for at in range(3000))
    with suppress(Unreadable):
        read_arrival(b"From: a@b.example\nContent-Type: multipart/mixed; boundary=b0\n\n" + deep)


@pytest.mark.parametrize(
    ("begin", "repeat"),
    [
        (b"Content-Type: text/html\n\n", b"<a "),
        (b'Content-Type: text/plain; x="', b";"),
        (b"Content-Type: text/plain; charset=punycode\n\n" + b"a" * 100_000 + b"-", b"a"),
        (b"", b"Authentication-Results: x; " + b"(" * 2000 + b")" * 2000 + b"\n"),
        (b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (at, at) for at in range(80)), b"\n"),
    ],
)
@pytest.mark.timeout(60)  # where the cost grew faster than the length it would take hours
def test_a_mail_made_to_take_long_is_read_to_its_end_or_refused(begin: bytes, repeat: bytes) -> None:
    raw = b"From: a@b.example\n" + begin + repeat * (MOST_BYTES // len(repeat))
    with suppress(Unreadable):
        assert not is_proven(read_arrival(raw).results, "mx", "a@b.example")


@pytest.mark.parametrize("name", [b"Cc", b"To", b"From"])
def test_a_header_that_some_versions_of_the_library_stumble_over_is_read_or_refused(name: bytes) -> None:
    try:
        read = read_arrival(name + b": " + b"(" * 100_000 + b"\n" + _MAIL)
    except Unreadable:
        return
    assert read.sender == "mara@example.com"


@given(_PARTS)
def test_whatever_comes_is_read_or_refused(parts: list[bytes]) -> None:
    raw = b"".join(parts)
    with suppress(Unreadable):
        assert read_arrival(raw).sender
