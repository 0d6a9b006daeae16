"""The header by which a mail server says what it found out about a sender (RFC 8601, section 2.2)."""

import re
from collections.abc import Generator, Mapping

from msgspec import Struct

_LONGEST = 4000
_TOKEN = re.compile(r'\s++|[;=]|(?:"(?:[^"\\]|\\.)*+"|[^\s"();=])++', re.DOTALL)
_IN_COMMENT = re.compile(r"\\.|[()]", re.DOTALL)


class Garbled(Exception):
    """Where one word ends and the next begins cannot be told."""


class Result(Struct, frozen=True):
    """What one method, such as `dkim`, resulted in; without properties where one comes twice or not as the RFC says."""

    method: str
    value: str
    properties: Mapping[str, str]


class AuthResults(Struct, frozen=True):
    """What the server of this name found; all in small letters."""

    server: str
    results: tuple[Result, ...]


def read_auth_results(header: str) -> AuthResults:
    """Read the header's value, whose quoted strings and comments are the sender's own words. Raises `Garbled`."""
    if len(header) > _LONGEST:
        raise Garbled  # what is cut off may be the end of a name
    segments: list[list[str]] = [[]]
    for word in _scan(header.lower()):
        if word == ";":
            segments.append([])
        else:
            segments[-1].append(word)
    server = (segments[0] or [""])[0].strip('"')
    return AuthResults(server, tuple(map(_read_result, filter(None, segments[1:]))))


def _scan(text: str) -> Generator[str]:
    """Its words, in their quotes, and its marks `;` and `=`, in one pass."""
    at = 0
    while at < len(text):
        if text[at] == "(":
            at = _find_comment_end(text, at)
            continue
        found = _TOKEN.match(text, at)
        if found is None:
            raise Garbled
        at = found.end()
        if not found[0].isspace():
            yield found[0]


def _find_comment_end(text: str, start: int) -> int:
    depth = 0
    for found in _IN_COMMENT.finditer(text, start):
        depth += {"(": 1, ")": -1}.get(found[0], 0)
        if depth == 0:
            return found.end()
    raise Garbled


def _read_result(tokens: list[str]) -> Result:
    names, marks, values = tokens[::3], tokens[1::3], tokens[2::3]
    is_told = len(tokens) % 3 == 0 and {*marks} == {"="} and "=" not in values and len({*names, "="}) == len(names) + 1
    pairs = zip(names[1:], values[1:], strict=True) if is_told else ()
    properties = {name: value.strip('"') for name, value in pairs}
    return Result(names[0].partition("/")[0], values[0] if values else "", properties)
