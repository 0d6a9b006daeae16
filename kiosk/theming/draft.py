"""Writes the first files of a new theme: a few lines that count, and every key to choose from as a comment."""

from collections.abc import Iterator

import msgspec
from msgspec import Struct, structs

from kiosk.theming.document import Table
from kiosk.theming.flaws import say_allowed
from kiosk.theming.layers import OWN_KEYS
from kiosk.theming.manifest import THEME_API, Manifest
from kiosk.theming.words import Words

HEAD = """\
# {title}: what differs from the theme that it extends. Check it with `kiosk theme check` and its folder.
#
# Each line below that begins with # is a key with its value in {extends}: take the # away and change it.
# Sizes are pixels at 1920x1080 seen from 2 m; the kiosk scales them to the display and to `display.distance_m`.

id = "{name}"
title = "{title}"
author = "change me"
licence = "CC0-1.0"
version = "1.0"
theme_api = {api}
extends = "{extends}"

# What a manager may adjust, for example an accent, which any key then takes by writing "@accent":
#
# [options.accent]
# type = "colour" # colour, number, choice, text, boolean or picture
# title = {{ de = "Akzent", en = "Accent" }}
# hint = {{ de = "Die Wellen am Kartenleser", en = "The waves at the card reader" }}
# default = "#c8532b"
"""

WORDS_HEAD = """\
# {title}: what it says in its own words, in this language. Check it with `kiosk theme check` and its folder.
#
# Each line below that begins with # is a phrase as {extends} says it: take the # away and change it. What stands in
# braces is put in by the kiosk, and must stay.

"""


def draft_words(name: str, extends: str, base: Table) -> str:
    """The text of a `words.<language>.toml`; `base` is what the theme that is extended says in that language."""
    return WORDS_HEAD.format(title=_entitle(name), extends=extends) + "".join(_draft_group(base, Words))


def draft_manifest(name: str, extends: str, base: Table) -> str:
    """The text of a `theme.toml`; `base` is the manifest that is extended."""
    head = HEAD.format(name=name, title=_entitle(name), extends=extends, api=THEME_API)
    groups = [one for one in structs.fields(Manifest) if one.name not in OWN_KEYS | {"options"}]
    return head + "".join(
        f"\n[{one.name}]\n{''.join(_draft_group(base.get(one.name, {}), one.type))}" for one in groups
    )


def _entitle(name: str) -> str:
    return name.replace("-", " ").replace("_", " ").capitalize()


def _draft_group(base: Table, declared: object) -> Iterator[str]:
    if isinstance(declared, type) and issubclass(declared, Struct):
        for one in structs.fields(declared):
            value = base.get(one.name, "" if one.default is None else one.default)
            yield f"# {one.name} = {_write(value)} # {_explain(one.type)}\n"
    else:
        yield from (f"# {key} = {_write(value)}\n" for key, value in base.items())


def _explain(declared: object) -> str:
    return say_allowed(declared).removeprefix("allowed is ")


def _write(value: object) -> str:
    """A text, a number, true or false as TOML has it: as JSON has it."""
    return msgspec.json.encode(value).decode()
