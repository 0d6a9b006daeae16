"""A certificate authority of our own, for trying: what it signs is built as Apple's, and no phone takes it."""

from datetime import datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.x509.oid import NameOID

from kiosk.hub.certificates import begin_certificate, name_authority
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
    span = (now - _EARLIER, now + _LIFE)
    authority = begin_certificate(authority_name, authority_name, authority_key, span, is_ca=True)
    certificate = begin_certificate(name, authority_name, key, span, is_ca=False)
    certificate = certificate.add_extension(name_authority(authority_key), critical=False)
    return Signer(certificate.sign(authority_key, SHA256()), key, authority.sign(authority_key, SHA256()))
