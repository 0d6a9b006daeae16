"""Has a phone ask for its changed passes: an empty push by Apple's own service, over HTTP/2.

Source: Apple's documentation "Sending notification requests to APNs" and "Adding a Web Service to Update Passes": the
topic is the pass type, and the pass type's certificate opens the connection.
"""

import ssl
from tempfile import NamedTemporaryFile

import httpx
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from kiosk.errors import KioskError
from kiosk.hub.wallet.apple.signer import Signer

APNS = "https://api.push.apple.com"
_TIMEOUT_S = 10.0
_GONE = (httpx.codes.GONE, httpx.codes.BAD_REQUEST)
"""The phone removed its passes, or its token is none of this certificate's."""


class PushFailed(KioskError):
    """Apple could not be asked to push; the text has the status and nothing that was sent."""


class ApplePush:
    """The line to Apple's service, opened anew where it broke. Raises `ImportError` without the extra `wallet-push`."""

    def __init__(self, signer: Signer, trusted: ssl.SSLContext | None = None, service: str = APNS) -> None:
        tls = trusted or ssl.create_default_context()
        _load_signer(tls, signer)
        headers = {"apns-topic": signer.pass_type}
        self._client = httpx.Client(http2=True, verify=tls, base_url=service, headers=headers, timeout=_TIMEOUT_S)

    def close(self) -> None:
        """Hang up."""
        self._client.close()

    def __call__(self, push_token: str) -> bool:
        """Push to the phone of this token; `False`: there is none any more. Raises `PushFailed`."""
        try:
            answer = self._client.post(f"/3/device/{push_token}", json={})
        except httpx.HTTPError as error:
            message = "Apple's push service cannot be reached"
            raise PushFailed(message) from error
        if answer.status_code not in (httpx.codes.OK, *_GONE):
            message = f"Apple's push service answered {answer.status_code}"
            raise PushFailed(message)
        return answer.status_code == httpx.codes.OK


def _load_signer(tls: ssl.SSLContext, signer: Signer) -> None:
    """Show this certificate; Python takes it from a file alone, which is its owner's alone and goes at once."""
    key = signer.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    with NamedTemporaryFile() as file:
        file.write(key + signer.certificate.public_bytes(Encoding.PEM))
        file.flush()
        tls.load_cert_chain(file.name)
