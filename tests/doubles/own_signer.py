"""A store's own signer, as somebody writes one who has a TSE; its file holds the serial of the device."""

from pathlib import Path

from kiosk.hub.fiscal.signer import Sale, Seal, SignerSilent
from kiosk.hub.fiscal.training_signer import TrainingSigner


class OwnSigner:
    """Signs as the training signer does, under the serial of a device of the law's."""

    is_training = False

    def __init__(self, serial: str) -> None:
        self._serial = serial
        self._key = TrainingSigner()

    def sign(self, sale: Sale) -> Seal:
        """As the device of that serial."""
        seal = self._key.sign(sale)
        return Seal(
            serial=self._serial,
            transaction=seal.transaction,
            counter=seal.counter,
            begun_at=seal.begun_at,
            ended_at=seal.ended_at,
            algorithm=seal.algorithm,
            signature=seal.signature,
            public_key=seal.public_key,
        )


def open_signer(file: Path | None) -> OwnSigner:
    """Raises `SignerSilent` without a file, for then no device is named."""
    if file is None:
        message = "no device is named"
        raise SignerSilent(message)
    return OwnSigner(file.read_text())
