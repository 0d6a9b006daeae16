"""Whether a phone would trust the signature of a pass: of this manifest, by the certificate of this very pass type.

Sources: Apple's documentation "Building a Pass" and "Create Wallet identifiers and certificates"; that certificates
made since January 2022 need the intermediate G4: Apple's "Worldwide Developer Relations Intermediate Certificate".
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.x509.oid import NameOID

from kiosk.hub.wallet.apple.signer import is_issued_by, read_name
from kiosk.hub.wallet.apple.try_signer import TRY_AUTHORITY
from kiosk.hub.wallet.doctor.cms import Signed, read_signed
from kiosk.hub.wallet.doctor.finding import Finding, quote

_WWDR = "Apple Worldwide Developer Relations Certification Authority"
_GENERATION = "G4"


def check_trust(signature: bytes, manifest: bytes, told: Mapping[str, Any], now: datetime) -> Iterator[Finding]:
    """What is wrong with this signature of this manifest, for a pass that says so of itself."""
    try:
        signed = read_signed(signature)
    except ValueError:
        yield Finding("signature is no PKCS #7 signature in DER: sign manifest.json, detached, and save it as DER.")
        return
    try:
        yield from _check_signed(signed, manifest, told, now)
    except (ValueError, UnsupportedAlgorithm):  # the library reads a certificate as far as it is asked to
        yield Finding("A certificate in the signature is damaged: export it anew, and sign again.")


def _check_signed(signed: Signed, manifest: bytes, told: Mapping[str, Any], now: datetime) -> Iterator[Finding]:
    if not signed.has_time:
        yield Finding("The signature does not say when it was made: have it sign the time, too.")
    if not signed.fits(manifest):
        yield Finding("manifest.json was changed after it was signed: sign it again, as the last step.")
    if signed.signer is None:
        yield Finding("The signature lacks the certificate that made it: let your builder put it in.")
        return
    if not signed.is_genuine():
        yield Finding("The signature was not made with its certificate's key: export both together, and sign again.")
    yield from _check_certificate(signed.signer, told, now)
    yield from _check_issuer(signed, signed.signer)


def _check_certificate(certificate: x509.Certificate, told: Mapping[str, Any], now: datetime) -> Iterator[Finding]:
    for member, oid in (("passTypeIdentifier", NameOID.USER_ID), ("teamIdentifier", NameOID.ORGANIZATIONAL_UNIT_NAME)):
        certified, said = read_name(certificate, oid), told.get(member)
        if certified != said:
            text = f"{member} is {quote(said)} in pass.json and {quote(certified) or 'missing'} in the certificate"
            yield Finding(f"{text}: make both the same.")
    if now >= certificate.not_valid_after_utc:
        yield Finding("The certificate that signed the pass has expired: renew it at Apple, and sign again.")
    elif now < certificate.not_valid_before_utc:
        yield Finding("The certificate that signed the pass is not valid yet: set this machine's clock, or wait.")


def _check_issuer(signed: Signed, signer: x509.Certificate) -> Iterator[Finding]:
    issuer_name = _read_issuer(signer)
    issuer = next((one for one in signed.certificates if one != signer and is_issued_by(signer, one)), None)
    if issuer_name == TRY_AUTHORITY:
        yield Finding("The pass is signed for trying, and no phone takes it: sign it with a certificate of Apple's.")
    elif issuer_name != _WWDR:
        text = f"The certificate is issued by {quote(issuer_name) or 'nobody'}, not by Apple"
        yield Finding(f"{text}: sign with the certificate of a pass type, made at Apple's developer site.")
    if issuer is None:
        text = "The signature lacks Apple's own certificate, which issued the signer's"
        yield Finding(f"{text}: add the WWDR certificate {_GENERATION} from Apple's page of certificate authorities.")
    elif issuer_name == _WWDR and read_name(issuer, NameOID.ORGANIZATIONAL_UNIT_NAME) != _GENERATION:
        text = f"The pass is signed with another generation of Apple's WWDR certificate than {_GENERATION}"
        yield Finding(f"{text}: make a new certificate for the pass type, and take {_GENERATION} with it.")


def _read_issuer(certificate: x509.Certificate) -> str:
    found = certificate.issuer.get_attributes_for_oid(NameOID.COMMON_NAME)
    return str(found[0].value) if found else ""
