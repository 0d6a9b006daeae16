"""The signature over a pass's manifest: detached PKCS #7, with the certificate of Apple's that issued the signer's.

Source: Apple's documentation "Building a Pass", and RFC 5652.
"""

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.hazmat.primitives.serialization.pkcs7 import PKCS7Options, PKCS7SignatureBuilder

from kiosk.hub.wallet.apple.signer import Signer

_OPTIONS = [PKCS7Options.DetachedSignature, PKCS7Options.Binary, PKCS7Options.NoCapabilities]


def sign_manifest(manifest: bytes, signer: Signer) -> bytes:
    """The signature as DER. It holds the moment at which it is made, as Apple asks: two of them are never the same."""
    builder = PKCS7SignatureBuilder().set_data(manifest).add_signer(signer.certificate, signer.key, SHA256())
    return builder.add_certificate(signer.wwdr).sign(Encoding.DER, _OPTIONS)
