"""Believes what an NTAG 424 DNA says at a tap by the MAC that nobody else can make: its message is another each time.

Sources: NXP AN12196, "NTAG 424 DNA and NTAG 424 DNA TagTamper features and hints" (secure unique NFC messages in AES
mode, both MAC offsets equal); NXP AN10922, "Symmetric key diversifications", section 2.2 (AES-128).
"""

import hmac
import re
from collections.abc import Callable

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES128
from cryptography.hazmat.primitives.ciphers.modes import CBC
from cryptography.hazmat.primitives.cmac import CMAC
from msgspec import Struct
from typing_extensions import override

KEY_BYTES = 16
UID_BYTES = 7
_MESSAGE = re.compile(r"picc_data=([0-9A-Fa-f]{32})&cmac=([0-9A-Fa-f]{16})")
_MIRRORS_UID_AND_COUNTER = 0xC7
"""PICCDataTag: both are there, and the UID has 7 bytes."""
_COUNTER_END = 1 + UID_BYTES + 3
_SESSION_MAC = bytes.fromhex("3CC300010080")
_META_KEY, _FILE_KEY = b"vitrine sun meta", b"vitrine sun file"


class SunTap(Struct, frozen=True):
    """A tag at one of its taps: `counter` is by how many it was read. It goes no further than a hash of the UID."""

    uid: bytes
    counter: int

    @override
    def __repr__(self) -> str:
        return "SunTap(...)"


def read_message(value: str, meta_key: bytes, find_file_key: Callable[[bytes], bytes]) -> SunTap | None:
    """The tap of `picc_data=...&cmac=...`; `None`: no tag with these keys made that.

    `meta_key` is SDMMetaReadKey, `find_file_key` gives a UID's SDMFileReadKey.
    """
    found = _MESSAGE.fullmatch(value)
    if found is None:
        return None
    picc_data, mac = (bytes.fromhex(part) for part in found.groups())
    plain = _decrypt(meta_key, picc_data)
    if plain[0] != _MIRRORS_UID_AND_COUNTER:
        return None
    uid, counter = plain[1 : 1 + UID_BYTES], plain[1 + UID_BYTES : _COUNTER_END]
    session_key = _make_cmac(find_file_key(uid), _SESSION_MAC + uid + counter)
    # Of the MAC over nothing the tag tells every second byte.
    expected = _make_cmac(session_key, b"")[1::2]
    return SunTap(uid, int.from_bytes(counter, "little")) if hmac.compare_digest(mac, expected) else None


def derive_meta_key(master: bytes) -> bytes:
    """SDMMetaReadKey of every tag: who a tag is, is not known before it was used."""
    return diversify_key(master, _META_KEY)


def derive_file_key(master: bytes, uid: bytes) -> bytes:
    """SDMFileReadKey of this tag alone: whoever breaks one tag can speak for no other."""
    return diversify_key(master, uid + _FILE_KEY)


def diversify_key(master: bytes, what: bytes) -> bytes:
    """A key for `what`, of 16 to 31 bytes, by AN10922."""
    return _make_cmac(master, b"\x01" + what)


def hash_tag(master: bytes, uid: bytes) -> str:
    """By what the hub knows a tag: an HMAC-SHA256 of its UID as hex, which without the key nobody can try out."""
    return hmac.digest(master, b"sun:" + uid, "sha256").hex()


def _decrypt(key: bytes, block: bytes) -> bytes:
    decryptor = Cipher(AES128(key), CBC(bytes(KEY_BYTES))).decryptor()
    return decryptor.update(block) + decryptor.finalize()


def _make_cmac(key: bytes, message: bytes) -> bytes:
    cmac = CMAC(AES128(key))
    cmac.update(message)
    return cmac.finalize()
