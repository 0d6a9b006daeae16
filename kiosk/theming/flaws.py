"""Says of every key of a theme's file that does not fit what is allowed. Imported late: most themes are whole."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Annotated, Any, cast, get_args, get_origin

from msgspec import Struct, inspect, structs

from kiosk.settings.guide import explain_type
from kiosk.theming.document import Table
from kiosk.theming.file_names import show_name
from kiosk.theming.finding import Finding
from kiosk.theming.kinds import fits


def list_flaws(prefix: str, table: Mapping[str, object], kind: type[Struct]) -> Iterator[Finding]:
    """Every key of a table that does not fit its declared type, by its place: `prefix` and the key."""
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


def say_allowed(declared: object) -> str:
    """What is allowed for a value declared so, and what it is for."""
    allowed, sentence = explain_type(inspect.type_info(declared))
    if _is_table(declared):
        allowed = "a table"
    return f"allowed is {allowed}. {sentence}".rstrip()


def _judge_value(place: str, value: object, declared: Any) -> Iterator[Finding]:  # noqa: ANN401  # an annotation may be anything
    if fits(value, declared):
        return
    bare = _bare(declared)
    struct = _choose_struct(bare, value)
    if isinstance(value, dict) and struct:
        yield from list_flaws(f"{place}.", cast("Table", value), struct)
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


def _is_table(declared: Any) -> bool:  # noqa: ANN401  # an annotation may be anything
    bare = _bare(declared)
    return get_origin(bare) is dict or _choose_struct(bare, None) is not None


def _bare(declared: Any) -> Any:  # noqa: ANN401  # as above
    """The type without its range and its description."""
    return get_args(declared)[0] if get_origin(declared) is Annotated else declared
