"""What the scenes' QML sets in which colour, read from its text: enough to hold a table against it."""

import re
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

QML = Path(__file__).parent.parent.parent / "kiosk" / "screen" / "qml"
TEXTS = {"EvenLine", "FiguresRow", "Figures", "Headline", "Line", "Text"}
DRAWINGS = {"ShapePath": "strokeColor", "border": "color", "Tick": "ink"}
_OPENING = re.compile(r"^\s*(?:component )?(?:\w+:\s*)?([A-Za-z.]+)(?: on \w+)? \{$")
_PROPERTY = re.compile(r"^\s*(?:(?:required|readonly|default) )*(?:property \w+ )?([\w.]+): (.*?)(?: //.*)?$")


class Element(Struct, frozen=True):
    """A QML element with its own properties, as they are written."""

    kind: str
    properties: dict[str, str]


def list_elements(file: Path) -> Iterator[Element]:
    """All elements of a QML file, with the properties of each."""
    stack: list[Element] = []
    for line in file.read_text(encoding="utf-8").splitlines():
        opening, told = _OPENING.match(line), _PROPERTY.match(line)
        if opening or line.rstrip().endswith("{"):
            stack.append(Element(opening[1] if opening else "", {}))
        elif line.strip().startswith("}") and stack:
            yield stack.pop()
        elif told and stack:
            stack[-1].properties[told[1]] = told[2]


def find_tokens(value: str, root: dict[str, str]) -> tuple[str, ...]:
    """The tokens that an expression names; `view.ink` is one of a picture's inks, `root.x` what the root says of x."""
    if "view.ink" in value and "Tokens." not in value:
        return ("ink", "light_ink")
    own = re.search(r"root\.(\w+)$", value)
    if own and own[1] in root:
        return find_tokens(root[own[1]], {})
    return tuple(re.sub(r"(?<!^)([A-Z])", r"_\1", name).lower() for name in re.findall(r"Tokens\.(\w+)", value))
