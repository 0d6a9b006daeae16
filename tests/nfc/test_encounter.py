"""One card at a time: felt, judged, told once."""

from dataclasses import dataclass, field

import pytest

from kiosk.contract.credential import Credential, hash_id
from kiosk.core.events import CardRefused, CardTapped, Event
from kiosk.core.tap_problem import TapProblem
from kiosk.nfc.encounter import Encounters, is_peer_only
from kiosk.shop.card import PretendCard, make_sun_card
from tests.doubles.nfc_device import PretendDevice, activate_card
from tests.nfc.samples import (
    BANK_CARD,
    KEY,
    MEMBER,
    MEMBER_STICKER,
    PHONE,
    RANDOM_UID,
    STICKER,
    SUN_CARD,
    SUN_URL,
    SUN_VALUE,
    UID7,
)
from tests.nfc.test_guarded_driver import Seen

UID = Credential("uid", hash_id(KEY, "uid", UID7.hex()))
NDEF = Credential("ndef", hash_id(KEY, "ndef", MEMBER))
RANDOM_SUN_CARD = make_sun_card(RANDOM_UID, SUN_URL)


@dataclass
class Bench:
    """Encounters with a clock that the test sets, and what they told."""

    key: bytes | None = KEY
    now: float = 50.0
    last_card: str | None = None
    told: list[Event] = field(default_factory=list[Event])

    def __post_init__(self) -> None:
        self.encounters = Encounters(self.key, self.told.append, lambda: self.now, last_card=self.last_card)

    def tap(self, card: PretendCard, *, after_s: float = 0.0) -> None:
        self.now += after_s
        tag = activate_card(PretendDevice(card=card))
        assert tag.target is not None
        assert self.encounters.feel(tag.target)
        assert self.encounters.meet(tag)
        assert self.encounters.part(tag)


@pytest.mark.parametrize(
    ("card", "expected"),
    [
        (STICKER, CardTapped(UID, 50.0, UID.value)),
        (MEMBER_STICKER, CardTapped(NDEF, 50.0, UID.value)),
        (SUN_CARD, CardTapped(Credential("sun", SUN_VALUE), 50.0, UID.value)),
        (BANK_CARD, CardRefused(TapProblem.NOT_LOYALTY, 50.0)),
        (PHONE, CardRefused(TapProblem.RANDOM_ID, 50.0)),
    ],
    ids=["a sticker", "a member's sticker", "an NTAG 424 DNA", "a bank card", "a phone"],
)
def test_a_tap_is_told_with_the_time_at_which_it_was_felt(card: PretendCard, expected: Event) -> None:
    bench = Bench()

    bench.tap(card)

    assert bench.told == [expected]


def test_a_card_that_lies_there_and_wobbles_away_is_one_tap() -> None:
    bench = Bench()
    bench.tap(STICKER)
    bench.now += 600
    bench.encounters.part(activate_card(PretendDevice(card=STICKER)))

    bench.tap(STICKER, after_s=0.2)

    assert bench.told == [CardTapped(UID, 50.0, UID.value)]


def test_a_card_that_comes_back_later_is_a_new_tap() -> None:
    bench = Bench()
    bench.tap(STICKER)

    bench.tap(STICKER, after_s=3.0)

    assert bench.told == [CardTapped(UID, 50.0, UID.value), CardTapped(UID, 53.0, UID.value)]


def test_a_card_that_lies_there_when_the_reader_opens_is_the_tap_of_the_life_before() -> None:
    bench = Bench(last_card=UID.value)
    bench.encounters.resume()
    bench.tap(STICKER, after_s=4.0)
    assert bench.told == []

    bench.tap(STICKER, after_s=3.0)
    assert bench.told == [CardTapped(UID, 57.0, UID.value)]


def test_another_card_than_the_last_one_is_a_tap_at_once() -> None:
    bench = Bench(last_card="f" * 64)
    bench.encounters.resume()
    bench.tap(STICKER)

    assert bench.told == [CardTapped(UID, 50.0, UID.value)]


def test_a_card_that_lay_there_while_the_reader_was_away_is_the_same_tap() -> None:
    bench = Bench()
    bench.tap(STICKER)
    bench.now += 60
    bench.encounters.resume()
    bench.tap(STICKER)

    assert bench.told == [CardTapped(UID, 50.0, UID.value)]


@pytest.mark.parametrize(("key", "card"), [(None, SUN_CARD), (KEY, RANDOM_SUN_CARD)], ids=["no key", "a random id"])
def test_what_cannot_be_known_again_without_a_raw_id_has_no_name(key: bytes | None, card: PretendCard) -> None:
    bench = Bench(key=key)
    bench.tap(card)

    assert [event.card for event in bench.told if isinstance(event, CardTapped)] == [None]


def test_without_a_store_key_sun_still_passes() -> None:
    bench = Bench(key=None)

    bench.tap(STICKER)
    bench.tap(SUN_CARD, after_s=3.0)

    assert bench.told == [CardRefused(TapProblem.NOT_LOYALTY, 50.0), CardTapped(Credential("sun", SUN_VALUE), 53.0)]


def test_a_phone_without_a_card_is_refused_before_nfcpy_drops_it() -> None:
    bench = Bench()

    assert not bench.encounters.feel(Seen(sel_res=b"\x40"))
    assert not bench.encounters.feel(Seen(sel_res=b"\x40"))

    assert bench.told == [CardRefused(TapProblem.RANDOM_ID, 50.0)]


def test_an_error_with_a_card_in_the_field_is_the_cards_fault() -> None:
    bench = Bench()
    bench.encounters.feel(Seen())

    assert bench.encounters.excuse(IndexError("short ATS"))
    assert bench.told == [CardRefused(TapProblem.UNREADABLE, 50.0)]


def test_an_error_after_the_tap_was_told_adds_nothing() -> None:
    bench = Bench()
    tag = activate_card(PretendDevice(card=STICKER))
    bench.encounters.feel(Seen())
    bench.encounters.meet(tag)

    assert bench.encounters.excuse(RuntimeError("the field went off"))
    assert bench.told == [CardTapped(UID, 50.0, UID.value)]


def test_an_error_with_nothing_in_the_field_is_the_readers_fault() -> None:
    bench = Bench()
    bench.tap(STICKER)

    assert not bench.encounters.excuse(IndexError("noise"))


@pytest.mark.parametrize(
    ("seen", "expected"),
    [
        (Seen(sel_res=b"\x40"), True),
        (Seen(sel_res=b"\x60"), False),
        (Seen(sel_res=b"\x00"), False),
        (Seen("212F", None, b"\x01\x01\xfe\x00"), True),
        (Seen("212F", None, b"\x01\x01\x01\x00"), False),
        (Seen("106B", None), False),
    ],
)
def test_a_peer_is_told_from_a_card(seen: Seen, expected: bool) -> None:  # noqa: FBT001 # a column of the table
    assert is_peer_only(seen) is expected
