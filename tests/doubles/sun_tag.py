"""An NTAG 424 DNA as far as a server meets one: it shares no code with the hub, only the keys that it was given."""

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES128
from cryptography.hazmat.primitives.ciphers.modes import CBC
from cryptography.hazmat.primitives.cmac import CMAC


class SunTag:
    """A tag with a 7-byte UID; each `tap` gives a new message and counts one on."""

    def __init__(self, uid: bytes, meta_key: bytes, file_key: bytes, counter: int = 0) -> None:
        self._uid = uid
        self._meta_key = meta_key
        self._file_key = file_key
        self.counter = counter

    def tap(self) -> str:
        """What the reader hands on."""
        self.counter += 1
        count = self.counter.to_bytes(3, "little")
        encryptor = Cipher(AES128(self._meta_key), CBC(bytes(16))).encryptor()
        picc_data = encryptor.update(b"\xc7" + self._uid + count + b"noise") + encryptor.finalize()
        session_key = self._mac(self._file_key, b"\x3c\xc3\x00\x01\x00\x80" + self._uid + count)
        cmac = bytes(byte for index, byte in enumerate(self._mac(session_key, b"")) if index % 2)
        return f"picc_data={picc_data.hex().upper()}&cmac={cmac.hex().upper()}"

    def _mac(self, key: bytes, message: bytes) -> bytes:
        mac = CMAC(AES128(key))
        mac.update(message)
        return mac.finalize()
