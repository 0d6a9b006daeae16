import msgspec
import pytest

from kiosk.contract.offer import Offer

CONTRACT_EXAMPLE = b"""{
  "id": "o-boots-20", "title": {"de": "Wanderstiefel", "en": "Hiking boots"}, "text": {"de": "...", "en": "..."},
  "price": {"amount": "79.90", "currency": "EUR"}, "was": {"amount": "99.90", "currency": "EUR"},
  "lowest_30d": {"amount": "89.90", "currency": "EUR"}, "individual": false,
  "image": {"url": "/v1/media/boots.webp", "sha256": "%s", "bytes": 182034}, "gtin": "04012345678901",
  "audience": {"all": ["outdoor"], "any": [], "none": ["staff"]}, "zones": ["shoes"],
  "valid": {"from": "2026-11-01T00:00:00+01:00", "until": "2026-12-01T00:00:00+01:00"},
  "dayparts": [{"days": ["mon", "tue"], "from": "09:00", "until": "12:00"}], "priority": 5,
  "caps": {"per_shopper_day": 3, "per_screen_hour": 20}, "bookmarkable": true, "link": "https://shop.example/o",
  "something_new": 1
}""" % (b"a" * 64)


def test_the_example_of_the_contract_is_an_offer() -> None:
    offer = msgspec.json.decode(CONTRACT_EXAMPLE, type=Offer)
    assert offer.title["en"] == "Hiking boots"
    assert offer.dayparts[0].days == ("mon", "tue")
    assert offer.valid.start is not None
    assert offer.caps.per_screen_hour == 20


def test_an_id_and_a_title_are_enough() -> None:
    assert msgspec.json.decode(b'{"id": "a", "title": {"de": "A"}}', type=Offer).bookmarkable


@pytest.mark.parametrize(
    "wire",
    [
        b"{}",
        b'{"id": "a"}',
        b'{"id": "", "title": {"de": "A"}}',
        b'{"id": "a", "title": {}}',
        b'{"id": "a", "title": {"deutsch": "A"}}',
        b'{"id": "a", "title": {"de\\n": "A"}}',
        b'{"id": "a", "title": {"de": "A"}, "image": {"url": "x", "sha256": "%s\\n", "bytes": 1}}' % (b"a" * 64),
        b'{"id": "a", "title": {"de": "A"}, "dayparts": [{"from": "09:00\\n"}]}',
        b'{"id": "a", "title": {"de": "A"}, "price": {"amount": "1", "currency": "EUR\\n"}}',
        b'{"id": "a", "title": {"de": "A"}, "image": {"url": "x", "sha256": "../etc", "bytes": 1}}',
        b'{"id": "a", "title": {"de": "A"}, "valid": {"from": "2026-11-01T00:00:00"}}',
        b'{"id": "a", "title": {"de": "A"}, "price": {"amount": "-1", "currency": "EUR"}}',
        b'{"id": "a", "title": {"de": "A"}, "unit_price": {"amount": "1E+30", "currency": "EUR", "per": "l"}}',
    ],
)
def test_a_broken_offer_is_refused(wire: bytes) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(wire, type=Offer)
