from datetime import UTC, datetime, timedelta

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.x509.oid import NameOID

from kiosk.hub.certificates import begin_certificate, name_authority

NOW = datetime(2026, 11, 22, 10, tzinfo=UTC)
SPAN = (NOW, NOW + timedelta(days=1))
NAME = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "somebody")])
KEY = ec.generate_private_key(ec.SECP256R1())


@pytest.mark.parametrize("is_ca", [True, False])
def test_only_an_authority_may_sign_others(is_ca: bool) -> None:  # noqa: FBT001 # pytest's parameter
    certificate = begin_certificate(NAME, NAME, KEY, SPAN, is_ca=is_ca).sign(KEY, SHA256())
    usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value

    assert certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca is is_ca
    assert (usage.key_cert_sign, usage.digital_signature) == (is_ca, not is_ca)


def test_a_certificate_is_good_for_its_span_and_names_the_key_that_signed_it() -> None:
    begun = begin_certificate(NAME, NAME, KEY, SPAN, is_ca=False).add_extension(name_authority(KEY), critical=False)
    certificate = begun.sign(KEY, SHA256())
    known = certificate.extensions.get_extension_for_class(x509.AuthorityKeyIdentifier).value
    own = certificate.extensions.get_extension_for_class(x509.SubjectKeyIdentifier).value

    assert (certificate.not_valid_before_utc, certificate.not_valid_after_utc) == SPAN
    assert known.key_identifier == own.digest
