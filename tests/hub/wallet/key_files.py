"""A signer as the files that a store has of it."""

from pathlib import Path

from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from kiosk.hub.wallet.apple.signer import Signer


def write_key_files(folder: Path, signer: Signer, encoding: Encoding = Encoding.PEM) -> tuple[Path, Path, Path]:
    """Certificate, key and issuer."""
    contents = {
        "cert": signer.certificate.public_bytes(encoding),
        "key": signer.key.private_bytes(encoding, PrivateFormat.PKCS8, NoEncryption()),
        "wwdr": signer.wwdr.public_bytes(encoding),
    }
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    certificate, key, wwdr = (folder / name for name in contents)
    return certificate, key, wwdr
