"""How a type A card makes itself known, before anybody may talk to it (ISO 14443-3, frames without check sums)."""

from functools import reduce

_POLLS = (b"\x26", b"\x52")
_LEVELS = (b"\x93", b"\x95")
_SINGLE_BYTES = 4
"""The length of a UID of one level; one of two levels has 7."""
_CASCADE_TAG = b"\x88"
_MORE = b"\x04"
"""SAK of a cascade level that another one follows."""


def answer_anticollision(frame: bytes, uid: bytes, sak: int) -> bytes | None:
    """The answer to a poll or to a select of a card with a 4- or 7-byte UID; `None` for any other frame."""
    if frame in _POLLS:
        return b"\x04\x00" if len(uid) == _SINGLE_BYTES else b"\x44\x00"
    parts = split_uid(uid)
    if frame[:1] not in _LEVELS[: len(parts)]:
        return None
    level = _LEVELS.index(frame[:1])
    if frame[1:] == b"\x20":
        return parts[level]
    if frame[1:] == b"\x70" + parts[level]:
        return _MORE if level + 1 < len(parts) else bytes([sak])
    return None


def split_uid(uid: bytes) -> list[bytes]:
    """The UID as the cascade levels carry it: four bytes and their exclusive or each."""
    parts = [uid] if len(uid) == _SINGLE_BYTES else [_CASCADE_TAG + uid[:3], uid[3:]]
    return [part + bytes([reduce(int.__xor__, part)]) for part in parts]
