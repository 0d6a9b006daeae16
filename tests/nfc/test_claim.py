"""What an NDEF message says about its holder, and that no message does harm."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.nfc.claim import Claim, find_claim, read_texts
from kiosk.nfc.reading import Gap
from kiosk.shop.card import write_uri
from tests.nfc.samples import MEMBER, SHORT_SUN_URL, SHORT_SUN_VALUE, SUN_URL, SUN_VALUE

FOUND = {
    "a member's URI": (write_uri(MEMBER), Claim("ndef", MEMBER)),
    "an abbreviated URI": (b"\xd1\x01\x11U\x13vitrine:member:1", Claim("ndef", "urn:vitrine:member:1")),
    "a short URI": (write_uri("vitrine:7"), Claim("ndef", "vitrine:7")),
    "a text": (b"\xd1\x01\x0cT\x02envitrine:8", Claim("ndef", "vitrine:8")),
    "SUN by the application note": (write_uri(SUN_URL), Claim("sun", SUN_VALUE)),
    "SUN by its short names": (write_uri(SHORT_SUN_URL), Claim("sun", SHORT_SUN_VALUE)),
    "a member with nothing behind the prefix": (write_uri("urn:vitrine:member:"), Gap.EMPTY),
    "somebody's page": (write_uri("https://example.org/?e=mail&c=3"), Gap.EMPTY),
    "SUN with a MAC that is too short": (write_uri(SUN_URL[:-2]), Gap.EMPTY),
    "an address that is none": (write_uri("http://[::1"), Gap.EMPTY),
    "an empty message": (b"", Gap.EMPTY),
    "a record of another kind": (b"\xd2\x0a\x01text/plainx", Gap.EMPTY),
    "a message cut short": (write_uri(MEMBER)[:-3], Gap.BROKEN),
    "a text that is no UTF-8": (b"\xd1\x01\x05T\x02en\xff\xfe", Gap.BROKEN),
    "noise": (b"\xff\xff\xff\xff", Gap.BROKEN),
}


@pytest.mark.parametrize(("message", "expected"), FOUND.values(), ids=list(FOUND))
def test_a_message_claims_what_it_says(message: bytes, expected: Claim | Gap) -> None:
    assert find_claim(message) == expected


def test_sun_goes_before_a_member_id_that_can_be_copied() -> None:
    member, sun = bytearray(write_uri(MEMBER)), bytearray(write_uri(SUN_URL))
    member[0], sun[0] = 0x91, 0x51  # the first and the last record of one message

    assert find_claim(bytes(member + sun)) == Claim("sun", SUN_VALUE)


def test_a_shop_may_have_its_own_prefix() -> None:
    assert find_claim(write_uri("https://club.example/m/9"), ("https://club.example/m/",)) == Claim(
        "ndef", "https://club.example/m/9"
    )


@pytest.mark.parametrize("gap", Gap)
def test_a_card_without_a_message_claims_nothing_and_the_reason_stays(gap: Gap) -> None:
    assert find_claim(gap) is gap


def test_a_claim_does_not_show_its_id() -> None:
    assert MEMBER not in repr(Claim("ndef", MEMBER))


@given(st.binary(max_size=200))
def test_no_bytes_at_all_do_harm(message: bytes) -> None:
    assert isinstance(find_claim(message), Claim | Gap)


@given(st.data())
def test_no_damage_to_a_good_message_does_harm(data: st.DataObject) -> None:
    message = bytearray(write_uri(data.draw(st.sampled_from([MEMBER, SUN_URL, "http://x"]))))
    for place in data.draw(st.lists(st.integers(0, len(message) - 1), max_size=4)):
        message[place] = data.draw(st.integers(0, 255))

    texts = read_texts(bytes(message))

    assert texts is None or all(isinstance(text, str) for text in texts)
