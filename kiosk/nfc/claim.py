"""What an NDEF message claims: a member of ours, or a single-use SUN message."""

import re
from dataclasses import dataclass, field
from typing import Literal, cast
from urllib.parse import parse_qs, urlsplit

import ndef

from kiosk.nfc.ports import Decoder
from kiosk.nfc.reading import Gap

MEMBER_PREFIXES = ("urn:vitrine:member:", "vitrine:")

_SUN_NAMES = (("picc_data", "cmac"), ("e", "c"))
_PICC_DATA = re.compile(r"[0-9A-Fa-f]{32}|[0-9A-Fa-f]{48}")
_CMAC = re.compile(r"[0-9A-Fa-f]{16}")
_TEXTS: dict[type, str] = {ndef.UriRecord: "iri", ndef.TextRecord: "text"}


@dataclass(frozen=True, slots=True)
class Claim:
    """Whom the card says it belongs to; its text shows no id."""

    kind: Literal["ndef", "sun"]
    value: str = field(repr=False)


def find_claim(message: bytes | Gap, prefixes: tuple[str, ...] = MEMBER_PREFIXES) -> Claim | Gap:
    """The claim of an NDEF message, or why there is none; SUN goes before a member id, which can be copied."""
    if isinstance(message, Gap):
        return message
    texts = read_texts(message)
    if texts is None:
        return Gap.BROKEN
    claims = [find(text, prefixes) for find in (_find_sun, _find_member) for text in texts]
    return next(filter(None, claims), Gap.EMPTY)


def read_texts(message: bytes) -> tuple[str, ...] | None:
    """The message's URIs (expanded) and texts in their order; `None` when it cannot be decoded."""
    decode = cast("Decoder", ndef.message_decoder)  # pyright: ignore[reportUnknownMemberType] # ndeflib ships no types
    try:
        records = tuple(decode(message, errors="relax"))
    except Exception:  # noqa: BLE001 # DecodeError, ValueError, UnicodeDecodeError and more: one tag never ends the loop
        return None
    return tuple(str(getattr(record, _TEXTS[type(record)])) for record in records if type(record) in _TEXTS)


def _find_member(text: str, prefixes: tuple[str, ...]) -> Claim | None:
    is_member = any(text.startswith(prefix) and len(text) > len(prefix) for prefix in prefixes)
    return Claim("ndef", text) if is_member else None


def _find_sun(text: str, _prefixes: tuple[str, ...]) -> Claim | None:
    """NTAG 424 DNA writes a fresh PICCData and MAC into its URL at each tap (NXP AN12196); the server verifies them."""
    try:
        query = parse_qs(urlsplit(text).query)
    except ValueError:
        return None
    for picc_name, cmac_name in _SUN_NAMES:
        picc_data, cmac = query.get(picc_name, [""])[0], query.get(cmac_name, [""])[0]
        if _PICC_DATA.fullmatch(picc_data) and _CMAC.fullmatch(cmac):
            return Claim("sun", f"picc_data={picc_data}&cmac={cmac}")
    return None
