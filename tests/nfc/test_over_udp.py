"""From a pretend card over nfcpy's real UDP driver to an event; no double in between."""

import time
from collections.abc import Callable, Generator

import pytest

from kiosk.contract.credential import Credential, hash_id
from kiosk.core.events import CardRefused, CardTapped, Event, ReaderChanged
from kiosk.core.tap_problem import TapProblem
from kiosk.nfc.reader import Reader
from kiosk.shop.card import PretendCard, TornCard
from kiosk.shop.field import PretendReaderField
from tests.doubles.notebook import FaultBook, Notebook
from tests.nfc.samples import (
    BANK_CARD,
    CLASSIC,
    FELICA,
    KEY,
    MEMBER,
    MEMBER_STICKER,
    PHONE,
    STICKER,
    SUN_CARD,
    SUN_VALUE,
    UID4,
    UID7,
)

Tap = Callable[..., CardTapped | CardRefused]


@pytest.fixture
def tap(field: PretendReaderField) -> Generator[Tap, None, None]:
    """Puts a card into the field and returns what the reader said of it; `targets` as the reader's own."""
    readers: list[Reader] = []

    def put(card: PretendCard, targets: tuple[str, ...] | None = None) -> CardTapped | CardRefused:
        events = Notebook[Event]()
        device = f"udp:localhost:{field.port}"
        reader = Reader(device, KEY, events.write, FaultBook(), time.monotonic, targets=targets)
        readers.append(reader)
        reader.start()
        events.wait_for(ReaderChanged(ready=True))
        field.put(card)
        said = events.wait_until(lambda entries: len(entries) > 1)[1]
        field.take_away()
        assert isinstance(said, CardTapped | CardRefused)
        return said

    yield put
    for reader in readers:
        reader.stop()


@pytest.mark.parametrize(
    ("card", "expected"),
    [
        (STICKER, Credential("uid", hash_id(KEY, "uid", UID7.hex()))),
        (MEMBER_STICKER, Credential("ndef", hash_id(KEY, "ndef", MEMBER))),
        (CLASSIC, Credential("uid", hash_id(KEY, "uid", UID4.hex()))),
        (SUN_CARD, Credential("sun", SUN_VALUE)),
    ],
    ids=["Type 2", "Type 2 with a member", "MIFARE Classic", "Type 4 with SUN"],
)
def test_a_card_of_ours_is_tapped(tap: Tap, card: PretendCard, expected: Credential) -> None:
    said = tap(card)

    assert isinstance(said, CardTapped)
    assert said.credential == expected


@pytest.mark.parametrize(
    ("card", "expected"),
    [
        (BANK_CARD, TapProblem.NOT_LOYALTY),
        (PHONE, TapProblem.RANDOM_ID),
        (TornCard(SUN_CARD, 9), TapProblem.TORN),
    ],
    ids=["a bank card", "a phone", "a torn read"],
)
def test_a_card_that_is_not_ours_is_refused(tap: Tap, card: PretendCard, expected: TapProblem) -> None:
    said = tap(card)

    assert said == CardRefused(expected, said.felt_at)


def test_a_felica_card_is_tapped(tap: Tap) -> None:
    said = tap(FELICA, targets=("212F",))

    assert isinstance(said, CardTapped)
    assert said.credential == Credential("ndef", hash_id(KEY, "ndef", MEMBER))
