"""What members agree to, word for word, by the version that they read: in the files of `consents/`, never changed."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TypeAlias

import msgspec
from msgspec import Struct

LATEST = "2026-11-23"
"""The version that consents are given to now."""
_FOLDER = Path(__file__).parent / "consents"


class ConsentText(Struct, frozen=True):
    """A purpose as a member reads it: what she allows by it, and what becomes of it once she takes it back."""

    title: str
    text: str
    after: str


Texts: TypeAlias = Mapping[str, Mapping[str, ConsentText]]
"""By purpose, with its channel if it has one, and by language."""


def list_versions() -> list[str]:
    """Every version that somebody may have agreed to, the oldest first."""
    return sorted(file.stem for file in _FOLDER.glob("*.toml"))


def find_consent_text(version: str, purpose: str, language: str) -> ConsentText | None:
    """The purpose in this version's words, or in today's where there is no such version; `None`: it has none."""
    known = version if version in list_versions() else LATEST
    return _read_texts(known).get(purpose, {}).get(language)


@cache
def _read_texts(version: str) -> Texts:
    content = (_FOLDER / f"{version}.toml").read_bytes()
    return msgspec.toml.decode(content, type=dict[str, dict[str, ConsentText]])
