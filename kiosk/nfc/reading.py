"""What a card shows when it is asked kindly: its id and its NDEF message, or why there is none."""

from dataclasses import dataclass, field
from enum import Enum, auto

from kiosk.nfc.guarded_driver import speaks_apdu
from kiosk.nfc.ports import Tag, Target

MESSAGE_LIMIT = 8192
"""Bytes of an NDEF message that we look at; a member id needs a hundred."""

_RANDOM_ID_BYTES = 4
_RANDOM_ID_START = b"\x08"
_TRIES = 2


class Gap(Enum):
    """Why a card says nothing of ours."""

    TORN = auto()
    """It left while it was read."""
    BROKEN = auto()
    """It breaks the rules of its own format, or takes for ever."""
    EMPTY = auto()
    """It is a plain tag, or its message is for others."""
    CLOSED = auto()
    """An ISO 14443-4 card without NDEF: a bank card, a badge, a phone."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A card as it was read. Never leaves this room; its text shows no id."""

    identifier: bytes = field(repr=False)
    is_random: bool
    message: bytes | Gap = field(repr=False)


def take_reading(tag: Tag) -> Reading:
    """Read the card; raises OSError when the reader itself is gone, and nothing else."""
    target = tag.target
    identifier = bytes(tag.identifier)
    if target is None:
        return Reading(identifier, is_random=True, message=Gap.TORN)
    return Reading(identifier, has_random_id(target, identifier), _read_message(tag, target))


def has_random_id(target: Target, identifier: bytes) -> bool:
    """Whether the id is made up at each tap: a type B PUPI, and a 4-byte UID that begins with 08 (NXP AN10927)."""
    if target.brty.endswith("B"):
        return True
    is_type_a = target.sel_res is not None
    return is_type_a and len(identifier) == _RANDOM_ID_BYTES and identifier.startswith(_RANDOM_ID_START)


def _read_message(tag: Tag, target: Target) -> bytes | Gap:
    if _holds_only_id(target):
        return Gap.EMPTY
    try:
        message = _ask_message(tag, tries=1 if speaks_apdu(target) else _TRIES)
    except OSError:
        raise  # the reader, not the card
    except Exception:  # noqa: BLE001 # nfcpy raises IndexError, RuntimeError and more, by what a card answers
        message = Gap.BROKEN
    if isinstance(message, bytes) or _is_present(tag):
        return Gap.CLOSED if message is Gap.EMPTY and speaks_apdu(target) else message
    return Gap.TORN


def _ask_message(tag: Tag, tries: int) -> bytes | Gap:
    """Tags other than ISO 14443-4 have 5 ms for an answer: what failed once gets another chance."""
    for _ in range(tries):
        ndef = tag.ndef
        if ndef is not None:
            return ndef.octets if ndef.length <= MESSAGE_LIMIT else Gap.BROKEN
    return Gap.EMPTY


def _is_present(tag: Tag) -> bool:
    try:
        return tag.is_present
    except OSError:
        raise  # the reader, not the card
    except Exception:  # noqa: BLE001 # a lost field raises RuntimeError or UnboundLocalError, by the type of card
        return False


def _holds_only_id(target: Target) -> bool:
    """MIFARE Classic and Plus: their SAK is neither 0 (Type 2) nor ISO 14443-4, and unasked they tell only their UID.

    nfcpy takes them for Type 2 tags, and some for Ultralights.
    """
    return bool(target.sel_res) and not speaks_apdu(target) and target.sel_res != b"\x00"
