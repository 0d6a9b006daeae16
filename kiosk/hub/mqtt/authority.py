"""The store's own certificate authority: it vouches for its broker, and to the broker for its screens."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import NameOID

from kiosk.errors import FileRefused
from kiosk.hub.certificates import begin_certificate, name_authority
from kiosk.plain_file import EVERYBODY, OWNER_ALONE, OWNER_AND_GROUP, read_plain, replace_plain

NAME = "Vitrine broker authority"
LIFE = timedelta(days=730)
RENEWED = timedelta(days=90)
"""Before its end another is made, so that who comes by twice a year is never late."""
_LIFE_OF_ALL = timedelta(days=3650)
_EARLIER = timedelta(days=1)
"""A screen's clock may be behind."""
_LARGEST = 16 * 1024


class Authority:
    """Signs into files of PEM: `NAME.pem`, for everybody, and `NAME.key`, for its owner alone.

    The key of a server may be read by the folder's group, too: a broker has a user of its own.
    """

    def __init__(self, folder: Path, now: datetime) -> None:
        """The one of this folder, which is founded where there is none. Raises `FileRefused`."""
        self._now = now
        self._folder = folder
        if not self._find("ca", "pem").exists() or self._is_ending(self._read_certificate("ca.pem")):
            self._found()
        self._key = self._read_key("ca.key")
        self._certificate = self._read_certificate("ca.pem")

    def certify(self, name: str, place: str, hosts: Sequence[str] = ()) -> bool:
        """See that there is a certificate of this name at this place below the folder; whether it had to be made.

        `hosts` are the names and addresses that a server answers to. Raises `FileRefused`.
        """
        if self._is_good(name, place, hosts):
            return False
        key = ec.generate_private_key(ec.SECP256R1())
        span = (self._now - _EARLIER, self._now + LIFE)
        begun = begin_certificate(_name(name), self._certificate.subject, key, span, is_ca=False)
        begun = begun.add_extension(name_authority(self._key), critical=False)
        if hosts:
            begun = begun.add_extension(x509.SubjectAlternativeName(list(map(_read_host, hosts))), critical=False)
        self._keep(place, begun.sign(self._key, SHA256()), key, OWNER_AND_GROUP if hosts else OWNER_ALONE)
        return True

    def _found(self) -> None:
        key = ec.generate_private_key(ec.SECP256R1())
        span = (self._now - _EARLIER, self._now + _LIFE_OF_ALL)
        self._keep("ca", begin_certificate(_name(NAME), _name(NAME), key, span, is_ca=True).sign(key, SHA256()), key)

    def _is_good(self, name: str, place: str, hosts: Sequence[str]) -> bool:
        if not (self._find(place, "pem").exists() and self._find(place, "key").exists()):
            return False
        certificate = self._read_certificate(f"{place}.pem")
        is_of_key = self._read_key(f"{place}.key").public_key() == certificate.public_key()
        is_named = certificate.subject == _name(name) and _list_hosts(certificate) == list(map(_read_host, hosts))
        return is_of_key and is_named and self._has_signed(certificate) and not self._is_ending(certificate)

    def _has_signed(self, certificate: x509.Certificate) -> bool:
        try:
            certificate.verify_directly_issued_by(self._certificate)
        except (InvalidSignature, ValueError):  # ValueError: another authority is named
            return False
        return True

    def _is_ending(self, certificate: x509.Certificate) -> bool:
        return certificate.not_valid_after_utc < self._now + RENEWED

    def _keep(
        self, place: str, certificate: x509.Certificate, key: ec.EllipticCurvePrivateKey, mode: int = OWNER_ALONE
    ) -> None:
        secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        try:
            self._find(place, "pem").parent.mkdir(mode=0o755, parents=True, exist_ok=True)
            replace_plain(self._find(place, "key"), secret, keeps_owner=True, mode=mode)
            shown = certificate.public_bytes(Encoding.PEM)
            replace_plain(self._find(place, "pem"), shown, keeps_owner=True, mode=EVERYBODY)
        except OSError as error:
            pair = f"{place}.pem"
            raise _refuse(pair, f"cannot be written ({error.strerror})") from error

    def _find(self, place: str, ending: str) -> Path:
        return self._folder / f"{place}.{ending}"

    def _read_certificate(self, file: str) -> x509.Certificate:
        try:
            return x509.load_pem_x509_certificate(self._read(file))
        except ValueError as error:
            raise _refuse(file, "is no certificate") from error

    def _read_key(self, file: str) -> ec.EllipticCurvePrivateKey:
        try:
            key = load_pem_private_key(self._read(file), None)
        except (ValueError, TypeError) as error:  # TypeError: it wants a password
            raise _refuse(file, "is no private key without a password") from error
        if not isinstance(key, ec.EllipticCurvePrivateKey):
            raise _refuse(file, "is no key of this program")
        return key

    def _read(self, file: str) -> bytes:
        try:
            return read_plain(self._folder / file, _LARGEST)
        except OSError as error:
            raise _refuse(file, f"cannot be read ({error.strerror})") from error


def _name(name: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])


def _list_hosts(certificate: x509.Certificate) -> list[x509.GeneralName]:
    try:
        return list(certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value)
    except x509.ExtensionNotFound:
        return []


def _read_host(host: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ip_address(host))
    except ValueError:
        return x509.DNSName(host)


def _refuse(file: str, why: str) -> FileRefused:
    return FileRefused(f"{file} {why}: name another folder, or mend it")
