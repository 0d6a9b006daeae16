"""The text of a mail that came as HTML alone, without what it quotes: a mail's own marks say better than its words."""

from collections.abc import Mapping
from typing import Any, cast

from lxml.etree import HTMLParser

_SILENT = frozenset({"script", "style", "head", "title", "blockquote", "template", "noscript"})
_BREAKING = frozenset({"p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "ul", "ol", "table", "hr"})
_QUOTES = ("gmail_quote", "yahoo_quoted", "moz-cite-prefix", "protonmail_quote", "divrplyfwdmsg", "appendonsend")


def read_html(html: str) -> str:
    """Its text, line by line, in time that grows as its length does: the standard library's reader takes minutes."""
    reader = _Reader()
    parser = HTMLParser(target=cast("Any", reader), encoding="utf-8")  # its stubs ask for comments, and for bytes
    parser.feed(html.encode("utf-8", "replace"))
    parser.close()
    return "".join(reader.parts)


class _Reader:
    """What the parser tells of, which closes itself whatever was left open."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self._silent = 0
        """How many elements are open, from the one on that is not read."""

    def start(self, tag: str, attrs: Mapping[str, str]) -> None:
        self._break(tag)
        if self._silent or tag in _SILENT or _is_quote(attrs):
            self._silent += 1

    def end(self, tag: str) -> None:
        self._break(tag)
        if self._silent:
            self._silent -= 1

    def data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(data.replace("\n", " "))

    def close(self) -> None:
        """The parser asks for it."""

    def _break(self, tag: str) -> None:
        if tag in _BREAKING:
            self.parts.append("\n")


def _is_quote(attrs: Mapping[str, str]) -> bool:
    marks = f"{attrs.get('class', '')} {attrs.get('id', '')}".lower()
    return any(quote in marks for quote in _QUOTES)
