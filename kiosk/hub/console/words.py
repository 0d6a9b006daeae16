"""Every phrase of the console, once per language: in `phrases/`, a file for each of its rooms."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TypeAlias

import msgspec

Words: TypeAlias = Mapping[str, Mapping[str, str]]
"""Phrases by the page or part that says them, and by name; `{...}` is filled in."""

LANGUAGES = ("de", "en")
PHRASES = Path(__file__).parent / "phrases"


def choose_console_words(*wishes: str | None) -> Words:
    """The phrases of the first wished language that there is; else English."""
    return _read_words(next((wish for wish in wishes if wish in LANGUAGES), "en"))


@cache
def _read_words(language: str) -> Words:
    words = dict[str, dict[str, str]]()
    for file in (PHRASES / language).glob("*.toml"):
        words |= msgspec.toml.decode(file.read_bytes(), type=dict[str, dict[str, str]])
    return words
