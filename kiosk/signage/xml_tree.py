"""Reads XML that a stranger may have written: without entities, links, or more nesting than any list or drawing has."""

from xml.etree import ElementTree as ET

MOST_DEPTH = 100

Element = ET.Element


class XmlRefused(Exception):
    """It is no XML, or more than is read; its text says which."""


class _Builder(ET.TreeBuilder):
    """Refuses a document type, without which there are no entities and nothing outside is ever named."""

    def __init__(self) -> None:
        super().__init__()
        self._depth = 0

    def doctype(self, _name: str, _public: str | None, _system: str) -> None:
        """Called by the parser before it reads what the type declares."""
        message = "has a document type (<!DOCTYPE ...>): save it without"
        raise XmlRefused(message)

    def start(self, tag: str, attrs: dict[str, str], /) -> Element:
        """Called by the parser."""
        self._depth += 1
        if self._depth > MOST_DEPTH:
            message = f"is nested more than {MOST_DEPTH} deep"
            raise XmlRefused(message)
        return super().start(tag, attrs)

    def end(self, tag: str, /) -> Element:
        """Called by the parser."""
        self._depth -= 1
        return super().end(tag)


def parse_xml(raw: bytes) -> Element:
    """The root element. Raises `XmlRefused`."""
    parser = ET.XMLParser(target=_Builder())  # noqa: S314 # as said above
    try:
        parser.feed(raw)
        root: Element = parser.close()
    except (ET.ParseError, ValueError, LookupError) as error:
        message = "is no XML"
        raise XmlRefused(message) from error
    return root


def tell_tag(element: Element) -> str:
    """The element's name without its namespace."""
    return element.tag.rpartition("}")[2]


def read_attribute(element: Element, name: str) -> str | None:
    """The attribute, whatever its namespace."""
    found = (value for key, value in element.attrib.items() if key.rpartition("}")[2] == name)
    return next(found, None)
