"""Reads a TOML file of a theme, which anybody may have written: bounded in size, breadth and depth."""

import tomllib
from typing import Any, TypeAlias

from kiosk.theming.finding import Finding

Table: TypeAlias = dict[str, Any]
"""What TOML holds: the only place where it is not yet typed."""

LONGEST_LINE = 500
"""In bytes. A key of thousands of parts in one line takes tomllib longer than a shop is open."""


def read_document(name: str, content: bytes, findings: list[Finding]) -> Table:
    """The file's table; an empty one, with a finding, where it has none."""
    if max(map(len, content.splitlines()), default=0) > LONGEST_LINE:
        why = f"has a line of more than {LONGEST_LINE} bytes"
    else:
        try:
            return tomllib.loads(content.decode("utf-8-sig"))
        except RecursionError:
            why = "is nested too deeply"
        except tomllib.TOMLDecodeError as error:
            why = f"not a TOML file: {_say_where(error)}"
        except ValueError:  # not UTF-8, or a number of thousands of digits
            why = "not a TOML file in UTF-8"
    findings.append(Finding(name, why))
    return {}


def _say_where(error: tomllib.TOMLDecodeError) -> str:
    """The library's words, which may repeat a character or a key of the file, as far as they can be shown."""
    text = str(error)
    return text if text.isprintable() else ascii(text)
