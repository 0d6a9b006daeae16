from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP384R1, generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from kiosk.hub.push.push_service import PushRefused, make_push_key, read_push_service

CONTACT = "mailto:it@shop.example"


def test_a_new_key_is_its_owners_alone_and_never_written_over(tmp_path: Path) -> None:
    file = tmp_path / "push.pem"
    make_push_key(file)
    before = file.read_bytes()

    with pytest.raises(PushRefused, match="there already"):
        make_push_key(file)
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.read_bytes() == before


def test_the_key_is_told_to_browsers_as_they_want_it_and_never_printed(tmp_path: Path) -> None:
    file = tmp_path / "push.pem"
    make_push_key(file)
    service = read_push_service(file, CONTACT)

    assert (len(service.public_key), service.public_key[0]) == (87, "B")
    assert repr(service) == f"PushService({CONTACT})"


@pytest.mark.parametrize("contact", [None, "", "it@shop.example", "mailto:nobody", "http://shop.example"])
def test_a_contact_that_push_services_refuse_is_named(tmp_path: Path, contact: str | None) -> None:
    with pytest.raises(PushRefused, match="--push-contact"):
        read_push_service(tmp_path / "none", contact)


@pytest.mark.parametrize(
    "content", [None, b"", b"no key", b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"]
)
def test_a_file_that_is_no_key_is_named(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "push.pem"
    if content is not None:
        file.write_bytes(content)

    with pytest.raises(PushRefused, match="--push-key: is no readable key"):
        read_push_service(file, CONTACT)


def test_a_key_of_another_kind_is_named(tmp_path: Path) -> None:
    file = tmp_path / "push.pem"
    other = generate_private_key(SECP384R1())
    file.write_bytes(other.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))

    with pytest.raises(PushRefused, match="--push-key: is no readable key"):
        read_push_service(file, CONTACT)
