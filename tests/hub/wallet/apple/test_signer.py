from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, Encoding, NoEncryption, PrivateFormat

from kiosk.hub.wallet.apple.signer import Signer, SignerRefused, read_signer
from kiosk.hub.wallet.apple.try_signer import TRY_PASS_TYPE, TRY_TEAM, make_try_signer
from tests.hub.running import NOW
from tests.hub.wallet.key_files import write_key_files


def test_a_signer_is_read_from_its_files(signer: Signer, tmp_path: Path) -> None:
    read = read_signer(*write_key_files(tmp_path, signer), NOW)

    assert (read.pass_type, read.team) == (TRY_PASS_TYPE, TRY_TEAM)
    assert read.certificate == signer.certificate
    assert repr(read) == f"Signer({TRY_PASS_TYPE})"


def test_files_may_be_as_apple_gives_them(signer: Signer, tmp_path: Path) -> None:
    read = read_signer(*write_key_files(tmp_path, signer, Encoding.DER), NOW)

    assert read.wwdr == signer.wwdr


def _swap_key(signer: Signer, _: Path) -> Signer:
    return Signer(signer.certificate, make_try_signer(NOW).key, signer.wwdr)


def _swap_issuer(signer: Signer, _: Path) -> Signer:
    return Signer(signer.certificate, signer.key, make_try_signer(NOW).wwdr)


def _sign_with_authority(signer: Signer, _: Path) -> Signer:
    return Signer(signer.wwdr, signer.key, signer.wwdr)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (_swap_key, "--apple-pass-key-file: is not the key of the certificate"),
        (_swap_issuer, "--apple-pass-wwdr-file: did not issue the certificate"),
        (_sign_with_authority, "--apple-pass-cert-file: is no certificate of a pass type"),
    ],
)
def test_files_that_do_not_fit_are_refused(
    change: Callable[[Signer, Path], Signer], says: str, signer: Signer, tmp_path: Path
) -> None:
    with pytest.raises(SignerRefused, match=says):
        read_signer(*write_key_files(tmp_path, change(signer, tmp_path)), NOW)


def test_a_certificate_that_has_expired_is_refused(signer: Signer, tmp_path: Path) -> None:
    with pytest.raises(SignerRefused, match="is not valid today: renew it"):
        read_signer(*write_key_files(tmp_path, signer), NOW + timedelta(days=31))


def test_files_that_are_none_are_refused(signer: Signer, tmp_path: Path) -> None:
    certificate, key, wwdr = write_key_files(tmp_path, signer)
    locked = signer.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(b"word"))

    with pytest.raises(SignerRefused, match="--apple-pass-wwdr-file: cannot be read"):
        read_signer(certificate, key, tmp_path / "none", NOW)
    with pytest.raises(SignerRefused, match="--apple-pass-cert-file: is neither PEM nor DER"):
        read_signer(key, key, wwdr, NOW)
    for content in (locked, _make_odd_key()):
        key.write_bytes(content)
        with pytest.raises(SignerRefused, match="--apple-pass-key-file: is neither PEM nor DER without a password"):
            read_signer(certificate, key, wwdr, NOW)


def _make_odd_key() -> bytes:
    """A key of a kind that signs no pass."""
    return Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
