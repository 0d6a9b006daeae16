"""A certificate authority of our own, for trying: what it signs is built as Apple's, and no phone takes it."""

from datetime import datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.x509.oid import NameOID

from kiosk.hub.wallet.apple.signer import Signer

TRY_PASS_TYPE = "pass.example.vitrine.try"  # noqa: S105 - the name of a kind of pass
TRY_TEAM = "TRY0000000"
TRY_AUTHORITY = "Vitrine test authority"
_LIFE = timedelta(days=30)
_EARLIER = timedelta(days=1)
"""A phone's clock may be behind."""


def make_try_signer(now: datetime) -> Signer:
    """A signer with new keys, valid for 30 days."""
    authority_key, key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    authority_name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, TRY_AUTHORITY)])
    name = x509.Name(
        [
            x509.NameAttribute(NameOID.USER_ID, TRY_PASS_TYPE),
            x509.NameAttribute(NameOID.COMMON_NAME, f"Pass Type ID: {TRY_PASS_TYPE}"),
            x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, TRY_TEAM),
        ]
    )
    authority = _begin(authority_name, authority_name, authority_key, now, is_authority=True)
    certificate = _begin(name, authority_name, key, now, is_authority=False)
    return Signer(certificate.sign(authority_key, SHA256()), key, authority.sign(authority_key, SHA256()))


def _begin(
    name: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePrivateKey, now: datetime, *, is_authority: bool
) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _EARLIER)
        .not_valid_after(now + _LIFE)
        .add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
        .add_extension(_allow(is_authority=is_authority), critical=True)
    )


def _allow(*, is_authority: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not is_authority,
        key_cert_sign=is_authority,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
