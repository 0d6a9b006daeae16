"""Every phrase of the console, once per language, from the word files beside this one."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TypeAlias

import msgspec

Words: TypeAlias = Mapping[str, Mapping[str, str]]
"""Phrases by the page or part that says them, and by name; `{...}` is filled in."""

LANGUAGES = ("de", "en")


def choose_console_words(*wishes: str | None) -> Words:
    """The phrases of the first wished language that there is; else English."""
    return _read_words(next((wish for wish in wishes if wish in LANGUAGES), "en"))


@cache
def _read_words(language: str) -> Words:
    content = (Path(__file__).parent / f"words.{language}.toml").read_bytes()
    return msgspec.toml.decode(content, type=dict[str, dict[str, str]])
