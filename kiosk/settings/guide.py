"""Describes every setting from its declaration: refusals, `kiosk settings` and the documentation read it here."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal, cast

from msgspec import NODEFAULT, Struct, inspect

from kiosk.settings import Settings

ENVIRONMENT_PREFIX = "KIOSK_"

Shape = Literal["list", "table", "path", "plain"]


class Declaration(Struct, frozen=True):
    """One setting as declared: its dotted name, what is allowed, its default (`None`: required) and its sentence."""

    name: str
    allowed: str
    default: str | None
    sentence: str
    shape: Shape

    @property
    def variable(self) -> str:
        """The environment variable that sets it."""
        return ENVIRONMENT_PREFIX + self.name.replace(".", "_").upper()


def list_settings() -> tuple[Declaration, ...]:
    """Every setting, in the order of its declaration."""
    sections = cast("inspect.StructType", inspect.type_info(Settings)).fields
    return tuple(
        _describe(f"{section.name}.{setting.name}", setting)
        for section in sections
        for setting in cast("inspect.StructType", section.type).fields
    )


def explain_type(declared: inspect.Type) -> tuple[str, str]:
    """What a value declared so may be, in words, and the sentence that says what it is for (may be empty)."""
    meta, kind = _unwrap(declared)
    return str(meta.get("title") or _say_allowed(kind)), str(meta.get("description", ""))


def _describe(name: str, setting: inspect.Field) -> Declaration:
    allowed, sentence = explain_type(setting.type)
    default = None if setting.required else _show(setting.default)
    return Declaration(name, allowed, default, sentence, _find_shape(_unwrap(setting.type)[1]))


def _find_shape(kind: inspect.Type) -> Shape:
    if isinstance(kind, inspect.VarTupleType):
        return "table" if isinstance(_unwrap(kind.item_type)[1], inspect.StructType) else "list"
    if isinstance(kind, inspect.DictType):
        return "table"
    return "path" if isinstance(kind, inspect.CustomType) and kind.cls is Path else "plain"


def _unwrap(kind: inspect.Type) -> tuple[Mapping[str, object], inspect.Type]:
    """Take the description off a type; of an optional type, keep the type that it may hold."""
    meta: Mapping[str, object] = {}
    if isinstance(kind, inspect.Metadata):
        # msgspec says no more of it than that it is a dict
        schema = cast("Mapping[str, object] | None", kind.extra_json_schema)  # pyright: ignore[reportUnknownMemberType] # as said above
        meta = schema or {}
        kind = kind.type
    if isinstance(kind, inspect.UnionType):
        kind = next(member for member in kind.types if not isinstance(member, inspect.NoneType))
        inner, kind = _unwrap(kind)
        meta = {**inner, **meta}
    return meta, kind


def _say_allowed(kind: inspect.Type) -> str:
    match kind:
        case inspect.LiteralType():
            return "one of " + ", ".join(str(value) for value in kind.values)
        case inspect.VarTupleType():
            return "a list, each " + _say_allowed(_unwrap(kind.item_type)[1])
        case inspect.BoolType():
            return "true or false"
        case inspect.IntType() | inspect.FloatType():
            return "a number " + " and ".join(_say_bounds(kind))
        case inspect.StrType():
            return "text"
        case _:
            return "a path"


def _say_bounds(kind: inspect.IntType | inspect.FloatType) -> Iterator[str]:
    words = {"gt": "over", "ge": "from", "lt": "under", "le": "up to"}
    for name, word in words.items():
        bound = getattr(kind, name)
        if bound is not None:
            yield f"{word} {bound:g}"


def _show(default: object) -> str:
    if isinstance(default, tuple):
        return ", ".join(str(value) for value in cast("tuple[object, ...]", default))
    if isinstance(default, bool):
        return str(default).lower()
    return "" if default is None or default is NODEFAULT else str(default)
