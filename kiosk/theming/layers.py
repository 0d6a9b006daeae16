"""How a theme lies over the one that it extends: key by key, file by file, only so many deep and never in a ring."""

from collections.abc import Callable, Mapping
from typing import Final, TypeAlias, cast

from msgspec import Struct

from kiosk.errors import FileRefused
from kiosk.theming.bundle import Bundle
from kiosk.theming.document import Table, read_document
from kiosk.theming.finding import Finding
from kiosk.theming.kinds import ThemeId, fits

MANIFEST: Final = "theme.toml"
MOST_LAYERS = 4
OWN_KEYS = frozenset({"id", "title", "author", "licence", "version", "theme_api", "extends", "preview"})
"""What a theme says of itself: nobody inherits it."""

FindBundle: TypeAlias = Callable[[str], Bundle]
"""Answers a theme of the shelf by its name; raises `FileRefused`."""


class Layers(Struct, frozen=True):
    """A theme and those below it, as one: its own tables over theirs, its own files over theirs."""

    bundles: tuple[Bundle, ...]
    manifest: Table

    @property
    def files(self) -> dict[str, bytes]:
        """All files by name; of two the upper one's."""
        return {name: content for bundle in reversed(self.bundles) for name, content in bundle.files.items()}

    def read(self, name: str, findings: list[Finding]) -> Table:
        """A file of one level of keys, such as the words of a language, laid over each other; it may be missing."""
        laid: Table = {}
        for bundle in reversed(self.bundles):
            if name in bundle.files:
                laid |= read_document(name, bundle.files[name], findings)
        return laid


def stack_layers(bundle: Bundle, find_base: FindBundle, findings: list[Finding]) -> Layers:
    """Read the manifests of a theme and of all that it extends."""
    bundles = [bundle]
    manifests = [_read_manifest(bundle, findings)]
    while "extends" in manifests[-1]:
        base = _find_base(manifests[-1]["extends"], bundles, find_base, findings)
        if base is None:
            break
        bundles.append(base)
        manifests.append(_read_manifest(base, findings))
    laid = {key: value for key, value in manifests[0].items() if key in OWN_KEYS}
    for manifest in reversed(manifests):
        laid = _lay_over(laid, {key: value for key, value in manifest.items() if key not in OWN_KEYS})
    return Layers(tuple(bundles), laid)


def _read_manifest(bundle: Bundle, findings: list[Finding]) -> Table:
    if MANIFEST not in bundle.files:
        findings.append(Finding(MANIFEST, "is missing"))
        return {}
    return read_document(MANIFEST, bundle.files[MANIFEST], findings)


def _find_base(name: object, above: list[Bundle], find_base: FindBundle, findings: list[Finding]) -> Bundle | None:
    if not fits(name, ThemeId):
        from kiosk.theming.flaws import say_allowed  # noqa: PLC0415 # as in `fields.py`

        why = f"is not allowed; {say_allowed(ThemeId)}"
    elif name in [bundle.name for bundle in above]:
        why = "leads back to itself"
    elif len(above) >= MOST_LAYERS:
        why = f"more than {MOST_LAYERS} themes on top of each other"
    else:
        try:
            return find_base(str(name))
        except FileRefused as refused:
            why = str(refused)
    findings.append(Finding(f"{MANIFEST}: extends", why))
    return None


def _lay_over(below: Mapping[str, object], above: Mapping[str, object]) -> Table:
    laid: Table = dict(below)
    for key, value in above.items():
        base = laid.get(key)
        both = isinstance(base, dict) and isinstance(value, dict)
        laid[key] = {**cast("Table", base), **cast("Table", value)} if both else value
    return laid
