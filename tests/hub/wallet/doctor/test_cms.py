import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.hazmat.primitives.serialization.pkcs7 import PKCS7Options, PKCS7SignatureBuilder

from kiosk.hub.wallet.apple.signature import sign_manifest
from kiosk.hub.wallet.apple.signer import Signer
from kiosk.hub.wallet.apple.try_signer import make_try_signer
from kiosk.hub.wallet.doctor.cms import read_signed
from tests.hub.running import NOW
from tests.hub.wallet.doctor.rsa_signer import make_rsa_signer


def test_what_was_signed_is_read(signer: Signer) -> None:
    signed = read_signed(sign_manifest(b"manifest", signer))

    assert signed.signer == signer.certificate
    assert signer.wwdr in signed.certificates
    assert (signed.has_time, signed.fits(b"manifest"), signed.fits(b"another")) == (True, True, False)
    assert signed.is_genuine()


def test_a_key_such_as_apples_is_known() -> None:
    key = rsa.generate_private_key(65537, 2048)
    signed = read_signed(sign_manifest(b"manifest", make_rsa_signer(key, NOW)))

    assert signed.is_genuine()


def test_a_signature_by_another_key_is_no_genuine_one(signer: Signer) -> None:
    other = make_try_signer(NOW)
    forged = sign_manifest(b"manifest", Signer(signer.certificate, other.key, signer.wwdr))

    assert not read_signed(forged).is_genuine()


def test_without_attributes_there_is_no_time(signer: Signer) -> None:
    builder = PKCS7SignatureBuilder().set_data(b"manifest").add_signer(signer.certificate, signer.key, SHA256())
    options = [PKCS7Options.DetachedSignature, PKCS7Options.Binary, PKCS7Options.NoAttributes]
    signed = read_signed(builder.sign(Encoding.DER, options))

    assert (signed.has_time, signed.fits(b"manifest")) == (False, False)


def test_without_its_certificate_a_signature_is_nobodys(signer: Signer) -> None:
    builder = PKCS7SignatureBuilder().set_data(b"manifest").add_signer(signer.certificate, signer.key, SHA256())
    builder = builder.add_certificate(signer.wwdr)
    signed = read_signed(builder.sign(Encoding.DER, [PKCS7Options.DetachedSignature, PKCS7Options.NoCerts]))

    assert signed.signer is None
    assert not signed.is_genuine()


@pytest.mark.parametrize("der", [b"", b"0", b"\x30\x80", b"\x30\x84\xff\xff\xff\xff", bytes(100_001)])
def test_what_is_no_signature_is_refused(der: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the kind is all that is promised
        read_signed(der)
