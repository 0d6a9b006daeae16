from base64 import b64decode
from datetime import UTC, datetime

from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, SECP256R1, EllipticCurvePublicKey
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256

from kiosk.hub.fiscal.signer import Sale
from kiosk.hub.fiscal.training_signer import TrainingSigner

AT = datetime(2026, 11, 22, 9, tzinfo=UTC)


def test_what_it_signs_can_be_checked_and_says_that_it_is_worth_nothing() -> None:
    seal = TrainingSigner().sign(Sale("s", 7, AT, AT, "data"))
    key = EllipticCurvePublicKey.from_encoded_point(SECP256R1(), b64decode(seal.public_key))
    plain = b64decode(seal.signature)
    halves = (int.from_bytes(plain[:32]), int.from_bytes(plain[32:]))
    key.verify(encode_dss_signature(*halves), b"Kassenbeleg-V1;data;7;%d" % AT.timestamp(), ECDSA(SHA256()))

    assert (seal.serial, seal.transaction, seal.is_training) == ("TRAINING", 7, True)
