"""Who signs passes: the pass type's certificate with its key, and the certificate of Apple's that issued it.

Source: Apple's documentation "Create Wallet identifiers and certificates": the certificate's subject has the pass type
as `UID` and the team as `OU`, and is issued by the intermediate "Worldwide Developer Relations" G4.
"""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TypeAlias, TypeVar

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import load_der_private_key, load_pem_private_key
from cryptography.x509.oid import NameOID
from msgspec import Struct
from typing_extensions import override

from kiosk.errors import KioskError

CERT_OPTION = "--apple-pass-cert-file"
KEY_OPTION = "--apple-pass-key-file"
WWDR_OPTION = "--apple-pass-wwdr-file"
_PEM = b"-----BEGIN"

SigningKey: TypeAlias = RSAPrivateKey | EllipticCurvePrivateKey
_Read = TypeVar("_Read")


class SignerRefused(KioskError):
    """Passes cannot be signed with these files; the text names the option and says what to do."""

    def __init__(self, option: str, why: str) -> None:
        super().__init__(f"{option}: {why}")


class Signer(Struct, frozen=True):
    """A certificate, its key, and who issued it; without a repr, for the key."""

    certificate: x509.Certificate
    key: SigningKey
    wwdr: x509.Certificate

    @property
    def pass_type(self) -> str:
        """The pass type that it signs for."""
        return read_name(self.certificate, NameOID.USER_ID)

    @property
    def team(self) -> str:
        """The team whose pass type it is."""
        return read_name(self.certificate, NameOID.ORGANIZATIONAL_UNIT_NAME)

    @property
    def organization(self) -> str:
        """Whose certificate it is, as people call it; the team where it does not say."""
        return read_name(self.certificate, NameOID.ORGANIZATION_NAME) or self.team

    @override
    def __repr__(self) -> str:
        return f"Signer({self.pass_type})"


def read_signer(cert_file: Path, key_file: Path, wwdr_file: Path, now: datetime) -> Signer:
    """Read and check all three, PEM or DER. Raises `SignerRefused`."""
    certificate = _read(CERT_OPTION, cert_file, _parse_certificate)
    key = _read(KEY_OPTION, key_file, _parse_key)
    wwdr = _read(WWDR_OPTION, wwdr_file, _parse_certificate)
    signer = Signer(certificate, key, wwdr)
    if not signer.pass_type or not signer.team:
        raise SignerRefused(CERT_OPTION, "is no certificate of a pass type: make one at Apple's developer site")
    if not certificate.not_valid_before_utc <= now < certificate.not_valid_after_utc:
        raise SignerRefused(CERT_OPTION, "is not valid today: renew it at Apple's developer site")
    if certificate.public_key() != key.public_key():
        raise SignerRefused(KEY_OPTION, "is not the key of the certificate: export both together")
    if not is_issued_by(certificate, wwdr):
        raise SignerRefused(WWDR_OPTION, "did not issue the certificate: take the one that the certificate names")
    return signer


def read_name(certificate: x509.Certificate, oid: x509.ObjectIdentifier) -> str:
    """The first value of this kind in the subject; empty where there is none."""
    found = certificate.subject.get_attributes_for_oid(oid)
    return str(found[0].value) if found else ""


def is_issued_by(certificate: x509.Certificate, issuer: x509.Certificate) -> bool:
    """Whether the issuer's name stands in the certificate and its key signed it."""
    try:
        certificate.verify_directly_issued_by(issuer)
    except (ValueError, TypeError, InvalidSignature):
        return False
    return True


def _read(option: str, file: Path, parse: Callable[[bytes], _Read]) -> _Read:
    try:
        return parse(file.read_bytes())
    except OSError as error:
        raise SignerRefused(option, "cannot be read") from error
    except (ValueError, TypeError) as error:
        raise SignerRefused(option, "is neither PEM nor DER without a password: export it so") from error


def _parse_certificate(content: bytes) -> x509.Certificate:
    is_pem = _PEM in content
    return x509.load_pem_x509_certificate(content) if is_pem else x509.load_der_x509_certificate(content)


def _parse_key(content: bytes) -> SigningKey:
    load = load_pem_private_key if _PEM in content else load_der_private_key
    key = load(content, None)
    if not isinstance(key, SigningKey):
        raise TypeError
    return key
