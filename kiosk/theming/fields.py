"""Turns the table of a theme's file into its declared type, and says of every key that does not fit what is allowed."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Annotated, Any, TypeVar, cast, get_args, get_origin

import msgspec
from msgspec import Struct, inspect, structs

from kiosk.settings.guide import explain_type
from kiosk.theming.document import Table
from kiosk.theming.file_names import show_name
from kiosk.theming.finding import Finding

Kind = TypeVar("Kind", bound=Struct)


def convert_table(file: str, table: Table, kind: type[Kind], findings: list[Finding]) -> Kind | None:
    """The file's content, or `None` with a finding for each key that is unknown, missing or not allowed."""
    try:
        return msgspec.convert(table, kind)
    except msgspec.ValidationError as error:
        flaws = list(_judge_struct(f"{file}: ", table, kind))
        findings += flaws or [Finding(file, str(error))]
        return None


def fits(value: object, declared: object) -> bool:
    """Whether the value is one of the declared type."""
    try:
        msgspec.convert(value, cast("type[object]", declared))
    except msgspec.ValidationError:
        return False
    return True


def say_allowed(declared: object) -> str:
    """What is allowed for a value declared so, and what it is for."""
    allowed, sentence = explain_type(inspect.type_info(declared))
    if _is_table(declared):
        allowed = "a table"
    return f"allowed is {allowed}. {sentence}".rstrip()


def _is_table(declared: Any) -> bool:  # noqa: ANN401  # an annotation may be anything
    bare = get_args(declared)[0] if get_origin(declared) is Annotated else declared
    return get_origin(bare) is dict or _choose_struct(bare, None) is not None


def _judge_struct(prefix: str, table: Mapping[str, object], kind: type[Struct]) -> Iterator[Finding]:
    known = {one.encode_name: one for one in structs.fields(kind)}
    for key in table:
        if key not in known and key != kind.__struct_config__.tag_field:
            near = get_close_matches(key, known, 1)
            yield Finding(prefix + show_name(key), "no such key" + (f", did you mean {near[0]}?" if near else ""))
    for key, one in known.items():
        if key in table:
            yield from _judge_value(prefix + key, table[key], one.type)
        elif one.required:
            yield Finding(prefix + key, f"is missing; {say_allowed(one.type)}")


def _judge_value(place: str, value: object, declared: Any) -> Iterator[Finding]:  # noqa: ANN401  # as above
    if fits(value, declared):
        return
    bare = get_args(declared)[0] if get_origin(declared) is Annotated else declared
    struct = _choose_struct(bare, value)
    if isinstance(value, dict) and struct:
        yield from _judge_struct(f"{place}.", cast("Table", value), struct)
    elif isinstance(value, dict) and get_origin(bare) is dict:
        yield from _judge_entries(place, cast("Table", value), *get_args(bare))
    else:
        yield Finding(place, f"is not allowed; {say_allowed(declared)}")


def _judge_entries(place: str, table: Table, name: object, declared: object) -> Iterator[Finding]:
    for key, value in table.items():
        if not fits(key, name):
            yield Finding(f"{place}.{show_name(key)}", f"is no name; {say_allowed(name)}")
        yield from _judge_value(f"{place}.{show_name(key)}", value, declared)


def _choose_struct(declared: Any, value: object) -> type[Struct] | None:  # noqa: ANN401  # as above
    """The struct that is meant; of a union, the one that the table's tag names, such as `type = "colour"`."""
    if isinstance(declared, type) and issubclass(declared, Struct):
        return declared
    for member in get_args(declared):
        config = getattr(member, "__struct_config__", None)
        if config and isinstance(value, dict) and cast("Table", value).get(config.tag_field) == config.tag:
            return cast("type[Struct]", member)
    return None
