"""Begins X.509 certificates of our own, for whoever has an authority to sign them with."""

from datetime import datetime

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec


def begin_certificate(
    name: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePrivateKey, span: tuple[datetime, datetime], *, is_ca: bool
) -> x509.CertificateBuilder:
    """All that is common to them; the times of the span are aware. Source of the fields: RFC 5280."""
    begin, end = span
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begin)
        .not_valid_after(end)
        .add_extension(x509.BasicConstraints(ca=is_ca, path_length=None), critical=True)
        .add_extension(_allow(is_ca=is_ca), critical=True)
        # Who verifies by the letter (4.2.1.2) finds the authority by it.
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )


def name_authority(key: ec.EllipticCurvePrivateKey) -> x509.AuthorityKeyIdentifier:
    """Says in a certificate which key signed it."""
    return x509.AuthorityKeyIdentifier.from_issuer_public_key(key.public_key())


def _allow(*, is_ca: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not is_ca,
        key_cert_sign=is_ca,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
