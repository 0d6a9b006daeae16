"""Fills in the chapters' texts, each an HTML file beside this one."""

from pathlib import Path
from string import Template


def fill_chapter(name: str, **parts: str) -> str:
    """The text of this name with its parts, which must be HTML already."""
    text = Path(__file__).with_name(f"{name}.html").read_text(encoding="utf-8")
    return Template(text).substitute(parts)


def write_percent(share: float) -> str:
    """A share as a person reads it: `89 %`."""
    return f"{share * 100:.0f} %"
