"""A theme package: its files, and what it extends, read with all the rules or refused with all that is wrong."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import asdict

from kiosk.places import find_shipped
from kiosk.theming.bundle import Bundle
from kiosk.theming.bundle_reader import open_bundle
from kiosk.theming.document import Table
from kiosk.theming.fields import convert_table
from kiosk.theming.file_names import FONTS, TEXTS, find_suffix
from kiosk.theming.finding import Finding, ThemeRefused
from kiosk.theming.later_words import LATER_WORDS
from kiosk.theming.layers import MANIFEST, FindBundle, Layers, stack_layers
from kiosk.theming.manifest import Manifest
from kiosk.theming.pairs import judge_contrast
from kiosk.theming.references import NOTHING_GIVEN, put_values
from kiosk.theming.resolve import judge_references, resolve_tokens
from kiosk.theming.tokens import Tokens
from kiosk.theming.words import Words

if TYPE_CHECKING:  # it is loaded for the few themes that have options
    from kiosk.theming.option import Option

LANGUAGES = ("de", "en")
OPTIONS = "options"


class Theme(Struct, frozen=True):
    """A theme that passed every check.

    `fonts` are the files that it brings along by their names; `pictures` those that its manifest names, by their keys
    there (`still`, `still_portrait`); `options` what a manager may adjust.
    """

    name: str
    title: str
    tokens: Tokens
    words: dict[str, Words]
    fonts: dict[str, bytes] = field(default_factory=dict[str, bytes])
    pictures: dict[str, bytes] = field(default_factory=dict[str, bytes])
    options: Mapping[str, "Option"] = field(default_factory=dict[str, "Option"])

    def speak(self, language: str) -> Words:
        """The words in this language, or in the first one that every theme has."""
        return self.words.get(language, self.words[LANGUAGES[0]])


def find_shipped_bundle(name: str) -> Bundle:
    """A theme that ships with the program. Raises `FileRefused`."""
    findings: list[Finding] = []
    bundle = open_bundle(find_shipped("themes") / name, findings)
    if findings:
        raise ThemeRefused(name, findings)
    return bundle


def read_theme(
    path: Path, given: Mapping[str, object] = NOTHING_GIVEN, find_base: FindBundle = find_shipped_bundle
) -> Theme:
    """Read and check a theme's folder or `.zip`, with the values that were given for its options.

    Raises `FileRefused` with the file and, where there is one, the key: `dusk/words.de.toml: saved: ...`.
    """
    findings: list[Finding] = []
    bundle = open_bundle(path, findings)
    return compose_theme(bundle, given, find_base, findings)


def compose_theme(bundle: Bundle, given: Mapping[str, object], find_base: FindBundle, findings: list[Finding]) -> Theme:
    """The theme of a bundle that was opened with these findings. Raises `ThemeRefused` where there is any."""
    findings += _judge_contents(bundle)
    broken: list[Finding] = []
    layers = stack_layers(bundle, find_base, broken)
    options, values = _adjust(layers.manifest, given, broken, findings)
    if broken:  # most of its keys would be said to be missing
        raise ThemeRefused(bundle.name, [*findings, *broken])
    table = {key: value for key, value in layers.manifest.items() if key != OPTIONS}
    manifest = convert_table(MANIFEST, put_values(MANIFEST, table, values, findings), Manifest, findings)
    words = _read_words(layers, values, findings)
    if manifest is not None:
        findings += judge_references(manifest, bundle.name, layers.files) or judge_contrast(resolve_tokens(manifest))
    if manifest is None or findings:
        raise ThemeRefused(bundle.name, list(dict.fromkeys(findings)))
    return _put_together(bundle.name, manifest, words, layers.files, options)


def name_words(language: str) -> str:
    """The file of a language's phrases."""
    return f"words.{language}.toml"


def lay_words(layers: Layers, language: str, findings: list[Finding]) -> Table:
    """The phrases of a language as the theme and those below it say them, and the later ones that none of them has."""
    return LATER_WORDS[language] | layers.read(name_words(language), findings)


def _judge_contents(bundle: Bundle) -> Iterable[Finding]:
    if all(find_suffix(name) in TEXTS for name in bundle.files):
        return ()
    from kiosk.theming.content import judge_contents  # noqa: PLC0415 # many themes have neither fonts nor pictures

    return judge_contents(bundle)


def _adjust(
    manifest: Table, given: Mapping[str, object], broken: list[Finding], findings: list[Finding]
) -> tuple[Mapping[str, "Option"], Table]:
    """The theme's options, and what each of them puts in its place."""
    if not given and OPTIONS not in manifest:
        return {}, {}
    from kiosk.theming.adjusting import choose_values  # noqa: PLC0415 # few themes have options
    from kiosk.theming.option import Options  # noqa: PLC0415 # as above

    declared = convert_table(MANIFEST, {OPTIONS: manifest.get(OPTIONS, {})}, Options, broken)
    options = declared.options if declared else {}
    return options, choose_values(options, given, findings)


def _read_words(layers: Layers, values: Mapping[str, object], findings: list[Finding]) -> dict[str, Words]:
    words: dict[str, Words] = {}
    for language in LANGUAGES:
        file = name_words(language)
        table = put_values(file, lay_words(layers, language, findings), values, findings)
        spoken = convert_table(file, table, Words, findings)
        if spoken is not None:
            words[language] = spoken
    return words


def _put_together(
    name: str,
    manifest: Manifest,
    words: dict[str, Words],
    files: Mapping[str, bytes],
    options: Mapping[str, "Option"],
) -> Theme:
    return Theme(
        name=name,
        title=manifest.title,
        tokens=resolve_tokens(manifest),
        words=words,
        fonts={file: files[file] for file in sorted(files) if find_suffix(file) in FONTS},
        pictures={key: files[file] for key, file in asdict(manifest.pictures).items() if file},
        options=options,
    )
