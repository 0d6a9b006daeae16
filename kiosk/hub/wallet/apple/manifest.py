"""`manifest.json`: the hash of every file of a pass, which is what is signed.

Source: Apple's documentation "Building a Pass": SHA-1, as hex, by the file's path in the package.
"""

import hashlib
from collections.abc import Mapping

import msgspec

MANIFEST = "manifest.json"
SIGNATURE = "signature"


def write_manifest(files: Mapping[str, bytes]) -> bytes:
    """The manifest of these files, the same bytes for the same files."""
    return msgspec.json.encode({name: hash_file(content) for name, content in files.items()}, order="sorted")


def hash_file(content: bytes) -> str:
    """A file's hash as Apple asks for it; what protects it is the signature over the manifest."""
    return hashlib.sha1(content, usedforsecurity=False).hexdigest()
