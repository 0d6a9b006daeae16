"""Who made a theme, and that nobody changed it since: an ed25519 signature over the hashes of all its files."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Annotated

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from msgspec import Meta, Struct

from kiosk.theming.bundle import Bundle
from kiosk.theming.document import read_document
from kiosk.theming.fields import convert_table
from kiosk.theming.file_names import show_name
from kiosk.theming.finding import Finding, ThemeRefused
from kiosk.theming.keys import read_public_key
from kiosk.theming.kinds import FileName

FILE = "signature.toml"
HEADER = "vitrine theme 1"
"""Begins what is signed: no signature of another kind or version can be taken for one of a theme."""


class Signature(Struct, frozen=True, forbid_unknown_fields=True):
    """The whole of `signature.toml`: the hash of each file, and the signature of their listing."""

    signature: Annotated[str, Meta(pattern=r"^[0-9a-f]{128}\Z", title="128 hex digits")]
    files: dict[FileName, Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z", title="64 hex digits")]]


def sign_bundle(bundle: Bundle, key: Ed25519PrivateKey) -> str:
    """The text of the theme's `signature.toml`."""
    hashes = _hash_files(bundle)
    signature = key.sign(_list_canonically(bundle.name, hashes)).hex()
    listing = "".join(
        f'{json.dumps(name, ensure_ascii=False)} = "{digest}"\n' for name, digest in sorted(hashes.items())
    )
    return f'# Written by `kiosk theme sign`.\nsignature = "{signature}"\n\n[files]\n{listing}'


def check_signature(bundle: Bundle, signers: Iterable[Path]) -> None:
    """Raise `FileRefused` unless one of these public keys signed the theme as it is, and each of them can be read."""
    keys = [read_public_key(file) for file in signers]
    findings = list(_find_forgery(bundle, keys))
    if findings:
        raise ThemeRefused(bundle.name, findings)


def _find_forgery(bundle: Bundle, keys: list[Ed25519PublicKey]) -> Iterator[Finding]:
    if FILE not in bundle.files:
        yield Finding(
            "", f"is not signed ({FILE} is missing): sign its folder by `kiosk theme sign`, then pack it again"
        )
        return
    broken: list[Finding] = []
    table = read_document(FILE, bundle.files[FILE], broken)
    signed = None if broken else convert_table(FILE, table, Signature, broken)
    if signed is None:
        yield from broken
    elif not _is_signed(bundle.name, signed, keys):
        yield Finding(FILE, "none of the trusted keys made this signature")
    else:
        yield from _find_changes(signed.files, _hash_files(bundle))


def _is_signed(name: str, signed: Signature, keys: list[Ed25519PublicKey]) -> bool:
    message = _list_canonically(name, signed.files)
    for key in keys:
        try:
            key.verify(bytes.fromhex(signed.signature), message)
        except InvalidSignature:
            continue
        return True
    return False


def _find_changes(signed: Mapping[str, str], there: Mapping[str, str]) -> Iterator[Finding]:
    for name in sorted(signed.keys() | there.keys()):
        if name not in there:
            yield Finding(show_name(name), "was signed, but is missing")
        elif name not in signed:
            yield Finding(show_name(name), "was added after the theme was signed")
        elif signed[name] != there[name]:
            yield Finding(show_name(name), "was changed after the theme was signed")


def _hash_files(bundle: Bundle) -> dict[str, str]:
    return {name: hashlib.sha256(content).hexdigest() for name, content in bundle.files.items() if name != FILE}


def _list_canonically(name: str, hashes: Mapping[str, str]) -> bytes:
    """What is signed: a line for the format, one for the theme's name, one for each file in the order of the names."""
    lines = [HEADER, name, *(f"{digest}  {file}" for file, digest in sorted(hashes.items()))]
    return "\n".join(lines).encode()
