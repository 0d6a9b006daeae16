"""The signer that is built in: it shows how receipts look, and is worth nothing before the law."""

from base64 import b64encode
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, SECP256R1, generate_private_key
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from kiosk.hub.fiscal.process_data import PROCESS
from kiosk.hub.fiscal.signer import Sale, Seal

_BYTES = 32
"""Of each half of a signature on this curve."""


def open_signer(_file: Path | None) -> "TrainingSigner":
    """The signer; it needs no file."""
    return TrainingSigner()


class TrainingSigner:
    """Signs with a key that it makes up at its start."""

    is_training = True

    def __init__(self) -> None:
        self._key = generate_private_key(SECP256R1())
        point = self._key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        self._public_key = b64encode(point).decode()

    def sign(self, sale: Sale) -> Seal:
        """The sale's own number counts, so that a sale that is signed again has the same count."""
        signed = f"{PROCESS};{sale.data};{sale.number};{sale.ended_at.timestamp():.0f}".encode()
        return Seal(
            serial="TRAINING",
            transaction=sale.number,
            counter=sale.number,
            begun_at=sale.begun_at,
            ended_at=sale.ended_at,
            algorithm="ecdsa-plain-SHA256",
            signature=b64encode(_make_plain(self._key.sign(signed, ECDSA(SHA256())))).decode(),
            public_key=self._public_key,
            is_training=True,
        )


def _make_plain(signature: bytes) -> bytes:
    """Both halves one after the other, as devices give them (BSI TR-03111, plain format)."""
    return b"".join(half.to_bytes(_BYTES) for half in decode_dss_signature(signature))
