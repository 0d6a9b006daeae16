"""Whether a drawing (SVG) is a drawing and no more: nothing in it runs, moves, links, or leads outside."""

import re
from pathlib import Path

from kiosk.signage.xml_tree import Element, XmlRefused, parse_xml, tell_tag

LARGEST_BYTES = 2_000_000
MOST_SHAPES = 20_000
"""With all that `use` repeats: about what a display's renderer draws in a second."""

_FRAME = {"svg", "g", "defs", "symbol", "use", "switch", "title", "desc", "metadata", "style", "clipPath"}
_SHAPES = {"path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan"}
_PAINTS = {"linearGradient", "radialGradient", "stop"}
_SHOWN = _FRAME | _SHAPES | _PAINTS
"""Not what repeats others without `use` (patterns, masks, markers), nor pictures within the picture."""
_REFUSED = {
    *(
        "a",
        "animation",
        "audio",
        "discard",
        "filter",
        "foreignObject",
        "handler",
        "hatch",
        "image",
        "listener",
        "marker",
    ),
    *("mask", "mesh", "missing-glyph", "pattern", "prefetch", "script", "set", "solidColor", "textArea", "textPath"),
    *("tref", "video"),
}
_REFUSED_FAMILIES = ("animate", "fe", "font", "glyph")
"""What else has a name in SVG: Qt goes by that alone, whatever the namespace."""

_OUTSIDE = re.compile(r"url\(\s*['\"]?(?!['\"#])|@import|\\|expression\(", re.IGNORECASE)
"""What a style could reach outside by; a backslash could hide it."""


def find_drawing_flaw(path: Path) -> str | None:
    """Why this drawing may not be shown; `None`: it may. Raises `OSError`."""
    if path.stat().st_size > LARGEST_BYTES:
        return f"a drawing of more than {LARGEST_BYTES // 1_000_000} MB"
    try:
        root = parse_xml(path.read_bytes())
    except XmlRefused as error:
        return f"the drawing {error}"
    if tell_tag(root) != "svg":
        return "no drawing"
    flaw = next((flaw for element in root.iter() if (flaw := _find_flaw(element))), None)
    return flaw or _find_excess(root)


def _find_flaw(element: Element) -> str | None:
    tag = tell_tag(element)
    if tag not in _SHOWN and not _is_note(element, tag):
        return f"the drawing holds <{tag[:20]}>, which is not drawn here" if tag.isalnum() else "no drawing"
    if tag == "style" and _OUTSIDE.search("".join(element.itertext())):
        return "the drawing's style leads outside"
    for name, value in element.attrib.items():
        plain = name.rpartition("}")[2]
        if plain.lower().startswith("on"):
            return "the drawing holds a script"
        if (plain in {"href", "src"} and not value.startswith("#")) or _OUTSIDE.search(value):
            return "the drawing leads outside"
    return None


def _is_note(element: Element, tag: str) -> bool:
    """Whether an editor left it, in a namespace of its own and by a name that nobody draws."""
    namespace = element.tag.rpartition("}")[0]
    is_foreign = bool(namespace) and "svg" not in namespace
    return is_foreign and tag not in _REFUSED and not tag.startswith(_REFUSED_FAMILIES)


def _find_excess(root: Element) -> str | None:
    """Whether `use` upon `use` makes few elements very many: each is counted with all that it repeats."""
    named = {element.attrib["id"]: element for element in root.iter() if "id" in element.attrib}
    counts: dict[Element, int] = {}
    waiting: list[tuple[Element, bool]] = [(root, False)]
    open_now: set[Element] = set()
    while waiting:
        element, is_counted = waiting.pop()
        needed = _list_drawn(element, named)
        if is_counted:
            open_now.discard(element)
            counts[element] = 1 + sum(counts.get(one, 0) for one in needed)
            continue
        if element in counts:
            continue
        if element in open_now:
            return "the drawing repeats itself without end"
        open_now.add(element)
        waiting += [(element, True), *((one, False) for one in needed)]
    return None if counts[root] <= MOST_SHAPES else f"the drawing has more than {MOST_SHAPES} shapes"


def _list_drawn(element: Element, named: dict[str, Element]) -> list[Element]:
    targets = (value[1:] for name, value in element.attrib.items() if name.rpartition("}")[2] == "href")
    return [*element, *(named[target] for target in targets if target in named)]
