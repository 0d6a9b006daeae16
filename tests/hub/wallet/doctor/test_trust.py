from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.hazmat.primitives.serialization.pkcs7 import PKCS7Options, PKCS7SignatureBuilder

from kiosk.hub.wallet.apple.signature import sign_manifest
from kiosk.hub.wallet.apple.signer import Signer
from kiosk.hub.wallet.apple.try_signer import make_try_signer
from kiosk.hub.wallet.doctor.trust import check_trust
from tests.hub.running import NOW
from tests.hub.wallet.doctor.rsa_signer import make_rsa_signer

_TOLD = {"passTypeIdentifier": "pass.example", "teamIdentifier": "TEAM"}
_MANIFEST = b"manifest"


@pytest.fixture(scope="module")
def key() -> rsa.RSAPrivateKey:
    """Made once: to make one takes longer than most tests."""
    return rsa.generate_private_key(65537, 2048)


@pytest.fixture
def apple(key: rsa.RSAPrivateKey) -> Signer:
    """A signer that looks as Apple's do."""
    return make_rsa_signer(key, NOW)


def _list(signature: bytes, now: datetime = NOW, **told: str) -> list[str]:
    return [finding.text for finding in check_trust(signature, _MANIFEST, {**_TOLD, **told}, now)]


def _sign(signer: Signer, *options: PKCS7Options) -> bytes:
    builder = PKCS7SignatureBuilder().set_data(_MANIFEST).add_signer(signer.certificate, signer.key, SHA256())
    return builder.sign(Encoding.DER, [PKCS7Options.DetachedSignature, PKCS7Options.Binary, *options])


def test_a_pass_that_is_signed_as_apple_asks_is_good(apple: Signer) -> None:
    assert _list(sign_manifest(_MANIFEST, apple)) == []


def test_the_pass_type_and_the_team_must_be_the_certificates(apple: Signer) -> None:
    signature = sign_manifest(_MANIFEST, apple)

    assert _list(signature, passTypeIdentifier="pass.other") == [
        "passTypeIdentifier is pass.other in pass.json and pass.example in the certificate: make both the same."
    ]
    assert _list(signature, teamIdentifier="\x1bTEAM2") == [
        "teamIdentifier is ?TEAM2 in pass.json and TEAM in the certificate: make both the same."
    ]


def _list_flawed(key: rsa.RSAPrivateKey, apple: Signer) -> Iterator[tuple[bytes, datetime, str]]:
    good = sign_manifest(_MANIFEST, apple)
    yield b"-----BEGIN PKCS7-----", NOW, "signature is no PKCS #7 signature in DER"
    yield sign_manifest(b"another", apple), NOW, "manifest.json was changed after it was signed"
    yield good, NOW + timedelta(days=301), "has expired: renew it"
    yield good, NOW - timedelta(days=2), "is not valid yet"
    yield _sign(apple), NOW, "The signature lacks Apple's own certificate"
    yield sign_manifest(_MANIFEST, make_rsa_signer(key, NOW, generation="G3")), NOW, "another generation"
    yield sign_manifest(_MANIFEST, make_rsa_signer(key, NOW, "Shop CA")), NOW, "issued by Shop CA, not by Apple"
    forger = Signer(apple.certificate, make_try_signer(NOW).key, apple.wwdr)
    yield sign_manifest(_MANIFEST, forger), NOW, "was not made with its certificate's key"


def test_each_reason_to_mistrust_a_signature_is_said(key: rsa.RSAPrivateKey, apple: Signer) -> None:
    for signature, now, says in _list_flawed(key, apple):
        (found,) = _list(signature, now)
        assert says in found


def test_a_signature_without_time_or_certificate_is_said(apple: Signer) -> None:
    timeless = _list(_sign(apple, PKCS7Options.NoAttributes))
    builder = PKCS7SignatureBuilder().set_data(_MANIFEST).add_signer(apple.certificate, apple.key, SHA256())
    options = [PKCS7Options.DetachedSignature, PKCS7Options.Binary, PKCS7Options.NoCerts]
    bare = _list(builder.add_certificate(apple.wwdr).sign(Encoding.DER, options))

    assert "The signature does not say when it was made: have it sign the time, too." in timeless
    assert bare == ["The signature lacks the certificate that made it: let your builder put it in."]


def test_what_is_signed_for_trying_is_said(signer: Signer) -> None:
    told = {"passTypeIdentifier": signer.pass_type, "teamIdentifier": signer.team}

    (found,) = _list(sign_manifest(_MANIFEST, signer), NOW, **told)
    assert "signed for trying, and no phone takes it" in found
