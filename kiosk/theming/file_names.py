"""Which file names a theme may use: names that mean the same file on every system, and nothing outside it."""

import re
import unicodedata

from kiosk.contract.unseen import UNSEEN

FONTS = frozenset({".otf", ".ttf"})
PICTURES = frozenset({".jpeg", ".jpg", ".png", ".webp"})
TEXTS = frozenset({".md", ".toml", ".txt"})
ALLOWED = FONTS | PICTURES | TEXTS

LONGEST_NAME = 120
DEEPEST = 4
"""Parts of a name, the file's own among them."""

_UNSEEN = re.compile(f"[{UNSEEN}]")


def object_to_name(name: str) -> str | None:
    """Why no file of a theme may be called so, or `None`: `name` is relative to the theme, with `/` between parts."""
    parts = name.split("/")
    if name.startswith("/") or "\\" in name or ":" in name:
        return "only names relative to the theme are allowed, with / between folders"
    if any(part in {"", ".", ".."} for part in parts):
        return "a name may not lead out of the theme"
    if len(name) > LONGEST_NAME or len(parts) > DEEPEST:
        return f"a name may have up to {LONGEST_NAME} characters and {DEEPEST} parts"
    if _UNSEEN.search(name) or not name.isprintable():
        return "a name may hold no control character and none that turns text around"
    if find_suffix(name) not in ALLOWED:
        return f"only {', '.join(sorted(ALLOWED))} may lie in a theme"
    return None


def find_suffix(name: str) -> str:
    """What the name ends in, small and with its dot; empty without one."""
    _, dot, suffix = name.rpartition(".")
    return f".{suffix}".lower() if dot else ""


def fold_name(name: str) -> str:
    """The same for all names that some file system takes for one (normal form C, case folded)."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def show_name(name: str) -> str:
    """The name as a message may show it: short, and without anything that a terminal would act on."""
    shown = name if name.isprintable() and not _UNSEEN.search(name) else ascii(name)
    return shown if len(shown) <= LONGEST_NAME else f"{shown[:LONGEST_NAME]}…"
