"""Reads the settings: the file, the environment over it, the command line over that; refuses a wrong one by name."""

import os
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import cast
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from kiosk.errors import FileRefused, SettingRefused
from kiosk.settings import Settings, State
from kiosk.settings.credentials import fill_in_credentials
from kiosk.settings.enrolled import fill_in
from kiosk.settings.guide import ENVIRONMENT_PREFIX, Declaration, list_settings
from kiosk.settings.table import Table

_TOML_FLAWS = (ValueError, RecursionError)
"""What `tomllib` raises for what is no TOML, no UTF-8, a number of thousands of digits or nested without end."""

_EMPTY_PATH = "is empty; leave it out for none"


def read_settings(file: Path | None, environ: Mapping[str, str], overrides: Sequence[str] = ()) -> Settings:
    """The settings from a TOML file, `KIOSK_…` variables over it, and `name=value` texts over those.

    Secrets that none of them names are the credentials that systemd hands over.
    Paths in the file are relative to its folder, others to the current one.
    Raises `FileRefused` where the file cannot be read, and `SettingRefused` for the first setting that is unknown,
    missing or wrong.
    """
    table = _read_toml(file) if file else {}
    declared = {declaration.name: declaration for declaration in list_settings()}
    for declaration in declared.values():
        if declaration.variable in environ:
            _put(table, declaration, environ[declaration.variable])
    _refuse_unknown_variables(declared.values(), environ)
    for override in overrides:
        name, equals, text = override.partition("=")
        if name not in declared:
            raise SettingRefused(name, f"no such setting{_suggest(name, declared)}; `kiosk settings` lists all")
        if not equals:
            raise SettingRefused(name, "has no value: write name=value")
        _put(table, declared[name], text)
    base = file.parent if file else Path()
    fill_in_credentials(table, environ)
    fill_in(table, _find_state(table, base))
    settings = _convert(table, declared, base)
    _check_time_zone("store.time_zone", settings.store.time_zone)
    return settings


def _find_state(table: Table, base: Path) -> Path:
    """The state folder, before all settings are known to be good: who the screen is may stand in there."""
    state = table.get("state")
    folder = cast("Table", state).get("dir") if isinstance(state, dict) else None
    return base / _expand(folder) if isinstance(folder, str) and folder.strip() else State().dir


def _check_time_zone(name: str, zone: str) -> None:
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        why = "is no time zone; write one such as Europe/Berlin"
        raise SettingRefused(name, why) from error


def _refuse_unknown_variables(declared: Iterable[Declaration], environ: Mapping[str, str]) -> None:
    known = [declaration.variable for declaration in declared]
    for name in environ:
        if name.startswith(ENVIRONMENT_PREFIX) and name not in known:
            raise SettingRefused(name, f"no such variable{_suggest(name, known)}; `kiosk settings` lists all")


def _suggest(name: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 # only what is wrong is compared with what there is

    near = get_close_matches(name, list(known), 1)
    return f", did you mean {near[0]}?" if near else ""


def _read_toml(file: Path) -> Table:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        message = f"{file} cannot be read ({os.strerror(error.errno or 0)}): name another with --config"
        raise FileRefused(message) from error
    except _TOML_FLAWS as error:
        message = f"{file} is not TOML: {error}"
        raise FileRefused(message) from error


def _put(table: Table, declaration: Declaration, text: str) -> None:
    section_name, _, key = declaration.name.partition(".")
    section = table.setdefault(section_name, {})
    if not isinstance(section, dict):
        raise SettingRefused(section_name, "must be a table of settings")
    cast("Table", section)[key] = _split(text, declaration)


def _split(text: str, declaration: Declaration) -> object:
    match declaration.shape:
        case "list" if text.lstrip().startswith("["):
            return _read_toml_value(text, declaration)
        case "list":
            return [part.strip() for part in text.split(",") if part.strip()]
        case "table":
            return _read_toml_value(text, declaration)
        case "path":
            return text.strip() and str(_expand(text).absolute())
        case _:
            return text


def _read_toml_value(text: str, declaration: Declaration) -> object:
    """A table or a list as TOML writes it in one line, such as `{shelf = {zone = "shoes"}}` or `["de", "en"]`."""
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except _TOML_FLAWS as error:
        why = f"is no TOML {declaration.shape}; allowed is {declaration.allowed}"
        raise SettingRefused(declaration.name, why) from error


def _convert(table: Table, declared: Mapping[str, Declaration], base: Path) -> Settings:
    def decode(kind: type, value: object) -> object:
        if kind is Path and isinstance(value, str):
            if not value.strip():  # it would be the folder itself, and all that lies in it
                raise ValueError(_EMPTY_PATH)
            return base / _expand(value)
        raise NotImplementedError(kind)

    try:
        return msgspec.convert(table, Settings, strict=False, dec_hook=decode)
    except msgspec.ValidationError as error:
        raise _refuse(str(error), declared) from error


def _expand(text: str) -> Path:
    """The path with `~` as the home folder; one of somebody who is not known here stays as it is written."""
    try:
        return Path(text).expanduser()
    except RuntimeError:
        return Path(text)


def _refuse(text: str, declared: Mapping[str, Declaration]) -> SettingRefused:
    """Turn the library's words, such as "Expected `int` - at `$.nfc.side`", into ours."""
    what, _, place = text.partition(" - at `$.")
    name = re.sub(r"\[.*", "", place.rstrip("`"))
    field = re.search(r"field `(\w+)`", what)
    if field:
        name = f"{name}.{field[1]}" if name else field[1]
    if what == _EMPTY_PATH:
        return SettingRefused(name, what)
    if name in declared:
        verb = "is missing" if "missing" in what else "is not allowed"
        return SettingRefused(name, f"{verb}; allowed is {declared[name].allowed}. {declared[name].sentence}")
    if "missing" in what:
        needed = [name for name, declaration in declared.items() if declaration.default is None]
        how = "write a file with `kiosk settings > kiosk.toml`, set {} in it, and name it with --config"
        return SettingRefused(name, f"is missing; {how.format(', '.join(needed))}")
    return SettingRefused(name or "settings", f"is not known; `kiosk settings` lists all ({what})")
