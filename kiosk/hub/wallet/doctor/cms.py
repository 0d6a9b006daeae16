"""Reads a detached signature as it lies in a pass: who signed what, and when.

Source: RFC 5652 (Cryptographic Message Syntax), sections 5.1 and 5.3, and X.690 for its DER. The library that signs has
no reader for it.
"""

from typing import TypeAlias

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, EllipticCurvePublicKey
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.hashes import SHA1, SHA256, SHA384, SHA512, Hash
from msgspec import Struct

_OCTETS, _SET, _CHOICE_0 = 0x04, 0x31, 0xA0
_AS_SET = bytes([_SET])
"""What was signed are the attributes as a set, which stands there under another tag (section 5.4)."""
_LONG = 0x80
_MOST_BYTES = 100_000
_MESSAGE_DIGEST = bytes.fromhex("2a864886f70d010904")
_SIGNING_TIME = bytes.fromhex("2a864886f70d010905")
_Digest: TypeAlias = SHA1 | SHA256 | SHA384 | SHA512
_DIGESTS: dict[bytes, _Digest] = {
    bytes.fromhex("2b0e03021a"): SHA1(),  # noqa: S303 - passes from before 2022 are signed so
    bytes.fromhex("608648016503040201"): SHA256(),
    bytes.fromhex("608648016503040202"): SHA384(),
    bytes.fromhex("608648016503040203"): SHA512(),
}


class Part(Struct, frozen=True):
    """A value of DER with its tag."""

    tag: int
    value: bytes
    whole: bytes


class Signed(Struct, frozen=True):
    """A signature, and the certificates that lie beside it.

    `signer` is the one that signed, where it is there. `attributes` are what was signed besides the content, as they
    were signed; `said` are their values by kind.
    """

    certificates: list[x509.Certificate]
    signer: x509.Certificate | None
    digest: _Digest
    attributes: bytes
    said: dict[bytes, bytes]
    signature: bytes

    @property
    def has_time(self) -> bool:
        """Whether it says when it was made."""
        return _SIGNING_TIME in self.said

    def fits(self, content: bytes) -> bool:
        """Whether it was made for this content."""
        reckoned = Hash(self.digest)
        reckoned.update(content)
        return self.said.get(_MESSAGE_DIGEST) == reckoned.finalize()

    def is_genuine(self) -> bool:
        """Whether the signer's key made it. Raises `ValueError` or `UnsupportedAlgorithm` for a damaged certificate."""
        key = self.signer.public_key() if self.signer else None
        try:
            match key:
                case RSAPublicKey():
                    key.verify(self.signature, self.attributes, PKCS1v15(), self.digest)
                case EllipticCurvePublicKey():
                    key.verify(self.signature, self.attributes, ECDSA(self.digest))
                case _:
                    return False
        except InvalidSignature:
            return False
        return True


def read_signed(der: bytes) -> Signed:
    """The first signature in it. Raises `ValueError` for what is none, or of a kind that no pass has."""
    if len(der) > _MOST_BYTES:
        raise ValueError
    try:
        wrapped = _open(_open(der)[0].value)[1]
        *others, signers = _open(_open(wrapped.value)[0].value)
        bundles = [part for part in others if part.tag == _CHOICE_0]
        certificates = [x509.load_der_x509_certificate(one.whole) for bundle in bundles for one in _open(bundle.value)]
        return _read_signer(_open(signers.value)[0], certificates)
    except (UnsupportedAlgorithm, IndexError, KeyError) as error:
        raise ValueError from error


def _read_signer(signer: Part, certificates: list[x509.Certificate]) -> Signed:
    _, named, digest, *others = _open(signer.value)
    by_tag = {part.tag: part for part in reversed(others)}
    attributes = by_tag.get(_CHOICE_0, Part(_SET, b"", b""))
    return Signed(
        certificates=certificates,
        signer=_find_signer(named, certificates),
        digest=_DIGESTS[_open(digest.value)[0].value],
        attributes=_AS_SET + attributes.whole[1:],
        said=dict(map(_read_attribute, _open(attributes.value))),
        signature=by_tag[_OCTETS].value,
    )


def _find_signer(named: Part, certificates: list[x509.Certificate]) -> x509.Certificate | None:
    """The certificate of the serial number that the signature names."""
    serial = int.from_bytes(_open(named.value)[1].value, signed=True)
    return next((one for one in certificates if one.serial_number == serial), None)


def _read_attribute(attribute: Part) -> tuple[bytes, bytes]:
    kind, values = _open(attribute.value)[:2]
    return kind.value, _open(values.value)[0].value


def _open(value: bytes) -> list[Part]:
    """The parts that it is made of. Raises `ValueError` where one is longer than what there is."""
    parts: list[Part] = []
    start = 0
    while start < len(value):
        parts.append(_read_part(value, start))
        start += len(parts[-1].whole)
    return parts


def _read_part(value: bytes, start: int) -> Part:
    head = start + 2
    length = value[start + 1]
    if length >= _LONG:
        more = length - _LONG
        length = int.from_bytes(value[head : head + more])
        head += more
    end = head + length
    if end > len(value):
        raise ValueError
    return Part(value[start], value[head:end], value[start:end])
