from pathlib import Path

from kiosk.hub.wallet.apple.signature import sign_manifest
from kiosk.hub.wallet.apple.signer import Signer
from tests.hub.wallet.openssl import verify_detached

_MANIFEST = b'{"pass.json":"00"}'


def test_openssl_finds_the_signature_good(signer: Signer, tmp_path: Path) -> None:
    signature = sign_manifest(_MANIFEST, signer)

    assert "successful" in verify_detached(tmp_path, signature, _MANIFEST, signer)
    assert _MANIFEST not in signature


def test_openssl_finds_another_manifest_bad(signer: Signer, tmp_path: Path) -> None:
    said = verify_detached(tmp_path, sign_manifest(_MANIFEST, signer), _MANIFEST + b" ", signer)

    assert "successful" not in said
    assert "ailure" in said
