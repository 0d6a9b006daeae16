"""The keys that sign themes and vouch for them: ed25519, in PEM files that OpenSSL reads, too."""

import os
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)

from kiosk.errors import FileRefused

MOST_BYTES = 4096


def make_key(file: Path) -> Path:
    """Write a new private key (PKCS #8), for its owner's eyes only, and beside it the public one; answer the latter.

    Raises `FileRefused` where one of the two is there already, or cannot be written.
    """
    key = Ed25519PrivateKey.generate()
    public = file.with_name(f"{file.name}.pub")
    for path in (file, public):
        if path.exists():
            message = f"{path.name}: is there already, and keys are never overwritten; choose another name"
            raise FileRefused(message)
    try:
        _write(file, key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()), 0o600)
        _write(public, key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo), 0o644)
    except OSError as error:
        message = f"{file.name}: {error.strerror}"
        raise FileRefused(message) from error
    return public


def read_private_key(file: Path) -> Ed25519PrivateKey:
    """The key that `make_key` wrote. Raises `FileRefused`."""
    try:
        key = load_pem_private_key(_read(file), None)
    except (ValueError, TypeError, UnsupportedAlgorithm):  # TypeError: it wants a password
        key = None
    if not isinstance(key, Ed25519PrivateKey):
        message = f"{file.name}: is no private ed25519 key; `kiosk theme key` makes one"
        raise FileRefused(message)
    return key


def read_public_key(file: Path) -> Ed25519PublicKey:
    """The key that `make_key` wrote beside it. Raises `FileRefused`."""
    try:
        key = load_pem_public_key(_read(file))
    except (ValueError, UnsupportedAlgorithm):
        key = None
    if not isinstance(key, Ed25519PublicKey):
        message = f"{file.name}: is no public ed25519 key; `kiosk theme key` writes one beside the private one"
        raise FileRefused(message)
    return key


def _write(path: Path, content: bytes, mode: int) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    with os.fdopen(handle, "wb") as file:
        file.write(content)


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES)
    except OSError as error:
        message = f"{path.name}: {error.strerror}"
        raise FileRefused(message) from error
