"""A signer with a key of the kind that Apple's have, and with whatever names a test wants."""

from datetime import datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.x509.oid import NameOID

from kiosk.hub.wallet.apple.signer import Signer

WWDR = "Apple Worldwide Developer Relations Certification Authority"


def make_rsa_signer(key: rsa.RSAPrivateKey, now: datetime, authority: str = WWDR, generation: str = "G4") -> Signer:
    """Both certificates have this one key; the pass type and team are `pass.example` and `TEAM`."""
    issuer = _name({NameOID.COMMON_NAME: authority, NameOID.ORGANIZATIONAL_UNIT_NAME: generation})
    subject = _name({NameOID.USER_ID: "pass.example", NameOID.ORGANIZATIONAL_UNIT_NAME: "TEAM"})
    wwdr, certificate = (_sign(key, name, issuer, now) for name in (issuer, subject))
    return Signer(certificate, key, wwdr)


def _name(parts: dict[x509.ObjectIdentifier, str]) -> x509.Name:
    return x509.Name([x509.NameAttribute(oid, text) for oid, text in parts.items()])


def _sign(key: rsa.RSAPrivateKey, name: x509.Name, issuer: x509.Name, now: datetime) -> x509.Certificate:
    builder = x509.CertificateBuilder().subject_name(name).issuer_name(issuer).public_key(key.public_key())
    builder = builder.serial_number(x509.random_serial_number())
    builder = builder.not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=300))
    return builder.sign(key, SHA256())
